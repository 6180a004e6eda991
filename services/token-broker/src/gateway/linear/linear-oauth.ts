import { Refused } from '@sallyport/authn';
import type { ConnectionClass, ConnectLinearVariables } from '@sallyport/contracts';
import { Secret } from '@sallyport/masking';
import { type SafeFetch, SafeFetchError } from '@sallyport/safe-fetch';
import { z } from 'zod';
import { readScopes } from './connection-classes.ts';

export interface LinearGrant {
  accessToken: Secret;
  refreshToken: Secret;
  scopes: string[];
}

/** RFC 6749 §5.1, as Linear answers it; a grant that cannot be refreshed cannot be kept. */
const tokenAnswer = z.object({
  access_token: z.string().min(1).max(2_048),
  refresh_token: z.string().min(1).max(2_048),
  token_type: z.string().regex(/^bearer$/i),
  scope: z.union([z.string(), z.array(z.string())]),
});

export interface LinearOAuthOptions {
  /** Token endpoint, `https://api.linear.app/oauth/token`. */
  tokenUrl: string;
  /** OAuth client id of the Linear application of each class. */
  clientIds: Readonly<Record<ConnectionClass, string>>;
  safeFetch: SafeFetch;
}

/**
 * Exchanges an authorization code (RFC 6749 §4.1.3) with its PKCE verifier (RFC 7636 §4.5); public client, no secret.
 * @throws Refused consent_required when Linear does not take the code, downstream_failed, downstream_unavailable
 */
export async function exchangeCode(
  { tokenUrl, clientIds, safeFetch }: LinearOAuthOptions,
  { class: connection, code, codeVerifier, redirectUri }: ConnectLinearVariables,
): Promise<LinearGrant> {
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: clientIds[connection],
    code,
    code_verifier: codeVerifier,
    redirect_uri: redirectUri,
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
  const detail = { service: 'linear', deed: 'exchange' };
  const response = await safeFetch(tokenUrl, { method: 'POST', headers, body: form.toString() }).catch((error) => {
    if (!(error instanceof SafeFetchError)) throw error;
    throw new Refused('downstream_unavailable', { ...detail, cause: error.reason });
  });
  const { status } = response;
  if (status === 400) throw new Refused('consent_required', { ...detail, status });
  if (status >= 500 || status === 429) throw new Refused('downstream_unavailable', { ...detail, status });
  const answer = status === 200 ? tokenAnswer.safeParse(jsonOf(response.text())) : undefined;
  if (!answer?.success) throw new Refused('downstream_failed', { ...detail, status });
  return {
    accessToken: new Secret(answer.data.access_token),
    refreshToken: new Secret(answer.data.refresh_token),
    scopes: readScopes(answer.data.scope),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
