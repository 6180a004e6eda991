export interface Level {
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds since the epoch: when the bucket is whole again. */
  readonly resetAt: number;
  /** Whole seconds until the refused cost would fit; 0 when it was taken. */
  readonly retryAfterSeconds: number;
  readonly taken: boolean;
}

const HOUR_MS = 3_600_000;

/** Budgets that refill evenly over an hour, one for each key. */
export class LeakyBuckets {
  readonly #levels = new Map<string, { used: number; at: number }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Takes `cost` from the bucket of `key`, or leaves it as it is when there is not enough. */
  take(key: string, limit: number, cost: number): Level {
    const now = this.#now();
    const before = this.#levels.get(key) ?? { used: 0, at: now };
    const used = Math.max(0, before.used - ((now - before.at) * limit) / HOUR_MS);
    const taken = used + cost <= limit;
    const after = taken ? used + cost : used;
    this.#levels.set(key, { used: after, at: now });
    return {
      limit,
      remaining: Math.floor(limit - after),
      resetAt: Math.ceil(now + (after * HOUR_MS) / limit),
      retryAfterSeconds: taken ? 0 : Math.ceil(((after + cost - limit) * HOUR_MS) / limit / 1000),
      taken,
    };
  }
}
