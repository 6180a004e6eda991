import { beforeAll, describe, expect, it } from 'vitest';
import { verifies } from '../verifies.ts';
import { signIn } from '../world/agent.ts';
import { house, MCP_URL } from '../world/house.ts';
import { type Era, headersFor, message, speak } from '../world/mcp-message.ts';
import { nothingOutsideHappens } from '../world/outside.ts';
import { send } from '../world/send.ts';

const TICKET = '7d9f5f0e-3c1b-4c55-9a3e-0c6a54d1e001';
const LIMIT_BYTES = 262_144;

let token: string;
beforeAll(async () => {
  token = (await signIn('ada')).access_token;
});
nothingOutsideHappens();

describe('who is asked', () => {
  it.each([
    'evil.example',
    'localhost.evil.example',
    'localhost@evil.example',
    'localhost evil',
    '169.254.169.254',
    'mcp-server',
  ])(verifies('edge:host', 'Host: %s is 421'), async (host) => {
    const answer = await speak(token, '2026-07-28', 'tools/list', {}, { host });
    expect(answer.status).toBe(421);
    expect(answer.json).toMatchObject({ type: 'about:blank', status: 421 });
  });

  it(verifies('edge:host', 'a wrong host is 421 on every path, metadata and health included'), async () => {
    for (const path of ['/.well-known/oauth-protected-resource/mcp', '/healthz', '/metrics', '/nothing']) {
      const { status } = await send(house.urls.mcp + path, { method: 'GET', headers: { host: 'evil.example' } });
      expect([path, status]).toEqual([path, 421]);
    }
  });

  it.each(['https://evil.example', 'null', 'http://localhost.evil.example', 'http://localhost:6274', 'file://', ''])(
    verifies('edge:origin', 'Origin: “%s” is 403'),
    async (origin) => {
      const answer = await speak(token, '2026-07-28', 'tools/list', {}, { origin });
      expect(answer.status).toBe(403);
      expect(answer.json).toMatchObject({ type: 'about:blank', status: 403 });
    },
  );

  it(verifies('edge:origin', 'no browser page is told that it may read answers'), async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const answer = await send(MCP_URL, { method: 'OPTIONS', headers });
    expect(answer.status).toBe(403);
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  });
});

/** A call whose arguments are these bytes of JSON. */
const call = (args: string) =>
  JSON.stringify(message('2025-11-25', 'tools/call', { name: 'escalate_ticket', arguments: '@' })).replace('"@"', args);
const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const post = (body: string | Buffer, headers: Record<string, string> = {}) =>
  send(MCP_URL, {
    headers: { ...headersFor('2025-11-25', 'tools/call'), authorization: `Bearer ${token}`, ...headers },
    body,
  });

