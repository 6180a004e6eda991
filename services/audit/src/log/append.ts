import type { Receipt } from '@sallyport/contracts';
import { type Kysely, sql, type Transaction } from 'kysely';
import { signCheckpoint } from './checkpoint.ts';
import type { NewEntry } from './entry.ts';
import { Frontier } from './frontier.ts';
import type { NoteSigner } from './note.ts';
import type { AuditTables } from './tables.ts';

/** The same uid or counter was used before for something else; nothing of the batch was stored. */
export class EntryConflict extends Error {
  override readonly name = 'EntryConflict';
}

export interface Appended {
  receipts: Receipt[];
  /** Signed note that covers every receipt. */
  checkpoint: string;
}

interface Stored {
  uid: string;
  digest: Buffer;
  index: number;
  leaf: Buffer;
}

const UNIQUE_VIOLATION = '23505';

/**
 * Appends whole batches in one transaction: the head row is locked, indices follow on without a gap, entries, frontier and
 * signed checkpoint are written together. Batches stand or fall one by one; a batch in conflict stores nothing.
 * @returns per batch its receipts, or the conflict
 */
export async function appendBatches(
  db: Kysely<AuditTables>,
  signer: NoteSigner,
  batches: readonly (readonly NewEntry[])[],
): Promise<(Appended | EntryConflict)[]> {
  const append = (lookUp: boolean) => db.transaction().execute((tx) => appendWithin(tx, signer, batches, lookUp));
  try {
    return await append(false);
  } catch (error) {
    // Repeats are rare: only when the unique indexes report one are the earlier entries looked up, under the lock.
    if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
    return append(true);
  }
}

async function appendWithin(
  tx: Transaction<AuditTables>,
  signer: NoteSigner,
  batches: readonly (readonly NewEntry[])[],
  lookUp: boolean,
): Promise<(Appended | EntryConflict)[]> {
  const head = await tx
    .selectFrom('log_head')
    .select(['size', 'frontier', 'checkpoint'])
    .where('id', '=', 1)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const frontier = Frontier.parse(head.size, head.frontier);
  const known = lookUp ? await earlier(tx, batches.flat()) : new Known([]);
  const fresh: { index: number; entry: NewEntry }[] = [];
  const outcomes = batches.map((batch): Receipt[] | EntryConflict => {
    if (batch.some((entry) => known.contradicts(entry)) || repeatsItself(batch)) {
      return new EntryConflict('uid or counter already stands for something else');
    }
    return batch.map((entry) => {
      let stored = known.get(entry.uid);
      if (!stored) {
        stored = { ...entry, index: head.size + fresh.length };
        fresh.push({ index: stored.index, entry });
        known.add(entry, stored);
      }
      return { uid: stored.uid, index: stored.index, leafHash: stored.leaf.toString('base64') };
    });
  });
  const checkpoint = fresh.length === 0 ? head.checkpoint : await write(tx, signer, frontier, fresh);
  return outcomes.map((receipts) => (receipts instanceof EntryConflict ? receipts : { receipts, checkpoint }));
}

/** Entries, tile roots, producer counts and head in one statement; one round trip under the lock. */
async function write(
  tx: Transaction<AuditTables>,
  signer: NoteSigner,
  frontier: Frontier,
  fresh: readonly { index: number; entry: NewEntry }[],
): Promise<string> {
  const tileRoots: { level: number; index: number; hash: string }[] = [];
  for (const { entry } of fresh) {
    frontier.append(entry.leaf, (level, index, root) => {
      tileRoots.push({ level, index, hash: root.toString('hex') });
    });
  }
  const checkpoint = signCheckpoint(
    { origin: signer.verifier.name, size: frontier.size, root: frontier.root() },
    signer,
  );
  const rows = fresh.map(({ index, entry: { digest, leaf, traceId, tenant, ...rest } }) => ({
    ...rest,
    index,
    digest: digest.toString('hex'),
    leaf_hash: leaf.toString('hex'),
    trace_id: traceId,
    tenant: tenant ?? null,
  }));
  // One JSON parameter is three times as fast here as a row of parameters per entry.
  await sql`
    with fresh as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as t("index" bigint, uid uuid, producer text,
        epoch uuid, counter bigint, digest text, leaf_hash text, trace_id text, tenant text, body text)
    ), entries as (
      insert into log_entry ("index", uid, producer, epoch, counter, digest, leaf_hash, trace_id, tenant, body)
      select "index", uid, producer, epoch, counter, decode(digest, 'hex'), decode(leaf_hash, 'hex'), trace_id, tenant,
        body from fresh order by "index"
    ), counts as (
      insert into producer_epoch (producer, epoch, highest, received)
      select producer, epoch, max(counter), count(*) from fresh group by producer, epoch
      on conflict (producer, epoch) do update set
        highest = greatest(producer_epoch.highest, excluded.highest),
        received = producer_epoch.received + excluded.received
    ), tiles as (
      insert into log_tile_root (level, "index", hash)
      select level, "index", decode(hash, 'hex')
      from json_to_recordset(${JSON.stringify(tileRoots)}::json) as t(level smallint, "index" bigint, hash text)
    )
    update log_head set size = ${frontier.size}, frontier = ${frontier.bytes()}, checkpoint = ${checkpoint} where id = 1
  `.execute(tx);
  return checkpoint;
}

/** Entries that already bear one of these uids or counters. */
async function earlier(tx: Transaction<AuditTables>, entries: readonly NewEntry[]): Promise<Known> {
  const keys = JSON.stringify(entries.map(({ uid, producer, epoch, counter }) => ({ uid, producer, epoch, counter })));
  const { rows } = await sql<AuditTables['log_entry']>`
    with asked as (
      select * from json_to_recordset(${keys}::json) as t(uid uuid, producer text, epoch uuid, counter bigint)
    )
    select e.* from log_entry e join asked a on e.uid = a.uid
    union
    select e.* from log_entry e join asked a on e.producer = a.producer and e.epoch = a.epoch and e.counter = a.counter
  `.execute(tx);
  return new Known(rows);
}

/** What already stands in the log, as far as it matters for a group of batches. */
class Known {
  readonly #byUid = new Map<string, Stored>();
  readonly #byCounter = new Map<string, string>();

  constructor(rows: readonly AuditTables['log_entry'][]) {
    for (const row of rows) {
      const { uid, index } = row;
      this.add(row, { uid, index, digest: Buffer.from(row.digest), leaf: Buffer.from(row.leaf_hash) });
    }
  }

  get(uid: string): Stored | undefined {
    return this.#byUid.get(uid);
  }

  add(key: Pick<NewEntry, 'producer' | 'epoch' | 'counter'>, stored: Stored): void {
    this.#byUid.set(stored.uid, stored);
    this.#byCounter.set(counterKey(key), stored.uid);
  }

  /** Whether the entry claims a uid or a counter that stands for something else. */
  contradicts(entry: NewEntry): boolean {
    const stored = this.#byUid.get(entry.uid);
    const holder = this.#byCounter.get(counterKey(entry));
    return (stored !== undefined && !stored.digest.equals(entry.digest)) || (holder ?? entry.uid) !== entry.uid;
  }
}

const counterKey = ({ producer, epoch, counter }: Pick<NewEntry, 'producer' | 'epoch' | 'counter'>) =>
  `${producer} ${epoch} ${counter}`;
const repeatsItself = (batch: readonly NewEntry[]) =>
  new Set(batch.map(({ uid }) => uid)).size < batch.length || new Set(batch.map(counterKey)).size < batch.length;
