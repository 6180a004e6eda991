import type { Database } from '@sallyport/database';
import type { Kysely } from 'kysely';
import { type Appended, appendBatches } from './append.ts';
import { type Checkpoint, openCheckpoint, signCheckpoint } from './checkpoint.ts';
import type { NewEntry } from './entry.ts';
import { Frontier, TILE_WIDTH } from './frontier.ts';
import { GroupCommit } from './group-commit.ts';
import { EMPTY_ROOT } from './hash.ts';
import type { NoteSigner, NoteVerifier } from './note.ts';
import { inclusionProof, rootAt } from './proof.ts';
import { SqlHashes } from './sql-hashes.ts';
import type { AuditTables } from './tables.ts';
import { encodeBundle, type TileName } from './tiles.ts';

/** Entries per transaction and entries that may wait: about 5 MB and 50 MB of events. */
const LIMITS = { perCommit: 2_000, waiting: 20_000 };

export interface StoredEntry {
  index: number;
  tenant: string | null;
  /** Canonical OCSF JSON. */
  body: string;
}

/** The log: ordered, append-only, under a signed checkpoint. Several processes may append to one database. */
export class AuditLog {
  readonly #queue: GroupCommit<NewEntry, Appended>;
  readonly #listeners: (() => void)[] = [];

  private constructor(
    private readonly db: Kysely<AuditTables>,
    private readonly signer: NoteSigner,
  ) {
    this.#queue = new GroupCommit<NewEntry, Appended>(async (batches) => {
      const outcomes = await appendBatches(db, signer, batches);
      for (const listener of this.#listeners) listener();
      return outcomes;
    }, LIMITS);
  }

  /**
   * Takes up the log of this database, or begins it.
   * @throws Error where the stored head was signed by another key, or is not the root of what is stored
   */
  static async open({ db }: Pick<Database<AuditTables>, 'db'>, signer: NoteSigner): Promise<AuditLog> {
    const empty = signCheckpoint({ origin: signer.verifier.name, size: 0, root: EMPTY_ROOT }, signer);
    await db
      .insertInto('log_head')
      .values({ id: 1, size: 0, frontier: Buffer.alloc(0), checkpoint: empty })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const head = await db.selectFrom('log_head').selectAll().executeTakeFirstOrThrow();
    const { size, root } = openCheckpoint(head.checkpoint, signer.verifier);
    if (size !== head.size || !Frontier.parse(size, head.frontier).root().equals(root)) {
      throw new Error('the head of the audit log does not match its checkpoint');
    }
    return new AuditLog(db, signer);
  }

  /** Who may verify this log's checkpoints. */
  get verifier(): NoteVerifier {
    return this.signer.verifier;
  }

  /** Called after each commit, never awaited: sinks and the log directory follow the log, they do not hold it. */
  onCommit(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /**
   * Appends a batch; resolves once it is durable and under the returned checkpoint.
   * @throws EntryConflict, Overloaded, or the database's error
   */
  append(entries: readonly NewEntry[]): Promise<Appended> {
    return this.#queue.submit(entries);
  }

  /** Latest signed checkpoint, as the note and read. */
  async checkpoint(): Promise<Checkpoint & { note: string }> {
    const { checkpoint } = await this.db.selectFrom('log_head').select('checkpoint').executeTakeFirstOrThrow();
    return { note: checkpoint, ...openCheckpoint(checkpoint, this.signer.verifier) };
  }

  /** How many entries the log has. */
  async size(): Promise<number> {
    return (await this.db.selectFrom('log_head').select('size').executeTakeFirstOrThrow()).size;
  }

  /** Entries [from, to) in order. */
  entries(from: number, to: number): Promise<StoredEntry[]> {
    return this.db
      .selectFrom('log_entry')
      .select(['index', 'tenant', 'body'])
      .where('index', '>=', from)
      .where('index', '<', to)
      .orderBy('index')
      .execute();
  }

  /** Entries of one trace in order, at most `limit`. */
  entriesOfTrace(traceId: string, limit: number): Promise<StoredEntry[]> {
    return this.db
      .selectFrom('log_entry')
      .select(['index', 'tenant', 'body'])
      .where('trace_id', '=', traceId)
      .orderBy('index')
      .limit(limit)
      .execute();
  }

  /** Contents of a tile or entry bundle. @throws RangeError where the log is not that long */
  async tile({ level, n, width }: TileName): Promise<Buffer> {
    const from = n * TILE_WIDTH;
    if (level !== 'entries') return Buffer.concat(await new SqlHashes(this.db).hashes(level, from, width));
    const entries = await this.entries(from, from + width);
    if (entries.length !== width) throw new RangeError(`no ${width} entries from ${from} on`);
    return encodeBundle(entries.map(({ body }) => Buffer.from(body)));
  }

  /** Leaf hash of an entry. @throws RangeError */
  async leafHash(index: number): Promise<Buffer> {
    return (await new SqlHashes(this.db).hashes(0, index, 1))[0] as Buffer;
  }

  /** Audit path of an entry in the tree of `size` entries. @throws RangeError */
  proof(index: number, size: number): Promise<Buffer[]> {
    return inclusionProof(index, size, new SqlHashes(this.db));
  }

  /** Root of the first `size` entries, recomputed from what is stored. */
  rootAt(size: number): Promise<Buffer> {
    return rootAt(size, new SqlHashes(this.db));
  }

  /** Producer runs of which something has not arrived. */
  async gaps(): Promise<{ producer: string; epoch: string; highest: number; missing: number }[]> {
    const rows = await this.db
      .selectFrom('producer_epoch')
      .selectAll()
      .whereRef('received', '<=', 'highest')
      .orderBy('producer')
      .execute();
    return rows.map(({ producer, epoch, highest, received }) => ({
      producer,
      epoch,
      highest,
      missing: highest + 1 - received,
    }));
  }

  /** Refuses new batches, settles those taken. */
  close(): Promise<void> {
    return this.#queue.close();
  }
}
