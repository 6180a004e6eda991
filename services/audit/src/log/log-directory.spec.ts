import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '@sallyport/database';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Counting, testSigner } from '../../test/sample.ts';
import { AuditLog } from './audit-log.ts';
import { openCheckpoint } from './checkpoint.ts';
import { LogDirectory } from './log-directory.ts';
import { parseVkey } from './note.ts';
import { type AuditTables, migrations } from './tables.ts';

const signer = testSigner();
const quiet = () => undefined;
let directory: string;
let database: Database<AuditTables>;
let log: AuditLog;

const freshLog = async () => {
  const opened = await openDatabase<AuditTables>('pglite:memory', migrations);
  return { database: opened, log: await AuditLog.open(opened, signer) };
};
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sallyport-log-'));
  ({ database, log } = await freshLog());
});
afterEach(async () => {
  await database.close();
  await rm(directory, { recursive: true, force: true });
});

describe('log directory', () => {
  it('[C-AU-3] refuses to continue behind or beside its own checkpoint: the database was rolled back', async () => {
    const producer = new Counting();
    await log.append(producer.batch(10));
    await (await LogDirectory.open(directory, log, quiet)).close();
    const rolledBack = await freshLog();
    await expect(LogDirectory.open(directory, rolledBack.log, quiet)).rejects.toThrow('rolled back or replaced');
    await rolledBack.log.append(new Counting().batch(20));
    await expect(LogDirectory.open(directory, rolledBack.log, quiet)).rejects.toThrow('rolled back or replaced');
    await rolledBack.database.close();
  });

  it('holds a checkpoint even of an empty log, and the key that verifies it', async () => {
    await LogDirectory.open(directory, log, quiet);
    const verifier = parseVkey(await readFile(join(directory, 'log.vkey'), 'utf8'));
    expect(openCheckpoint(await readFile(join(directory, 'checkpoint'), 'utf8'), verifier).size).toBe(0);
  });

  it('drops partial tiles once a wider one is published, and leaves no temporary file', async () => {
    const producer = new Counting();
    const files = await LogDirectory.open(directory, log, quiet);
    await log.append(producer.batch(3));
    await files.publish();
    await log.append(producer.batch(250));
    await files.publish();
    expect(await readdir(join(directory, 'tile/0'))).toEqual(['000.p']);
    expect(await readdir(join(directory, 'tile/entries/000.p'))).toEqual(['253']);
    await log.append(producer.batch(10));
    await files.close();
    expect((await readdir(directory, { recursive: true })).sort()).toEqual(
      [
        ...['checkpoint', 'log.vkey', 'tile', 'tile/0', 'tile/0/000', 'tile/0/001.p', 'tile/0/001.p/7'],
        ...['tile/1', 'tile/1/000.p', 'tile/1/000.p/1'],
        ...['tile/entries', 'tile/entries/000', 'tile/entries/001.p', 'tile/entries/001.p/7'],
      ].sort(),
    );
  });

  it('takes up where an earlier process stopped', async () => {
    const producer = new Counting();
    await log.append(producer.batch(300));
    await (await LogDirectory.open(directory, log, quiet)).close();
    await log.append(producer.batch(5));
    const files = await LogDirectory.open(directory, log, quiet);
    expect(openCheckpoint(await readFile(join(directory, 'checkpoint'), 'utf8'), signer.verifier).size).toBe(305);
    await files.close();
  });
});
