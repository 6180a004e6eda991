import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DemoWorld, ROOT } from '../testing/demo-vault.ts';

describe('Vault over HTTP', () => {
  const world = new DemoWorld();
  beforeAll(() => world.start());
  afterAll(() => world.close());

  /** Sends bytes no HTTP client would: clients resolve dot segments before they send. */
  function raw(requestLine: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(Number(new URL(world.vault.url).port), '127.0.0.1');
      let answer = '';
      socket.on('data', (chunk) => {
        answer += chunk;
      });
      socket.on('end', () => resolve(answer));
      socket.on('error', reject);
      socket.write(`${requestLine} HTTP/1.1\r\nHost: vault\r\nX-Vault-Token: ${ROOT}\r\nConnection: close\r\n\r\n`);
    });
  }
  const faults = (body: unknown, type = 'application/json') =>
    fetch(`${world.vault.url}/_sim/faults`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: JSON.stringify(body),
    });

  it('[C-IN-6] refuses a path with dot segments, plain or encoded', async () => {
    for (const path of [
      'linear/creds/a/../b',
      'linear/creds/a/%2e%2e/b',
      'linear/creds/a%2f..%2fb',
      'linear/./creds/a',
    ]) {
      const answer = await raw(`GET /v1/${path}`);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).toContain('relative paths not supported');
    }
  });

  it('redirects a doubled slash with 307, as the client bug behind auth//login meets it', async () => {
    const answer = await world.api('POST', 'auth//login', { body: {} });
    expect(answer.status).toBe(307);
  });

  it('refuses LIST, which no path that is served needs', async () => {
    expect(await raw('LIST /v1/linear/creds')).toMatch(/^HTTP\/1\.1 405 /);
  });

  it('refuses a body that is not a JSON object, without repeating it', async () => {
    for (const body of ['canary{', '[]', '7', 'null']) {
      const response = await fetch(`${world.vault.url}/v1/auth/platform/login`, { method: 'POST', body });
      expect([response.status, await response.text()]).toEqual([400, '{"errors":["error parsing JSON"]}']);
    }
  });

  it('[C-IN-1] refuses a body over 1 MiB', async () => {
    const body = JSON.stringify({ jwt: 'x'.repeat(1024 * 1024) });
    const response = await fetch(`${world.vault.url}/v1/auth/platform/login`, { method: 'POST', body });
    expect(response.status).toBe(413);
  });

  it('answers 404 for a path that has no mount', async () => {
    const answer = await world.api('GET', 'secret/data/x', { token: ROOT });
    expect(answer).toMatchObject({ status: 404, body: { errors: [expect.stringContaining('no handler for route')] } });
  });

  it('takes the token as a bearer too', async () => {
    const headers = { authorization: `Bearer ${ROOT}` };
    expect((await fetch(`${world.vault.url}/v1/auth/token/lookup-self`, { headers })).status).toBe(200);
  });

  it('answers 503 to everything but health and seal status while sealed', async () => {
    expect((await world.api('GET', 'sys/health')).status).toBe(200);
    await faults({ sealed: true });
    const answer = await world.api('GET', 'auth/token/lookup-self', { token: ROOT });
    expect(answer).toMatchObject({ status: 503, body: { errors: ['Vault is sealed'] } });
    expect(await world.api('GET', 'sys/health')).toMatchObject({ status: 503, body: { sealed: true } });
    expect(await world.api('GET', 'sys/seal-status')).toMatchObject({ status: 200, body: { sealed: true } });
    await faults({});
    expect((await world.api('GET', 'auth/token/lookup-self', { token: ROOT })).status).toBe(200);
  });

  it('answers 500 on demand', async () => {
    await faults({ '500': true });
    expect((await world.api('GET', 'auth/token/lookup-self', { token: ROOT })).status).toBe(500);
    await faults({});
  });

  it('holds requests while slow, and lets them go when it is healed', async () => {
    await faults({ slow: 600_000 });
    const held = world.api('GET', 'auth/token/lookup-self', { token: ROOT });
    const first = await Promise.race([
      held.then(() => 'answered'),
      world.api('GET', 'sys/health').then(() => 'waiting'),
    ]);
    expect(first).toBe('waiting');
    await faults({});
    expect((await held).status).toBe(200);
  });

  it('refuses faults that are unknown, out of range or sent by a page’s form', async () => {
    expect((await faults({ melted: true })).status).toBe(400);
    expect((await faults({ slow: -1 })).status).toBe(400);
    expect((await faults({ sealed: true }, 'text/plain')).status).toBe(400);
    expect((await fetch(`${world.vault.url}/_sim/other`)).status).toBe(404);
  });

  it('[C-AU-7] counts requests by path and role, with no token, body or query in the log', async () => {
    const entityId = await world.onboard('ada', 'creator');
    const { client_token: token } = await world.loginAs('ada', 'linear-issues-create');
    await world.api('GET', `linear/creds/${entityId}/creator?minimum_seconds=61`, { token });
    const text = await (await fetch(`${world.vault.url}/_sim/requests`)).text();
    const log = JSON.parse(text);
    expect(log.byPath[`linear/creds/${entityId}/creator`]).toBe(2);
    expect(log.recent.at(-1)).toEqual({
      at: world.now,
      method: 'GET',
      path: `linear/creds/${entityId}/creator`,
      role: 'linear-issues-create',
      entityId,
      status: 200,
    });
    expect(log.total).toBeGreaterThan(10);
    expect(text).not.toMatch(/hvs\.|eyJ|refresh-|access-|minimum_seconds/);
  });
});
