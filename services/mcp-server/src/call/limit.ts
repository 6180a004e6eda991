import type { Caller } from '@sallyport/contracts';
import { refuse } from './refusal.ts';
import type { ValidCall } from './valid-call.ts';

declare const limited: unique symbol;
/** A call within the limits; only `Limits.take` makes one. */
export type LimitedCall = ValidCall & { readonly [limited]: true };

interface Bucket {
  /** Credits: one call costs `CALL`, every millisecond gives `perMinute` of them. Whole numbers, so that counts are exact. */
  credits: number;
  /** Milliseconds since the epoch. */
  at: number;
  perMinute: number;
  burst: number;
}

const CALL = 60_000;
const SWEEP_MS = 10_000;

/** Token buckets (C-LM-1): refilled evenly, refusal says when the next call fits. One replica; memory only. */
export class TokenBuckets {
  readonly #buckets = new Map<string, Bucket>();
  #nextSweep = 0;

  constructor(private readonly now: () => number) {}

  /** Takes one. @returns 0, or how many milliseconds until one is there */
  take(key: string, perMinute: number, burst: number): number {
    const now = this.now();
    if (now >= this.#nextSweep) this.#sweep(now);
    const full = { credits: burst * CALL, at: now, perMinute, burst };
    const credits = creditsOf(this.#buckets.get(key) ?? full, now);
    const enough = credits >= CALL;
    this.#buckets.set(key, { ...full, credits: enough ? credits - CALL : credits });
    return enough ? 0 : Math.ceil((CALL - credits) / perMinute);
  }

  /** A full bucket says nothing: memory is bounded by who called lately. */
  #sweep(now: number): void {
    for (const [key, bucket] of this.#buckets) {
      if (creditsOf(bucket, now) >= bucket.burst * CALL) this.#buckets.delete(key);
    }
    this.#nextSweep = now + SWEEP_MS;
  }
}

/** A clock that steps back gives nothing and takes nothing. */
function creditsOf({ credits, at, perMinute, burst }: Bucket, now: number): number {
  return Math.min(burst * CALL, credits + Math.max(0, now - at) * perMinute);
}

export interface LimitOptions {
  callsPerMinute: number;
  burst: number;
  /** Multiplies every tool's own limit, for deployments larger than the catalogue had in mind. */
  toolFactor?: number;
  now(): number;
}

/** Two buckets a call: the person's, which every call costs, and the person's for that tool. */
export class Limits {
  readonly #buckets: TokenBuckets;

  constructor(private readonly options: LimitOptions) {
    this.#buckets = new TokenBuckets(options.now);
  }

  /**
   * Before a call is looked at: calls that will not pass cost too, or an agent in a loop would fill the record for free.
   * @throws CallRefused rate_limited
   */
  charge(caller: Caller): void {
    const { callsPerMinute, burst } = this.options;
    demand(this.#buckets.take(personOf(caller), callsPerMinute, burst));
  }

  /** @throws CallRefused rate_limited */
  take(call: ValidCall): LimitedCall {
    const { name, limits } = call.tool.definition;
    const { burst, toolFactor = 1 } = this.options;
    const perMinute = limits.callsPerMinute * toolFactor;
    demand(this.#buckets.take(`${personOf(call.caller)} ${name}`, perMinute, Math.min(burst, perMinute)));
    return call as LimitedCall;
  }
}

const personOf = ({ tenant, sub }: Caller): string => `${tenant} ${sub}`;

function demand(waitMs: number): void {
  if (waitMs > 0) refuse({ reason: 'rate_limited', retryAfterSeconds: Math.ceil(waitMs / 1_000) });
}
