import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, startFixture } from '../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture({ allowedHosts: 'mcp.corp.example', allowedOrigins: 'https://console.corp.example' });
});
afterAll(() => fixture.close());

/** Status line of a request written by hand: `fetch` would tidy up Host and target. */
function statusOf(lines: string[], target = '/mcp'): Promise<number> {
  const { port } = new URL(fixture.endpoint);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(`${[`GET ${target} HTTP/1.1`, ...lines, 'connection: close'].join('\r\n')}\r\n\r\n`);
    });
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', reject);
    socket.on('end', () => resolve(Number(answer.split(' ')[1])));
  });
}
const MISDIRECTED = 421;
const KNOCKED = 401;

describe('a host name that is not ours is misdirected (RFC 9110 §15.5.20)', () => {
  it.each([
    'evil.example',
    'evil.example:8000',
    'localhost.evil.example',
    'evil-localhost',
    'localhost.',
    'localhost:8000:8000',
    'localhost:',
    'localhost:800000',
    'localhost@evil.example',
    'evil.example@localhost',
    'evil.example#localhost',
    'evil.example/localhost',
    'localhost/mcp',
    'localhost, evil.example',
    'localhost evil.example',
    '127.0.0.1.evil.example',
    '127.1',
    '0.0.0.0',
    '169.254.169.254',
    '::1',
    '[::1',
    '[::2]:8000',
    '[::1]evil.example',
    'corp.example',
    '',
  ])('[C-ID-2] %j', async (host) => expect(await statusOf([`host: ${host}`])).toBe(MISDIRECTED));

  it('[C-ID-2] whatever a proxy header claims', async () => {
    const forwarded = ['x-forwarded-host: localhost', 'forwarded: host=localhost'];
    expect(await statusOf(['host: evil.example', ...forwarded])).toBe(MISDIRECTED);
    expect(await statusOf(['host: localhost', 'x-forwarded-host: evil.example'])).toBe(KNOCKED);
  });

  it('[C-ID-2] also when the target itself names another host (RFC 9112 §3.2.2)', async () => {
    expect(await statusOf(['host: localhost'], 'http://evil.example/mcp')).toBe(MISDIRECTED);
  });

  it('[C-ID-2] on every path, health included', async () => {
    for (const path of ['/healthz', '/readyz', '/metrics', '/.well-known/oauth-protected-resource', '/nowhere']) {
      expect([path, await statusOf(['host: evil.example'], path)]).toEqual([path, MISDIRECTED]);
    }
  });

  it('[C-ID-2] before a token is looked at', async () => {
    const lines = ['host: evil.example', `authorization: Bearer ${fixture.token('ada')}`];
    expect(await statusOf(lines)).toBe(MISDIRECTED);
  });
});

it.each([
  'localhost',
  'localhost:8000',
  'LOCALHOST:8000',
  '127.0.0.1:65535',
  '[::1]',
  '[::1]:8000',
  'MCP.corp.example',
])('[C-ID-2] the host %j is ours', async (host) => expect(await statusOf([`host: ${host}`])).toBe(KNOCKED));

describe('a browser page from elsewhere', () => {
  it.each([
    'https://evil.example',
    'http://localhost:8000',
    'null',
    '',
    'https://console.corp.example.evil.example',
    'https://console.corp.example:8443',
    'http://console.corp.example',
    'https://console.corp.example, https://evil.example',
    'https://user@console.corp.example',
  ])('[C-ID-2] with the origin %j is turned away', async (origin) => {
    expect(await statusOf(['host: localhost', `origin: ${origin}`])).toBe(403);
  });

  it('[C-ID-2] stays outside with a good token too, and gets no CORS header', async () => {
    const { status, headers } = await fixture.agent('ada').modern('tools/list', {}, { headers: { origin: 'null' } });
    expect([status, headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });

  const preflight = (origin: string) => {
    const asked = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' };
    const headers = { origin, ...asked, 'content-type': undefined };
    return fixture.anonymous().send(undefined, { method: 'OPTIONS', headers });
  };

  it('[C-ID-2] gets no leave to send or read anything, not by a preflight either', async () => {
    const { status, headers } = await preflight('https://evil.example');
    const names = [...headers.keys()].filter((name) => name.startsWith('access-control-'));
    expect([status, names]).toEqual([403, []]);
  });

  it('[C-ID-2] may come in where the operator lists its origin, and still needs a token', async () => {
    const origin = 'https://console.corp.example';
    const { status, headers } = await preflight(origin);
    expect([status, headers.get('access-control-allow-origin')]).toEqual([204, origin]);
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    const refused = await fixture.anonymous().send('{}', { headers: { origin } });
    expect([refused.status, refused.headers.get('access-control-expose-headers')]).toEqual([401, 'www-authenticate']);
    const answer = await fixture.agent('ada').modern('tools/list', {}, { headers: { origin } });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, origin]);
    expect(answer.headers.get('vary')).toBe('origin');
  });
});
