import type { JWK } from 'jose';
import { Refused } from './refused.ts';

/** A key set is fetched again after this long, and not more often than the cooldown when a `kid` is unknown. */
const FRESH_MS = 300_000;
const COOLDOWN_MS = 5_000;
const TIMEOUT_MS = 3_000;

/** Gets one URL: `fetch` on a short leash, or a way out of the caller's own (`@sallyport/safe-fetch`). */
export type GetKeys = (url: string) => Promise<{ status: number; json(): unknown }>;

const getDirectly: GetKeys = (url) => fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });

/**
 * The issuer's public keys (RFC 7517 §5) from one configured URL: single-flight, no redirects, last good set kept while
 * the issuer is away for at most one freshness period.
 * @throws Refused token_signature_invalid when no key set can be had
 */
export function remoteJwks(
  url: string,
  now: () => number = Date.now,
  get: GetKeys = getDirectly,
): (refresh?: boolean) => Promise<readonly JWK[]> {
  let keys: readonly JWK[] = [];
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let flight: Promise<void> | undefined;

  async function load(): Promise<void> {
    triedAt = now();
    const response = await get(url);
    if (response.status !== 200) throw new Error(`JWKS answered ${response.status}`);
    const body = (await response.json()) as { keys?: JWK[] };
    keys = (body.keys ?? []).filter((key) => key.kty === 'EC' && key.crv === 'P-256' && key.use !== 'enc');
    fetchedAt = now();
  }

  return async (refresh = false) => {
    const stale = now() - fetchedAt > FRESH_MS;
    if (stale || (refresh && now() - triedAt > COOLDOWN_MS)) {
      flight ??= load().finally(() => {
        flight = undefined;
      });
      await flight.catch(() => undefined);
    }
    if (now() - fetchedAt > 2 * FRESH_MS)
      throw new Refused('token_signature_invalid', { cause: 'issuer keys unavailable' });
    return keys;
  };
}
