import { Client as ModernClient, StreamableHTTPClientTransport as ModernTransport } from '@modelcontextprotocol/client';
import { Client as LegacyClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as LegacyTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { McpError } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Fixture, startFixture, TICKET } from '../testing/fixture.ts';
import type { PersonName } from '../testing/people.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
beforeEach(() => {
  fixture.issuer.refusal = undefined;
});
afterAll(() => fixture.close());

const ME = { name: 'spec', version: '1' };
const init = (person: PersonName) => ({
  requestInit: { headers: { authorization: `Bearer ${fixture.token(person)}` } },
});
const notConnected = () => ({
  status: 400,
  body: { reasons: ['consent_required'], error: 'x', interaction_url: `${fixture.issuer.url}/connect/linear/h` },
});

describe('the client of 2025-11-25 (SDK v1)', () => {
  async function connect(person: PersonName) {
    const client = new LegacyClient(ME, { capabilities: { elicitation: { url: {} } } });
    await client.connect(new LegacyTransport(new URL(fixture.endpoint), init(person)) as never);
    return client;
  }

  it('negotiates its revision without a session', async () => {
    const transport = new LegacyTransport(new URL(fixture.endpoint), init('ada'));
    const client = new LegacyClient(ME);
    await client.connect(transport as never);
    expect([transport.sessionId, transport.protocolVersion]).toEqual([undefined, '2025-11-25']);
    expect(client.getServerVersion()?.name).toBe('sallyport');
    await client.close();
  });

  it('reads refusals: a tool error, an unknown tool, a page to open', async () => {
    const client = await connect('ada');
    expect((await client.callTool({ name: 'get_support_tickets', arguments: { limit: 99 } })).isError).toBe(true);
    await expect(client.callTool({ name: 'nothing' })).rejects.toMatchObject({ code: -32602 });
    fixture.issuer.refusal = notConnected();
    const failure = await client
      .callTool({ name: 'escalate_ticket', arguments: { ticketId: TICKET } })
      .catch((error) => error);
    expect(failure).toBeInstanceOf(McpError);
    expect(failure).toMatchObject({ code: -32042, data: { elicitations: [{ mode: 'url' }] } });
    await client.close();
  });
});

describe('the client of 2026-07-28 (SDK v2)', () => {
  async function connect(person: PersonName, onPage?: (url: string) => 'accept' | 'decline') {
    const client = new ModernClient(ME, {
      capabilities: onPage ? { elicitation: { url: {} } } : {},
      versionNegotiation: { mode: { pin: '2026-07-28' } },
    });
    if (onPage) {
      client.setRequestHandler('elicitation/create', async ({ params }) => ({
        action: params.mode === 'url' ? onPage(params.url) : 'decline',
      }));
    }
    await client.connect(new ModernTransport(new URL(fixture.endpoint), init(person)));
    return client;
  }

  it('opens the page, comes back with its state and gets the issue', async () => {
    const pages: string[] = [];
    const client = await connect('ada', (url) => {
      pages.push(url);
      fixture.issuer.refusal = undefined;
      return 'accept';
    });
    fixture.issuer.refusal = notConnected();
    const { structuredContent } = await client.callTool({ name: 'escalate_ticket', arguments: { ticketId: TICKET } });
    expect(pages).toEqual([`${fixture.issuer.url}/connect/linear/h`]);
    expect(structuredContent).toMatchObject({ issue: { identifier: 'PAY-1' } });
    await client.close();
  });

  it('is left in peace when the person says no', async () => {
    let asked = 0;
    const client = await connect('ada', () => {
      asked += 1;
      return 'decline';
    });
    fixture.issuer.refusal = notConnected();
    const { isError, content } = await client.callTool({ name: 'escalate_ticket', arguments: { ticketId: TICKET } });
    expect([asked, isError]).toEqual([1, true]);
    expect(JSON.stringify(content)).toContain('consent_required');
    await client.close();
  });
});

describe('two callers with equal JSON-RPC ids (CVE-2026-25536, CVE-2026-111770)', () => {
  it('[C-AZ-11] never get each other’s answers, in 200 interleaved rounds of both eras', async () => {
    const people = [fixture.agent('ada'), fixture.agent('mina')] as const;
    const own = await Promise.all(people.map((agent) => agent.call('get_support_tickets', { limit: 3 })));
    const expected = own.map(({ body }) => JSON.stringify(body.result?.structuredContent));
    expect(expected[0]).not.toBe(expected[1]);
    let id = 0;
    for (let round = 0; round < 20; round++) {
      fixture.clock.now += 12_000;
      const sent = Array.from({ length: 10 }, () => {
        id += 1;
        const params = { name: 'get_support_tickets', arguments: { limit: 3 } };
        return people.flatMap((agent) => [
          agent.modern('tools/call', params, { id }),
          agent.legacy('tools/call', params, { id }),
        ]);
      });
      for (const four of await Promise.all(sent.map((answers) => Promise.all(answers)))) {
        const got = four.map(({ body }) => JSON.stringify(body.result?.structuredContent));
        expect(got).toEqual([expected[0], expected[0], expected[1], expected[1]]);
        expect(new Set(four.map(({ body }) => body.id)).size).toBe(1);
      }
    }
  });
});
