import { randomUUID } from 'node:crypto';
import type { EventBatchAccepted } from '@sallyport/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchOf, KEN, PUBLIC_URL } from '../../test/installation.ts';
import { freshTrace, RunningAudit } from '../../test/running-audit.ts';
import { ADA, issuedEvent } from '../../test/sample.ts';
import { openCheckpoint } from '../log/checkpoint.ts';
import { verifyInclusion } from '../log/proof.ts';

let audit: RunningAudit;
beforeAll(async () => {
  audit = await RunningAudit.start();
});
afterAll(() => audit.remove());
const ken = () => audit.installation.token(KEN);

describe('POST /events', () => {
  it('[C-AU-2] refuses a body without proof of its producer, or with proof of another body, time or audience', async () => {
    const body = JSON.stringify(batchOf([issuedEvent()]));
    const json = { 'content-type': 'application/json' };
    const old = Date.now() - 120_000;
    const refused = [
      await audit.post(body, json),
      await audit.post(body, { ...json, authorization: 'Bearer nonsense' }),
      await audit.post(`${body} `, audit.installation.assertion('token-broker-issuer', body)),
      await audit.post(body, audit.installation.assertion('token-broker-issuer', body, 'http://localhost:8010')),
      await audit.post(body, audit.installation.assertion('token-broker-issuer', body, PUBLIC_URL, old)),
      await audit.post(body, { ...json, authorization: `Bearer ${ken()}` }),
    ];
    for (const response of refused) {
      expect(response.status).toBe(401);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    }
  });

  it("refuses a producer that writes another one's kind of event, stores nothing of it, and records that", async () => {
    const traceId = freshTrace();
    const response = await audit.send(batchOf([issuedEvent({ traceId })]), 'mcp-server');
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ status: 403, reason: 'client_not_permitted' });
    const timeline = await (await audit.read(`/timeline/${traceId}`, ken())).json();
    expect(timeline).toMatchObject({ moments: [] });
    await audit.stop();
    const lines = await audit.delivered();
    const refusal = lines.map((line) => JSON.parse(line)).find((event) => event.status_code === 'client_not_permitted');
    expect(refusal).toMatchObject({ actor: { app_name: 'mcp-server' }, metadata: { event_code: 'audit_refused' } });
    await audit.start();
  });

  const wrong: [string, (batch: ReturnType<typeof batchOf>) => unknown][] = [
    ['an unknown field', (batch) => ({ ...batch, note: 'x' })],
    [
      'an unknown field inside an event',
      ({ epoch, events }) => ({
        epoch,
        events: [{ counter: 0, event: { ...events[0]?.event, email: 'a@b.example' } }],
      }),
    ],
    [
      'an unknown kind',
      ({ epoch, events }) => ({ epoch, events: [{ counter: 0, event: { ...events[0]?.event, kind: 'x' } }] }),
    ],
    ['no events', ({ epoch }) => ({ epoch, events: [] })],
    ['a negative counter', ({ epoch, events }) => ({ epoch, events: [{ ...events[0], counter: -1 }] })],
    [
      'half a surrogate pair',
      ({ epoch, events }) => ({ epoch, events: [{ counter: 0, event: { ...events[0]?.event, tool: '\ud800' } }] }),
    ],
    ['an array', () => []],
  ];
  it.each(wrong)('refuses %s', async (_, change) => {
    const before = await audit.size();
    const response = await audit.send(change(batchOf([issuedEvent()])) as object);
    expect([response.status, await response.json()]).toEqual([
      400,
      expect.objectContaining({ reason: 'arguments_invalid' }),
    ]);
    expect(await audit.size()).toBe(before);
  });

  it('refuses more than 1 MiB, other content types and bytes that are not UTF-8', async () => {
    const large = ' '.repeat(1_048_577);
    expect((await audit.post(large, audit.installation.assertion('mcp-server', large))).status).toBe(413);
    const form = {
      ...audit.installation.assertion('mcp-server', 'a=1'),
      'content-type': 'application/x-www-form-urlencoded',
    };
    expect((await audit.post('a=1', form)).status).toBe(415);
    const bytes = Buffer.from([0x7b, 0xff, 0x7d]);
    const headers = audit.installation.assertion('mcp-server', bytes as unknown as string);
    expect((await fetch(`${audit.url}/events`, { method: 'POST', headers, body: bytes })).status).toBe(400);
  });

  it('[C-AU-4] refuses an event too large for the log, and takes the declaration of it in its place: no gap stays', async () => {
    // Every character of a hostile client id takes six bytes in JSON.
    const agent = '\u0001'.repeat(2_048);
    const event = {
      uid: randomUUID(),
      time: 1,
      traceId: freshTrace(),
      kind: 'tool_call_completed',
      who: { ...ADA, agent, actors: Array(4).fill(agent) },
      tool: 'x',
      tier: 1,
    };
    const rest = { outcome: 'success', reasons: [], durationMs: 1, resultBytes: 1, masked: {} };
    const epoch = randomUUID();
    const response = await audit.send({ epoch, events: [{ counter: 0, event: { ...event, ...rest } }] }, 'mcp-server');
    expect([response.status, await response.json()]).toEqual([
      400,
      expect.objectContaining({ reason: 'request_too_large' }),
    ]);
    const refused = { uid: event.uid, kind: event.kind };
    const base = { uid: randomUUID(), time: 1, traceId: event.traceId };
    const declared = { ...base, kind: 'event_refused', service: 'mcp-server', refused, reasons: ['request_too_large'] };
    expect((await audit.send({ epoch, events: [{ counter: 0, event: declared }] }, 'mcp-server')).status).toBe(200);
  });

  it('answers a repeat with the same receipts and refuses a contradiction', async () => {
    const batch = batchOf([issuedEvent(), issuedEvent()]);
    const first = await (await audit.send(batch)).json();
    const again = (await (await audit.send(batch)).json()) as EventBatchAccepted;
    expect(again.receipts).toEqual((first as EventBatchAccepted).receipts);
    const [one] = batch.events;
    const changed = { ...batch, events: [{ counter: 0, event: { ...one?.event, tool: 'delete_issue' } }] };
    expect((await audit.send(changed)).status).toBe(409);
  });

  it('[C-AU-3] gives a receipt whose leaf is under the signed checkpoint it comes with', async () => {
    const { receipts, checkpoint } = await audit.record(issuedEvent());
    const vkey = await audit.verifier();
    const { size, root } = openCheckpoint(checkpoint, vkey);
    const [receipt] = receipts;
    const answer = (await (await audit.read(`/proof/${receipt?.index}?size=${size}`, ken())).json()) as {
      proof: string[];
      leafHash: string;
    };
    expect(answer.leafHash).toBe(receipt?.leafHash);
    const proof = answer.proof.map((hash) => Buffer.from(hash, 'base64'));
    const leaf = Buffer.from(answer.leafHash, 'base64');
    expect(verifyInclusion(leaf, receipt?.index ?? -1, size, proof, root)).toBe(true);
  });
});
