import { PEOPLE, Person } from '@sallyport/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifies } from '../verifies.ts';
import { signIn } from '../world/agent.ts';
import { MCP_URL } from '../world/house.ts';
import { headersFor, message } from '../world/mcp-message.ts';
import { effects } from '../world/outside.ts';
import { type Answer, send } from '../world/send.ts';

const TICKET = '6ff0518b-1df3-4f0f-b3b8-1535a73af39c';
const OTHER_TICKET = 'e2d09d2e-54bb-450b-9b21-d51b19b98e4a';

interface Interrupted {
  requestState: string;
  url: string;
}

/** `tools/call` of a 2026-07-28 client that can open URLs, with the state of an interrupted call where there is one. */
function escalate(token: string, ticketId: string, requestState?: string): Promise<Answer> {
  const inputResponses = requestState && { connect: { action: 'accept' } };
  const body = message('2026-07-28', 'tools/call', {
    name: 'escalate_ticket',
    arguments: { ticketId },
    ...(requestState ? { requestState, inputResponses } : {}),
  });
  const meta = (body.params as { _meta: Record<string, unknown> })._meta;
  meta['io.modelcontextprotocol/clientCapabilities'] = { elicitation: { url: {} } };
  return send(MCP_URL, {
    headers: { ...headersFor('2026-07-28', 'tools/call', 'escalate_ticket'), authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
}

describe('a call that waits for a connection', () => {
  let mina: string;
  let ada: string;
  let interrupted: Interrupted;

  beforeAll(async () => {
    mina = (await signIn('mina')).access_token;
    ada = (await signIn('ada')).access_token;
    const { json } = await escalate(mina, TICKET);
    expect(json.result.resultType).toBe('input_required');
    interrupted = { requestState: json.result.requestState, url: json.result.inputRequests.connect.params.url };
  });

  it(verifies('connect:state-bound', 'a state that is another person’s is refused'), async () => {
    const before = await effects();
    const { json } = await escalate(ada, TICKET, interrupted.requestState);
    expect(json.error.code).toBe(-32602);
    expect(await effects()).toEqual(before);
  });

  it(verifies('connect:state-bound', 'a state that was changed by one character is refused'), async () => {
    const { requestState } = interrupted;
    const at = Math.floor(requestState.length / 2);
    const changed = requestState.slice(0, at) + (requestState[at] === 'A' ? 'B' : 'A') + requestState.slice(at + 1);
    expect((await escalate(mina, TICKET, changed)).json.error.code).toBe(-32602);
  });

  it(verifies('connect:state-bound', 'a state of one ticket is refused for another'), async () => {
    const { json } = await escalate(mina, OTHER_TICKET, interrupted.requestState);
    expect(json.error).toMatchObject({ code: -32602, message: 'Invalid requestState' });
  });

  it(
    verifies('connect:same-person', 'somebody else who opens the link is turned away, and nothing is connected'),
    async () => {
      const before = await effects();
      const other = new Person(PEOPLE.ada);
      const end = await other.walk(interrupted.url);
      expect(end).toMatchObject({ status: 403 });
      expect(other.seen.join(' ')).not.toContain('Linear (simulator)');
      expect(await effects()).toEqual(before);
    },
  );

  it(verifies('connect:same-person', 'the person herself connects, and the same call goes on'), async () => {
    const end = await new Person(PEOPLE.mina).walk(interrupted.url);
    expect(end).toMatchObject({ status: 200 });
    const { json } = await escalate(mina, TICKET, interrupted.requestState);
    expect(json.result.structuredContent).toMatchObject({ alreadyFiled: false, team: 'OPS' });
  });

  it(verifies('connect:same-person', 'the link works once'), async () => {
    const end = await new Person(PEOPLE.mina).walk(interrupted.url);
    expect(end).not.toBeInstanceOf(URL);
    expect(end).toMatchObject({ status: 410 });
  });
});
