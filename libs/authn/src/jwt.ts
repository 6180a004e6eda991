import { sign, verify } from 'node:crypto';
import type { JWK } from 'jose';
import { publicKeyOf, type SigningKey } from './keys.ts';
import { Refused } from './refused.ts';

export type Claims = Record<string, unknown>;
/** Longest JWT looked at, in characters: nothing we mint comes near it. */
const MAX_JWT_LENGTH = 16_384;

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signs a JWT with ES256 (RFC 7515 §5.1, RFC 7518 §3.4). Synchronous: `node:crypto` is twice as fast as WebCrypto here. */
export function signJwt(key: SigningKey, typ: string, claims: object, header: Claims = {}): string {
  const input = `${encode({ ...header, alg: 'ES256', typ, kid: key.kid })}.${encode(claims)}`;
  const signature = sign('sha256', Buffer.from(input), { key: key.privateKey, dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
}

export interface DecodedJwt {
  header: Claims;
  claims: Claims;
  /** Throws `Refused` unless the signature is by that key. */
  verifySignature(jwk: JWK): void;
}

/** Takes a compact JWS apart without trusting it. @throws Refused token_malformed */
export function decodeJwt(jwt: string): DecodedJwt {
  if (jwt.length > MAX_JWT_LENGTH) throw new Refused('token_malformed', { length: jwt.length });
  const parts = jwt.split('.');
  const [head, body, signature] = parts;
  if (parts.length !== 3 || !head || !body || !signature) throw new Refused('token_malformed');
  const header = parsePart(head);
  const claims = parsePart(body);
  return {
    header,
    claims,
    verifySignature(jwk) {
      // RFC 8725 §3.1: one algorithm, ours; `none`, HMAC with the public key and the rest end here.
      if (header.alg !== 'ES256') throw new Refused('token_signature_invalid', { alg: String(header.alg) });
      const raw = Buffer.from(signature, 'base64url');
      // Malleable encodings of one signature are refused: the string is an identity (cache, replay).
      if (raw.length !== 64 || raw.toString('base64url') !== signature) throw new Refused('token_signature_invalid');
      const good = verify(
        'sha256',
        Buffer.from(`${head}.${body}`),
        { key: publicKeyOf(jwk), dsaEncoding: 'ieee-p1363' },
        raw,
      );
      if (!good) throw new Refused('token_signature_invalid');
    },
  };
}

function parsePart(part: string): Claims {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Claims;
  } catch {
    // falls through to the refusal: what was wrong with a stranger's JSON is of no interest
  }
  throw new Refused('token_malformed');
}

export interface JwtExpectation {
  keys: readonly JWK[];
  /** Exact JOSE `typ` (RFC 8725 §3.11). */
  typ: string;
  /** The only audience accepted; a token with two is refused (C-ID-5). */
  audience: string;
  issuer?: string;
  /** Milliseconds since the epoch. */
  now: number;
  /** Seconds of clock skew tolerated, at most 60. */
  skewSeconds?: number;
  /** Longest accepted `exp - iat`, in seconds. */
  maxLifetimeSeconds: number;
}

/**
 * Verifies a JWT of our own making: typ, key by `kid`, ES256 signature, issuer, the one audience, times.
 * @returns its claims
 * @throws Refused with the first thing wrong
 */
export function verifyJwt(jwt: string, expected: JwtExpectation): Claims {
  const { header, claims, verifySignature } = decodeJwt(jwt);
  if (typeof header.typ !== 'string' || header.typ.toLowerCase() !== expected.typ) {
    throw new Refused('token_wrong_type', { expected: expected.typ });
  }
  // RFC 8725 §3.1 and CVE class "jku/jwk injection": keys come from us, never from the token.
  const jwk = expected.keys.find((key) => key.kid === header.kid && key.use !== 'enc');
  if (!jwk || header.crit !== undefined) throw new Refused('token_signature_invalid', { cause: 'unknown key' });
  verifySignature(jwk);
  if (expected.issuer !== undefined && claims.iss !== expected.issuer) throw new Refused('token_wrong_issuer');
  if (claims.aud !== expected.audience) throw new Refused('token_wrong_audience', { expected: expected.audience });
  checkTimes(claims, expected);
  return claims;
}

function checkTimes(claims: Claims, { now, skewSeconds = 0, maxLifetimeSeconds }: JwtExpectation): void {
  const { exp, iat, nbf } = claims;
  const skew = Math.min(skewSeconds, 60);
  const seconds = now / 1_000;
  if (!Number.isInteger(exp) || !Number.isInteger(iat))
    throw new Refused('token_claim_missing', { claims: 'exp, iat' });
  if (seconds >= (exp as number) + skew) throw new Refused('token_expired', { exp });
  // Issuer and verifier round differently within the second; one second is rounding, not skew.
  if ((iat as number) > seconds + skew + 1) throw new Refused('token_claim_missing', { claims: 'iat in the future' });
  if (nbf !== undefined && (!Number.isInteger(nbf) || (nbf as number) > seconds + skew + 1)) {
    throw new Refused('token_claim_missing', { claims: 'nbf in the future' });
  }
  if ((exp as number) - (iat as number) > maxLifetimeSeconds) throw new Refused('token_lifetime_too_long');
}
