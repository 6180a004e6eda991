import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openDatabase } from '@sallyport/database';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Counting, testSigner } from '../../test/sample.ts';
import { AuditLog } from '../log/audit-log.ts';
import { signCheckpoint } from '../log/checkpoint.ts';
import { LogDirectory } from '../log/log-directory.ts';
import { formatVkey } from '../log/note.ts';
import { type AuditTables, migrations } from '../log/tables.ts';
import { decodeBundle, encodeBundle } from '../log/tiles.ts';
import { verifyLog } from './verify-log.ts';

const SIZE = 600;
const signer = testSigner();
const pinned = { key: signer.verifier, pinned: true };
let pristine: string;
let early: string;
let directory: string;

beforeAll(async () => {
  pristine = await mkdtemp(join(tmpdir(), 'sallyport-log-'));
  const database = await openDatabase<AuditTables>('pglite:memory', migrations);
  const log = await AuditLog.open(database, signer);
  const producer = new Counting();
  const files = await LogDirectory.open(pristine, log, () => undefined);
  await log.append(producer.batch(300));
  await files.publish();
  early = await readFile(join(pristine, 'checkpoint'), 'utf8');
  await log.append(producer.batch(SIZE - 300));
  await files.close();
  await log.close();
  await database.close();
});
afterAll(() => rm(pristine, { recursive: true, force: true }));
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sallyport-log-'));
  await cp(pristine, directory, { recursive: true });
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const FULL = 'tile/entries/000';
const PARTIAL = 'tile/entries/002.p/88';
const edit = async (path: string, change: (bytes: Buffer) => Buffer) => {
  const file = join(directory, path);
  await writeFile(file, change(await readFile(file)));
};
const editEntries = (path: string, change: (entries: Buffer[]) => Buffer[]) =>
  edit(path, (bytes) => encodeBundle(change(decodeBundle(bytes).entries)));
const flip = (at: number) => (bytes: Buffer) => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] as number) ^ 0x01;
  return copy;
};
const swap = <T>(items: T[], a: number, b: number) => items.with(a, items[b] as T).with(b, items[a] as T);
/** Offset of the middle of entry `index` in its bundle. */
const inside = (bytes: Buffer, index: number) => {
  const { entries } = decodeBundle(bytes);
  const before = entries.slice(0, index).reduce((sum, entry) => sum + 2 + entry.length, 0);
  return before + 2 + Math.floor((entries[index] as Buffer).length / 2);
};

describe('[C-AU-3] offline verifier', () => {
  it('accepts the log as it was written, pinned to its key and continuing an earlier checkpoint', async () => {
    const report = await verifyLog(directory, { ...pinned, since: early });
    expect(report).toMatchObject({ status: 'ok', size: SIZE, verified: SIZE, findings: [] });
  });

  const mutations: { name: string; index: number; status?: 'incomplete'; mutate: () => Promise<unknown> }[] = [
    { name: 'a flipped byte inside entry 70', index: 70, mutate: () => edit(FULL, (b) => flip(inside(b, 70))(b)) },
    {
      name: 'a flipped byte in the last, partial bundle',
      index: 550,
      mutate: () => edit(PARTIAL, (b) => flip(inside(b, 38))(b)),
    },
    { name: 'a flipped length of entry 0', index: 0, mutate: () => edit(FULL, flip(1)) },
    { name: 'a flipped byte in a tile of leaf hashes', index: 3, mutate: () => edit('tile/0/000', flip(3 * 32 + 5)) },
    {
      name: 'a flipped byte in a partial tile of leaf hashes',
      index: 512,
      mutate: () => edit('tile/0/002.p/88', flip(0)),
    },
    { name: 'a flipped byte in a tile of level 1', index: 256, mutate: () => edit('tile/1/000.p/2', flip(40)) },
    { name: 'a dropped entry', index: 100, mutate: () => editEntries(FULL, (e) => e.toSpliced(100, 1)) },
    {
      name: 'an inserted entry',
      index: 20,
      mutate: () => editEntries(FULL, (e) => e.toSpliced(20, 0, Buffer.from('{}'))),
    },
    { name: 'two entries in another order', index: 5, mutate: () => editEntries(FULL, (e) => swap(e, 5, 9)) },
    { name: 'a duplicated entry', index: 9, mutate: () => editEntries(FULL, (e) => e.with(9, e[8] as Buffer)) },
    {
      name: 'a bundle in place of another',
      index: 256,
      mutate: () => cp(join(directory, FULL), join(directory, 'tile/entries/001')),
    },
    { name: 'a bundle cut inside its last entry', index: 255, mutate: () => edit(FULL, (b) => b.subarray(0, -3)) },
    { name: 'a bundle without its last entry', index: 599, mutate: () => editEntries(PARTIAL, (e) => e.slice(0, -1)) },
    { name: 'a cut tile of hashes', index: 255, mutate: () => edit('tile/0/000', (b) => b.subarray(0, -32)) },
    {
      name: 'a missing bundle',
      index: 256,
      status: 'incomplete',
      mutate: () => rm(join(directory, 'tile/entries/001')),
    },
    { name: 'a missing partial bundle', index: 512, status: 'incomplete', mutate: () => rm(join(directory, PARTIAL)) },
    {
      name: 'a missing tile of hashes',
      index: 256,
      status: 'incomplete',
      mutate: () => rm(join(directory, 'tile/0/001')),
    },
    {
      name: 'a missing tile of level 1',
      index: 0,
      status: 'incomplete',
      mutate: () => rm(join(directory, 'tile/1/000.p/2')),
    },
  ];

  it.each(mutations)('finds $name, at entry $index', async ({ mutate, index, status = 'tampered' }) => {
    await mutate();
    expect(await verifyLog(directory, pinned)).toMatchObject({ status, firstBadIndex: index });
  });

  it('finds an entry forged together with its leaf hash', async () => {
    const forged = Buffer.from('{"metadata":{"log_provider":"x","sequence":0},"unmapped":{"producer_epoch":"x"}}');
    const { leafHash } = await import('../log/hash.ts');
    await editEntries(FULL, (entries) => entries.with(70, forged));
    await edit('tile/0/000', (tile) =>
      Buffer.concat([tile.subarray(0, 70 * 32), leafHash(forged), tile.subarray(71 * 32)]),
    );
    const report = await verifyLog(directory, pinned);
    expect(report.status).toBe('tampered');
    expect(report.findings.map(({ kind }) => kind)).toEqual(['tile_mismatch', 'root_mismatch']);
    expect(report.firstBadIndex).toBe(0);
  });

  it('finds any changed byte of the checkpoint, and a checkpoint by another key', async () => {
    for (const at of [0, 30, 60, 100, 180]) {
      await edit('checkpoint', flip(at));
      expect(await verifyLog(directory, pinned)).toMatchObject({ status: 'tampered' });
      await edit('checkpoint', flip(at));
    }
    const report = await verifyLog(directory, { key: testSigner().verifier, pinned: true });
    expect(report.findings[0]?.kind).toBe('checkpoint_invalid');
  });

  it('reports a missing checkpoint as incomplete', async () => {
    await rm(join(directory, 'checkpoint'));
    expect(await verifyLog(directory, pinned)).toMatchObject({ status: 'incomplete' });
  });

  it('catches a log rolled back to an earlier state by a checkpoint held outside', async () => {
    const late = await readFile(join(directory, 'checkpoint'), 'utf8');
    await writeFile(join(directory, 'checkpoint'), early);
    expect(await verifyLog(directory, pinned)).toMatchObject({ status: 'ok', size: 300 });
    expect(await verifyLog(directory, { ...pinned, since: late })).toMatchObject({
      status: 'tampered',
      firstBadIndex: 300,
    });
  });

  it('catches a history rewritten with the signing key by a checkpoint held outside', async () => {
    const other = signCheckpoint({ origin: signer.verifier.name, size: 300, root: Buffer.alloc(32) }, signer);
    const report = await verifyLog(directory, { ...pinned, since: other });
    expect(report.findings.map(({ kind }) => kind)).toEqual(['history_rewritten']);
  });

  it('names a stale copy of a tile that disagrees, and a file that is none', async () => {
    await cp(join(directory, 'tile/0/001'), join(directory, 'tile/0/002.p/256x'));
    expect(await verifyLog(directory, pinned)).toMatchObject({ status: 'ok', findings: [{ kind: 'foreign_file' }] });
    await writeFile(join(directory, 'tile/0/002.p/1'), Buffer.alloc(32));
    expect(await verifyLog(directory, pinned)).toMatchObject({ status: 'tampered', firstBadIndex: 512 });
  });
});

