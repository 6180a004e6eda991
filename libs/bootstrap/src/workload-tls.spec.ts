import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type ConnectionOptions, connect } from 'node:tls';
import { CertificateAuthority } from '@sallyport/testing';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { HttpClient, NoAnswer, WorkloadTls } from './index.ts';

let ours: CertificateAuthority;
let theirs: CertificateAuthority;
beforeAll(async () => {
  ours = await CertificateAuthority.create('ours');
  theirs = await CertificateAuthority.create('theirs');
});

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function serve(tls: WorkloadTls): Promise<{ url: string; server: Server }> {
  const server = createServer(tls.serverOptions, (_request, response) => response.end('{"hello":true}'));
  tls.follow(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closing.push(
    () => server.closeAllConnections(),
    () => server.close(),
  );
  return { server, url: `https://localhost:${(server.address() as AddressInfo).port}` };
}

async function identity(authority: CertificateAuthority, name: string, options = {}): Promise<WorkloadTls> {
  const tls = await WorkloadTls.open(await authority.issue(name), options);
  closing.push(() => tls.close());
  return tls;
}

function client(tls?: WorkloadTls): HttpClient {
  const http = new HttpClient(tls);
  closing.push(() => http.close());
  return http;
}

/** Resolves with the protocol and the peer's name once the server has accepted us, or with the error. */
function handshake(url: string, options: ConnectionOptions): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port: Number(new URL(url).port), servername: 'localhost', ...options });
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
    socket.once('close', () => resolve('cut'));
    // TLS 1.3: a refused client certificate shows only when the server answers the first bytes.
    socket.once('data', () => {
      resolve(`${socket.getProtocol()} ${socket.getPeerCertificate().subject.CN}`);
      socket.destroy();
    });
    socket.once('secureConnect', () => socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n'));
  });
}

describe('a workload’s TLS identity', () => {
  it('[C-CR-8] refuses a caller without a certificate, and one of another authority', async () => {
    const { url } = await serve(await identity(ours, 'audit'));
    const { ca } = (await identity(ours, 'nobody')).material;
    const stranger = (await identity(theirs, 'audit')).material;
    expect(await handshake(url, { ca })).toMatch(/CERTIFICATE_REQUIRED|ECONNRESET|cut/);
    expect(await handshake(url, { cert: stranger.cert, key: stranger.key, ca })).toMatch(
      /UNKNOWN_CA|ECONNRESET|ALERT|cut/,
    );
  });

  it('[C-CR-8] calls nobody who cannot show a certificate of our authority for that name', async () => {
    const { url } = await serve(await identity(theirs, 'audit', { clientAuth: 'off' }));
    const refused = client(await identity(ours, 'caller')).getJson(url, 2_000);
    await expect(refused).rejects.toThrow(NoAnswer);
  });

  it('[C-PL-6] speaks TLS 1.3 and nothing older', async () => {
    const { url } = await serve(await identity(ours, 'audit', { clientAuth: 'off' }));
    const { ca } = (await identity(ours, 'caller')).material;
    expect(await handshake(url, { ca, maxVersion: 'TLSv1.2' })).toMatch(/PROTOCOL_VERSION/);
    expect(await handshake(url, { ca })).toBe('TLSv1.3 audit');
  });

  it('answers a caller of the same authority', async () => {
    const { url } = await serve(await identity(ours, 'audit'));
    const answer = await client(await identity(ours, 'caller')).getJson(url, 2_000);
    expect([answer.status, answer.json()]).toEqual([200, { hello: true }]);
  });

  it('[C-CR-7] takes up renewed files without a restart, as server and as client', async () => {
    const serving = await identity(ours, 'before');
    const calling = await identity(ours, 'caller');
    const { url } = await serve(serving);
    const http = client(calling);
    await http.getJson(url, 2_000);
    const renewed = await CertificateAuthority.create('renewed');
    await renewed.issue('after', ['localhost'], dirOf(serving));
    await renewed.issue('caller', ['localhost'], dirOf(calling));
    await Promise.all([serving.renew(), calling.renew()]);
    const { ca, cert, key } = calling.material;
    expect(await handshake(url, { ca, cert, key })).toBe('TLSv1.3 after');
    expect((await http.getJson(url, 2_000)).status).toBe(200);
  });

  it('keeps the old certificate when the renewed files do not belong together, and says so', async () => {
    const errors: Error[] = [];
    const serving = await identity(ours, 'before', {
      onUnusable: (error: Error) => errors.push(error),
      clientAuth: 'off',
    });
    const { url } = await serve(serving);
    await writeFile(join(dirOf(serving), 'tls.key'), 'no key');
    await serving.renew();
    expect(errors.map(String).join()).toMatch(/no certificate and its key/);
    expect(await handshake(url, { ca: serving.material.ca })).toBe('TLSv1.3 before');
  });
});

const dirOf = (tls: WorkloadTls): string => (tls as unknown as { dir: string }).dir;
