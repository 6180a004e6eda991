import { PEOPLE } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callTool } from '../../../scripts/story/call-tool.ts';
import { foundIn, identityValues, STORY_TICKET, seedTickets } from '../../../scripts/story/world.ts';
import { verifies } from '../verifies.ts';
import { verifyLog } from '../world/verifier.ts';
import { Agents, consoleToken, openDoors } from './agents.ts';
import { publicUrl } from './installation.ts';
import { until } from './kube/cluster.ts';
import { entriesOf, exportLog, logKey } from './record.ts';
import { standIns } from './stand-ins.ts';

let doors: { close(): void };
let ada: Agents;
beforeAll(async () => {
  doors = await openDoors();
  ada = await Agents.of('ada');
});
afterAll(async () => {
  await ada?.close();
  doors?.close();
});
const linear = standIns;
const call = (placement: 'read' | 'write', name: string, args: Record<string, unknown>) =>
  callTool(ada[placement], ada.person, name, args);

/** The whole story of the design, through the ingress path, at both placements. */
describe('the story in the cluster', () => {
  let identifier = '';

  it(verifies('cluster:story', 'Ada’s agent finds both placements, each with its own tools'), async () => {
    const tools = async (placement: 'read' | 'write') =>
      (await ada[placement].client.listTools()).tools.map(({ name }) => name).sort();
    expect(await tools('read')).toEqual(['get_support_tickets']);
    expect(await tools('write')).toEqual(['delete_issue', 'escalate_ticket']);
  });

  it(verifies('cluster:story', 'reads open tickets of her company, masked'), async () => {
    const answer = await call('read', 'get_support_tickets', { status: 'open', limit: 50 });
    const tickets = (answer.structured?.tickets ?? []) as { id: string }[];
    const own = seedTickets().filter(({ tenant }) => tenant === 'harbor');
    expect(tickets.length).toBeGreaterThan(0);
    expect(tickets.filter(({ id }) => !own.some((ticket) => ticket.id === id))).toEqual([]);
    const values = own.flatMap(({ customer }) => [customer.email ?? '', customer.phone ?? '']).filter(Boolean);
    expect(foundIn(answer.text, values)).toEqual([]);
  });

  it(
    verifies(
      'cluster:story',
      'escalates: one issue, created by Ada, without the customer, once her account is connected',
    ),
    async () => {
      const answer = await call('write', 'escalate_ticket', { ticketId: STORY_TICKET });
      expect(answer.isError, answer.text).toBe(false);
      expect(ada.connectPages.at(-1)).toMatch(/connected/);
      const { issue } = (answer.structured ?? {}) as { issue: { id: string; identifier: string } };
      const { id } = issue;
      identifier = issue.identifier;
      const stored = (await linear.issues('harbor')).find((issue) => issue.id === id);
      expect(stored?.creator?.email).toBe(PEOPLE.ada.email);
      expect(stored?.description).toContain(STORY_TICKET);
      const ticket = seedTickets().find((one) => one.id === STORY_TICKET);
      expect(foundIn(`${stored?.title}\n${stored?.description}`, ticket ? identityValues(ticket) : [])).toEqual([]);
    },
  );

  it(verifies('cluster:story', 'says “already filed” when asked again'), async () => {
    const answer = await call('write', 'escalate_ticket', { ticketId: STORY_TICKET });
    expect(answer.structured?.alreadyFiled).toBe(true);
    const about = (await linear.issues('harbor')).filter(({ description }) => description.includes(STORY_TICKET));
    expect(about).toHaveLength(1);
  });

  it(verifies('cluster:story', 'is refused an overreach at issuance: no Vault read, no Linear call'), async () => {
    let before = await linear.calls();
    const answer = await callTool(
      ada.write,
      ada.person,
      'delete_issue',
      { issueId: identifier, reason: 'cleaning up' },
      async () => {
        before = await linear.calls();
      },
    );
    expect(answer.isError).toBe(true);
    expect(answer.text).toMatch(/approval_missing/);
    expect(answer.text).toMatch(/\bd-[0-9a-f-]{36}\b/);
    expect(await linear.calls()).toEqual(before);
  });

  it(
    verifies('cluster:story', 'is on record, each hop by its own producer, provably and without the customer'),
    async () => {
      const wanted = ['mcp-server-write', 'mcp-server-read', 'token-broker-issuer', 'token-broker-gateway'];
      const log = await until(
        'the record of the escalation',
        async () => {
          const dir = await exportLog();
          const text = JSON.stringify(await entriesOf(dir));
          return wanted.every((name) => text.includes(name)) && text.includes(STORY_TICKET) && dir;
        },
        { timeoutMs: 60_000, everyMs: 2_000 },
      );
      expect(verifyLog(log, await logKey()).status).toBe('ok');
      const ticket = seedTickets().find((one) => one.id === STORY_TICKET);
      const values = ticket ? identityValues(ticket).filter((value) => value.length > 4) : [];
      expect(foundIn(JSON.stringify(await entriesOf(log)), values)).toEqual([]);
    },
  );

  it(verifies('cluster:story', 'can be read by an auditor at the console, and by nobody without a token'), async () => {
    const checkpoint = `${publicUrl('console')}/checkpoint`;
    expect((await fetch(checkpoint)).status).toBe(401);
    const token = await consoleToken('grace');
    const read = await fetch(checkpoint, { headers: { authorization: `Bearer ${token}` } });
    expect([read.status, (await read.text()).split('\n')[0]]).toEqual([
      200,
      `${new URL(publicUrl('console')).host}/audit`,
    ]);
  });
});
