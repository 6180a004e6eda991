import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Agent, LEGACY, MODERN } from '../testing/agent.ts';
import { type Fixture, startFixture } from '../testing/fixture.ts';

let fixture: Fixture;
let agent: Agent;
beforeAll(async () => {
  fixture = await startFixture({ bodyLimitBytes: '8192' });
  agent = fixture.agent('ada');
});
afterAll(() => fixture.close());

const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' };

describe('a body that is no strict JSON message', () => {
  it.each<[string, string | Uint8Array, number, string]>([
    ['is cut', '{"jsonrpc":', -32700, 'body is not valid JSON'],
    ['is empty', '', -32700, 'body is not valid JSON'],
    [
      'names a key twice',
      '{"jsonrpc":"2.0","id":1,"method":"ping","method":"tools/call"}',
      -32700,
      'body has a duplicate key',
    ],
    ['reaches for a prototype', '{"__proto__":{"method":"tools/list"}}', -32700, 'body has a forbidden key'],
    ['is not UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d), -32700, 'body is not valid UTF-8'],
    ['begins with a byte order mark', '\uFEFF{}', -32700, 'body is not valid JSON'],
    ['nests sixteen deep', '['.repeat(16) + ']'.repeat(16), -32700, 'body nests deeper than 15'],
    ['holds an array of 1,001', `{"a":[${Array(1_001).fill(0)}]}`, -32700, 'body has an array longer than 1000'],
    ['is a batch', JSON.stringify([list, list]), -32600, 'batches are not accepted'],
    ['is null', 'null', -32600, 'body is not a message'],
    ['is a number', '5', -32600, 'body is not a message'],
    ['is a string', '"tools/list"', -32600, 'body is not a message'],
  ])('[C-IN-1] %s: it is refused by its rule', async (_, body, code, message) => {
    const { status, body: answer, headers } = await agent.send(body);
    expect([status, answer]).toEqual([400, { jsonrpc: '2.0', id: null, error: { code, message } }]);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('[C-IN-1] is too large: 413', async () => {
    const { status, body } = await agent.send(JSON.stringify({ ...list, params: { cursor: 'x'.repeat(8_192) } }));
    expect([status, body]).toEqual([413, { type: 'about:blank', title: 'Request too large', status: 413 }]);
  });

  it('[C-IN-1] is too large in pieces of unknown length: 413', async () => {
    const pieces = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < 20; at++) controller.enqueue(new Uint8Array(1_024).fill(0x20));
        controller.close();
      },
    });
    const { status } = await fetch(fixture.endpoint, {
      ...{ method: 'POST', body: pieces, duplex: 'half' },
      headers: { 'content-type': 'application/json', authorization: `Bearer ${fixture.token('ada')}` },
    } as RequestInit);
    expect(status).toBe(413);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', 'multipart/form-data', undefined])(
    '[C-IN-1] comes as %s: 415',
    async (type) => {
      const { status, body } = await agent.send(Buffer.from(JSON.stringify(list)), {
        headers: { 'content-type': type },
      });
      expect([status, body.title]).toEqual([415, 'Media type not supported']);
    },
  );
});

describe('methods other than POST (sessions and their streams are gone)', () => {
  it.each(['GET', 'DELETE', 'PUT', 'PATCH', 'OPTIONS'])('%s is 405', async (method) => {
    const { status, headers } = await agent.send(undefined, { method, headers: { 'content-type': undefined } });
    expect([status, headers.get('allow'), headers.get('cache-control')]).toEqual([405, 'POST', 'no-store']);
  });
});

describe('a session id', () => {
  it.each([
    ['2026-07-28', () => agent.modern('tools/list', {}, { headers: { 'mcp-session-id': 'abc' } })],
    ['2025-11-25', () => agent.legacy('tools/list', {}, { headers: { 'mcp-session-id': 'abc' } })],
    ['an initialize of 2025-11-25', () => initialize({ 'mcp-session-id': 'abc' })],
  ])('is neither read, given nor echoed (%s)', async (_, send) => {
    const { status, headers } = await send();
    expect([status, headers.get('mcp-session-id')]).toEqual([200, null]);
  });

  it('[C-ID-1] is no credential', async () => {
    const { status } = await fixture.anonymous().legacy('tools/list', {}, { headers: { 'mcp-session-id': 'abc' } });
    expect(status).toBe(401);
  });
});

describe('headers and body of 2026-07-28 say the same', () => {
  it.each<[string, Record<string, string | undefined>, number, number]>([
    ['no method header', { 'mcp-method': undefined }, 400, -32020],
    ['another method in the header', { 'mcp-method': 'tools/call' }, 400, -32020],
    ['another revision in the header', { 'mcp-protocol-version': LEGACY }, 400, -32020],
    ['no revision in the header', { 'mcp-protocol-version': undefined }, 400, -32020],
  ])('%s is refused', async (_, headers, status, code) => {
    const answer = await agent.modern('tools/list', {}, { headers });
    expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
  });

  it('another tool in the header than in the body is refused', async () => {
    const answer = await agent.call('get_support_tickets', {}, { headers: { 'mcp-name': 'delete_issue' } });
    expect([answer.status, answer.body.error?.code]).toEqual([400, -32020]);
  });

  it('a revision nobody speaks is answered with those we do', async () => {
    const _meta = { 'io.modelcontextprotocol/protocolVersion': '2030-01-01' };
    const headers = { 'mcp-protocol-version': '2030-01-01' };
    const { status, body } = await agent.modern('tools/list', { _meta }, { headers });
    expect([status, body.error?.code, body.error?.data?.supported]).toEqual([400, -32022, [MODERN]]);
  });

  it.each(['resources/list', 'prompts/list', 'logging/setLevel', 'no/such'])('%s is not offered', async (method) => {
    const { status, body } = await agent.modern(method);
    expect([status, body.error?.code]).toEqual([404, -32601]);
  });

  it('no stream is opened that would outlive the token', async () => {
    const { headers, body } = await agent.modern('subscriptions/listen', { notifications: { toolsListChanged: true } });
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect(body.error?.code).toBe(-32603);
  });
});

describe('what every client may ask', () => {
  it('server/discover names the revision and what is offered', async () => {
    const { status, body } = await agent.modern('server/discover');
    expect(status).toBe(200);
    expect(body.result).toMatchObject({ supportedVersions: [MODERN], capabilities: { tools: {} } });
  });

  it.each([
    ['2026-07-28', { 'mcp-protocol-version': MODERN, 'mcp-method': 'notifications/cancelled' }],
    ['2025-11-25', { 'mcp-protocol-version': LEGACY }],
  ])('a notification of %s is taken and not answered: 202', async (_, headers) => {
    const message = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 9 } };
    const { status, text } = await agent.send(JSON.stringify(message), { headers });
    expect([status, text]).toEqual([202, '']);
  });

  it('a list is nobody else’s: never cached, never public', async () => {
    const { headers, body } = await agent.modern('tools/list');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body.result?.cacheScope).not.toBe('public');
  });
});

function initialize(headers: Record<string, string>) {
  const params = { protocolVersion: LEGACY, capabilities: {}, clientInfo: { name: 'spec', version: '1' } };
  return agent.legacy('initialize', params, { headers });
}
