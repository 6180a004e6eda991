import type { ReplayStore } from '@sallyport/authn';
import type { Kysely } from 'kysely';
import { hashOf } from './secret-hash.ts';
import type { BrokerTables } from './tables.ts';

/** One-time artefacts are remembered at least this long, in milliseconds (C-ID-7: ≥ 15 min). */
const MEMORY_MS = 15 * 60_000;

/** Replay set in SQL: the unique insert decides, so two replicas cannot both win (C-ID-7). */
export class OneTimeIds implements ReplayStore {
  constructor(
    private readonly db: Kysely<BrokerTables>,
    private readonly now: () => number,
  ) {}

  async claim(id: string, expiresAtMs: number): Promise<boolean> {
    const row = { id_hash: hashOf(id), expires_at: Math.max(expiresAtMs, this.now() + MEMORY_MS) };
    const result = await this.db
      .insertInto('one_time')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return (result.numInsertedOrUpdatedRows ?? 0n) === 1n;
  }
}
