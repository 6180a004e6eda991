import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openDatabase } from '@sallyport/database';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Counting, testSigner } from '../../test/sample.ts';
import { AuditLog } from '../log/audit-log.ts';
import { LogDirectory } from '../log/log-directory.ts';
import { formatVkey } from '../log/note.ts';
import { type AuditTables, migrations } from '../log/tables.ts';

const binary = resolve(import.meta.dirname, '../../../../tools/.bin/tlogcheck');
const present = existsSync(binary);
if (!present && !process.env.CI) {
  process.stderr.write(
    'skipped: the log was not checked by golang.org/x/mod (node tools/install.mjs); CI fails without\n',
  );
}

describe.skipIf(!present && !process.env.CI)('[C-AU-3] a verifier that others wrote (golang.org/x/mod/sumdb)', () => {
  const signer = testSigner();
  const logs: Record<number, string> = {};
  let directory: string;

  beforeAll(async () => {
    for (const size of [1, 256, 700]) {
      const database = await openDatabase<AuditTables>('pglite:memory', migrations);
      const log = await AuditLog.open(database, signer);
      const written = await mkdtemp(join(tmpdir(), 'sallyport-log-'));
      logs[size] = written;
      const files = await LogDirectory.open(written, log, () => undefined);
      await log.append(new Counting().batch(size));
      await files.close();
      await log.close();
      await database.close();
    }
  });
  afterAll(() => Promise.all(Object.values(logs).map((log) => rm(log, { recursive: true }))));
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sallyport-log-'));
    await cp(logs[700] as string, directory, { recursive: true });
  });
  afterEach(() => rm(directory, { recursive: true }));

  const check = (log: string, key = formatVkey(signer.verifier)) => {
    const { status, stdout, stderr, error } = spawnSync(binary, [key, log], { encoding: 'utf8' });
    if (error) throw error;
    return { status, stdout, stderr };
  };
  const flip = async (path: string, at: number) => {
    const bytes = await readFile(join(directory, path));
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    await writeFile(join(directory, path), bytes);
  };

  it.each([1, 256, 700])('accepts our log of %i entries: signature, root from the tiles, every entry', (size) => {
    const stdout = expect.stringContaining(`ok: ${size} entries of ${signer.verifier.name} included, root `);
    expect(check(logs[size] as string)).toMatchObject({ status: 0, stdout });
  });

  it('refuses a log that another key signed', () => {
    expect(check(directory, formatVkey(testSigner().verifier))).toMatchObject({ status: 1 });
  });

  it.each([
    ['the checkpoint', 'checkpoint', 40],
    ['an entry of a full bundle', 'tile/entries/000', 500],
    ['an entry of the last bundle', 'tile/entries/002.p/188', 500],
    ['a hash of a leaf', 'tile/0/001', 64],
    ['a hash above', 'tile/1/000.p/2', 3],
  ])('refuses a log with one bit changed in %s', async (_, path, at) => {
    await flip(path, at);
    expect(check(directory)).toMatchObject({ status: 1, stderr: expect.stringContaining('tlogcheck: ') });
  });

  it('refuses a log without one of its bundles', async () => {
    await rm(join(directory, 'tile/entries/001'));
    expect(check(directory)).toMatchObject({ status: 1 });
  });
});
