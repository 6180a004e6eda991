import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { Refused } from '@sallyport/authn';
import { Secret } from '@sallyport/masking';
import { createSafeFetch } from '@sallyport/safe-fetch';
import nodeVault from 'node-vault';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LinearVault } from './linear-vault.ts';
import { vaultTransport } from './vault-transport.ts';

const ENTITY = '2b1f0c9a-2d6e-4e8b-a35d-5c7e9f1a3b01';
const ASSERTION = new Secret('canary-assertion');
interface Seen {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

const require = createRequire(import.meta.url);
const https: typeof import('node:https') = require('node:https');
const debug: { enable(names: string): void; disable(): string } = createRequire(require.resolve('node-vault'))('debug');

/** Answers as told and notes what came: for what a well-behaved Vault never does. */
let server: Server;
let seen: Seen[];
let answers: ((seen: Seen) => { status: number; headers?: Record<string, string>; body?: unknown } | undefined)[];
let url: string;
beforeEach(async () => {
  seen = [];
  answers = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      seen.push({ method, url: path, headers, body: Buffer.concat(chunks).toString() });
      const answer = answers.shift()?.(seen.at(-1) as Seen);
      if (answer) response.writeHead(answer.status, answer.headers).end(JSON.stringify(answer.body ?? ''));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});

const auth = { client_token: 'hvs.canary-token', accessor: 'accessor', entity_id: ENTITY, token_type: 'service' };
const loggedIn = (change = {}) => ({ status: 200, body: { request_id: 'r-1', auth: { ...auth, ...change } } });
const credential = (change = {}) => ({
  status: 200,
  body: {
    request_id: 'r-2',
    data: {
      server: 'creator',
      access_token: 'lin_oauth_canary',
      type: 'Bearer',
      expire_time: '2026-11-22T10:00:00Z',
      ...change,
    },
  },
});
const safeFetch = () => createSafeFetch({ allow: [url], allowLoopback: true, timeoutMs: 300, maxBytes: 65_536 });
const vault = () => new LinearVault({ url, safeFetch: safeFetch() });
const login = () => vault().loginAsPerson(ASSERTION, 'linear-issues-create', 'd-1');
const refusalOf = async (call: Promise<unknown>): Promise<Refused> => {
  const error = await call.then(
    () => undefined,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(Refused);
  const shown = inspect(error, { depth: 9 }) + JSON.stringify(error);
  expect(shown).not.toMatch(/canary/);
  return error as Refused;
};

describe('Vault that does not do what it should', () => {
  it.each([
    ['cannot be understood', 200, '"text"', 'downstream_failed'],
    [
      'gives a batch token, which has no accessor to revoke',
      200,
      loggedIn({ token_type: 'batch' }).body,
      'downstream_failed',
    ],
    ['names no UUID as entity', 200, loggedIn({ entity_id: '../../sys' }).body, 'downstream_failed'],
    ['refuses the assertion, quoting it', 400, { errors: ['bad canary-assertion'] }, 'downstream_failed'],
    ['does not know the person any more', 403, { errors: ['permission denied'] }, 'downstream_failed'],
    ['is sealed', 503, { errors: ['Vault is sealed'] }, 'downstream_unavailable'],
    ['has a quota', 429, { errors: ['slow down'] }, 'downstream_unavailable'],
    ['accepts without answering (202)', 202, {}, 'downstream_failed'],
  ])('at login %s', async (_, status, body, reason) => {
    answers = [() => ({ status, body })];
    expect((await refusalOf(login())).reason).toBe(reason);
  });

  it.each([
    ['has no grant', { status: 404, body: { errors: [] } }, 'consent_required'],
    ['has a dead grant', { status: 400, body: { errors: ['refresh failed: canary'] } }, 'consent_required'],
    ['does not let this login read', { status: 403, body: { errors: ['denied'] } }, 'downstream_failed'],
    ['gives a grant of another class', credential({ server: 'curator' }), 'connection_scope_unexpected'],
    ['gives a token that is no Bearer token', credential({ type: 'mac' }), 'connection_scope_unexpected'],
    ['gives no token', credential({ access_token: '' }), 'downstream_failed'],
  ])('at reading %s', async (_, answer, reason) => {
    answers = [() => loggedIn(), () => answer];
    const session = await login();
    expect((await refusalOf(session.readLinearCredential('creator'))).reason).toBe(reason);
  });

  it('tells of a failed import without the refresh token', async () => {
    answers = [() => loggedIn(), () => ({ status: 400, body: { errors: ['canary'] } })];
    const session = await login();
    const refusal = await refusalOf(session.importRefreshToken('creator', new Secret('canary-refresh')));
    expect(refusal.reason).toBe('downstream_failed');
  });
});

describe('what node-vault would do if it were not wrapped', () => {
  it('1: logs in at the mount that was meant, not at /auth//login', async () => {
    answers = [() => loggedIn()];
    await login();
    expect(seen.map((request) => request.url)).toEqual(['/v1/auth/platform/login']);
  });

  it('2: never makes the TLS agent that VAULT_SKIP_VERIFY=false disarms', async () => {
    vi.stubEnv('VAULT_SKIP_VERIFY', 'false');
    const made = vi.spyOn(https, 'Agent');
    nodeVault({ endpoint: url });
    expect(made.mock.calls).toEqual([[{ rejectUnauthorized: false }]]);
    made.mockClear();
    answers = [() => loggedIn()];
    await login();
    expect(made).not.toHaveBeenCalled();
  });

  it.each([301, 307, 308])('3: a %i to another host gets no token', async (status) => {
    answers = [() => loggedIn(), () => ({ status, headers: { location: 'http://127.0.0.1:9/v1/x' } })];
    const session = await login();
    const refusal = await refusalOf(session.readLinearCredential('creator'));
    expect(refusal).toMatchObject({ reason: 'downstream_unavailable', detail: { cause: 'redirect_refused' } });
    expect(seen).toHaveLength(2);
  });

  it.each([
    ['GET', '/v1/linear/creds/../../sys/mounts'],
    ['GET', `/v1/linear/creds/${ENTITY}/creator?list=true`],
    ['GET', `/v1/linear/creds/${ENTITY}/creator/../curator?minimum_seconds=60`],
    ['GET', `/v1/linear/creds/${ENTITY}/admin?minimum_seconds=60`],
    ['POST', '/v1/sys/seal'],
    ['DELETE', `/v1/linear/creds/${ENTITY}/creator`],
    ['POST', '/v1/auth/platform/login/../../token/create'],
  ])('4: %s %s is not a call the gateway makes', async (method, path) => {
    await expect(vaultTransport(safeFetch()).defaults()({ method, uri: url + path })).rejects.toThrow(/no such call/);
    expect(seen).toEqual([]);
  });

  it('5, 6: a token never stays for the next person, and none goes with a login', async () => {
    const one = vault();
    for (const token of ['hvs.canary-1', 'hvs.canary-2']) {
      answers = [() => loggedIn({ client_token: token }), () => credential()];
      const session = await one.loginAsPerson(ASSERTION, 'linear-issues-create', 'd-1');
      await session.readLinearCredential('creator');
    }
    expect(seen.map(({ headers }) => headers['x-vault-token'])).toEqual([
      undefined,
      'hvs.canary-1',
      undefined,
      'hvs.canary-2',
    ]);
  });

  it('7: says nothing when DEBUG asks for payloads', async () => {
    vi.stubEnv('DEBUG', 'node-vault');
    debug.enable('node-vault');
    const written: string[] = [];
    const log = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
    answers = [() => ({ status: 204 }), () => loggedIn(), () => ({ status: 204 })];
    await nodeVault({ endpoint: url }).write('bare', { refresh_token: 'canary-bare' });
    expect(written.splice(0).join('')).toContain('canary-bare');
    await (await login()).importRefreshToken('creator', new Secret('canary-refresh'));
    log.mockRestore();
    debug.disable();
    expect(written.join('')).not.toContain('canary');
  });

  it('8: gives up in time, and its error holds no token', async () => {
    answers = [() => loggedIn(), () => undefined];
    const session = await login();
    const refusal = await refusalOf(session.readLinearCredential('creator'));
    expect(refusal).toMatchObject({ reason: 'downstream_unavailable', detail: { cause: 'timeout' } });
  });

  it('10: reads neither token, address, namespace nor prefix from the environment', async () => {
    vi.stubEnv('VAULT_TOKEN', 'hvs.canary-env');
    vi.stubEnv('VAULT_ADDR', 'http://127.0.0.1:9');
    vi.stubEnv('VAULT_NAMESPACE', 'canary');
    vi.stubEnv('VAULT_PREFIX', '/canary');
    answers = [() => loggedIn()];
    await login();
    expect(seen[0]?.url).toBe('/v1/auth/platform/login');
    expect(JSON.stringify(seen[0]?.headers)).not.toContain('canary');
  });
});

describe('a Vault that works', () => {
  it('gives the person’s token, when it ends, and the facts that find the read in its audit log', async () => {
    answers = [() => loggedIn(), () => credential()];
    const session = await login();
    expect(session.facts).toEqual({ entity: ENTITY, accessor: 'accessor', requestId: 'r-1' });
    const { accessToken, ...rest } = await session.readLinearCredential('creator');
    expect(rest).toEqual({ expiresAt: Date.parse('2026-11-22T10:00:00Z'), requestId: 'r-2' });
    expect(accessToken.reveal()).toBe('lin_oauth_canary');
    expect(`${accessToken}${JSON.stringify({ accessToken })}`).not.toContain('canary');
    expect(seen.map(({ headers }) => headers['x-decision-id'])).toEqual(['d-1', 'd-1']);
    expect(seen[1]?.url).toBe(`/v1/linear/creds/${ENTITY}/creator?minimum_seconds=60`);
  });

  it('takes a refresh token under the name of its class', async () => {
    answers = [() => loggedIn(), () => ({ status: 204 })];
    await (await login()).importRefreshToken('reader', new Secret('lin_refresh'));
    expect(seen[1]?.url).toBe(`/v1/linear/creds/${ENTITY}/reader`);
    expect(JSON.parse(seen[1]?.body ?? '')).toEqual({
      server: 'reader',
      grant_type: 'refresh_token',
      refresh_token: 'lin_refresh',
    });
  });
});
