import type { Kysely } from 'kysely';
import { TILE_WIDTH } from './frontier.ts';
import type { HashSource } from './proof.ts';
import type { AuditTables } from './tables.ts';

/**
 * Hashes of the stored tree, a tile at a time. Entries never change, so one instance may be read while others append;
 * it remembers the tiles it has read: make one per question.
 */
export class SqlHashes implements HashSource {
  readonly #tiles = new Map<string, Promise<Buffer[]>>();

  constructor(private readonly db: Kysely<AuditTables>) {}

  async hashes(level: number, from: number, count: number): Promise<Buffer[]> {
    const n = Math.floor(from / TILE_WIDTH);
    const key = `${level}/${n}`;
    let tile = this.#tiles.get(key);
    if (!tile) {
      tile = this.#read(level, n);
      this.#tiles.set(key, tile);
    }
    const start = from - n * TILE_WIDTH;
    const hashes = (await tile).slice(start, start + count);
    if (hashes.length !== count) throw new RangeError(`tile ${key} has no ${count} hashes from ${start} on`);
    return hashes;
  }

  async #read(level: number, n: number): Promise<Buffer[]> {
    const [first, end] = [n * TILE_WIDTH, (n + 1) * TILE_WIDTH];
    const rows =
      level === 0
        ? await this.db
            .selectFrom('log_entry')
            .select('leaf_hash as hash')
            .where('index', '>=', first)
            .where('index', '<', end)
            .orderBy('index')
            .execute()
        : await this.db
            .selectFrom('log_tile_root')
            .select('hash')
            .where('level', '=', level)
            .where('index', '>=', first)
            .where('index', '<', end)
            .orderBy('index')
            .execute();
    // PGlite answers Uint8Array where pg answers Buffer.
    return rows.map(({ hash }) => Buffer.from(hash));
  }
}
