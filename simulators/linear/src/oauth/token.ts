import type { Simulation, Trace } from '../simulation.ts';
import { authenticateClient, type Client } from './client-authentication.ts';
import { readForm } from './form.ts';
import { ACCESS_TOKEN_SECONDS, type IssuedTokens } from './grant-store.ts';
import { OAuthError } from './oauth-error.ts';
import { verifies } from './pkce.ts';

/** `POST /oauth/token` (RFC 6749 §4.1.3 and §6): code and refresh grants, nothing else. */
export async function token(request: Request, simulation: Simulation, trace: Trace): Promise<Response> {
  const form = await readForm(request);
  const grantType = form.get('grant_type');
  if (grantType !== 'authorization_code' && grantType !== 'refresh_token') {
    throw new OAuthError('Error', 'Unsupported grant type');
  }
  trace.operation = `oauth/token ${grantType}`;
  const client = authenticateClient(request, form, simulation.directory);
  const issued = await settle(simulation, () =>
    grantType === 'authorization_code' ? redeemCode(client, form, simulation) : refresh(client, form, simulation),
  );
  trace.actor = simulation.directory.user(issued.grant.userId)?.user.email ?? null;
  return Response.json(
    {
      access_token: issued.accessToken,
      token_type: 'Bearer',
      expires_in: ACCESS_TOKEN_SECONDS,
      refresh_token: issued.refreshToken,
      scope: issued.grant.scopes.join(' '),
    },
    { headers: { 'cache-control': 'no-store', pragma: 'no-cache' } },
  );
}

/** Saves what a grant did before anybody hears of it, the revocation behind a refusal included. */
async function settle(simulation: Simulation, grant: () => IssuedTokens): Promise<IssuedTokens> {
  try {
    return grant();
  } finally {
    await simulation.save();
  }
}

function redeemCode(client: Client, form: URLSearchParams, { codes, grants }: Simulation): IssuedTokens {
  const value = form.get('code');
  if (value === null) throw new OAuthError('invalid_request', 'Missing parameter: code');
  const code = codes.look(value);
  if (code && 'usedFor' in code) {
    // RFC 6749 §4.1.2: a code used twice was seen by somebody else; end what it led to.
    const grant = code.usedFor === null ? undefined : grants.get(code.usedFor);
    if (grant) grants.revoke(grant.userId, grant.clientId);
    throw invalidGrant();
  }
  if (!code || code.consent.clientId !== client.app.clientId) throw invalidGrant();
  if (form.get('redirect_uri') !== code.redirectUri) throw invalidGrant();
  if (!client.authenticated && !code.challenge) throw new OAuthError('invalid_client', 'Client is invalid');
  if (!verifies(code.challenge, form.get('code_verifier'))) {
    codes.use(value, null);
    throw invalidGrant();
  }
  const issued = grants.create({ ...code.consent, withPkce: code.challenge !== undefined });
  codes.use(value, issued.grant.id);
  return issued;
}

/** No `scope` parameter: Linear cannot narrow a token when it is refreshed. */
function refresh(client: Client, form: URLSearchParams, { grants }: Simulation): IssuedTokens {
  const value = form.get('refresh_token');
  if (value === null) throw new OAuthError('invalid_request', 'Missing parameter: refresh_token');
  const grant = grants.byRefreshToken(value);
  if (!grant || grant.clientId !== client.app.clientId || grant.revokedAt !== null) throw invalidGrant();
  if (!client.authenticated && !grant.withPkce) throw new OAuthError('invalid_client', 'Client is invalid');
  return grants.rotate(grant);
}

function invalidGrant(): OAuthError {
  return new OAuthError('invalid_grant', 'Token has been expired or revoked.');
}
