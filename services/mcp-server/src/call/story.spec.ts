import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, startFixture, TICKET, TICKETS_FILE } from '../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const newTrace = () => {
  const traceId = randomBytes(16).toString('hex');
  return { traceId, traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-01` };
};
const story = async (traceId: string, length: number) => {
  await expect.poll(() => fixture.audit.story(traceId)).toHaveLength(length);
  return fixture.audit.story(traceId);
};

describe('one call is one story', () => {
  it('[C-AU-1] of a call that was refused: asked for, denied, and by which rule', async () => {
    const { traceId, traceparent } = newTrace();
    await fixture
      .agent('ada', { acr: 'pwd' })
      .call('escalate_ticket', { ticketId: TICKET }, { headers: { traceparent } });
    const [requested, denied] = await story(traceId, 2);
    expect(requested).toMatchObject({ kind: 'tool_call_requested', tool: 'escalate_ticket', tier: 2 });
    expect(denied).toMatchObject({ kind: 'tool_call_denied', reasons: ['acr_insufficient'] });
  });

  it('[C-AU-1] of a write: requested, authorized, completed, with who, by which decision and with which credential', async () => {
    const { traceId, traceparent } = newTrace();
    const agent = fixture.agent('ada', { act: { sub: 'test-agent', act: { sub: 'planner' } } });
    const { body } = await agent.call('escalate_ticket', { ticketId: TICKET }, { headers: { traceparent } });
    expect(body.result?.structuredContent).toMatchObject({ alreadyFiled: false });
    const events = await story(traceId, 3);
    expect(events.map(({ kind }) => kind)).toEqual([
      'tool_call_requested',
      'tool_call_authorized',
      'tool_call_completed',
    ]);
    const [requested, authorized, completed] = events;
    for (const event of events) {
      expect(event).toMatchObject({
        ...{ tool: 'escalate_ticket', tier: 2 },
        who: { name: 'Ada Okafor', tenant: 'harbor', agent: 'test-agent', actors: ['test-agent', 'planner'] },
      });
    }
    expect(requested).toMatchObject({ args: { bytes: 51 } });
    const decision = { id: expect.stringMatching(/^d-/), revision: expect.any(String) };
    expect(authorized).toMatchObject({ decision });
    expect(completed).toMatchObject({
      ...{ outcome: 'success', reasons: [], decision, target: `ticket ${TICKET}, issue PAY-1` },
      credential: {
        operation: 'issueCreate',
        resource: 'https://api.linear.app',
        target: `PAY ${TICKET}`,
        expiresIn: 60,
      },
      masked: { PERSON: expect.any(Number), EMAIL: expect.any(Number) },
    });
  });

  it('[C-OB-1] and the trace goes on to issuer and gateway', async () => {
    const { traceId, traceparent } = newTrace();
    await fixture.agent('ada').call('escalate_ticket', { ticketId: TICKET }, { headers: { traceparent } });
    const exchange = fixture.issuer.exchanges.at(-1);
    const redemption = fixture.gateway.redemptions.at(-1);
    expect(exchange?.traceparent?.split('-')[1]).toBe(traceId);
    expect(redemption?.traceparent?.split('-')[1]).toBe(traceId);
  });

  it('[C-OB-1] a trace in the message (`_meta.traceparent`) counts before the one in the header', async () => {
    const inner = newTrace();
    const params = { name: 'get_support_tickets', arguments: { limit: 1 }, _meta: { traceparent: inner.traceparent } };
    await fixture.agent('ada').modern('tools/call', params, { headers: { traceparent: newTrace().traceparent } });
    await story(inner.traceId, 3);
  });

  it.each(['garbage', `00-${'0'.repeat(32)}-${'0'.repeat(16)}-01`, `ff-${'a'.repeat(32)}-${'b'.repeat(16)}-01`])(
    '[C-OB-1] a traceparent that is none (%s) is not taken over, and the call has a trace of its own',
    async (traceparent) => {
      const before = fixture.audit.events.length;
      await fixture.agent('ada').call('get_support_tickets', { limit: 1 }, { headers: { traceparent } });
      await expect.poll(() => fixture.audit.events.length).toBeGreaterThanOrEqual(before + 3);
      const ids = new Set(fixture.audit.events.slice(before).map((event) => event.traceId));
      expect([...ids]).toEqual([expect.stringMatching(/^(?!0{32})[0-9a-f]{32}$/)]);
    },
  );
});

describe('arguments on record', () => {
  it('[C-AU-1] are a keyed fingerprint and a size: equal for equal arguments, whatever their order', async () => {
    const fingerprint = async (args: object) => {
      const { traceId, traceparent } = newTrace();
      await fixture.agent('ada').call('get_support_tickets', args, { headers: { traceparent } });
      const [requested] = await story(traceId, 3);
      return requested?.kind === 'tool_call_requested' ? requested.args : undefined;
    };
    const one = await fingerprint({ status: 'open', limit: 2 });
    expect(one).toEqual({ hmac: expect.stringMatching(/^[\w-]{43}$/), bytes: 27 });
    expect(await fingerprint({ limit: 2, status: 'open' })).toEqual(one);
    expect((await fingerprint({ status: 'open', limit: 3 }))?.hmac).not.toBe(one?.hmac);
  });
});

it('[C-AU-7] nothing that was logged or recorded holds a customer, a token or an argument', async () => {
  const agent = fixture.agent('ada');
  const reason = 'told by margaret.ellison@brightwell-books.example';
  await agent.call('get_support_tickets', {});
  await agent.call('get_support_tickets', { ticketId: TICKET });
  await agent.call('escalate_ticket', { ticketId: TICKET });
  await agent.call('delete_issue', { issueId: 'PAY-1', reason });
  fixture.gateway.refusal = { status: 500, body: reason };
  await agent.call('escalate_ticket', { ticketId: TICKET });
  await fixture.drain();
  const written = `${fixture.log.join('')}${JSON.stringify(fixture.audit.events)}`;
  const tickets = JSON.parse(await readFile(TICKETS_FILE, 'utf8')) as { pii: { text: string }[] }[];
  // Short values (an initial, a year) stand in any text by chance.
  const values = tickets.flatMap(({ pii }) => pii.map(({ text }) => text)).filter((text) => text.length > 6);
  expect(values.length).toBeGreaterThan(100);
  expect(values.filter((value) => written.includes(value))).toEqual([]);
  expect(written).not.toMatch(/eyJ[\w-]+\.[\w-]+\.|Bearer |DPoP ey|told by/);
});
