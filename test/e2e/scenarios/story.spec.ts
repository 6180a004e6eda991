import { PEOPLE, Person } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundIn, identityValues, type SeedTicket, STORY_TICKET, seedTickets } from '../../../scripts/story/world.ts';
import { verifies } from '../verifies.ts';
import { signInAtAudit } from '../world/agent.ts';
import { effects, outside } from '../world/outside.ts';
import { newTrace, type StoryAgent, V2Agent } from '../world/story-agent.ts';
import { storyOf } from '../world/timeline.ts';
import { V1Agent } from '../world/v1-agent.ts';

const TOOLS = ['delete_issue', 'escalate_ticket', 'get_support_tickets'];
/** What one escalation writes down, hop by hop. */
const HOPS = [
  'tool_call_requested',
  'tool_call_authorized',
  'token_exchange_requested',
  'token_exchange_issued',
  'capability_redeemed',
  'issue_filed',
  'tool_call_completed',
];
const tickets = seedTickets().filter(({ tenant }) => tenant === 'harbor');
const ticketOf = (id: string) => tickets.find((ticket) => ticket.id === id) as SeedTicket;

describe.each([
  { sdk: 'v2', revision: '2026-07-28', who: 'ada', ticket: STORY_TICKET, connect: V2Agent.connect },
  {
    sdk: 'v1',
    revision: '2025-11-25',
    who: 'grace',
    ticket: '977f4de1-4a3f-4144-8b07-cb2d95889f2f',
    connect: V1Agent.connect,
  },
] as const)('the story with a client on SDK $sdk, MCP $revision', ({ who, ticket, connect }) => {
  const person = new Person(PEOPLE[who]);
  const trace = newTrace();
  let agent: StoryAgent;
  let identifier = '';

  beforeAll(async () => {
    agent = await connect(person);
  });
  afterAll(() => agent?.close());

  it(verifies('story:sign-in'), async () => {
    expect(person.seen.map((title) => title.replace(/ · .*/, ''))).toEqual([
      'Sallyport demo agent wants to connect',
      'Sign in',
      'Let Sallyport demo agent act for you?',
    ]);
    expect(await agent.tools()).toEqual(TOOLS);
  });

  it(verifies('story:tickets-masked', 'open tickets are summaries of the own company, masked'), async () => {
    const { isError, structured, text } = await agent.call({
      name: 'get_support_tickets',
      args: { status: 'open', limit: 50 },
    });
    expect(isError).toBe(false);
    const listed = structured?.tickets as Record<string, unknown>[];
    expect(listed.length).toBeGreaterThan(10);
    expect(listed.filter(({ id }) => !tickets.some((own) => own.id === id))).toEqual([]);
    expect(new Set(listed.flatMap((one) => Object.keys(one)))).toEqual(
      new Set(['id', 'created', 'severity', 'status', 'plan', 'subject']),
    );
    const contacts = tickets.flatMap(({ customer }) =>
      [customer.email, customer.phone].filter((value) => value !== undefined),
    );
    expect(foundIn(text, contacts)).toEqual([]);
  });

  it(verifies('story:tickets-masked', 'one ticket comes with its text and without its customer'), async () => {
    const { structured, text } = await agent.call({ name: 'get_support_tickets', args: { ticketId: ticket } });
    expect(structured?.ticket).toMatchObject({ id: ticket });
    expect(foundIn(text, identityValues(ticketOf(ticket)))).toEqual([]);
  });

  it(verifies('story:dry-run'), async () => {
    const before = await effects();
    const { structured } = await agent.call({ name: 'escalate_ticket', args: { ticketId: ticket, dryRun: true } });
    expect(structured).toMatchObject({ dryRun: true, alreadyFiled: false });
    expect(structured).not.toHaveProperty('issue');
    expect(await effects()).toEqual(before);
  });

  it(verifies('story:connect-once'), async () => {
    const answer = await agent.call({ name: 'escalate_ticket', args: { ticketId: ticket } });
    expect(answer.text).not.toContain('consent_required');
    expect(agent.connectPages[0]).toContain('Connect your Linear account');
    expect(agent.connectPages.at(-1)).toContain('Linear is connected');
    identifier = String((answer.structured?.issue as { identifier?: string } | undefined)?.identifier);
  });

  it(verifies('story:filed-as-person'), async () => {
    const issue = (await outside.issues('harbor')).find((one) => one.identifier === identifier);
    expect(issue?.creator?.email).toBe(PEOPLE[who].email);
    expect(issue?.description).toContain(ticket);
    expect(issue?.description).toMatch(/d-[0-9a-f-]{36}/);
    const values = identityValues(ticketOf(ticket));
    expect(values.length).toBeGreaterThan(5);
    expect(foundIn(`${issue?.title}\n${issue?.description}`, values)).toEqual([]);
  });

  it(verifies('story:one-issue', 'asked again, the first issue is read back'), async () => {
    const pages = agent.connectPages.length;
    const answer = await agent.call({ name: 'escalate_ticket', args: { ticketId: ticket }, trace });
    expect(answer.structured).toMatchObject({ alreadyFiled: true, issue: { identifier } });
    expect(agent.connectPages).toHaveLength(pages);
    const about = (await outside.issues('harbor')).filter(({ description }) => description.includes(ticket));
    expect(about).toHaveLength(1);
  });

  it(verifies('story:overreach-refused'), async () => {
    let before = await effects();
    const answer = await agent.call({
      name: 'delete_issue',
      args: { issueId: identifier, reason: 'cleaning up' },
      beforeRetry: async () => {
        before = await effects();
      },
    });
    expect(answer.isError).toBe(true);
    expect(answer.text).toMatch(
      /^approval_missing: refused by decision d-[0-9a-f-]{36}; it needs the approval of a second person/,
    );
    expect(await effects()).toEqual(before);
  });

  it(verifies('tool:scope', 'an agent that was given more scope for one call keeps what it had'), async () => {
    const seen = person.seen.length;
    const { isError, text } = await agent.call({ name: 'get_support_tickets', args: { limit: 1 } });
    expect(isError, text).toBe(false);
    expect(person.seen.slice(seen)).toEqual([]);
  });

  it(verifies('story:on-record'), async () => {
    const { access_token: reader } = await signInAtAudit('grace');
    const moments = await storyOf(trace.id, reader, 'tool_call_completed');
    expect([...moments.map(({ kind }) => kind)].sort()).toEqual([...HOPS].sort());
    const issued = moments.find(({ kind }) => kind === 'token_exchange_issued');
    expect(issued?.decision).toMatch(/^d-/);
    expect(moments.find(({ kind }) => kind === 'capability_redeemed')?.decision).toBe(issued?.decision);
    // Person → agent → service, by name; and the policy that said so.
    expect(JSON.stringify(issued?.event)).toContain('sallyport-demo');
    expect(JSON.stringify(issued?.event)).toContain('r-');
    expect(issued?.sentence).toMatch(/acting for (Ada Okafor|Grace Lindqvist)/);
    const redeemed = moments.findIndex(({ kind }) => kind === 'capability_redeemed');
    expect(redeemed).toBeLessThan(moments.findIndex(({ kind }) => kind === 'issue_filed'));
  });
});
