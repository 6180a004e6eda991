import type { Claims } from './claims.ts';
import type { JwtRole } from './role.ts';

/** hashicorp/cap's defaults: what 0 or an unset field means. */
const DEFAULT_LEEWAY_SECONDS = 150;
const DEFAULT_CLOCK_SKEW_SECONDS = 60;

/**
 * Judges `exp`, `nbf` and `iat` as Vault does (hashicorp/cap `jwt.Validator`): bounds are inclusive; the clock skew
 * applies to all three; the other two leeways only stand in for a missing `exp` or `nbf`. So with default settings
 * a token is still accepted 60 s after its `exp`.
 * @param now ms since the epoch
 * @returns why not, in Vault's words, or undefined when the token is valid now.
 */
export function timeRefusal(claims: Claims, role: JwtRole, now: number): string | undefined {
  const issued = seconds(claims.iat);
  const expiry = seconds(claims.exp);
  const notBefore = seconds(claims.nbf);
  if (!issued && !expiry && !notBefore) {
    return 'no issued at (iat), not before (nbf), or expiration time (exp) claims in token';
  }
  const until = expiry || Math.max(issued, notBefore) + leeway(role.expiration_leeway, DEFAULT_LEEWAY_SECONDS);
  const from = notBefore || issued || until - leeway(role.not_before_leeway, DEFAULT_LEEWAY_SECONDS);
  const skew = leeway(role.clock_skew_leeway, DEFAULT_CLOCK_SKEW_SECONDS);
  const at = now / 1000;
  if (at + skew < from) return 'invalid not before (nbf) claim: token not yet valid';
  if (at - skew > until) return 'invalid expiration time (exp) claim: token is expired';
  if (issued && at + skew < issued) return 'invalid issued at (iat) claim: token issued in the future';
  return undefined;
}

function seconds(claim: unknown): number {
  return typeof claim === 'number' && Number.isFinite(claim) ? claim : 0;
}

function leeway(configured: number | undefined, whenUnset: number): number {
  if (!configured) return whenUnset;
  return Math.max(0, configured);
}
