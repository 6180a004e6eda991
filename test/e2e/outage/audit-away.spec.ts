import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifies } from '../verifies.ts';
import { signIn, signInAtAudit } from '../world/agent.ts';
import { Captured, VARIABLES } from '../world/captured-mcp-server.ts';
import { connectAccount } from '../world/connected.ts';
import { atDoor, MCP_URL } from '../world/house.ts';
import { headersFor, message, patiently, toolError } from '../world/mcp-message.ts';
import { effects, outside } from '../world/outside.ts';
import { type Answer, send } from '../world/send.ts';
import { newTrace, type Trace } from '../world/story-agent.ts';
import { storyOf } from '../world/timeline.ts';

const TICKET = 'c846d553-b594-48f9-85b0-671283d551cd';

let token: string;
let server: Captured;

function call(name: string, args: Record<string, unknown>, trace?: Trace): Promise<Answer> {
  const headers = {
    ...headersFor('2026-07-28', 'tools/call', name),
    authorization: `Bearer ${token}`,
    traceparent: trace?.traceparent,
  };
  const body = JSON.stringify(message('2026-07-28', 'tools/call', { name, arguments: args }));
  return patiently(() => send(MCP_URL, { headers, body }));
}

beforeAll(async () => {
  token = (await signIn('ada', { scope: 'tickets:read issues:create issues:delete' })).access_token;
  await connectAccount('ada', token);
  server = await Captured.service('mcp-server');
});

describe('while audit is away', () => {
  const refused = newTrace();
  const read = newTrace();

  beforeAll(() => atDoor('stop', 'audit'));
  afterAll(() => atDoor('start', 'audit'));

  it(verifies('audit:before-act', 'a tier 2 call is refused and touches nothing'), async () => {
    const before = await effects();
    const answer = await call('escalate_ticket', { ticketId: TICKET }, refused);
    expect(toolError(answer)).toMatch(/^audit_unavailable: nothing was done, /);
    expect(await effects()).toEqual(before);
  });

  it(verifies('audit:before-act', 'the issuer mints nothing for a captured mcp-server either'), async () => {
    const before = await effects();
    const { status, json, text } = await server.exchange(token);
    expect([status, json.error, json.reasons]).toEqual([503, 'temporarily_unavailable', ['audit_unavailable']]);
    expect(text).not.toContain('access_token');
    expect(await effects()).toEqual(before);
  });

  it(verifies('audit:before-act', 'a refusal needs no permission from the log'), async () => {
    const answer = await server.exchange(token, {
      detail: { operation: 'issueTrash', tool: 'delete_issue', target: { issue: 'PAY-1' } },
    });
    expect(answer.json.reasons).toContain('approval_missing');
  });

  it(verifies('audit:before-act', 'reading tickets goes on'), async () => {
    const { json } = await call('get_support_tickets', { status: 'open', limit: 5 }, read);
    expect(json.result.structuredContent.tickets).toHaveLength(5);
  });

  it(
    verifies('audit:before-act', 'what happened meanwhile is in the log when it is back, and the call works'),
    async () => {
      await atDoor('start', 'audit');
      const { access_token: reader } = await signInAtAudit('grace');
      const kinds = (await storyOf(read.id, reader, 'tool_call_completed')).map(({ kind }) => kind);
      expect(kinds.sort()).toEqual(['tool_call_authorized', 'tool_call_completed', 'tool_call_requested']);
      const denied = await storyOf(refused.id, reader, 'tool_call_denied');
      expect(denied.find(({ kind }) => kind === 'tool_call_denied')?.reasons).toEqual(['audit_unavailable']);
      const { json, text } = await call('escalate_ticket', { ticketId: TICKET });
      expect(json.result.structuredContent, text).toMatchObject({ alreadyFiled: false });
      const about = (await outside.issues('harbor')).filter(({ description }) => description.includes(TICKET));
      expect(about).toHaveLength(1);
    },
  );
});

describe('a capability that was made before audit went away', () => {
  afterAll(() => atDoor('start', 'audit'));

  it(verifies('audit:before-act', 'is not redeemed: no Vault login, no issue'), async () => {
    const variables = { ...VARIABLES, ticketId: '00c89a51-4543-4044-b8ea-66bbb1774edc' };
    const capability = await server.capability(token, variables);
    await atDoor('stop', 'audit');
    const before = await effects();
    const answer = await server.redeem(capability, variables);
    expect([answer.status, answer.json.reason]).toEqual([503, 'audit_unavailable']);
    expect(await effects()).toEqual(before);
  });
});
