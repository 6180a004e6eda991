import { createRegistry } from '@sallyport/telemetry';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Management, startManagement } from './management.ts';

let management: Management;
let ready = true;
beforeAll(async () => {
  const readiness = async () =>
    ready ? { ok: true, database: 'pglite' } : Promise.reject(new Error('postgres://secret'));
  management = await startManagement('127.0.0.1', 0, { readiness, metrics: createRegistry('audit') });
});
afterAll(() => management.close());

const get = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${management.port}${path}`, { method });

describe('the listener of kubelet and scraper', () => {
  it('serves nothing but health and metrics', async () => {
    for (const path of ['/', '/events', '/mcp', '/readyz/../events', '/metrics?x=1', '/__proto__', '/toString'])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    expect((await get('/healthz', 'POST')).status).toBe(404);
  });

  it('is not ready while a dependency is away, without its error', async () => {
    ready = false;
    const response = await get('/readyz');
    ready = true;
    expect([response.status, await response.text()]).toEqual([503, '{"ok":false}']);
  });

  it('tells what it stands on, that it lives, and its numbers', async () => {
    expect(await (await get('/readyz')).json()).toEqual({ ok: true, database: 'pglite' });
    expect(await (await get('/healthz')).json()).toEqual({ ok: true });
    expect(await (await get('/metrics')).text()).toContain('process_cpu');
  });
});
