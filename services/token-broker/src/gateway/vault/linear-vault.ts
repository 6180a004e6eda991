import { Refused } from '@sallyport/authn';
import type { ConnectionClass, PersonAssertionClaims } from '@sallyport/contracts';
import { Secret } from '@sallyport/masking';
import type { SafeFetch } from '@sallyport/safe-fetch';
import { traceHeaders } from '@sallyport/telemetry';
import nodeVault from 'node-vault';
import { z } from 'zod';
import { vaultFailure } from './vault-failure.ts';
import { vaultTransport } from './vault-transport.ts';

/** A person's own Linear access token, as long as one call needs it, and the facts that find it in Vault's audit log. */
export interface LinearCredential {
  accessToken: Secret;
  /** Milliseconds since the epoch; undefined when the authorization server named no lifetime. */
  expiresAt: number | undefined;
  requestId: string;
}

const loginAnswer = z.object({
  request_id: z.string().max(64),
  auth: z.object({
    client_token: z.string().min(1),
    accessor: z.string().max(64),
    entity_id: z.uuid(),
    token_type: z.literal('service'),
  }),
});
const credentialAnswer = z.object({
  request_id: z.string().max(64),
  data: z.object({
    server: z.string(),
    access_token: z.string().min(1),
    type: z.string(),
    expire_time: z.iso.datetime({ offset: true }).optional(),
  }),
});

/** A token with less left than this is refreshed by Vault before it is handed out, in seconds. */
const MINIMUM_SECONDS = 60;

export interface LinearVaultOptions {
  /** Base URL of Vault or OpenBao, without `/v1`. */
  url: string;
  safeFetch: SafeFetch;
}

/**
 * The Linear grants in Vault, reachable only as the person: every login makes a throw-away client with that person's
 * assertion, so no token of one person is ever on a client that serves another. The gateway has no Vault identity here.
 */
export class LinearVault {
  readonly #options: LinearVaultOptions;

  constructor(options: LinearVaultOptions) {
    this.#options = options;
  }

  /**
   * Logs in at `auth/platform` with a single-use person assertion.
   * @param decisionId goes to Vault's audit log as `X-Decision-Id`
   * @throws Refused downstream_failed, downstream_unavailable
   */
  async loginAsPerson(
    assertion: Secret,
    role: PersonAssertionClaims['vault_role'],
    decisionId: string,
  ): Promise<PersonSession> {
    const client = this.#client();
    const headers = () => ({ ...traceHeaders(), 'x-decision-id': decisionId });
    try {
      const body = { role, jwt: assertion.reveal() };
      const answer = loginAnswer.parse(await client.write('auth/platform/login', body, { headers: headers() }));
      client.token = answer.auth.client_token;
      return new PersonSession(client, headers, {
        entity: answer.auth.entity_id,
        accessor: answer.auth.accessor,
        requestId: answer.request_id,
      });
    } catch (error) {
      throw vaultFailure('login', error);
    }
  }

  /** A client without a token, without settings from the environment, without debug output. */
  #client(): nodeVault.client {
    const client = nodeVault({
      endpoint: new URL(this.#options.url).origin,
      apiVersion: 'v1',
      'request-promise': vaultTransport(this.#options.safeFetch),
      debug: () => undefined,
    } as nodeVault.VaultOptions);
    // node-vault fills what is missing from VAULT_TOKEN, VAULT_NAMESPACE and VAULT_PREFIX.
    return Object.assign(client, { token: '', namespace: '', pathPrefix: '' });
  }
}

/** What one login may be used for; Vault ends it after one read, or two imports, or 60 seconds. */
export class PersonSession {
  readonly #client: nodeVault.client;
  readonly #headers: () => Record<string, string>;
  /** Vault's names for this login: entity, token accessor, request. */
  readonly facts: Readonly<{ entity: string; accessor: string; requestId: string }>;

  constructor(client: nodeVault.client, headers: () => Record<string, string>, facts: PersonSession['facts']) {
    this.#client = client;
    this.#headers = headers;
    this.facts = facts;
  }

  /**
   * Reads the person's access token for one class of deed; Vault refreshes it first where needed.
   * @throws Refused consent_required (no grant, or a dead one), connection_scope_unexpected, downstream_failed,
   * downstream_unavailable
   */
  async readLinearCredential(connection: ConnectionClass): Promise<LinearCredential> {
    try {
      const path = `${this.#path(connection)}?minimum_seconds=${MINIMUM_SECONDS}`;
      const { request_id, data } = credentialAnswer.parse(await this.#client.read(path, { headers: this.#headers() }));
      // The engine keeps no scopes, but says through which Linear application the grant was made: a curator grant
      // imported under the creator's name would carry `write`.
      if (data.server !== connection || data.type !== 'Bearer') {
        throw new Refused('connection_scope_unexpected', { connection });
      }
      return {
        accessToken: new Secret(data.access_token),
        expiresAt: data.expire_time === undefined ? undefined : Date.parse(data.expire_time),
        requestId: request_id,
      };
    } catch (error) {
      throw vaultFailure('read', error);
    }
  }

  /**
   * Hands a refresh token to Vault for good. Vault refreshes at once, so the one passed in is dead when this returns.
   * @throws Refused downstream_failed, downstream_unavailable
   */
  async importRefreshToken(connection: ConnectionClass, refreshToken: Secret): Promise<void> {
    const body = { server: connection, grant_type: 'refresh_token', refresh_token: refreshToken.reveal() };
    try {
      await this.#client.write(this.#path(connection), body, { headers: this.#headers() });
    } catch (error) {
      throw vaultFailure('import', error);
    }
  }

  /** Made from a UUID that Vault gave (checked at login) and a word of a closed list: nothing a caller typed. */
  #path(connection: ConnectionClass): string {
    return `linear/creds/${this.facts.entity}/${connection}`;
  }
}
