import { randomUUID } from 'node:crypto';
import { CAPABILITY_TTL_SECONDS, SERVICE_ASSERTION_TYP, SERVICES, type ServiceName } from '@sallyport/contracts';
import { contentDigest } from './digest.ts';
import { decodeJwt, signJwt, verifyJwt } from './jwt.ts';
import type { PeerKeys, SigningKey } from './keys.ts';
import { Refused } from './refused.ts';

export interface ServiceAssertionRequest {
  service: ServiceName;
  /** Base URL of the service that is called. */
  audience: string;
  /** The exact body bytes: the assertion is worth nothing with another body. */
  body: string | Uint8Array;
  /** Milliseconds since the epoch. */
  now: number;
}

/** Proves to a peer which service speaks: the private_key_jwt idea (RFC 7523 §2.2) bound to one body, ≤ 60 s. */
export function createServiceAssertion(
  key: SigningKey,
  { service, audience, body, now }: ServiceAssertionRequest,
): string {
  const iat = Math.floor(now / 1_000);
  return signJwt(key, SERVICE_ASSERTION_TYP, {
    iss: service,
    sub: service,
    aud: audience,
    iat,
    exp: iat + CAPABILITY_TTL_SECONDS,
    jti: randomUUID(),
    content_digest: contentDigest(body),
  });
}

/**
 * Verifies `Authorization: Bearer <service assertion>`. A replay carries the same body by construction, so receivers make
 * equal bodies idempotent instead of remembering every `jti`.
 * @throws Refused assertion_invalid or what `verifyJwt` found
 */
export function verifyServiceAssertion(
  authorization: string | undefined,
  { audience, keys, body, now }: { audience: string; keys: PeerKeys; body: string | Uint8Array; now: number },
): { service: ServiceName } {
  const jwt = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (!jwt) throw new Refused('assertion_invalid', { rule: 'missing' });
  const service = SERVICES.find((name) => name === decodeJwt(jwt).claims.iss);
  if (!service) throw new Refused('assertion_invalid', { rule: 'unknown service' });
  const claims = verifyJwt(jwt, {
    keys: keysOf(keys, service),
    typ: SERVICE_ASSERTION_TYP,
    audience,
    issuer: service,
    now,
    skewSeconds: 5,
    maxLifetimeSeconds: CAPABILITY_TTL_SECONDS,
  });
  if (claims.sub !== service || claims.content_digest !== contentDigest(body)) {
    throw new Refused('assertion_invalid', { rule: 'content_digest' });
  }
  return { service };
}

/** A service nobody here knows is refused like a forged signature, not a fault of ours. */
function keysOf(keys: PeerKeys, service: ServiceName) {
  try {
    return keys.get(service);
  } catch {
    throw new Refused('assertion_invalid', { rule: 'unknown service' });
  }
}
