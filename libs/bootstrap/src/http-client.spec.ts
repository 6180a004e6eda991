import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HttpClient } from './http-client.ts';

let server: Server;
let client: HttpClient;
let heard: Socket[];
/** Whether a request, by its place among those of its connection, is cut instead of answered. */
let isCut: (place: number) => boolean;

beforeEach(async () => {
  heard = [];
  client = new HttpClient();
  server = createServer((request, response) => {
    const place = heard.filter((socket) => socket === request.socket).length;
    heard.push(request.socket);
    if (isCut(place)) request.socket.resetAndDestroy();
    else response.end('{"heard":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  client.close();
  server.close();
});

const post = () =>
  client.post(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
    headers: {},
    body: '{}',
    signal: AbortSignal.timeout(5_000),
  });

it('says that there was no answer when a new connection is cut, and does not ask again', async () => {
  isCut = () => true;
  await expect(post()).rejects.toMatchObject({ name: 'NoAnswer', code: 'ECONNRESET' });
  expect(heard).toHaveLength(1);
});

it('asks again on a new connection when the callee has closed the one that was kept alive', async () => {
  isCut = (place) => place > 0;
  await post();
  await expect(post()).resolves.toEqual({ status: 200, body: { heard: true } });
  expect(new Set(heard).size).toBe(2);
});
