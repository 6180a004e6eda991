/** Remembers one-time identifiers until they could no longer be accepted anyway (C-ID-7). */
export interface ReplayStore {
  /**
   * Claims an identifier. @returns true for the first claim, false for every later one before `expiresAtMs`
   * @param expiresAtMs milliseconds since the epoch
   */
  claim(id: string, expiresAtMs: number): boolean | Promise<boolean>;
}

/** Replay store of a single replica. When full it refuses instead of forgetting: forgetting would reopen the window. */
export class ReplayMemory implements ReplayStore {
  readonly #seen = new Map<string, number>();
  #nextSweep = 0;

  constructor(
    private readonly now: () => number = Date.now,
    private readonly capacity = 1_000_000,
  ) {}

  claim(id: string, expiresAtMs: number): boolean {
    const now = this.now();
    if (now >= this.#nextSweep || this.#seen.size >= this.capacity) this.#sweep(now);
    const until = this.#seen.get(id);
    if ((until !== undefined && until > now) || this.#seen.size >= this.capacity) return false;
    this.#seen.set(id, expiresAtMs);
    return true;
  }

  #sweep(now: number): void {
    for (const [id, until] of this.#seen) if (until <= now) this.#seen.delete(id);
    this.#nextSweep = now + 30_000;
  }
}
