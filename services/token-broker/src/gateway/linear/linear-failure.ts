import { Refused } from '@sallyport/authn';
import type { SafeResponse } from '@sallyport/safe-fetch';
import { z } from 'zod';

/** Shape of one entry of Linear's `errors`; its words are never read. */
const graphqlError = z.object({
  extensions: z.object({ code: z.string().max(64).optional(), type: z.string().max(64).optional() }).optional(),
});
export type GraphqlError = z.infer<typeof graphqlError>;
export const graphqlErrors = z.array(graphqlError).min(1);

/**
 * What a failed answer of Linear means for us: only status, error code and rate-limit headers are kept. Linear's text
 * goes nowhere, because it repeats what was sent and whatever a workspace made of it (C-OUT-4).
 * @param operation name of the document that was run
 * @param now milliseconds since the epoch
 */
export function linearFailure(
  operation: string,
  response: SafeResponse,
  errors: readonly GraphqlError[],
  now: number,
): Refused {
  const code = errorCode(errors);
  const detail = { service: 'linear', operation, status: response.status, errorCode: code };
  // RATELIMITED comes with HTTP 400, not 429.
  if (code === 'RATELIMITED' || response.status === 429) {
    return new Refused('downstream_rate_limited', { ...detail, retryAt: retryAt(response.headers, now) });
  }
  // The token is dead although Vault thought it alive: the grant was revoked at Linear.
  if (code === 'AUTHENTICATION_ERROR' || response.status === 401) return new Refused('consent_required', detail);
  if (response.status >= 500) return new Refused('downstream_unavailable', detail);
  return new Refused('downstream_failed', detail);
}

const CODE_OF_TYPE: Readonly<Record<string, string>> = {
  'authentication error': 'AUTHENTICATION_ERROR',
  forbidden: 'FORBIDDEN',
  ratelimited: 'RATELIMITED',
  'invalid input': 'INVALID_INPUT',
};

/** The first code, or the one its type stands for; `UNKNOWN` for anything not of a plain word's shape. */
function errorCode(errors: readonly GraphqlError[]): string {
  const { code, type } = errors[0]?.extensions ?? {};
  const word = code ?? CODE_OF_TYPE[(type ?? '').toLowerCase()] ?? 'UNKNOWN';
  return /^[A-Z][A-Z_]{2,40}$/.test(word) ? word : 'UNKNOWN';
}

/** A limit that names no plausible reset is taken to last a minute. */
const DEFAULT_WAIT_MS = 60_000;
/** Linear's buckets refill within the hour; a later reset is not believed. */
const MAX_WAIT_MS = 3_600_000;

/** When to try again, in milliseconds since the epoch: the latest reset among the budgets that are spent. */
function retryAt(headers: Readonly<Record<string, string>>, now: number): number {
  const resets = ['requests', 'complexity']
    .filter((budget) => Number(headers[`x-ratelimit-${budget}-remaining`] ?? 0) <= 0)
    .map((budget) => Number(headers[`x-ratelimit-${budget}-reset`]))
    .filter((reset) => reset > now && reset <= now + MAX_WAIT_MS);
  return resets.length > 0 ? Math.max(...resets) : now + DEFAULT_WAIT_MS;
}
