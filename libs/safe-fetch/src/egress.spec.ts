import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { CertificateAuthority } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSafeFetch, proxiedFetch, type SafeFetchOptions, type TlsMaterial } from './index.ts';

const LIMITS = { timeoutMs: 2_000, maxBytes: 10_000 };
const servers: Server[] = [];
let ours: CertificateAuthority;
let material: TlsMaterial;
let secure: string;
let plain: string;
let proxy: string;
/** What the proxy was asked to reach. */
const asked: string[] = [];

const read = async (dir: string): Promise<TlsMaterial> => {
  const [cert, key, ca] = await Promise.all(
    ['tls.crt', 'tls.key', 'ca.crt'].map((name) => readFile(join(dir, name), 'utf8')),
  );
  return { cert, key, ca } as TlsMaterial;
};
async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return (server.address() as AddressInfo).port;
}

beforeAll(async () => {
  ours = await CertificateAuthority.create('ours');
  material = await read(await ours.issue('caller'));
  const server = await read(await ours.issue('vault', ['localhost', 'vault.internal']));
  const answer = (_request: unknown, response: { end(body: string): void }) => response.end('hello');
  secure = `https://localhost:${await listen(createTlsServer({ ...server, requestCert: true, rejectUnauthorized: true }, answer))}`;
  plain = `http://vault.internal:${await listen(createServer(answer))}`;
  const gate = createServer((_request, response) => response.writeHead(405).end());
  gate.on('connect', ({ url = '' }, socket, head) => {
    asked.push(url);
    if (!url.startsWith('localhost:')) return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const upstream = connect(Number(url.split(':')[1]), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
    return undefined;
  });
  proxy = `http://127.0.0.1:${await listen(gate)}`;
});
afterAll(() => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
});

const reach = (url: string, options: Partial<SafeFetchOptions>) =>
  createSafeFetch({ ...LIMITS, allow: [new URL(url).origin], allowLoopback: true, ...options })(url);

describe('a way out to a service of our own', () => {
  it('[C-CR-8] is cut when it shows no certificate, and opens with one', async () => {
    await expect(reach(secure, {})).rejects.toMatchObject({ reason: 'connection_failed' });
    expect((await reach(secure, { tls: () => material })).text()).toBe('hello');
  });

  it('[C-CR-8] refuses a server of another authority', async () => {
    const other = await read(await (await CertificateAuthority.create('theirs')).issue('caller'));
    await expect(reach(secure, { tls: () => other })).rejects.toMatchObject({ reason: 'connection_failed' });
  });

  it('[C-IN-4] is plain HTTP only where a mesh encrypts, and then by name only', async () => {
    const lookup = async () => ['127.0.0.1'];
    await expect(async () => reach(plain, { allowPrivate: true, lookup })).rejects.toMatchObject({
      reason: 'scheme_refused',
    });
    const literal = plain.replace('vault.internal', '10.0.0.1');
    await expect(async () => reach(literal, { allowPlain: true, allowPrivate: true })).rejects.toMatchObject({
      reason: 'address_literal_refused',
    });
  });
});

describe('the egress proxy', () => {
  it('[C-OUT-7] is the only thing spoken to, and what it refuses is not reached', async () => {
    asked.length = 0;
    const refused = reach('https://evil.example/', { proxy });
    await expect(refused).rejects.toMatchObject({ reason: 'connection_failed' });
    expect(asked).toEqual(['evil.example:443']);
  });

  it('[C-OUT-7] is not asked for what the service itself may not call', async () => {
    asked.length = 0;
    const safeFetch = createSafeFetch({ ...LIMITS, allow: ['https://api.linear.app'], proxy });
    for (const url of [
      'https://evil.example/',
      'https://127.0.0.1/',
      'http://api.linear.app/',
      'https://api.linear.app:8443/',
    ])
      await expect(safeFetch(url)).rejects.toThrow();
    expect(asked).toEqual([]);
  });

  it('carries TLS to the named host: the proxy cannot stand in for it', async () => {
    asked.length = 0;
    // This authority is nobody's public root: verification fails at the end of the tunnel, not at the proxy.
    await expect(reach(secure, { proxy })).rejects.toMatchObject({ reason: 'connection_failed' });
    await expect(proxiedFetch(proxy)(secure)).rejects.toThrow();
    expect(asked).toEqual([new URL(secure).host, new URL(secure).host]);
  });
});
