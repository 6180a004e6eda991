import { Client as ModernClient, StreamableHTTPClientTransport as ModernTransport } from '@modelcontextprotocol/client';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Fixture, startFixture, TICKET } from '../testing/fixture.ts';

interface ToolAnswer {
  structuredContent?: unknown;
  isError?: boolean;
  content?: unknown;
}
/** What the story needs of a client, whichever SDK it comes from. */
interface AnyClient {
  listTools(): Promise<{ tools: { name: string }[] }>;
  callTool(call: { name: string; arguments: Record<string, unknown> }): Promise<ToolAnswer>;
  close(): Promise<void>;
}

let fixture: Fixture;
beforeEach(async () => {
  fixture = await startFixture();
});
afterEach(() => fixture.close());

const about = { name: 'spec', version: '1' };
const requestInit = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

/** SDK v1: 2025-11-25, the client most agents still are. */
async function v1(token: string): Promise<AnyClient> {
  const client = new Client(about);
  const transport = new StreamableHTTPClientTransport(new URL(fixture.endpoint), { requestInit: requestInit(token) });
  // Its own types disagree under exactOptionalPropertyTypes; it is the transport that goes with this client.
  await client.connect(transport as Parameters<Client['connect']>[0]);
  return client as unknown as AnyClient;
}

/** SDK v2, held to one revision. */
const v2 = (mode: 'legacy' | { pin: '2026-07-28' }) =>
  async function connect(token: string): Promise<AnyClient> {
    const client = new ModernClient(about, { versionNegotiation: { mode } });
    await client.connect(new ModernTransport(new URL(fixture.endpoint), { requestInit: requestInit(token) }));
    return client as unknown as AnyClient;
  };

const clients: [string, (token: string) => Promise<AnyClient>][] = [
  ['SDK v1, 2025-11-25', v1],
  ['SDK v2, 2025-11-25', v2('legacy')],
  ['SDK v2, 2026-07-28', v2({ pin: '2026-07-28' })],
];

describe.each(clients)('a real client: %s', (_, connect) => {
  it('[C-ID-1] does not get in without a good token', async () => {
    await expect(connect('not-a-token')).rejects.toThrow();
    expect((await fixture.drain()).map(({ kind }) => kind)).not.toContain('tool_call_requested');
  });

  it('[C-AZ-4] is told only the tools its person may call', async () => {
    const ada = await connect(fixture.token('ada'));
    const ken = await connect(fixture.token('ken'));
    const names = async (client: AnyClient) => (await client.listTools()).tools.map(({ name }) => name).toSorted();
    expect(await names(ada)).toEqual(['delete_issue', 'escalate_ticket', 'get_support_tickets']);
    expect(await names(ken)).toEqual([]);
    await expect(ken.callTool({ name: 'get_support_tickets', arguments: {} })).rejects.toThrow(/Unknown tool/);
    await Promise.all([ada.close(), ken.close()]);
  });

  it('[C-OUT-1] [C-OUT-2] lists, reads and escalates, and the client’s own check of the output schema agrees', async () => {
    const ada = await connect(fixture.token('ada'));
    await ada.listTools(); // clients check results against the schema they were told
    const list = await ada.callTool({ name: 'get_support_tickets', arguments: { severity: 'critical', limit: 5 } });
    expect(list.structuredContent).toMatchObject({
      tickets: expect.arrayContaining([expect.objectContaining({ id: TICKET })]),
    });
    const one = await ada.callTool({ name: 'get_support_tickets', arguments: { ticketId: TICKET } });
    expect(JSON.stringify(one)).not.toMatch(/Ellison|4242 4242|brightwell-books\.example|206-555-0143/);
    const filed = await ada.callTool({ name: 'escalate_ticket', arguments: { ticketId: TICKET } });
    expect(filed.structuredContent).toMatchObject({ issue: { identifier: 'PAY-1' }, team: 'PAY', dryRun: false });
    expect(JSON.stringify(fixture.gateway.redemptions[0]?.variables)).not.toMatch(/Ellison|4242 4242|206-555-0143/);
    await ada.close();
  });

  it('[C-KS-2] shows a dry run and does nothing', async () => {
    const ada = await connect(fixture.token('ada'));
    const shown = await ada.callTool({ name: 'escalate_ticket', arguments: { ticketId: TICKET, dryRun: true } });
    expect(shown.structuredContent).toMatchObject({ dryRun: true, alreadyFiled: false });
    expect(shown.structuredContent).not.toHaveProperty('issue');
    expect(fixture.gateway.redemptions).toEqual([]);
    await ada.close();
  });
});

describe('two people at once', () => {
  it('[C-AZ-11] never get each other’s answers, with equal JSON-RPC ids, in both eras (CVE-2026-25536)', async () => {
    const ada = fixture.agent('ada');
    const mina = fixture.agent('mina');
    const call = { name: 'get_support_tickets', arguments: { limit: 50 } };
    const ids = ({ body }: Awaited<ReturnType<typeof ada.legacy>>) => {
      const tickets = body.result?.structuredContent?.tickets as { id: string }[] | undefined;
      return tickets?.map(({ id }) => id) ?? [];
    };
    const own = { ada: ids(await ada.legacy('tools/call', call)), mina: ids(await mina.legacy('tools/call', call)) };
    expect(Math.min(own.ada.length, own.mina.length)).toBeGreaterThan(0);
    expect(own.ada.filter((id) => own.mina.includes(id))).toEqual([]);
    for (let round = 0; round < 100; round++) {
      fixture.clock.now += 1_000; // within the tool's limit of 100 a minute a person
      const [adas, minas, adasModern, minasModern] = await Promise.all([
        ada.legacy('tools/call', call, { id: 7 }),
        mina.legacy('tools/call', call, { id: 7 }),
        ada.modern('tools/call', call, { id: 7 }),
        mina.modern('tools/call', call, { id: 7 }),
      ]);
      expect([ids(adas), ids(adasModern)]).toEqual([own.ada, own.ada]);
      expect([ids(minas), ids(minasModern)]).toEqual([own.mina, own.mina]);
    }
  });
});
