import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent, fetch } from 'undici';
import { describe, expect, it } from 'vitest';
import { pinnedInterceptor } from './pinned-interceptor.ts';

describe('a dispatcher of somebody else, pinned', () => {
  it.each([
    ['this machine', ['127.0.0.1']],
    ['a private address', ['10.0.0.8']],
    ['the metadata service', ['169.254.169.254']],
    ['one public and one private address', ['93.184.216.34', '192.168.1.1']],
  ])('[C-IN-4] is not made for a name that means %s', async (_, addresses) => {
    await expect(pinnedInterceptor(new URL('https://agent.example/'), async () => addresses)).rejects.toMatchObject({
      reason: 'address_refused',
    });
  });

  it('[C-IN-4] sends to the address that was judged, with the name in Host, whatever the name means later', async () => {
    const seen: { origin: unknown; headers: unknown; servername: unknown }[] = [];
    const answers = [['93.184.216.34'], ['127.0.0.1']];
    const pinned = await pinnedInterceptor(new URL('https://agent.example:8443/a'), async () => answers.shift() ?? []);
    const recording = pinned((options) => {
      const { origin, headers, servername } = options as typeof options & { servername: string };
      seen.push({ origin, headers, servername });
      return true;
    });
    const request = {
      origin: 'https://agent.example:8443',
      path: '/a',
      method: 'GET',
      headers: { accept: '*/*' },
    } as const;
    recording(request, {});
    recording(request, {});
    const expected = {
      origin: 'https://93.184.216.34:8443',
      headers: { accept: '*/*', host: 'agent.example:8443' },
      servername: 'agent.example',
    };
    expect(seen).toEqual([expected, expected]);
    expect(() => recording({ ...request, origin: 'https://other.example' }, {})).toThrow('host_not_allowed');
  });

  it('leaves the dispatcher’s own guard on', async () => {
    const server = createServer((_, response) => response.end()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const guard = new Agent();
    let connected = 0;
    guard.on('connect', () => {
      connected += 1;
    });
    const { port } = server.address() as AddressInfo;
    // Stands for a public address: the rerouting is the same, only the last step goes to a server of this spec.
    const pinned = await pinnedInterceptor(new URL('https://agent.example/'), async () => ['93.184.216.34']);
    const toServer: typeof pinned = (dispatch) => (options, handler) =>
      dispatch({ ...options, origin: `http://127.0.0.1:${port}` }, handler);
    const response = await fetch('https://agent.example/', { dispatcher: guard.compose(toServer, pinned) });
    expect([response.status, connected]).toEqual([200, 1]);
    await guard.close();
    server.close();
  });
});
