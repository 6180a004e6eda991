import { refuse } from './refusal.ts';
import type { ValidCall } from './valid-call.ts';

declare const limited: unique symbol;
/** A call within the limits; only `Limits.take` makes one. */
export type LimitedCall = ValidCall & { readonly [limited]: true };

interface Bucket {
  tokens: number;
  /** Milliseconds since the epoch. */
  at: number;
}

/** Buckets are dropped when full again, so memory is bounded by who called within the last minute; this is the backstop. */
const MAX_BUCKETS = 100_000;

/** Token buckets (C-LM-1): refilled evenly, refusal says when the next call fits. One replica; memory only. */
export class TokenBuckets {
  readonly #buckets = new Map<string, Bucket>();
  #nextSweep = 0;

  constructor(private readonly now: () => number) {}

  /** Takes one. @returns 0, or how many milliseconds until one is there */
  take(key: string, perMinute: number, burst: number): number {
    const now = this.now();
    if (now >= this.#nextSweep || this.#buckets.size >= MAX_BUCKETS) this.#sweep(now);
    const bucket = this.#buckets.get(key) ?? { tokens: burst, at: now };
    const refilled = Math.min(burst, bucket.tokens + ((now - bucket.at) / 60_000) * perMinute);
    const enough = refilled >= 1;
    this.#buckets.set(key, { tokens: enough ? refilled - 1 : refilled, at: now });
    return enough ? 0 : Math.ceil(((1 - refilled) / perMinute) * 60_000);
  }

  /** A bucket untouched for a minute is full again whatever its size. */
  #sweep(now: number): void {
    for (const [key, { at }] of this.#buckets) if (now - at >= 60_000) this.#buckets.delete(key);
    this.#nextSweep = now + 10_000;
  }
}

export interface LimitOptions {
  callsPerMinute: number;
  burst: number;
  now(): number;
}

/** Two buckets a call: the person's, and the person's for that tool. */
export class Limits {
  readonly #buckets: TokenBuckets;

  constructor(private readonly options: LimitOptions) {
    this.#buckets = new TokenBuckets(options.now);
  }

  /** @throws CallRefused rate_limited */
  take(call: ValidCall): LimitedCall {
    const { callsPerMinute, burst } = this.options;
    const { definition } = call.tool;
    const own = definition.limits.callsPerMinute;
    const person = `${call.caller.tenant} ${call.caller.sub}`;
    const waitMs =
      this.#buckets.take(person, callsPerMinute, burst) ||
      this.#buckets.take(`${person} ${definition.name}`, own, Math.min(burst, own));
    if (waitMs > 0) refuse({ reason: 'rate_limited', retryAfterSeconds: Math.ceil(waitMs / 1_000) });
    return call as LimitedCall;
  }
}
