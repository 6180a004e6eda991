import { type Database, openDatabase } from '@sallyport/database';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines, type Place } from '../../test/engines.ts';
import { Counting, testSigner } from '../../test/sample.ts';
import { EntryConflict } from './append.ts';
import { AuditLog } from './audit-log.ts';
import { openCheckpoint } from './checkpoint.ts';
import { verifyInclusion } from './proof.ts';
import { type AuditTables, migrations } from './tables.ts';

describe.each(engines)('audit log on $engine', ({ place }) => {
  const signer = testSigner();
  let where: Place;
  let database: Database<AuditTables>;
  let log: AuditLog;
  const open = async () => {
    database = await openDatabase<AuditTables>(where.url, migrations);
    log = await AuditLog.open(database, signer);
  };

  beforeEach(async () => {
    where = await place();
    await open();
  });
  afterEach(async () => {
    await log.close();
    await database.close();
    await where.remove();
  });

  it('refuses another event under a known uid, and another uid under a known counter, and stores nothing of the batch', async () => {
    const producer = new Counting();
    const first = producer.next();
    await log.append([first]);
    const sameUid = producer.next({ uid: first.uid });
    const sameCounter = { ...producer.next(), counter: first.counter };
    await expect(log.append([producer.next(), sameUid])).rejects.toThrow(EntryConflict);
    await expect(log.append([producer.next(), sameCounter])).rejects.toThrow(EntryConflict);
    const twin = producer.next();
    await expect(log.append([twin, twin])).rejects.toThrow(EntryConflict);
    expect((await log.checkpoint()).size).toBe(1);
  });

  it('refuses one batch of a shared commit without touching the others', async () => {
    const [good, bad] = [new Counting('mcp-server'), new Counting()];
    const first = bad.next();
    await log.append([first]);
    const outcomes = await Promise.allSettled([
      log.append(good.batch(3)),
      log.append([bad.next({ uid: first.uid })]),
      log.append(good.batch(2)),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await log.checkpoint()).size).toBe(6);
  });

  it('answers a repeated event with its old receipt and does not store it twice', async () => {
    const batch = new Counting().batch(3);
    const first = await log.append(batch);
    const again = await log.append(batch.map((entry) => ({ ...entry, body: entry.body.replace('Ada', 'Eve') })));
    expect(again.receipts).toEqual(first.receipts);
    expect(again.checkpoint).toBe(first.checkpoint);
    expect((await log.checkpoint()).size).toBe(3);
  });

  it('[C-AU-3] gives concurrent producers contiguous indices under one signed checkpoint that proves each receipt', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        log.append(new Counting(i % 2 ? 'mcp-server' : 'token-broker-issuer').batch(7)),
      ),
    );
    const receipts = answers.flatMap((answer) => answer.receipts);
    expect(receipts.map(({ index }) => index).sort((a, b) => a - b)).toEqual(Array.from({ length: 280 }, (_, i) => i));
    for (const { receipts, checkpoint } of answers) {
      const { size, root } = openCheckpoint(checkpoint, signer.verifier);
      const { index, leafHash } = receipts[0] as (typeof receipts)[number];
      const leaf = Buffer.from(leafHash, 'base64');
      expect(verifyInclusion(leaf, index, size, await log.proof(index, size), root)).toBe(true);
    }
  });

  it('[C-AU-4] takes up where it was after a restart', async () => {
    const producer = new Counting();
    const before = await log.append(producer.batch(300));
    await log.close();
    await database.close();
    await open();
    const after = await log.append(producer.batch(1));
    expect(after.receipts[0]?.index).toBe(300);
    const { size, root } = await log.checkpoint();
    expect(await log.rootAt(size)).toEqual(root);
    expect(await log.rootAt(300)).toEqual(openCheckpoint(before.checkpoint, signer.verifier).root);
  });

  it('[C-AU-3] refuses to change, delete or truncate what was written', async () => {
    await log.append(new Counting().batch(1));
    for (const change of [`update log_entry set body = '{}'`, 'delete from log_entry', 'truncate log_entry']) {
      await expect(sql.raw(change).execute(database.db)).rejects.toThrow('append-only');
    }
  });

  it('[C-AU-3] does not open on a head that its checkpoint does not cover, or under another key', async () => {
    await log.append(new Counting().batch(5));
    await expect(AuditLog.open(database, testSigner())).rejects.toThrow('not signed by the expected key');
    await database.db
      .updateTable('log_head')
      .set({ frontier: Buffer.alloc(64) })
      .execute();
    await expect(AuditLog.open(database, signer)).rejects.toThrow('does not match its checkpoint');
  });

  it('shows which producer run has events missing, until they arrive', async () => {
    const producer = new Counting();
    const [zero, one, two] = producer.batch(3) as [never, never, never];
    await log.append([zero, two]);
    expect(await log.gaps()).toEqual([{ producer: producer.producer, epoch: producer.epoch, highest: 2, missing: 1 }]);
    await log.append([one]);
    expect(await log.gaps()).toEqual([]);
  });

  it('refuses new batches once it is closing, and settles those it took', async () => {
    const taken = log.append(new Counting().batch(1));
    const closing = log.close();
    await expect(log.append(new Counting().batch(1))).rejects.toThrow('stopping');
    await closing;
    expect((await taken).receipts).toHaveLength(1);
  });
});
