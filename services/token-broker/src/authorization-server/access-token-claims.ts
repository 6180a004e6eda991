import { type AccessToken, type ClientCredentials, errors, type KoaContextWithOIDC } from 'oidc-provider';
import type { Accounts } from '../storage/accounts.ts';

interface SignInFacts {
  acr?: string | undefined;
  amr?: string[] | undefined;
  authTime?: number | undefined;
}

/**
 * What an access token says besides RFC 9068: tenant, name and roles as they are now, the grant, and who acts. `act` is
 * the client itself; a chain grows only when a token is exchanged (RFC 8693 §4.1).
 */
export function accessTokenExtras(accounts: Accounts, now: () => number) {
  return async (ctx: KoaContextWithOIDC, token: AccessToken | ClientCredentials) => {
    if (token.kind !== 'AccessToken') throw new errors.UnsupportedGrantType();
    const account = await accounts.find(token.accountId);
    if (!account) throw new errors.InvalidGrant('account not found');
    const source = (ctx.oidc.entities.AuthorizationCode ?? ctx.oidc.entities.RefreshToken) as SignInFacts | undefined;
    return {
      nbf: Math.floor(now() / 1_000),
      tenant: account.tenant,
      name: account.name,
      roles: account.roles,
      grant_id: token.grantId,
      act: { sub: token.clientId },
      acr: source?.acr,
      amr: source?.amr,
      auth_time: source?.authTime,
    };
  };
}
