import { CAPABILITY_TTL_SECONDS } from '@sallyport/contracts';
import { errors, type KoaContextWithOIDC } from 'oidc-provider';

/** Between making and checking an assertion, in seconds. */
const SKEW_SECONDS = 15;

/**
 * Stricter than the library for `private_key_jwt` (RFC 7523 §3): one audience, which is this issuer or its token endpoint
 * (not a list another server could be on too), and a life of at most a minute.
 */
export function checkClientAssertion(issuer: string) {
  const audiences = [issuer, `${issuer}/token`];
  return (_ctx: KoaContextWithOIDC, claims: Record<string, unknown>): void => {
    const { aud, iat, exp } = claims;
    if (typeof aud !== 'string' || !audiences.includes(aud)) {
      throw new errors.InvalidClientAuth('aud must be exactly this issuer or its token endpoint');
    }
    if (typeof iat !== 'number' || typeof exp !== 'number' || exp - iat > CAPABILITY_TTL_SECONDS + SKEW_SECONDS) {
      throw new errors.InvalidClientAuth('iat and exp must be at most 60 seconds apart');
    }
  };
}
