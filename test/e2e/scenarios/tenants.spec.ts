import { beforeAll, describe, expect, it } from 'vitest';
import { foundIn, identityValues, seedTickets } from '../../../scripts/story/world.ts';
import { verifies } from '../verifies.ts';
import { signIn } from '../world/agent.ts';
import { connectAccount } from '../world/connected.ts';
import { callByHand, patiently, toolError } from '../world/mcp-message.ts';
import { effects, outside } from '../world/outside.ts';

/** Escalated by one person, then asked for again by another of the same company. */
const HARBOR = ['84f0a1d0-5301-4cc9-8a55-5c1b4baf1f2f', 'e57e50b9-6385-4e38-a95e-c447210e666c'];
const MERIDIAN = ['be329d5f-17eb-4613-9fdf-e1a7c7e2d171'];
const NOBODYS = '0b6c2b5e-6f0e-4f5b-9a53-2d1c8f8f7a10';
const WITHOUT_TRACE = /\(trace [0-9a-f]{32}\)/;

const tokens: Record<string, string> = {};
const ticketOf = (id: string) => seedTickets().find((ticket) => ticket.id === id);

beforeAll(async () => {
  for (const name of ['ada', 'grace', 'mina'] as const) {
    tokens[name] = (await signIn(name)).access_token;
    await connectAccount(name, tokens[name]);
  }
});

const escalate = (who: string, ticketId: string) =>
  patiently(() => callByHand(tokens[who] as string, 'escalate_ticket', { ticketId }));

describe('filing', () => {
  it.each([
    ...HARBOR.map((ticket) => ({ ticket, who: 'ada', workspace: 'harbor' })),
    ...MERIDIAN.map((ticket) => ({ ticket, who: 'mina', workspace: 'meridian' })),
  ])(
    verifies('story:filed-as-person', '$who files $ticket in $workspace, masked'),
    async ({ ticket, who, workspace }) => {
      const { json, text } = await escalate(who, ticket);
      expect(json.result?.isError, text).toBeUndefined();
      const issue = (await outside.issues(workspace)).find(({ id }) => id === json.result.structuredContent.issue.id);
      expect(issue?.creator?.email.split('@')[0]).toBe(who);
      const seed = ticketOf(ticket);
      expect(foundIn(`${issue?.title}\n${issue?.description}\n${text}`, seed ? identityValues(seed) : [])).toEqual([]);
    },
  );

  it.each(HARBOR)(
    verifies('story:one-issue', 'a colleague who files %s as well is told of the first issue'),
    async (ticket) => {
      const before = await effects();
      const { json } = await escalate('grace', ticket);
      expect(json.result.structuredContent.alreadyFiled).toBe(true);
      expect((await effects()).issues).toBe(before.issues);
      const about = (await outside.issues('harbor')).filter(({ description }) => description.includes(ticket));
      expect(about.map(({ creator }) => creator?.email)).toEqual(['ada@harbor.example']);
    },
  );

  it(verifies('story:one-issue', 'two people at the same instant make one issue'), async () => {
    const ticket = '2ebf76ff-5f54-4a9b-9900-08d0a40490cc';
    const answers = await Promise.all(['ada', 'grace'].map((who) => escalate(who, ticket)));
    const ids = answers.map(({ json }) => json.result?.structuredContent?.issue?.id as string | undefined);
    expect(new Set(ids).size).toBe(1);
    const about = (await outside.issues('harbor')).filter(({ description }) => description.includes(ticket));
    expect(about).toHaveLength(1);
  });
});

describe('two companies', () => {
  it.each(['get_support_tickets', 'escalate_ticket'])(
    verifies('tenant:isolated', '%s answers for another company’s ticket as for none'),
    async (tool) => {
      const before = await effects();
      const foreign = toolError(await callByHand(tokens.mina as string, tool, { ticketId: HARBOR[0] }));
      const nobodys = toolError(await callByHand(tokens.mina as string, tool, { ticketId: NOBODYS }));
      expect(foreign).toMatch(/^ticket_unknown: there is no such ticket /);
      expect(foreign.replace(WITHOUT_TRACE, '')).toBe(nobodys.replace(WITHOUT_TRACE, ''));
      expect(await effects()).toEqual(before);
    },
  );

  it(verifies('tenant:isolated', 'a dry run does not show another company’s ticket either'), async () => {
    const answer = await callByHand(tokens.mina as string, 'escalate_ticket', { ticketId: HARBOR[0], dryRun: true });
    expect(toolError(answer)).toMatch(/^ticket_unknown/);
  });

  it(verifies('tenant:isolated', 'a cursor of one company does not page through another’s'), async () => {
    const { json } = await callByHand(tokens.ada as string, 'get_support_tickets', { limit: 1 });
    const cursor = json.result.structuredContent.nextCursor as string;
    const answer = await callByHand(tokens.mina as string, 'get_support_tickets', { limit: 1, cursor });
    expect(toolError(answer)).toMatch(/^arguments_invalid: cursor must be one of this list/);
  });

  it(verifies('tenant:isolated', 'issues lie in the workspace of their company only'), async () => {
    const [harbor, meridian] = await Promise.all([outside.issues('harbor'), outside.issues('meridian')]);
    const domains = (issues: typeof harbor) => new Set(issues.map(({ creator }) => creator?.email.split('@')[1]));
    expect(domains(harbor)).toEqual(new Set(['harbor.example']));
    expect(domains(meridian)).toEqual(new Set(['meridian.example']));
  });
});
