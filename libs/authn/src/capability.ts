import { CAPABILITY_TTL_SECONDS, CAPABILITY_TYP, type CapabilityClaims, capabilityClaims } from '@sallyport/contracts';
import type { JWK } from 'jose';
import { verifyJwt } from './jwt.ts';
import { Refused } from './refused.ts';

/**
 * Verifies a capability's form, signature, issuer, audience and times; that it is used once, by its key and with its
 * variables is the gateway's to check.
 * @throws Refused capability_invalid, capability_expired
 */
export function verifyCapability(
  jwt: string,
  { issuer, audience, keys, now }: { issuer: string; audience: string; keys: readonly JWK[]; now: number },
): CapabilityClaims {
  let claims: unknown;
  try {
    claims = verifyJwt(jwt, {
      keys,
      typ: CAPABILITY_TYP,
      audience,
      issuer,
      now,
      skewSeconds: 0,
      maxLifetimeSeconds: CAPABILITY_TTL_SECONDS,
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new Refused(error.reason === 'token_expired' ? 'capability_expired' : 'capability_invalid', {
      cause: error.reason,
      ...error.detail,
    });
  }
  const parsed = capabilityClaims.safeParse(claims);
  if (!parsed.success) {
    throw new Refused('capability_invalid', { claims: parsed.error.issues.map((issue) => issue.path.join('.')) });
  }
  return parsed.data;
}
