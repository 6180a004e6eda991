import { randomUUID } from 'node:crypto';
import type { JWK } from 'jose';
import { accessTokenHash } from './digest.ts';
import { decodeJwt, signJwt } from './jwt.ts';
import { type SigningKey, thumbprint } from './keys.ts';
import { Refused } from './refused.ts';
import type { ReplayStore } from './replay.ts';

/** How old a proof may be, and how far ahead of our clock, in seconds (RFC 9449 §11.1: brief). */
export const DPOP_MAX_AGE_SECONDS = 60;
const DPOP_AHEAD_SECONDS = 5;

export interface DpopRequest {
  method: string;
  /** Public URL of the request; query and fragment are ignored (RFC 9449 §4.2 `htu`). */
  url: string;
  /** The token the proof goes with; demanded as `ath` when given. */
  accessToken?: string;
  /** Milliseconds since the epoch. */
  now: number;
}

/** Makes a DPoP proof (RFC 9449 §4.2). */
export function createDpopProof(key: SigningKey, { method, url, accessToken, now }: DpopRequest): string {
  const { kty, crv, x, y } = key.jwk;
  const claims = {
    htm: method,
    htu: withoutQuery(url),
    iat: Math.floor(now / 1_000),
    jti: randomUUID(),
    ...(accessToken === undefined ? {} : { ath: accessTokenHash(accessToken) }),
  };
  return signJwt(key, 'dpop+jwt', claims, { jwk: { kty, crv, x, y } });
}

/**
 * Checks a DPoP proof (RFC 9449 §4.3), cheap claims before the signature, replay last.
 * @returns the thumbprint of the key that made it
 * @throws Refused dpop_missing, dpop_invalid, dpop_replayed
 */
export async function verifyDpopProof(
  proof: string | undefined,
  { method, url, accessToken, now, replay }: DpopRequest & { replay: ReplayStore },
): Promise<{ jkt: string }> {
  if (!proof) throw new Refused('dpop_missing');
  const { header, claims, verifySignature } = decodeProof(proof);
  const jwk = header.jwk as JWK | undefined;
  if (header.typ !== 'dpop+jwt' || typeof jwk !== 'object' || jwk === null || jwk.d !== undefined) {
    throw new Refused('dpop_invalid', { rule: 'typ or jwk' });
  }
  const { htm, htu, iat, jti, ath } = claims;
  if (htm !== method || typeof htu !== 'string' || !sameUrl(htu, url))
    throw new Refused('dpop_invalid', { rule: 'htm or htu' });
  if (typeof jti !== 'string' || jti.length < 8 || jti.length > 128) throw new Refused('dpop_invalid', { rule: 'jti' });
  const seconds = now / 1_000;
  if (typeof iat !== 'number' || iat < seconds - DPOP_MAX_AGE_SECONDS || iat > seconds + DPOP_AHEAD_SECONDS) {
    throw new Refused('dpop_invalid', { rule: 'iat' });
  }
  if (accessToken !== undefined && ath !== accessTokenHash(accessToken))
    throw new Refused('dpop_invalid', { rule: 'ath' });
  const jkt = verifyKey(jwk, verifySignature);
  const until = (Math.floor(iat) + DPOP_MAX_AGE_SECONDS + 1) * 1_000;
  if (!(await replay.claim(`dpop:${jkt}:${jti}`, until))) throw new Refused('dpop_replayed');
  return { jkt };
}

function decodeProof(proof: string) {
  try {
    return decodeJwt(proof);
  } catch {
    throw new Refused('dpop_invalid', { rule: 'form' });
  }
}

function verifyKey(jwk: JWK, verifySignature: (jwk: JWK) => void): string {
  try {
    const { kty, crv, x, y } = jwk;
    const jkt = thumbprint({ kty, crv, x, y } as JWK);
    verifySignature({ kty, crv, x, y } as JWK);
    return jkt;
  } catch {
    throw new Refused('dpop_invalid', { rule: 'signature' });
  }
}

function withoutQuery(url: string): string {
  const parsed = new URL(url);
  return parsed.origin + parsed.pathname;
}

function sameUrl(htu: string, url: string): boolean {
  return htu === url || (URL.canParse(htu) && withoutQuery(htu) === withoutQuery(url));
}
