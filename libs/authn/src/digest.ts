import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('base64url');

/**
 * JSON Canonicalization Scheme (RFC 8785).
 * @throws Error for what JSON cannot carry (functions, undefined at the top)
 */
export function jcs(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('value has no JSON form');
  return text;
}

/** base64url(SHA-256(JCS(variables))): what a capability is bound to; 43 characters. */
export const variablesDigest = (variables: unknown): string => sha256(jcs(variables));

/** base64url(SHA-256(body)): what a service assertion is bound to; 43 characters. */
export const contentDigest = (body: string | Uint8Array): string => sha256(body);

/** RFC 9449 §4.2 `ath`: base64url(SHA-256(ASCII(access token))). */
export const accessTokenHash = (token: string): string => sha256(token);
