import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventBatchAccepted, type PlatformEvent } from '@sallyport/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Child, endChild, startChild } from '../test/child.ts';
import { batchOf, Installation } from '../test/installation.ts';
import { issuedEvent } from '../test/sample.ts';
import { parseVkey } from './log/note.ts';
import { decodeBundle, tilePath } from './log/tiles.ts';
import { verifyLog } from './verify/verify-log.ts';

let installation: Installation;
let child: Child;
beforeEach(async () => {
  installation = await Installation.make();
  child = await startChild(installation.environment());
});
afterEach(async () => {
  if (child.process.exitCode === null && child.process.signalCode === null) await endChild(child, 'SIGKILL');
  await installation.remove();
});

const send = async (batch: object) => {
  const body = JSON.stringify(batch);
  const headers = installation.assertion('token-broker-issuer', body);
  const response = await fetch(`${child.url}/events`, { method: 'POST', headers, body });
  return response.ok ? eventBatchAccepted.parse(await response.json()) : undefined;
};
const stopped = async () => {
  expect((await fetch(`${child.url}/readyz`)).status).toBe(200);
  expect(await endChild(child, 'SIGTERM')).toBe(0);
  const directory = join(installation.directory, 'log');
  const key = parseVkey(await readFile(join(directory, 'log.vkey'), 'utf8'));
  const report = await verifyLog(directory, { key, pinned: true });
  // Fewer than 256 entries: one bundle.
  const path = tilePath({ level: 'entries', n: 0, width: report.size ?? 0 });
  const { entries } = decodeBundle(await readFile(join(directory, path)));
  const delivered = (await readFile(join(installation.directory, 'siem.ndjson'), 'utf8')).trimEnd().split('\n');
  return { report, logged: entries.map(String), delivered };
};
const uidOf = (entry: string) => (JSON.parse(entry) as { metadata: { uid: string } }).metadata.uid;

describe('a crash', { timeout: 60_000 }, () => {
  it('[C-AU-4] loses no acknowledged event and stores none twice, however often producers repeat', async () => {
    const epoch = '0f9d2a4e-5b1c-4d3e-8f60-718293a4b5c6';
    const acknowledged: string[] = [];
    let counter = 0;
    for (const killAfter of [1, 4, 9]) {
      const flights: Promise<void>[] = [];
      for (let i = 0; i < 12; i += 1) {
        const events: PlatformEvent[] = [issuedEvent(), issuedEvent()];
        const batch = batchOf(events, epoch, counter);
        counter += events.length;
        const sent = send(batch).then(
          (accepted) => void (accepted && acknowledged.push(...accepted.receipts.map(({ uid }) => uid))),
          () => undefined,
        );
        flights.push(sent);
        if (i === killAfter) {
          await sent;
          // Some requests are answered, some are under way: exactly then.
          await endChild(child, 'SIGKILL');
        }
      }
      await Promise.all(flights);
      child = await startChild(installation.environment());
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(6);
    const { report, logged, delivered } = await stopped();
    const uids = logged.map(uidOf);
    expect(uids).toEqual(expect.arrayContaining(acknowledged));
    expect(new Set(uids).size).toBe(uids.length);
    expect(report.findings.filter(({ verdict }) => verdict === 'tampered')).toEqual([]);
    // A sink may see an event twice around a crash, never not at all.
    expect([...new Set(delivered)]).toEqual(logged);
  });

  it('[C-AU-4] answers the repeat of an event it acknowledged before the crash with the same place in the log', async () => {
    const batch = batchOf([issuedEvent()]);
    const before = await send(batch);
    await endChild(child, 'SIGKILL');
    child = await startChild(installation.environment());
    const after = await send(batch);
    expect(before?.receipts).toEqual(after?.receipts);
  });

  it('is not needed to stop: SIGTERM settles what is under way, publishes it and exits 0', async () => {
    const accepted = Promise.all(Array.from({ length: 10 }, () => send(batchOf([issuedEvent(), issuedEvent()]))));
    await accepted;
    expect(await endChild(child, 'SIGTERM')).toBe(0);
    const key = parseVkey(await readFile(join(installation.directory, 'log/log.vkey'), 'utf8'));
    const report = await verifyLog(join(installation.directory, 'log'), { key, pinned: true });
    // Twenty events and the start of the service.
    expect(report).toMatchObject({ status: 'ok', verified: 21 });
  });
});
