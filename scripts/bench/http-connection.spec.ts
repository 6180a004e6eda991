import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HttpConnection, parseAnswer, requestBytes } from './http-connection.ts';

const withLength = (body: string) =>
  Buffer.from(`HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
const inChunks = (bodies: readonly string[]) =>
  Buffer.from(
    `HTTP/1.1 202 Accepted\r\ntransfer-encoding: chunked\r\n\r\n${bodies.map((body) => `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n`).join('')}0\r\n\r\n`,
  );

describe('an answer', () => {
  it('is whole only when its last byte is there, whatever its framing', () => {
    const bodies = fc.array(fc.string({ minLength: 1, unit: 'binary' }), { maxLength: 4 });
    fc.assert(
      fc.property(bodies, (parts) => {
        const body = Buffer.from(parts.join(''));
        for (const [bytes, status] of [
          [withLength(parts.join('')), 200],
          [inChunks(parts), 202],
        ] as const) {
          for (let cut = 0; cut < bytes.length; cut++) expect(parseAnswer(bytes.subarray(0, cut))).toBeUndefined();
          expect(parseAnswer(bytes)).toEqual({ status, body });
        }
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['that is not HTTP/1.1', 'SSH-2.0-x\r\n\r\n'],
    ['without a declared end', 'HTTP/1.1 200 OK\r\n\r\n'],
    ['with a chunk without a size', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'],
    ['with a head that does not end', 'x'.repeat(20_000)],
  ])('%s is refused', (_, text) => {
    expect(() => parseAnswer(Buffer.from(text))).toThrow();
  });
});

describe('a connection', () => {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.url === '/cut') return void request.socket.destroy();
      response.end(`${request.method} ${request.headers['x-name']} ${Buffer.concat(chunks)}`);
    });
  });
  let url = '';
  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  it('carries one call after the other', async () => {
    const connection = await HttpConnection.open(url);
    for (const body of ['one', 'zwei – 2']) {
      const { status, body: answer } = await connection.send(requestBytes(`${url}/mcp`, { 'x-name': 'n' }, body));
      expect([status, answer.toString()]).toEqual([200, `POST n ${body}`]);
    }
    connection.close();
  });

  it('that is cut is an error and not a wait', async () => {
    const connection = await HttpConnection.open(url);
    await expect(connection.send(requestBytes(`${url}/cut`, {}, ''))).rejects.toThrow();
  });
});
