import { randomUUID } from 'node:crypto';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '@sallyport/database';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines, type Place } from '../../test/engines.ts';
import { Counting, NOW, testSigner } from '../../test/sample.ts';
import { AuditLog } from '../log/audit-log.ts';
import { type AuditTables, migrations } from '../log/tables.ts';
import { Forwarder } from './forwarder.ts';
import { NdjsonFile } from './ndjson-file.ts';
import { SinkCursor } from './sink-cursor.ts';

describe.each(engines)('NDJSON sink on $engine', ({ place }) => {
  let where: Place;
  let database: Database<AuditTables>;
  let log: AuditLog;
  let directory: string;
  let file: string;
  let now = NOW;
  const forwarder = (path = file) => {
    const sink = new NdjsonFile(path);
    const cursor = new SinkCursor(database.db, sink.name, randomUUID(), () => now);
    return new Forwarder(log, sink, cursor, { onError: () => undefined, batch: 4 });
  };
  const lines = async () => (await readFile(file, 'utf8')).split('\n').slice(0, -1);

  beforeEach(async () => {
    where = await place();
    directory = await mkdtemp(join(tmpdir(), 'sallyport-sink-'));
    file = join(directory, 'out/siem.ndjson');
    database = await openDatabase<AuditTables>(where.url, migrations);
    log = await AuditLog.open(database, testSigner());
  });
  afterEach(async () => {
    await log.close();
    await database.close();
    await where.remove();
    await rm(directory, { recursive: true, force: true });
  });

  it('does not advance while the file cannot be written, and never holds the log', async () => {
    const blocked = forwarder(directory); // a directory cannot be appended to
    await log.append(new Counting().batch(3));
    await expect(blocked.forward()).rejects.toThrow('EISDIR');
    await log.append(new Counting().batch(3));
    expect((await log.checkpoint()).size).toBe(6);
    expect(await blocked.lag()).toBe(6);
    await blocked.close();
    const working = forwarder();
    await working.forward();
    expect(await lines()).toHaveLength(6);
    await working.close();
  });

  it('delivers every event in the order of the log, byte for byte, and goes on after a restart', async () => {
    const batch = new Counting().batch(10);
    await log.append(batch);
    const first = forwarder();
    await first.forward();
    await first.close();
    const more = new Counting('mcp-server').batch(3);
    await log.append(more);
    const second = forwarder();
    await second.forward();
    await second.close();
    expect(await lines()).toEqual([...batch, ...more].map(({ body }) => body));
  });

  it('cuts off half a line left by a crash and delivers that event again', async () => {
    const batch = new Counting().batch(3);
    await log.append(batch);
    const first = forwarder();
    await first.forward();
    await first.close();
    await appendFile(file, '{"half":');
    await log.append([new Counting('mcp-server').next()]);
    const second = forwarder();
    await second.forward();
    await second.close();
    const all = await lines();
    expect(all).toHaveLength(4);
    for (const line of all) expect(() => JSON.parse(line)).not.toThrow();
  });

  it('leaves the sink to one replica at a time, until that one is silent for too long', async () => {
    await log.append(new Counting().batch(2));
    const [one, two] = [forwarder(), forwarder()];
    await one.forward();
    await log.append(new Counting('mcp-server').batch(2));
    await two.forward();
    expect(await lines()).toHaveLength(2);
    now += 5_001;
    await two.forward();
    expect(await lines()).toHaveLength(4);
    await one.close();
    await two.close();
  });
});
