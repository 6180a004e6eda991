import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, startFixture } from '../testing/fixture.ts';

const SECRET = 'margaret@brightwell.example at db-7.internal';
let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());
const get = (path: string) =>
  fixture.anonymous().send(undefined, { method: 'GET', path, headers: { 'content-type': undefined } });

describe('what goes wrong inside', () => {
  it('[C-OUT-4] [C-AU-7] is a trace for the caller and an error for the log, without the framework’s words', async () => {
    const agent = fixture.agent('ada');
    const { now } = fixture.clock;
    // A clock that fails stands for whatever nobody thought of.
    const failing = () => {
      throw new Error(SECRET);
    };
    Object.defineProperty(fixture.clock, 'now', { get: failing, configurable: true });
    const { status, headers, body, text } = await agent.modern('tools/list');
    Object.defineProperty(fixture.clock, 'now', { value: now, writable: true });
    expect(status).toBe(500);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(body).toEqual({
      type: 'about:blank',
      title: 'Internal error',
      status: 500,
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(text).not.toMatch(/margaret|db-7|Server|statusCode/);
    const line = fixture.log.find((entry) => entry.includes(String(body.traceId)));
    expect(JSON.parse(line ?? '{}')).toMatchObject({
      level: 'error',
      msg: 'a request failed',
      err: { message: '[EMAIL_1] at db-7.internal' },
    });
  });
});

describe('a place that is not there', () => {
  it.each(['/', '/mcp/x', '/.env', '/metrics/x', '/healthz/'])('%s is 404 in our words', async (path) => {
    const { status, body, headers } = await get(path);
    expect([status, body]).toEqual([404, { type: 'about:blank', title: 'Not found', status: 404 }]);
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('health', () => {
  it('is answered to anybody who knows our name, and says how durable the data is', async () => {
    expect((await get('/healthz')).body).toEqual({ ok: true });
    expect((await get('/readyz')).body).toMatchObject({
      ...{
        ok: true,
        placement: 'combined',
        database: 'pglite',
        durability: 'process-crash',
        auditBacklog: expect.any(Number),
      },
    });
  });

  it('[C-AU-7] metrics name tools and outcomes, never people', async () => {
    await fixture.agent('ada').modern('tools/list');
    const { status, text } = await get('/metrics');
    expect(status).toBe(200);
    expect(text).toContain('mcp_server_operation_duration_seconds');
    expect(text).not.toMatch(/harbor|Ada|test-agent/);
  });
});
