import { createHash, timingSafeEqual } from 'node:crypto';
import type { OAuthApp } from '../options.ts';

/** RFC 7636 §4.3. */
export interface Challenge {
  readonly value: string;
  readonly method: 'S256' | 'plain';
}

/** RFC 7636 §4.1: 43 to 128 unreserved characters. */
const VERIFIER = /^[A-Za-z0-9\-._~]{43,128}$/;

/**
 * Reads `code_challenge` and `code_challenge_method`.
 *
 * @returns the challenge, `undefined` when none came and none is needed, or `'refused'`
 */
export function readChallenge(
  app: OAuthApp,
  value: string | null,
  method: string | null,
): Challenge | undefined | 'refused' {
  if (value === null) return app.pkce === 'S256' || method !== null ? 'refused' : undefined;
  if (!VERIFIER.test(value)) return 'refused';
  // RFC 7636 §4.3: no method means plain.
  if (method === 'S256') return { value, method };
  return app.pkce === 'optional' && (method === null || method === 'plain') ? { value, method: 'plain' } : 'refused';
}

/** RFC 7636 §4.6. A verifier for a code without a challenge is refused too (RFC 9700 §4.8.2: PKCE downgrade). */
export function verifies(challenge: Challenge | undefined, verifier: string | null): boolean {
  if (!challenge || verifier === null) return !challenge && verifier === null;
  if (!VERIFIER.test(verifier)) return false;
  const proof = challenge.method === 'S256' ? createHash('sha256').update(verifier).digest('base64url') : verifier;
  const [given, expected] = [Buffer.from(proof), Buffer.from(challenge.value)];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
