import { type CompactVerifyResult, compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';

/** What Vault accepts when a mount does not narrow it: asymmetric signatures only, never `none` or HMAC. */
export const ASYMMETRIC_ALGORITHMS: readonly string[] = [
  'EdDSA',
  'ES256',
  'ES384',
  'ES512',
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
];

const FETCH_TIMEOUT_MS = 5_000;
/** Far above any real key set; a hostile endpoint must not fill memory. */
const MAX_JWKS_BYTES = 256 * 1024;

/** Signature keys of one mount: given, or fetched from a URL and fetched again when no known key verifies. */
export class KeySet {
  readonly #url: string | undefined;
  readonly #algorithms: readonly string[];
  #keys: readonly JWK[];
  #fetching: Promise<readonly JWK[]> | undefined;

  constructor(source: { readonly url: string } | { readonly keys: readonly JWK[] }, algorithms: readonly string[]) {
    this.#url = 'url' in source ? source.url : undefined;
    this.#keys = 'keys' in source ? source.keys.filter(isAsymmetric) : [];
    this.#algorithms = algorithms;
  }

  /** Verifies a compact JWS. @returns its payload. @throws Error when the algorithm is refused or no key verifies it. */
  async verify(token: string): Promise<Uint8Array> {
    const { alg = '', kid } = decodeProtectedHeader(token);
    // Key confusion: an HMAC made with a public key, or `none`, is refused before any key is looked at.
    if (!this.#algorithms.includes(alg)) throw new Error('invalid algorithm (alg) header parameter');
    const known = await this.#verifyWith(this.#keys, token, alg, kid);
    if (known) return known.payload;
    if (this.#url) {
      this.#keys = await this.#fetch(this.#url);
      const fresh = await this.#verifyWith(this.#keys, token, alg, kid);
      if (fresh) return fresh.payload;
    }
    throw new Error('error verifying token signature: failed to verify id token signature');
  }

  async #verifyWith(
    keys: readonly JWK[],
    token: string,
    alg: string,
    kid: string | undefined,
  ): Promise<CompactVerifyResult | undefined> {
    for (const jwk of keys) {
      if (kid !== undefined && jwk.kid !== undefined && jwk.kid !== kid) continue;
      if (jwk.alg !== undefined && jwk.alg !== alg) continue;
      try {
        return await compactVerify(token, await importJWK(jwk, alg), { algorithms: [...this.#algorithms] });
      } catch {
        // Not this key: another one of the set may verify it, and if none does the caller refuses.
      }
    }
    return undefined;
  }

  /** One fetch serves every login that waits for it. */
  #fetch(url: string): Promise<readonly JWK[]> {
    this.#fetching ??= fetchKeys(url).finally(() => {
      this.#fetching = undefined;
    });
    return this.#fetching;
  }
}

async function fetchKeys(url: string): Promise<readonly JWK[]> {
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
    if (!response.ok) throw new Error(`status ${response.status}`);
    const text = await response.text();
    if (text.length > MAX_JWKS_BYTES) throw new Error('too large');
    return jwks(JSON.parse(text));
  } catch {
    throw new Error('error verifying token signature: fetching keys failed');
  }
}

function jwks(body: unknown): readonly JWK[] {
  const keys = (body as { keys?: unknown } | null)?.keys;
  if (!Array.isArray(keys)) throw new Error('not a JWK set');
  return keys.filter(isAsymmetric);
}

function isAsymmetric(key: unknown): key is JWK {
  const kty = (key as JWK | null)?.kty;
  return kty === 'RSA' || kty === 'EC' || kty === 'OKP';
}
