import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEGACY, MODERN } from '../testing/agent.ts';
import { type Fixture, startFixture, TICKET } from '../testing/fixture.ts';
import { plainCall } from './fast-path.ts';

let fast: Fixture;
let slow: Fixture;
beforeAll(async () => {
  fast = await startFixture({ toolLimitFactor: '10000' });
  slow = await startFixture({ toolLimitFactor: '10000', fastPath: 'false' });
});
afterAll(() => Promise.all([fast.close(), slow.close()]));

interface Message {
  headers: Record<string, string>;
  body: unknown;
}
const META = 'io.modelcontextprotocol';
const modernMeta = {
  [`${META}/protocolVersion`]: MODERN,
  [`${META}/clientInfo`]: { name: 'spec', version: '1' },
  [`${META}/clientCapabilities`]: {},
};
const ACCEPT = 'application/json, text/event-stream';

const legacyCall = (params: object, id: unknown = 1): Message => ({
  headers: { accept: ACCEPT, 'mcp-protocol-version': LEGACY },
  body: { jsonrpc: '2.0', id, method: 'tools/call', params },
});
const modernCall = (params: { name?: unknown; [key: string]: unknown }, id: unknown = 1): Message => ({
  headers: {
    accept: ACCEPT,
    'mcp-protocol-version': MODERN,
    'mcp-method': 'tools/call',
    // What is no string cannot be named in a header; `String` would even throw for `{ toString: [] }`.
    'mcp-name': typeof params.name === 'string' ? params.name : typeof params.name,
  },
  body: { jsonrpc: '2.0', id, method: 'tools/call', params: { _meta: modernMeta, ...params } },
});

/** What differs between two servers given the same call: traces, decisions, ports, and what their own keys sign. */
const steady = (text: string) =>
  text
    .replace(/[0-9a-f]{32}/g, '(trace)')
    .replace(/d-[0-9a-f-]{36}/g, '(decision)')
    .replace(/(\.[0-9a-f-]{36})\.[\w-]{22}/g, '$1.(mac)')
    .replace(/localhost:\d+|127\.0\.0\.1:\d+/g, '(place)');

async function bothAnswers({ headers, body }: Message, person: 'ada' | 'ken' = 'ada') {
  const answers = await Promise.all(
    [fast, slow].map((fixture) => fixture.agent(person).send(JSON.stringify(body), { headers })),
  );
  return answers.map(({ status, headers: given, text }) => ({
    status,
    type: given.get('content-type'),
    cache: given.get('cache-control'),
    challenge: steady(given.get('www-authenticate') ?? ''),
    body: parsed(steady(text)),
  }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

describe('the carrier for plain calls gives the answer of the SDK', () => {
  const listing = { name: 'get_support_tickets', arguments: { status: 'open', limit: 2 } };
  const cases: [string, object][] = [
    ['a list of tickets', listing],
    ['one ticket', { name: 'get_support_tickets', arguments: { ticketId: TICKET } }],
    ['no arguments', { name: 'get_support_tickets' }],
    ['arguments that break the schema', { name: 'get_support_tickets', arguments: { limit: 99, colour: 'red' } }],
    ['a ticket that is not there', { name: 'get_support_tickets', arguments: { ticketId: crypto.randomUUID() } }],
    ['a dry run', { name: 'escalate_ticket', arguments: { ticketId: TICKET, dryRun: true } }],
    ['an unknown tool', { name: 'no_such_tool', arguments: {} }],
    ['a scope that is missing', { name: 'delete_issue', arguments: { issueId: 'PAY-1', reason: 'tidy' } }],
  ];
  it.each(cases)('for %s', async (_, params) => {
    for (const message of [legacyCall(params), modernCall(params as { name: string })]) {
      const [quick, usual] = await bothAnswers(message);
      expect(quick).toEqual(usual);
    }
  });

  it('for a tool that is hidden from the caller', async () => {
    const [quick, usual] = await bothAnswers(modernCall(listing), 'ken');
    expect(quick).toEqual(usual);
    expect(quick?.body).toMatchObject({ error: { code: -32602 } });
  });

  it('takes plain calls of both eras and leaves the rest to the SDK', () => {
    for (const { headers, body } of [legacyCall(listing), modernCall(listing)]) {
      expect(plainCall(headers, body)).toBeDefined();
      expect(plainCall({ ...headers, accept: 'application/json' }, body)).toBeUndefined();
      expect(plainCall({ ...headers, 'mcp-param-x': '1' }, body)).toBeUndefined();
      expect(plainCall({ ...headers, 'mcp-name': 'other' }, body)).toBeUndefined();
    }
    expect(plainCall(legacyCall(listing).headers, modernCall(listing).body)).toBeUndefined();
    expect(plainCall(modernCall(listing).headers, modernCall({ ...listing, requestState: 's' }).body)).toBeUndefined();
  });

  const json = fc.jsonValue({ maxDepth: 2 });
  const id = fc.oneof(fc.integer(), fc.string({ maxLength: 8 }), fc.constantFrom(null, 1.5, true, {}, undefined));
  const name = fc.oneof(fc.constantFrom('get_support_tickets', 'delete_issue', 'nothing', '', 'naïve'), json);
  const args = fc.oneof(
    fc.record(
      { limit: fc.oneof(fc.integer({ min: -1, max: 60 }), json), status: fc.constantFrom('open', 'shut') },
      { requiredKeys: [] },
    ),
    json,
    fc.constant(undefined),
  );
  const meta = fc.oneof(
    fc.constant(modernMeta),
    fc.constantFrom<object>(
      {},
      { ...modernMeta, progressToken: 1 },
      { ...modernMeta, [`${META}/protocolVersion`]: LEGACY },
    ),
    fc.record({ ...Object.fromEntries(Object.keys(modernMeta).map((key) => [key, json])) }, { requiredKeys: [] }),
    fc.constantFrom<object>(
      { ...modernMeta, [`${META}/clientCapabilities`]: { elicitation: { url: {} } } },
      { ...modernMeta, [`${META}/clientCapabilities`]: { elicitation: { url: true } } },
      { ...modernMeta, [`${META}/clientCapabilities`]: { roots: {} } },
    ),
  );
  const headerChange = fc.oneof(
    { weight: 4, arbitrary: fc.constant({}) },
    fc.constantFrom<Record<string, string>>(
      { accept: 'application/json' },
      { accept: '*/*' },
      { 'mcp-protocol-version': '2024-11-05' },
      { 'mcp-protocol-version': '1999-01-01' },
      { 'mcp-method': 'tools/list' },
      { 'mcp-name': 'other' },
      { 'mcp-session-id': 'x' },
      { 'mcp-param-limit': '2' },
    ),
  );
  const ascii = (text: unknown) => String(text).replace(/[^\x21-\x7e]/g, '?');

  it('for whatever message is sent (differential fuzz)', async () => {
    const message = fc.record({ modern: fc.boolean(), id, name, args, meta, headerChange, extra: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(message, async ({ modern, headerChange: change, extra, ...parts }) => {
        const params = { name: parts.name, arguments: parts.args, ...(extra ? { extra: 1 } : {}) };
        const made = modern ? modernCall({ ...params, _meta: parts.meta }, parts.id) : legacyCall(params, parts.id);
        const headers = { ...made.headers, ...(modern ? { 'mcp-name': ascii(parts.name) } : {}), ...change };
        const [quick, usual] = await bothAnswers({ headers, body: made.body });
        expect(quick).toEqual(usual);
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});
