import type { IssuedToken } from './refresh.ts';

/** A stored grant. The refresh token is in here and no path returns it. Times are ms since the epoch. */
export interface Credential {
  readonly server: string;
  readonly token: IssuedToken;
  readonly maximumExpirySeconds: number;
  /** Why the grant cannot be refreshed any more; cleared by the next import. */
  readonly userError?: string;
  /** Failed attempts since the token was last issued, and what the last one said. */
  readonly transientErrors: number;
  readonly lastTransientError?: string;
}

/** Tokens with less left than this count as expired, whatever the caller asks for: the plugin's expiry delta. */
const EXPIRY_DELTA_SECONDS = 10;

/** A credential holding a fresh token, its perceived life capped by `maximum_expiry_seconds` when that is not 0. */
export function issuedCredential(
  server: string,
  token: IssuedToken,
  maximumExpirySeconds: number,
  now: number,
): Credential {
  const cap = now + maximumExpirySeconds * 1000;
  const capped = maximumExpirySeconds > 0 && (token.expiresAt === undefined || token.expiresAt > cap);
  return { server, token: capped ? { ...token, expiresAt: cap } : token, maximumExpirySeconds, transientErrors: 0 };
}

/** Whether the access token lives at least `minimumSeconds` (and never less than 10 s) longer. */
export function isFresh({ token }: Credential, minimumSeconds: number, now: number): boolean {
  if (token.expiresAt === undefined) return true;
  return token.expiresAt - Math.max(minimumSeconds, EXPIRY_DELTA_SECONDS) * 1000 >= now;
}

/** Remembers a failed refresh. */
export function withFailure(credential: Credential, message: string, permanent: boolean): Credential {
  if (permanent) return { ...credential, userError: message };
  return { ...credential, transientErrors: credential.transientErrors + 1, lastTransientError: message };
}

/** What the caller should know although the token still works. */
export function warnings(credential: Credential): string[] {
  if (credential.userError) return [`token will expire: ${credential.userError}`];
  if (credential.transientErrors === 0) return [];
  const { transientErrors: count, lastTransientError: last } = credential;
  return [`${count} attempt(s) to refresh this token failed, most recently: ${last}`];
}
