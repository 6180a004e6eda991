import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../testing/agent.ts';
import { type Fixture, startFixture, TICKET } from '../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterEach(() => {
  fixture.audit.mode = 'up';
});
afterAll(() => fixture.close());

const REFUSED =
  /^audit_unavailable: nothing was done, because it could not be recorded; try again later \(trace ([0-9a-f]{32})\)$/;

describe.each(['down', 'hanging'] as const)('while audit is %s', (mode) => {
  it.each([
    ['escalate_ticket', { ticketId: TICKET }],
    ['delete_issue', { issueId: 'PAY-1', reason: 'duplicate' }],
  ])('[C-AU-2] %s does not happen, and says so within half a second', async (tool, args) => {
    const agent = fixture.agent('ada');
    await agent.modern('tools/list');
    fixture.audit.mode = mode;
    const started = performance.now();
    const answer = await agent.call(tool, args);
    // 450 ms is the wait; the rest is the way there and back on a busy machine.
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(textOf(answer)).toMatch(REFUSED);
    expect([fixture.issuer.exchanges, fixture.gateway.redemptions]).toEqual([[], []]);
  });

  it('[C-AU-2] a read goes on, and its record follows', async () => {
    fixture.audit.mode = mode;
    const { body } = await fixture.agent('ada').call('get_support_tickets', { limit: 1 });
    expect(body.result?.isError).toBeUndefined();
    expect(body.result?.structuredContent?.tickets).toHaveLength(1);
  });
});

it('[C-AU-1] [C-AU-4] what was refused for want of a record is one story once audit is back', async () => {
  fixture.audit.mode = 'down';
  const answer = await fixture.agent('ada').call('escalate_ticket', { ticketId: TICKET });
  const traceId = REFUSED.exec(textOf(answer))?.[1] ?? '';
  fixture.audit.mode = 'up';
  const kinds = () => fixture.audit.story(traceId).map(({ kind }) => kind);
  await expect.poll(kinds, { timeout: 10_000 }).toHaveLength(3);
  expect(kinds()).toEqual(['tool_call_requested', 'tool_call_authorized', 'tool_call_denied']);
  const [, , denied] = fixture.audit.story(traceId);
  expect(denied).toMatchObject({
    tier: 2,
    reasons: ['audit_unavailable'],
    decision: { id: expect.stringMatching(/^d-/) },
  });
});

it('[C-AU-2] the intent is durable before the issuer is asked, and the end is on disk before the answer is given', async () => {
  const seen: string[][] = [];
  const { exchanges } = fixture.issuer;
  const push = exchanges.push.bind(exchanges);
  exchanges.push = (...items) => {
    seen.push(fixture.audit.events.map(({ kind }) => kind).slice(-2));
    fixture.audit.mode = 'down';
    return push(...items);
  };
  const { body } = await fixture.agent('ada').call('escalate_ticket', { ticketId: TICKET });
  const segments = readdirSync(fixture.spoolDir).map((name) => readFileSync(join(fixture.spoolDir, name), 'utf8'));
  expect(body.result?.structuredContent).toMatchObject({ alreadyFiled: false });
  expect(seen).toEqual([['tool_call_requested', 'tool_call_authorized']]);
  const lines = segments.join('').split('\n');
  expect(lines.filter((line) => /escalate_ticket.*tool_call_completed/.test(line))).toHaveLength(1);
  fixture.audit.mode = 'up';
  await expect.poll(() => fixture.audit.events.at(-1)?.kind, { timeout: 5_000 }).toBe('tool_call_completed');
});
