import type { ConnectionClass, Role } from '@sallyport/contracts';
import type { Generated } from 'kysely';

/** Times are milliseconds since the epoch; hashes are base64url SHA-256; JSON columns hold text. */

/** One row per artefact of the authorization server (session, interaction, grant, code, refresh token, client …). */
export interface OidcPayloads {
  model: string;
  id_hash: string;
  payload: string;
  grant_id: string | null;
  uid: string | null;
  consumed_at: number | null;
  expires_at: number | null;
  created_at: number;
}

/** Identifiers that may be used once: DPoP proofs, client assertions (C-ID-7). */
export interface OneTime {
  id_hash: string;
  expires_at: number;
}

/** People as the company IdP last described them. */
export interface Accounts {
  sub: string;
  idp_issuer: string;
  idp_sub: string;
  name: string;
  tenant: string;
  /** JSON array of `Role`. */
  roles: string;
  updated_at: number;
}

export interface BrowserSessions {
  id_hash: string;
  sub: string;
  acr: string | null;
  /** JSON array. */
  amr: string;
  /** Seconds since the epoch. */
  auth_time: number;
  /** Of the person, as the IdP gave it; kept no longer than the session. */
  email: string | null;
  expires_at: number;
}

/** What a browser took to another server and must bring back: single use, bound to that browser. */
export interface UpstreamStates {
  state_hash: string;
  purpose: 'interaction' | 'connect_sign_in' | 'linear';
  browser_hash: string;
  /** Interaction uid, or hash of the connect handle. */
  subject: string;
  expires_at: number;
}

/** Sign-in attached to one interaction, between the IdP's answer and consent. */
export interface InteractionSignIns {
  uid: string;
  browser_hash: string;
  sub: string;
  acr: string | null;
  amr: string;
  auth_time: number;
  grant_id: string;
  expires_at: number;
}

export interface Consents {
  sub: string;
  client_id: string;
  redirect_host: string;
  resource: string;
  /** Sorted, space separated. */
  scope: string;
  granted_at: number;
  expires_at: number;
}

export interface ConnectHandles {
  handle_hash: string;
  sub: string;
  class: ConnectionClass;
  /** JSON `Who` of the call that asked. */
  who: string;
  expires_at: number;
}

/** That a person connected Linear; the grant itself is in Vault and nowhere else. */
export interface Connections {
  sub: string;
  class: ConnectionClass;
  tenant: string;
  linear_user_id: string;
  workspace_id: string;
  workspace: string;
  scope: string;
  connected_at: number;
}

export interface Filings {
  issue_id: string;
  tenant: string;
  ticket_id: string;
  identifier: string;
  sub: string;
  agent: string;
  capability_id: string;
  decision_id: string;
  filed_at: number;
  recorded_at: Generated<Date>;
}

export interface BrokerTables {
  oidc_payloads: OidcPayloads;
  one_time: OneTime;
  accounts: Accounts;
  browser_sessions: BrowserSessions;
  upstream_states: UpstreamStates;
  interaction_sign_ins: InteractionSignIns;
  consents: Consents;
  connect_handles: ConnectHandles;
  connections: Connections;
  filings: Filings;
}

export interface Account {
  sub: string;
  name: string;
  tenant: string;
  roles: Role[];
}
