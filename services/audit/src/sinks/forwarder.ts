import type { Kysely } from 'kysely';
import type { AuditLog } from '../log/audit-log.ts';
import type { AuditTables } from '../log/tables.ts';
import type { Sink } from './sink.ts';

const BATCH = 500;
/** A forwarder that has not been heard of for this long has lost its sink to another replica, in milliseconds. */
const LEASE_MS = 5_000;
const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 30_000;
/** Looks for entries of other replicas this often, in milliseconds. */
const POLL_MS = 1_000;

export interface ForwarderOptions {
  /** Who holds the sink: one UUID per replica. */
  owner: string;
  now(): number;
  /** Told of each failed delivery. */
  onError(error: unknown): void;
  batch?: number;
}

/**
 * Carries the log to one sink, in order, at least once. Its cursor is in the database and moves only after the sink said
 * it has the events for good; a sink that fails waits, and nothing waits for it.
 */
export class Forwarder {
  #running: Promise<void> | undefined;
  #wake: (() => void) | undefined;
  /** Ends the wait for new entries, but not the pause after a failure. */
  #nudge: (() => void) | undefined;
  #closed = false;
  constructor(
    private readonly db: Kysely<AuditTables>,
    private readonly log: AuditLog,
    private readonly sink: Sink,
    private readonly options: ForwarderOptions,
  ) {}

  /** Starts to follow the log, from where it was left. */
  start(): void {
    this.log.onCommit(() => this.#nudge?.());
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
    const [{ size }, row] = await Promise.all([
      this.log.checkpoint(),
      this.db.selectFrom('sink_cursor').select('next_index').where('sink', '=', this.sink.name).executeTakeFirst(),
    ]);
    return size - (row?.next_index ?? 0);
  }

  /** Finishes the delivery in flight, gives up the lease. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#wake?.();
    await this.#running;
    await this.forward().catch(this.options.onError);
    await this.db
      .updateTable('sink_cursor')
      .set({ lease_owner: null, lease_until: 0 })
      .where('sink', '=', this.sink.name)
      .where('lease_owner', '=', this.options.owner)
      .execute();
    await this.sink.close();
  }

  async #follow(): Promise<void> {
    let retry = FIRST_RETRY_MS;
    while (!this.#closed) {
      try {
        await this.forward();
        retry = FIRST_RETRY_MS;
        await this.#sleep(POLL_MS, true);
      } catch (error) {
        this.options.onError(error);
        // Full jitter: replicas and sinks that failed together do not come back together.
        await this.#sleep(Math.random() * retry, false);
        retry = Math.min(retry * 2, LAST_RETRY_MS);
      }
    }
  }

  /** @returns whether there may be more */
  async #step(): Promise<boolean> {
    const cursor = await this.#lease();
    if (cursor === undefined) return false;
    const { size } = await this.log.checkpoint();
    if (cursor >= size) return false;
    const entries = await this.log.entries(cursor, cursor + (this.options.batch ?? BATCH));
    await this.sink.deliver(entries);
    const next = cursor + entries.length;
    await this.db
      .updateTable('sink_cursor')
      .set({ next_index: next })
      .where('sink', '=', this.sink.name)
      .where('lease_owner', '=', this.options.owner)
      .execute();
    return next < size;
  }

  /** Takes or keeps the lease. @returns the cursor, or undefined while another replica has the sink */
  async #lease(): Promise<number | undefined> {
    const now = this.options.now();
    const { name: sink } = this.sink;
    await this.db
      .insertInto('sink_cursor')
      .values({ sink, next_index: 0, lease_owner: null, lease_until: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const row = await this.db
      .updateTable('sink_cursor')
      .set({ lease_owner: this.options.owner, lease_until: now + LEASE_MS })
      .where('sink', '=', sink)
      .where((where) => where.or([where('lease_owner', '=', this.options.owner), where('lease_until', '<', now)]))
      .returning('next_index')
      .executeTakeFirst();
    return row?.next_index;
  }

  async #sleep(milliseconds: number, untilNews: boolean): Promise<void> {
    if (this.#closed) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds).unref();
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (untilNews) this.#nudge = this.#wake;
    });
    this.#nudge = undefined;
  }
}
