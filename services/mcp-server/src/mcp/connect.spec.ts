import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Answer, textOf } from '../testing/agent.ts';
import { type Fixture, startFixture, TICKET } from '../testing/fixture.ts';

let fixture: Fixture;
let url: string;
beforeAll(async () => {
  fixture = await startFixture();
  url = `${fixture.issuer.url}/connect/linear/handle-1`;
});
beforeEach(() => {
  fixture.gateway.redemptions.length = 0;
  fixture.issuer.refusal = notConnected(url);
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => fixture.close());

const notConnected = (interaction_url: string) => ({
  status: 400,
  body: { error: 'interaction_required', reasons: ['consent_required'], interaction_url },
});
const capabilities = { elicitation: { url: {} } };
const args = { ticketId: TICKET };
const FORBIDDEN = { code: -32602, message: 'Invalid requestState' };
const stateOf = ({ body }: Answer) => String(body.result?.requestState);
const call = (agent: ReturnType<Fixture['agent']>, more: object = {}, name = 'escalate_ticket', given: object = args) =>
  agent.modern('tools/call', { name, arguments: given, ...more }, { capabilities });
const accepted = { inputResponses: { connect: { action: 'accept' } } };

describe('a person who has not connected Linear yet (2026-07-28)', () => {
  it('is sent to the issuer’s page; the call goes on when the client comes back', async () => {
    const agent = fixture.agent('ada');
    const asked = await call(agent);
    expect(asked.body.result).toMatchObject({
      resultType: 'input_required',
      inputRequests: { connect: { method: 'elicitation/create', params: { mode: 'url', url } } },
    });
    fixture.issuer.refusal = undefined;
    const done = await call(agent, { requestState: stateOf(asked), ...accepted });
    expect(done.body.result?.structuredContent).toMatchObject({ issue: { identifier: 'PAY-1' } });
  });

  it('is asked again while the connection is still missing, and not after saying no', async () => {
    const agent = fixture.agent('ada');
    const requestState = stateOf(await call(agent));
    expect((await call(agent, { requestState, ...accepted })).body.result?.resultType).toBe('input_required');
    for (const action of ['decline', 'cancel']) {
      const answer = await call(agent, { requestState, inputResponses: { connect: { action } } });
      expect(textOf(answer)).toContain(`consent_required: connect your Linear account first: ${url}`);
    }
  });

  it.each([{}, { elicitation: {} }, { elicitation: { form: {} } }])(
    'is told the link in words where the client declared no URL mode: %j',
    async (declared) => {
      const answer = await fixture
        .agent('ada')
        .modern('tools/call', { name: 'escalate_ticket', arguments: args }, { capabilities: declared });
      expect(answer.body.result?.isError).toBe(true);
      expect(textOf(answer)).toContain(`consent_required: connect your Linear account first: ${url}`);
    },
  );

  it.each([
    'https://evil.example/connect',
    'http://localhost.evil.example/connect/linear/handle-1',
    'http://localhost:1/connect/linear/handle-1',
    'javascript:alert(1)',
    'data:text/html,hello',
  ])('is never shown a link on a foreign origin: %s', async (foreign) => {
    fixture.issuer.refusal = notConnected(foreign);
    const answer = await call(fixture.agent('ada'));
    expect(answer.text).not.toContain(foreign);
    expect(textOf(answer)).toMatch(/^consent_required: refused \(trace/);
  });
});

describe('a requestState', () => {
  const demandRefusal = (answer: Answer) => {
    expect(answer.body.error).toEqual(FORBIDDEN);
    expect(fixture.gateway.redemptions).toHaveLength(0);
  };
  const ada = () => fixture.agent('ada');

  it('[C-AZ-7] that was changed is refused, before the issuer is asked', async () => {
    const agent = ada();
    const state = stateOf(await call(agent));
    const asked = fixture.issuer.exchanges.length;
    const middle = state.length >> 1;
    const changed = state.slice(0, middle) + (state[middle] === 'A' ? 'B' : 'A') + state.slice(middle + 1);
    for (const requestState of [changed, `${state}x`, state.slice(0, -3), '', 'garbage', 'v1.e30.AA']) {
      demandRefusal(await call(agent, { requestState, ...accepted }));
    }
    expect(fixture.issuer.exchanges).toHaveLength(asked);
  });

  it('[C-AZ-7] of another person, or of another agent of the same person, is refused', async () => {
    const sub = crypto.randomUUID();
    const requestState = stateOf(await call(fixture.agent('ada', { sub })));
    demandRefusal(await call(fixture.agent('grace'), { requestState, ...accepted }));
    demandRefusal(await call(fixture.agent('ada', { sub, client_id: 'other-agent' }), { requestState, ...accepted }));
    expect((await call(fixture.agent('ada', { sub }), { requestState, ...accepted })).body.error).toBeUndefined();
  });

  it('[C-AZ-7] of a call with other arguments, or of another tool, is refused', async () => {
    const agent = ada();
    const requestState = stateOf(await call(agent));
    const other = { ticketId: TICKET, team: 'OPS' };
    demandRefusal(await call(agent, { requestState, ...accepted }, 'escalate_ticket', other));
    const issue = { issueId: 'PAY-1', reason: 'duplicate' };
    demandRefusal(await call(agent, { requestState, ...accepted }, 'delete_issue', issue));
  });

  it('[C-AZ-7] older than ten minutes is refused', async () => {
    const agent = ada();
    const requestState = stateOf(await call(agent));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 602_000 });
    demandRefusal(await call(agent, { requestState, ...accepted }));
  });

  it('[C-AU-1] that was refused is on record', async () => {
    const sub = crypto.randomUUID();
    await call(fixture.agent('ada', { sub }), { requestState: 'garbage', ...accepted });
    const mine = () => fixture.audit.of('tool_call_denied').filter(({ who }) => who.sub === sub);
    await expect.poll(mine).toHaveLength(1);
    expect(mine()[0]).toMatchObject({ tool: 'escalate_ticket', reasons: ['arguments_invalid'] });
  });
});

describe('a person who has not connected Linear yet (2025-11-25)', () => {
  it('is sent there by the error that asks for a URL elicitation', async () => {
    const { body } = await fixture.agent('ada').legacy('tools/call', { name: 'escalate_ticket', arguments: args });
    expect(body.error?.code).toBe(-32042);
    expect(body.error?.data?.elicitations).toEqual([
      { mode: 'url', url, elicitationId: expect.stringMatching(/^[0-9a-f]{32}$/), message: expect.any(String) },
    ]);
  });

  it.each(['2025-06-18', '2025-03-26', undefined])('is told the link in words by a client of %s', async (revision) => {
    const answer = await fixture
      .agent('ada')
      .legacy(
        'tools/call',
        { name: 'escalate_ticket', arguments: args },
        { headers: { 'mcp-protocol-version': revision } },
      );
    expect(textOf(answer)).toContain(`consent_required: connect your Linear account first: ${url}`);
  });
});
