import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startTokenProxy } from './token-proxy.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function proxyBefore(answer: (incoming: IncomingMessage, outgoing: ServerResponse) => void, token = 'abc') {
  const behind = createServer(answer).listen(0, '127.0.0.1');
  await once(behind, 'listening');
  const { port } = behind.address() as AddressInfo;
  const proxy = await startTokenProxy(new URL(`http://localhost:${port}/mcp`), async () => {
    if (!token) throw new Error('nobody signed in');
    return token;
  });
  closing.push(() => behind.close(), proxy.close);
  return proxy;
}

/** `fetch` would not let a spec choose its Host. */
async function post(origin: string, headers: Record<string, string>, body: string): Promise<IncomingMessage> {
  const { port } = new URL(origin);
  const sent = request({ host: '127.0.0.1', port, path: '/mcp?a=1', method: 'POST', headers });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return answer;
}

describe('the proxy between the suite and the server', () => {
  it('adds the token and changes nothing else: Host and Origin are the suite’s own words', async () => {
    let seen: IncomingMessage | undefined;
    let body = '';
    const proxy = await proxyBefore(async (incoming, outgoing) => {
      seen = incoming;
      for await (const chunk of incoming) body += chunk;
      outgoing.writeHead(421, { 'x-answer': 'yes' }).end('not ours');
    });
    const evil = { host: 'evil.example.com', origin: 'http://evil.example.com', 'mcp-method': 'ping' };
    const answer = await post(proxy.origin, evil, '{"a":1}');
    expect([seen?.method, seen?.url, body]).toEqual(['POST', '/mcp?a=1', '{"a":1}']);
    expect(seen?.headers).toMatchObject({ ...evil, authorization: 'Bearer abc' });
    expect([answer.statusCode, answer.headers['x-answer'], String(await answer.toArray())]).toEqual([
      421,
      'yes',
      'not ours',
    ]);
  });

  it('passes a stream on while it is still being written', async () => {
    let finish: () => void = () => undefined;
    const proxy = await proxyBefore((_incoming, outgoing) => {
      outgoing.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
      finish = () => void outgoing.end('data: 2\n\n');
    });
    const answer = await post(proxy.origin, {}, '');
    const [first] = (await once(answer, 'data')) as [Buffer];
    expect(String(first)).toBe('data: 1\n\n');
    finish();
    const [second] = (await once(answer, 'data')) as [Buffer];
    expect(String(second)).toBe('data: 2\n\n');
  });

  it('lets go of the server when the suite hangs up', async () => {
    const gone = Promise.withResolvers<void>();
    const proxy = await proxyBefore((_incoming, outgoing) => {
      outgoing.on('close', gone.resolve);
      outgoing.writeHead(200).flushHeaders();
    });
    (await post(proxy.origin, {}, '')).destroy();
    await gone.promise;
  });

  it('says so when there is no token, and asks the server nothing', async () => {
    let asked = 0;
    const proxy = await proxyBefore(() => void asked++, '');
    expect([(await post(proxy.origin, {}, '')).statusCode, asked]).toEqual([502, 0]);
  });
});