describe('producer counters', () => {
  const logOf = async (entries: ReturnType<Counting['batch']>) => {
    const database = await openDatabase<AuditTables>('pglite:memory', migrations);
    const log = await AuditLog.open(database, signer);
    await log.append(entries);
    await rm(directory, { recursive: true });
    await (await LogDirectory.open(directory, log, () => undefined)).close();
    await database.close();
  };

  it('[C-AU-4] reports an event that a producer counted and the log does not have', async () => {
    await logOf(new Counting().batch(5).toSpliced(2, 1));
    const report = await verifyLog(directory, pinned);
    expect(report).toMatchObject({ status: 'incomplete', findings: [{ kind: 'counter_missing' }] });
    expect(report.findings[0]?.detail).toContain('1 missing from counter 2 on');
  });

  it('accepts events of one producer that arrived out of order', async () => {
    await logOf(new Counting().batch(5).toReversed());
    expect(await verifyLog(directory, pinned)).toMatchObject({ status: 'ok', verified: 5 });
  });
});

describe('audit:verify', () => {
  const main = join(import.meta.dirname, 'main.ts');
  const run = async (...args: string[]) => {
    try {
      return { code: 0, ...(await promisify(execFile)(process.execPath, [main, ...args])) };
    } catch (error) {
      return error as { code: number; stdout: string; stderr: string };
    }
  };

  it('exits 0 with the pinned key and says so, and warns when the key came with the log', async () => {
    const vkey = formatVkey(signer.verifier);
    expect(await run('--key', vkey, directory)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^ok: 600 entries/),
    });
    expect((await run(directory)).stdout).toMatch(/^warning: the key came from the directory itself/);
  });

  it('exits 1 naming the first bad entry, as JSON where asked', async () => {
    await edit(FULL, (bytes) => flip(inside(bytes, 7))(bytes));
    expect(await run(directory)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('TAMPERED: first bad entry 7'),
    });
    const { code, stdout } = await run('--json', directory);
    expect([code, JSON.parse(stdout).firstBadIndex]).toEqual([1, 7]);
  });

  it('exits 2 when something is missing, and 3 on wrong use', async () => {
    await rm(join(directory, PARTIAL));
    expect((await run(directory)).code).toBe(2);
    expect((await run()).code).toBe(3);
    expect((await run('--nonsense', directory)).code).toBe(3);
    expect((await run('--key', 'not+a+key', directory)).code).toBe(3);
    expect((await run(join(directory, 'nowhere'))).code).toBe(3);
  });

  it('explains itself', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('exit code: 0 verified') });
  });
});
