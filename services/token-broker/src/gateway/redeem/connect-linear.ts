import { Refused } from '@sallyport/authn';
import type { CapabilityClaims, ConnectLinearResult, ConnectLinearVariables } from '@sallyport/contracts';
import type { Secret } from '@sallyport/masking';
import { isScopeSetOf } from '../linear/connection-classes.ts';
import type { LinearClient } from '../linear/linear-client.ts';
import { exchangeCode, type LinearOAuthOptions } from '../linear/linear-oauth.ts';
import type { LinearViewers } from '../store/linear-viewers.ts';
import type { LinearVault } from '../vault/linear-vault.ts';

export interface ConnectLinearOptions {
  oauth: LinearOAuthOptions;
  linear: LinearClient;
  vault: LinearVault;
  viewers: LinearViewers;
  /** `urlKey` of the workspace a tenant's people must connect. */
  workspaceOf: (tenant: string) => string | undefined;
}

/**
 * Turns a consent at Linear into a grant in Vault: code → tokens → who and where → bound → imported. Both tokens exist
 * in this function only; once Vault has refreshed, the refresh token seen here is dead.
 * @throws Refused consent_required, connection_scope_unexpected, connection_mismatch, downstream_*
 */
export async function connectLinear(
  { oauth, linear, vault, viewers, workspaceOf }: ConnectLinearOptions,
  claims: CapabilityClaims,
  variables: ConnectLinearVariables,
  assertion: Secret,
): Promise<ConnectLinearResult> {
  const { tenant, sub } = claims;
  const grant = await exchangeCode(oauth, variables);
  // Linear decides what a person consented to; a wider token is as unwelcome as a narrower one.
  if (!isScopeSetOf(grant.scopes, variables.class)) {
    throw new Refused('connection_scope_unexpected', { class: variables.class, scopes: grant.scopes });
  }
  const { organization, ...viewer } = await linear.viewer(grant.accessToken);
  // A person's private workspace would be a way out of the company, signed by us.
  if (organization.urlKey !== workspaceOf(tenant)) throw new Refused('connection_mismatch', { tenant });
  if (!isSameAddress(viewer.email, variables.expectedEmail)) {
    throw new Refused('connection_mismatch', { tenant, cause: 'another person’s account' });
  }
  const session = await vault.loginAsPerson(assertion, 'linear-onboard', claims.decision_id);
  const bound = { viewerId: viewer.id, workspaceId: organization.id };
  await viewers.bind({ tenant, sub, class: variables.class }, bound, grant.scopes);
  await session.importRefreshToken(variables.class, grant.refreshToken);
  return { viewer, workspace: organization, scopes: grant.scopes };
}

/** A colleague left signed in at Linear, on a shared machine or on purpose, would file in their name what this person asks. */
function isSameAddress(atLinear: string, expected: string | undefined): boolean {
  // RFC 5321 §2.4 lets the part before the @ differ by case; no company gives two people such addresses.
  const plain = (address: string) => address.trim().normalize('NFC').toLowerCase();
  return expected === undefined || atLinear === '' || plain(atLinear) === plain(expected);
}
