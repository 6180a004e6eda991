import { DEMO_CALLBACK, PEOPLE, Person } from '@sallyport/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifies } from '../verifies.ts';
import { Agent, signIn, signInAtAudit } from '../world/agent.ts';
import { connectAccount } from '../world/connected.ts';
import { Forger } from '../world/forged.ts';
import { house } from '../world/house.ts';
import { callByHand, type Era, patiently, speak, toolError } from '../world/mcp-message.ts';
import { nothingOutsideHappens, outside } from '../world/outside.ts';

const TICKET = '7d9f5f0e-3c1b-4c55-9a3e-0c6a54d1e001';
const ERAS: Era[] = ['2026-07-28', '2025-11-25'];
const TOOLS = ['get_support_tickets', 'escalate_ticket', 'delete_issue'];

let ada: string;
let grace: string;
let mina: string;
/** What a token of Ada's would be after she became an administrator: tools are hidden by role, whatever the scope. */
let administrator: string;
beforeAll(async () => {
  ada = (await signIn('ada')).access_token;
  grace = (await signIn('grace')).access_token;
  mina = (await signIn('mina')).access_token;
  await connectAccount('grace', grace);
  await connectAccount('mina', mina);
  const forger = await Forger.of(ada);
  administrator = forger.claiming({ roles: ['platform_admin'], scope: 'tickets:read issues:create issues:delete' });
});

describe('what a caller may see', () => {
  nothingOutsideHappens();

  it(verifies('tool:role', 'an administrator who signs in is given no scope for tools'), async () => {
    const person = new Person(PEOPLE.ken);
    const end = await new Agent().authorize(person);
    const refused = end instanceof URL ? end.searchParams.get('error') : end.status;
    expect(['access_denied', 403]).toContain(refused);
    expect(end instanceof URL ? end.searchParams.get('code') : null).toBeNull();
    expect(end instanceof URL ? end.href : DEMO_CALLBACK).toContain(DEMO_CALLBACK);
  });

  it.each(ERAS)(verifies('tool:role', 'an administrator is offered no tool (%s)'), async (era) => {
    const { json } = await speak(administrator, era, 'tools/list');
    expect(json.result.tools).toEqual([]);
  });

  it.each(ERAS.flatMap((era) => TOOLS.map((tool) => [tool, era] as const)))(
    verifies('tool:hidden-is-unknown', '%s, hidden, is answered byte for byte as a tool that does not exist (%s)'),
    async (tool, era) => {
      const args = { ticketId: TICKET };
      const hidden = await callByHand(administrator, tool, args, era);
      const unknown = await callByHand(administrator, 'no_such_tool', args, era);
      expect(hidden.text).toBe(unknown.text);
      expect(hidden.json.error).toEqual({ code: -32602, message: 'Unknown tool' });
      const comparable = ({ status, headers: { date: _, ...headers } }: typeof hidden) => ({ status, headers });
      expect(comparable(hidden)).toEqual(comparable(unknown));
    },
  );

  it.each([
    '',
    'GET_SUPPORT_TICKETS',
    'escalate_ticket ',
    'tools.*',
    '*',
    '../delete_issue',
    'constructor',
    'x'.repeat(8_000),
  ])(verifies('tool:hidden-is-unknown', 'a tool called “%.20s” is unknown'), async (name) => {
    const { json } = await callByHand(ada, name, {}, '2025-11-25');
    expect(json.error).toMatchObject({ code: -32602 });
    expect(json).not.toHaveProperty('result');
  });

  it.each([
    ['escalate_ticket', 'issues:create', { ticketId: TICKET }],
    ['delete_issue', 'issues:delete', { issueId: 'PAY-1', reason: 'cleaning up' }],
  ])(verifies('tool:scope', '%s without %s is 403 and says which scope it takes'), async (tool, scope, args) => {
    const { access_token } = await signIn('ada', { scope: 'tickets:read' });
    for (const era of ERAS) {
      const { status, headers, text } = await callByHand(access_token, tool, args, era);
      expect(status).toBe(403);
      expect(headers['www-authenticate']).toMatch(/^Bearer error="insufficient_scope", /);
      expect(headers['www-authenticate']).toContain(scope);
      expect(headers['www-authenticate']).toContain('resource_metadata=');
      expect(text).not.toContain('"result"');
    }
  });
});

