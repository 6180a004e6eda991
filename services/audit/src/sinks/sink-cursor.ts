import type { Kysely } from 'kysely';
import type { AuditTables } from '../log/tables.ts';

/** A replica that has not been heard of for this long has lost its sink to another one, in milliseconds. */
const LEASE_MS = 5_000;

/** How far one sink is, and which replica serves it: one row, outlives every process. */
export class SinkCursor {
  #next = 0;
  #until = 0;

  constructor(
    private readonly db: Kysely<AuditTables>,
    private readonly sink: string,
    /** One UUID per replica. */
    private readonly owner: string,
    private readonly now: () => number,
  ) {}

  /** Takes or keeps the sink. @returns index of the next entry it needs, or undefined while another replica has it */
  async take(): Promise<number | undefined> {
    const now = this.now();
    // Half a lease is left: nobody else can have it.
    if (this.#until - now > LEASE_MS / 2) return this.#next;
    const { sink, owner } = this;
    await this.db
      .insertInto('sink_cursor')
      .values({ sink, next_index: 0, lease_owner: null, lease_until: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const row = await this.db
      .updateTable('sink_cursor')
      .set({ lease_owner: owner, lease_until: now + LEASE_MS })
      .where('sink', '=', sink)
      .where((where) => where.or([where('lease_owner', '=', owner), where('lease_until', '<', now)]))
      .returning('next_index')
      .executeTakeFirst();
    this.#until = row ? now + LEASE_MS : 0;
    this.#next = row?.next_index ?? 0;
    return row?.next_index;
  }

  /** The sink has everything before `next`. Does nothing when another replica took over meanwhile. */
  async advance(next: number): Promise<void> {
    const until = this.now() + LEASE_MS;
    const row = await this.db
      .updateTable('sink_cursor')
      .set({ next_index: next, lease_until: until })
      .where('sink', '=', this.sink)
      .where('lease_owner', '=', this.owner)
      .returning('sink')
      .executeTakeFirst();
    this.#until = row ? until : 0;
    this.#next = next;
  }

  /** Index of the next entry the sink needs, whoever serves it. */
  async position(): Promise<number> {
    const row = await this.db
      .selectFrom('sink_cursor')
      .select('next_index')
      .where('sink', '=', this.sink)
      .executeTakeFirst();
    return row?.next_index ?? 0;
  }

  /** Lets another replica have the sink at once. */
  async release(): Promise<void> {
    this.#until = 0;
    await this.db
      .updateTable('sink_cursor')
      .set({ lease_owner: null, lease_until: 0 })
      .where('sink', '=', this.sink)
      .where('lease_owner', '=', this.owner)
      .execute();
  }
}
