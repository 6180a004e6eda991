import type { AuditLog } from '../log/audit-log.ts';
import type { Sink } from './sink.ts';
import type { SinkCursor } from './sink-cursor.ts';

const BATCH = 500;
const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 30_000;
/** Commits that follow each other this closely are delivered together, in milliseconds. */
const GATHER_MS = 100;
/** Entries of other replicas are looked for this often, in milliseconds. */
const POLL_MS = 1_000;

export interface ForwarderOptions {
  /** Told of each failed delivery. */
  onError(error: unknown): void;
  /** Entries per delivery. */
  batch?: number;
}

/**
 * Carries the log to one sink, in order, at least once. The cursor moves only after the sink said it has the events for
 * good; a sink that fails waits, and nothing waits for it.
 */
export class Forwarder {
  #running: Promise<void> | undefined;
  #wake: (() => void) | undefined;
  #news = true;
  #closed = false;

  constructor(
    private readonly log: AuditLog,
    private readonly sink: Sink,
    private readonly cursor: SinkCursor,
    private readonly options: ForwarderOptions,
  ) {}

  /** Starts to follow the log, from where it was left. */
  start(): void {
    this.log.onCommit(() => {
      this.#news = true;
      this.#wake?.();
    });
    this.#running ??= this.#follow();
  }

  /** Delivers what is there now. @throws whatever the sink threw */
  async forward(): Promise<void> {
    while (await this.#step()) {
      // until the cursor is at the end
    }
  }

  /** Entries that the sink has not confirmed. */
  async lag(): Promise<number> {
    return (await this.log.size()) - (await this.cursor.position());
  }

  /** Delivers what is left as far as the sink takes it, and gives up the lease. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#wake?.();
    await this.#running;
    await this.forward().catch(this.options.onError);
    await this.cursor.release();
    await this.sink.close();
  }

  async #follow(): Promise<void> {
    let retry = FIRST_RETRY_MS;
    while (!this.#closed) {
      this.#news = false;
      try {
        await this.forward();
        retry = FIRST_RETRY_MS;
        await this.#sleep(GATHER_MS, () => this.#closed);
        await this.#sleep(POLL_MS, () => this.#closed || this.#news);
      } catch (error) {
        this.options.onError(error);
        // Full jitter: replicas and sinks that failed together do not come back together.
        await this.#sleep(Math.random() * retry, () => this.#closed);
        retry = Math.min(retry * 2, LAST_RETRY_MS);
      }
    }
  }

  /** @returns whether there may be more */
  async #step(): Promise<boolean> {
    const next = await this.cursor.take();
    if (next === undefined) return false;
    const entries = await this.log.entries(next, next + (this.options.batch ?? BATCH));
    if (entries.length === 0) return false;
    await this.sink.deliver(entries);
    await this.cursor.advance(next + entries.length);
    return entries.length === (this.options.batch ?? BATCH);
  }

  /** Waits for the time, or until something happened that `enough` finds worth waking up for. */
  async #sleep(milliseconds: number, enough: () => boolean): Promise<void> {
    if (enough()) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds).unref();
      this.#wake = () => {
        if (!enough()) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