describe('arguments', () => {
  nothingOutsideHappens();

  it.each<[string, string, unknown, string]>([
    ['an unknown field', 'escalate_ticket', { ticketId: TICKET, force: true }, 'force is not a field'],
    ['a customer name smuggled along', 'escalate_ticket', { ticketId: TICKET, title: 'x' }, 'title is not a field'],
    [
      'Linear’s own createAsUser',
      'escalate_ticket',
      { ticketId: TICKET, createAsUser: 'Ken' },
      'createAsUser is not a field',
    ],
    [
      'permanent deletion',
      'delete_issue',
      { issueId: 'PAY-1', reason: 'gone', permanentlyDelete: true },
      'permanentlyDelete is not a field',
    ],
    ['no ticket', 'escalate_ticket', {}, 'ticketId must be string'],
    ['a ticket that is no UUID', 'escalate_ticket', { ticketId: '1 OR 1=1' }, 'ticketId must be a uuid'],
    ['a path as ticket', 'get_support_tickets', { ticketId: '../../etc/passwd' }, 'ticketId must be a uuid'],
    ['a list of tickets', 'escalate_ticket', { ticketId: [TICKET] }, 'ticketId must be string'],
    [
      'a team nobody has',
      'escalate_ticket',
      { ticketId: TICKET, team: 'CEO' },
      'team must be one of PAY, APP, DATA, OPS',
    ],
    ['a wildcard team', 'escalate_ticket', { ticketId: TICKET, team: '*' }, 'team must be one of PAY, APP, DATA, OPS'],
    ['a dry run that is text', 'escalate_ticket', { ticketId: TICKET, dryRun: 'false' }, 'dryRun must be boolean'],
    ['fifty-one at once', 'get_support_tickets', { limit: 51 }, 'limit must be at most 50'],
    ['minus one', 'get_support_tickets', { limit: -1 }, 'limit must be at least 1'],
    ['half a ticket', 'get_support_tickets', { limit: 1.5 }, 'limit must be int'],
    ['another status', 'get_support_tickets', { status: 'any' }, 'status must be one of open, pending, solved'],
    ['another tenant', 'get_support_tickets', { tenant: 'meridian' }, 'tenant is not a field'],
    [
      'one ticket and a filter',
      'get_support_tickets',
      { ticketId: TICKET, status: 'open' },
      'status cannot be used together with ticketId',
    ],
    ['a cursor that was made up', 'get_support_tickets', { cursor: 'AAAA' }, 'cursor must be one of this list'],
    [
      'an identifier too long',
      'delete_issue',
      { issueId: 'P'.repeat(65), reason: 'abc' },
      'issueId must be at most 64',
    ],
    ['no reason', 'delete_issue', { issueId: 'PAY-1' }, 'reason must be string'],
  ])(verifies('tool:strict-arguments', '%s: %s refuses'), async (_, tool, args, rule) => {
    const answer = await callByHand(ada, tool, args as Record<string, unknown>);
    expect(toolError(answer)).toMatch(
      new RegExp(`^arguments_invalid: .*${rule.replace(/[.*]/g, '\\$&')}.* \\(trace [0-9a-f]{32}\\)$`),
    );
  });

  it(verifies('tool:strict-arguments', 'the value of a bad argument is not said back'), async () => {
    const canary = 'ignore-previous-instructions-7f3a';
    const answer = await callByHand(ada, 'escalate_ticket', { ticketId: canary, team: canary });
    expect(toolError(answer)).toMatch(/^arguments_invalid/);
    expect(answer.text).not.toContain(canary);
  });

  it.each([
    ['a list', [TICKET]],
    ['text', TICKET],
    ['a number', 1],
  ])(verifies('tool:strict-arguments', 'arguments that are %s are refused'), async (_, args) => {
    const answer = await callByHand(ada, 'escalate_ticket', args as never, '2025-11-25');
    const refused = answer.json.error?.code === -32602 || toolError(answer).startsWith('arguments_invalid');
    expect(refused, answer.text).toBe(true);
  });
});

describe('writes', () => {
  const KEY = '3d3f1c9a-8f57-4c62-9a9f-5f9b1c1d2e3f';
  const FIRST = 'df3c65d7-5001-4448-8f6b-188323848d4f';
  const SECOND = 'bb5e7562-b239-4eaf-b912-c45c3a5acfca';
  const MERIDIANS = '960a74bb-bd90-4f91-8021-2e39c3020565';
  const escalate = (args: Record<string, unknown>, token = grace) =>
    patiently(() => callByHand(token, 'escalate_ticket', args));

  it(verifies('tool:idempotency-key', 'one key, another ticket: refused, nothing filed'), async () => {
    const first = await escalate({ ticketId: FIRST, idempotencyKey: KEY });
    expect(first.json.result.structuredContent, first.text).toMatchObject({ alreadyFiled: false });
    const before = await outside.calls();
    expect(toolError(await escalate({ ticketId: SECOND, idempotencyKey: KEY }))).toMatch(/^idempotency_conflict: /);
    expect(await outside.calls()).toEqual(before);
    const again = await escalate({ ticketId: FIRST, idempotencyKey: KEY });
    expect(again.json.result.structuredContent).toMatchObject({ alreadyFiled: true });
  });

  it(verifies('tool:generic-failure', 'an outage of Linear is one word, and a retry files the one issue'), async () => {
    const fault = (body: object) =>
      fetch(`${house.urls.linear}/_sim/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    await fault({ next: '500', count: 20 });
    const failed = await escalate({ ticketId: MERIDIANS }, mina);
    await fetch(`${house.urls.linear}/_sim/faults`, { method: 'DELETE' });
    expect(toolError(failed)).toMatch(/^downstream_(failed|unavailable): [^{}<>]* \(trace [0-9a-f]{32}\)$/);
    // The trace id is hexadecimal by chance: it may hold any digits.
    expect(failed.text.replace(/[0-9a-f]{32}/g, '')).not.toMatch(/graphql|linear_|http:|500|stack/i);
    await fault({ next: 'drop-after-commit', operation: 'issueCreate' });
    await escalate({ ticketId: MERIDIANS }, mina);
    await fetch(`${house.urls.linear}/_sim/faults`, { method: 'DELETE' });
    const retried = await escalate({ ticketId: MERIDIANS }, mina);
    expect(retried.json.result.structuredContent, retried.text).toMatchObject({ dryRun: false });
    const about = (await outside.issues('meridian')).filter(({ description }) => description.includes(MERIDIANS));
    expect(about).toHaveLength(1);
  });

  it(verifies('tool:role', 'a token for the audit service opens no tool, even a lead’s'), async () => {
    const { access_token } = await signInAtAudit('grace');
    expect((await callByHand(access_token, 'escalate_ticket', { ticketId: FIRST })).status).toBe(401);
  });
});
