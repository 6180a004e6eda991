/** More is waiting than can be held: the caller must try again later. */
export class Overloaded extends Error {
  override readonly name = 'Overloaded';
}

interface Waiting<Item, Outcome> {
  batch: readonly Item[];
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

/**
 * Lets concurrent callers share one commit: while a commit runs, batches gather, and the next one takes them all.
 * @param commit stores batches and answers per batch; an Error among the answers rejects that batch only
 */
export class GroupCommit<Item, Outcome> {
  #waiting: Waiting<Item, Outcome>[] = [];
  #items = 0;
  #running: Promise<void> | undefined;
  #closed = false;

  constructor(
    private readonly commit: (batches: readonly (readonly Item[])[]) => Promise<(Outcome | Error)[]>,
    private readonly limits: { perCommit: number; waiting: number },
  ) {}

  /** @throws Overloaded when too much waits or the service is stopping; else whatever `commit` said or threw */
  submit(batch: readonly Item[]): Promise<Outcome> {
    if (this.#closed || this.#items + batch.length > this.limits.waiting) {
      return Promise.reject(new Overloaded(this.#closed ? 'stopping' : 'too much is waiting'));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ batch, resolve, reject });
      this.#items += batch.length;
      this.#running ??= this.#run();
    });
  }

  /** Takes nothing new and resolves when everything taken is settled. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const group = this.#take();
      try {
        const outcomes = await this.commit(group.map(({ batch }) => batch));
        for (const [i, { resolve, reject }] of group.entries()) {
          const outcome = outcomes[i];
          if (outcome === undefined || outcome instanceof Error) reject(outcome ?? new Error('no outcome'));
          else resolve(outcome);
        }
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    // In the same turn as the last look at the queue: a caller answered just now may submit before any callback runs.
    this.#running = undefined;
  }

  #take(): Waiting<Item, Outcome>[] {
    let [count, items] = [0, 0];
    for (const { batch } of this.#waiting) {
      if (count > 0 && items + batch.length > this.limits.perCommit) break;
      count += 1;
      items += batch.length;
    }
    this.#items -= items;
    return this.#waiting.splice(0, count);
  }
}
