import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, startFixture } from '../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture({ bodyLimitBytes: '8192' });
});
afterAll(() => fixture.close());

/** Sends headers and `sent`, never the rest, and waits for the answer all the same. */
function begin(
  sent: string,
  headers: Record<string, string>,
): Promise<{ status: number; headers: IncomingMessage['headers'] }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(fixture.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
    });
    outgoing.on('error', reject);
    outgoing.on('response', (response) => {
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
      outgoing.destroy();
    });
    outgoing.write(sent);
  });
}

describe('[C-ID-1] a body without a token', () => {
  it('is not waited for: the challenge comes while it is still being sent', async () => {
    const { status, headers } = await begin('{"jsonrpc":', { 'content-length': '4000' });
    expect(status).toBe(401);
    expect(headers['www-authenticate']).toContain('resource_metadata=');
  });

  it.each(['9000', '900000000'])('of %s bytes is a missing token, not a large request', async (length) => {
    expect((await begin('{', { 'content-length': length })).status).toBe(401);
  });

  it('in endless pieces is a missing token', async () => {
    expect((await begin('x'.repeat(20_000), { 'transfer-encoding': 'chunked' })).status).toBe(401);
  });
});

describe('[C-IN-1] a body of a known caller', () => {
  const bearer = () => ({ authorization: `Bearer ${fixture.token('ada')}` });

  it('that declares too much is refused before any of it is read', async () => {
    expect((await begin('{', { ...bearer(), 'content-length': '8193' })).status).toBe(413);
  });

  it('that grows too large is refused before it ends', async () => {
    expect((await begin(' '.repeat(8_193), { ...bearer(), 'transfer-encoding': 'chunked' })).status).toBe(413);
  });

  it('of exactly the limit is read', async () => {
    const message = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' });
    const { status } = await fixture.agent('ada').send(message.padEnd(8_192));
    expect(status).toBe(200);
  });
});