describe('what a body may be', () => {
  it.each<[string, string | Buffer, string]>([
    ['a key twice', call(`{"ticketId":"${TICKET}","ticketId":"x"}`), 'body has a duplicate key'],
    ['a key twice, once escaped', call(`{"ticketId":"${TICKET}","\\u0074icketId":"x"}`), 'body has a duplicate key'],
    ['two methods', '{"jsonrpc":"2.0","id":1,"method":"tools/list","method":"tools/call"}', 'body has a duplicate key'],
    ['__proto__', call('{"__proto__":{"dryRun":false}}'), 'body has a forbidden key'],
    ['an escaped __proto__', call('{"__pro\\u0074o__":{}}'), 'body has a forbidden key'],
    ['constructor', call('{"constructor":{"prototype":{}}}'), 'body has a forbidden key'],
    ['sixteen levels', call(nested(14)), 'body nests deeper than 15'],
    ['100,000 levels', '['.repeat(100_000) + ']'.repeat(100_000), 'body nests deeper than 15'],
    ['an array of 1,001', call(`[${'1,'.repeat(1_000)}1]`), 'body has an array longer than 1000'],
    ['bytes that are no UTF-8', Buffer.from(call('"\xff\xfe"'), 'latin1'), 'body is not valid UTF-8'],
    ['an overlong slash', Buffer.from(call('"\xc0\xaf"'), 'latin1'), 'body is not valid UTF-8'],
    ['a byte order mark', `\uFEFF${call('{}')}`, 'body is not valid JSON'],
    ['a comment', `/* */${call('{}')}`, 'body is not valid JSON'],
    ['two documents', call('{}') + call('{}'), 'body is not valid JSON'],
    ['nothing', '', 'body is not valid JSON'],
  ])(verifies('edge:strict-json', 'a body with %s is refused unread'), async (_, body, rule) => {
    const { status, json } = await post(body);
    expect([status, json]).toEqual([400, { jsonrpc: '2.0', id: null, error: { code: -32700, message: rule } }]);
  });

  it(verifies('edge:strict-json', 'one byte more than the limit is 413, said or not'), async () => {
    const large = call(`{"ticketId":"${'x'.repeat(LIMIT_BYTES)}"}`);
    expect((await post(large)).status).toBe(413);
    expect((await post(large, { 'transfer-encoding': 'chunked' })).status).toBe(413);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp'])(
    verifies('edge:one-message', '%s is 415: what a page can send without asking is not read'),
    async (type) => expect((await post(call('{}'), { 'content-type': type })).status).toBe(415),
  );

  it.each([1, 2, 50])(verifies('edge:one-message', 'a batch of %i is refused'), async (length) => {
    const batch = Array.from({ length }, (_, id) => message('2025-11-25', 'tools/list', {}, id));
    const { status, json } = await post(JSON.stringify(batch));
    expect([status, json.error]).toEqual([400, { code: -32600, message: 'batches are not accepted' }]);
  });

  it.each<[string, unknown]>([
    ['no version', { id: 1, method: 'tools/list' }],
    ['version 1.0', { jsonrpc: '1.0', id: 1, method: 'tools/list' }],
    ['a method that is a number', { jsonrpc: '2.0', id: 1, method: 7 }],
    ['an id that is an object', { jsonrpc: '2.0', id: {}, method: 'tools/list' }],
    ['a string', 'tools/list'],
    ['null', null],
  ])(verifies('edge:one-message', 'a message with %s is refused'), async (_, body) => {
    const { status, json } = await post(JSON.stringify(body));
    expect(status).toBe(400);
    expect([-32600, -32700]).toContain(json.error.code);
  });

  it.each<[string, Era]>([
    ['resources/list', '2026-07-28'],
    ['prompts/get', '2025-11-25'],
    ['sampling/createMessage', '2025-11-25'],
    ['tools/destroy', '2026-07-28'],
    ['logging/setLevel', '2025-11-25'],
    ['__proto__', '2025-11-25'],
  ])(verifies('edge:one-message', 'method %s is not known (%s)'), async (method, era) => {
    const { json } = await speak(token, era, method);
    expect(json.error.code).toBe(-32601);
    expect(json).not.toHaveProperty('result');
  });
});

describe('headers and body of MCP 2026-07-28', () => {
  const params = { name: 'escalate_ticket', arguments: { ticketId: TICKET, dryRun: true } };

  it.each<[string, Record<string, string | undefined>]>([
    ['the header names a harmless method', { 'mcp-method': 'tools/list' }],
    ['the header names a harmless tool', { 'mcp-name': 'get_support_tickets' }],
    ['the header names another revision', { 'mcp-protocol-version': '2025-11-25' }],
    ['the header names a revision nobody knows', { 'mcp-protocol-version': '1999-01-01' }],
    ['the method header is missing', { 'mcp-method': undefined }],
    ['the name header is missing', { 'mcp-name': undefined }],
    ['the revision header is missing', { 'mcp-protocol-version': undefined }],
  ])(verifies('edge:headers-agree', '%s: refused'), async (_, headers) => {
    const { status, json } = await speak(token, '2026-07-28', 'tools/call', params, headers);
    expect(status).toBe(400);
    expect(json.error.code).toBeLessThan(-32000);
    expect(json).not.toHaveProperty('result');
  });

  it(verifies('edge:no-sessions', 'a session id in place of a token is 401'), async () => {
    const session = { 'mcp-session-id': '5f0c7e57-0000-4000-8000-000000000000' };
    expect((await speak(undefined, '2025-11-25', 'tools/list', {}, session)).status).toBe(401);
  });

  it.each<Era>(['2026-07-28', '2025-11-25'])(
    verifies('edge:no-sessions', 'a session id beside a token is neither used nor given back (%s)'),
    async (era) => {
      const session = { 'mcp-session-id': '5f0c7e57-0000-4000-8000-000000000000' };
      const { status, headers, text } = await speak(token, era, 'tools/list', {}, session);
      expect(status).toBe(200);
      expect(headers).not.toHaveProperty('mcp-session-id');
      expect(headers).not.toHaveProperty('set-cookie');
      expect(text).not.toContain('5f0c7e57');
    },
  );

  it.each(['GET', 'DELETE', 'PUT'])(
    verifies('edge:no-sessions', '%s with a good token is 405: there is no stream to join and no session to end'),
    async (method) => {
      const { status, headers } = await send(MCP_URL, { method, headers: { authorization: `Bearer ${token}` } });
      expect([status, headers.allow]).toEqual([405, 'POST']);
    },
  );
});
