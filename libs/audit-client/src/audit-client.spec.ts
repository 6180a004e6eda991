import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKey, verifyServiceAssertion } from '@sallyport/authn';
import { type EventBatch, eventBatch, type PlatformEvent } from '@sallyport/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AuditClient } from './audit-client.ts';
import { AuditUnavailable } from './unavailable.ts';

const { key } = generateKey();
const started = (service = 'mcp-server'): PlatformEvent => ({
  kind: 'service_started',
  uid: randomUUID(),
  time: 1_700_000_000_000,
  traceId: 'a'.repeat(32),
  service,
  version: '0.1.0',
});

/** A receiver that speaks the `/events` wire: verifies the assertion, keeps what came, can be down, slow or refuse. */
function receiver() {
  const batches: EventBatch[] = [];
  const state = { mode: 'up' as 'up' | 'down' | 'hanging' | 'refusing', poison: '' };
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      if (state.mode === 'hanging') return;
      if (state.mode === 'refusing') return void response.writeHead(400).end();
      if (state.mode === 'down') return void response.writeHead(503).end();
      const { url } = server as unknown as { url: string };
      const keys = { get: () => [key.jwk] };
      verifyServiceAssertion(request.headers.authorization, { audience: url, keys, body, now: Date.now() });
      const batch = eventBatch.parse(JSON.parse(body.toString()));
      if (batch.events.some(({ event }) => event.uid === state.poison)) return void response.writeHead(400).end();
      batches.push(batch);
      const receipts = batch.events.map(({ event }, index) => ({ uid: event.uid, index, leafHash: 'h' }));
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ receipts, checkpoint: 'c' }));
    });
  });
  return { server, batches, state };
}

let wire: ReturnType<typeof receiver>;
let url: string;
let spoolDir: string;
beforeEach(async () => {
  wire = receiver();
  await new Promise<void>((resolve) => wire.server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(wire.server.address() as AddressInfo).port}`;
  Object.assign(wire.server, { url });
  spoolDir = await mkdtemp(join(tmpdir(), 'sallyport-spool-'));
});
afterEach(() => {
  wire.server.closeAllConnections();
  wire.server.close();
});
const open = () =>
  AuditClient.open({ url, service: 'mcp-server', key, spoolDir, durableTimeoutMs: 300, shipTimeoutMs: 500 });
const received = () => wire.batches.flatMap((batch) => batch.events.map(({ event }) => event.uid));

describe('an event that must come before an act', () => {
  it.each(['down', 'hanging'] as const)(
    '[C-AU-2] is refused while audit is %s, so that the act does not happen',
    async (mode) => {
      wire.state.mode = mode;
      const client = await open();
      await expect(client.recordDurably([started()])).rejects.toBeInstanceOf(AuditUnavailable);
      wire.server.closeAllConnections();
      await client.close();
    },
  );

  it('is refused when this producer may not write it', async () => {
    const client = await open();
    const foreign = { ...started(), kind: 'issue_filed' } as unknown as PlatformEvent;
    await expect(client.recordDurably([foreign])).rejects.toThrow(AuditUnavailable);
    expect(wire.batches).toHaveLength(0);
    await client.close();
  });

  it('resolves with the receipt once audit acknowledged it', async () => {
    const client = await open();
    const event = started();
    const [receipt] = await client.recordDurably([event]);
    expect(receipt?.uid).toBe(event.uid);
    await client.close();
  });
});

describe('an event that may follow', () => {
  it('[C-AU-4] survives the process: what could not be shipped is shipped by the next one, in its own epoch', async () => {
    wire.state.mode = 'down';
    const first = await open();
    const events = Array.from({ length: 700 }, () => started());
    await Promise.all(events.map((event) => first.record(event)));
    await first.close();
    expect(await readdir(spoolDir)).not.toHaveLength(0);

    wire.state.mode = 'up';
    const second = await open();
    const later = started();
    await second.record(later);
    await expect.poll(() => received().length, { timeout: 5_000 }).toBeGreaterThanOrEqual(701);
    await second.close();
    expect(new Set(received())).toEqual(new Set([...events, later].map(({ uid }) => uid)));
    expect(new Set(wire.batches.map(({ epoch }) => epoch)).size).toBe(2);
    expect(await readdir(spoolDir)).toHaveLength(0);
  });

  it('counts without a gap and in order', async () => {
    const client = await open();
    await Promise.all(Array.from({ length: 250 }, () => client.record(started())));
    await client.close();
    const counters = wire.batches.flatMap((batch) => batch.events.map(({ counter }) => counter));
    expect(counters).toEqual(Array.from({ length: 250 }, (_, at) => at));
  });

  it('that nobody waits for is on the disk and at audit all the same', async () => {
    const client = await open();
    const events = Array.from({ length: 40 }, () => started());
    for (const event of events) client.recordLater(event);
    await client.close();
    expect(received()).toEqual(events.map(({ uid }) => uid));
  });

  it('is taken one after another as well as together', async () => {
    const client = await open();
    for (let at = 0; at < 5; at++) await client.record(started());
    await expect.poll(() => received().length, { timeout: 5_000 }).toBe(5);
    for (let at = 0; at < 5; at++) await client.record(started());
    await client.close();
    expect(received()).toHaveLength(10);
  });

  it('is not taken down by a neighbour that audit refuses', async () => {
    const client = await open();
    const events = Array.from({ length: 9 }, () => started());
    wire.state.poison = events[4]?.uid ?? '';
    await Promise.all(events.map((event) => client.record(event)));
    await client.close();
    const written = wire.batches.flatMap((batch) => batch.events).sort((a, b) => a.counter - b.counter);
    expect(written.map(({ counter }) => counter)).toEqual(events.map((_, at) => at));
    expect(written.toSpliced(4, 1).map(({ event }) => event.uid)).toEqual(events.toSpliced(4, 1).map(({ uid }) => uid));
    // The hole is filled by what says whose it is.
    expect(written[4]?.event).toMatchObject({
      kind: 'event_refused',
      traceId: events[4]?.traceId,
      service: 'mcp-server',
      refused: { uid: wire.state.poison, kind: 'service_started' },
      reasons: ['arguments_invalid'],
    });
  });

  it('[C-AU-4] an intent that audit refuses is declared too: the act does not happen and no gap stays', async () => {
    const client = await open();
    const event = started();
    wire.state.poison = event.uid;
    await expect(client.recordDurably([event, started()])).rejects.toMatchObject({ detail: { refused: true } });
    await client.record(started());
    await client.close();
    const written = wire.batches.flatMap((batch) => batch.events);
    expect(written.map(({ counter, event: { kind } }) => [counter, kind])).toEqual([
      [0, 'event_refused'],
      [1, 'event_refused'],
      [2, 'service_started'],
    ]);
  });

  it('is given up when even the declaration is refused, instead of being sent for ever', async () => {
    wire.state.mode = 'refusing';
    const client = await open();
    await client.record(started());
    await client.close();
    expect(received()).toEqual([]);
    expect(await readdir(spoolDir)).toHaveLength(0);
  });
});
