import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_WORKSPACES } from '../demo.ts';
import { bearer, DemoSimulator, type Tokens, VERIFIER } from '../testing/demo-simulator.ts';
import { isLocal } from './loopback.ts';

const PAY = DEMO_WORKSPACES[0]?.teams[0]?.id ?? '';
const CREATE = 'mutation ($input: IssueCreateInput!) { issueCreate(input: $input) { success } }';
let linear: DemoSimulator;
let ada: Tokens;
beforeAll(async () => {
  linear = await DemoSimulator.start();
  ada = await linear.connect('creator', 'ada@harbor.example');
});
afterAll(() => linear.close());
afterEach(() => linear.control('DELETE', '/_sim/faults'));

const fault = (body: object) => linear.control('POST', '/_sim/faults', body);
const titles = async () => {
  const { body } = await linear.control('GET', '/_sim/issues?workspace=harbor');
  return body.map(({ title }: { title: string }) => title);
};

describe('who may use the control surface', () => {
  const local = { host: 'localhost:8040' };

  it.each([
    ['another machine', local, '10.0.0.8'],
    ['another machine by IPv6', local, 'fe80::1'],
    ['another machine, mapped', local, '::ffff:10.0.0.8'],
    ['a name that was rebound to this machine', { host: 'evil.example' }, '127.0.0.1'],
    ['no host at all', {}, '127.0.0.1'],
    ['a page of another site', { ...local, origin: 'https://evil.example' }, '127.0.0.1'],
    ['an image on another site', { ...local, 'sec-fetch-site': 'cross-site' }, '127.0.0.1'],
  ])('not %s', (_, headers, address) => {
    expect(isLocal(new Request('http://localhost/_sim/requests', { headers }), address)).toBe(false);
  });

  it.each(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'])('this machine as %s', (address) => {
    for (const host of ['localhost:8040', '127.0.0.1:8040', '[::1]:8040']) {
      expect(isLocal(new Request('http://localhost/_sim/requests', { headers: { host } }), address)).toBe(true);
    }
  });

  it('never an address outside 127.0.0.0/8', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const request = new Request('http://localhost/', { headers: { host: 'localhost' } });
        expect(isLocal(request, address)).toBe(address.startsWith('127.'));
      }),
    );
  });
});

describe('GET /_sim/requests', () => {
  it('counts what was asked, by operation and person', async () => {
    const before = (await linear.control('GET', '/_sim/requests')).body;
    await linear.graphql(bearer(ada), '{ viewer { id } }');
    await linear.graphql(bearer(ada), 'mutation { issueDelete(id: "x") { success } }');
    await linear.graphql(null, '{ viewer { id } }');
    const after = (await linear.control('GET', '/_sim/requests')).body;
    expect(after.total).toBe(before.total + 3);
    expect(after.byOperation.issueDelete).toBe(1);
    expect(after.recent.slice(-3)).toMatchObject([
      { method: 'POST', path: '/graphql', operation: 'viewer', actor: 'ada@harbor.example', status: 200 },
      { operation: 'issueDelete', actor: 'ada@harbor.example', status: 200 },
      { operation: 'viewer', actor: null, status: 401 },
    ]);
  });

  it('[C-AU-7] shows no token, code, verifier, secret or state', async () => {
    const code = await linear.code('reader', 'ada@harbor.example');
    const tokens = (await (await linear.redeem('reader', code)).json()) as Tokens;
    await linear.graphql(bearer(tokens), '{ viewer { id } }');
    await linear.refresh('reader', tokens.refresh_token);
    const log = JSON.stringify((await linear.control('GET', '/_sim/requests')).body);
    for (const secret of [code, tokens.access_token, tokens.refresh_token, VERIFIER, 'state-1', 'lin_']) {
      expect(log).not.toContain(secret);
    }
  });
});

describe('POST /_sim/faults', () => {
  it.each([
    [{ next: 'explode' }],
    [{ next: '500', count: -1 }],
    [{ next: 'slow', ms: 60_001 }],
    [{ next: '500', on: 'authorize' }],
    [{ next: '500', operation: 7 }],
    [{ next: 'ratelimited', on: 'token' }],
    [[]],
  ])('refuses %o', async (body) => {
    expect((await fault(body)).status).toBe(400);
  });

  it('[C-IN-3] loses the answer after the write, so that only reading back can tell', async () => {
    await fault({ next: 'drop-after-commit', operation: 'issueCreate' });
    expect((await linear.graphql(bearer(ada), '{ viewer { id } }')).status).toBe(200);
    const input = { teamId: PAY, title: 'committed, never answered' };
    await expect(linear.graphql(bearer(ada), CREATE, { input })).rejects.toThrow('fetch failed');
    expect(await titles()).toContain('committed, never answered');
    const { recent } = (await linear.control('GET', '/_sim/requests')).body;
    expect(recent.at(-1)).toMatchObject({ operation: 'issueCreate', status: null });
  });

  it('loses the answer to a refresh: the old token is dead, the new one unknown', async () => {
    const { refresh_token } = await linear.connect('reader', 'grace@harbor.example');
    await fault({ next: 'drop-after-commit', on: 'token' });
    await expect(linear.refresh('reader', refresh_token)).rejects.toThrow('fetch failed');
    expect(await (await linear.refresh('reader', refresh_token)).json()).toMatchObject({ error: 'invalid_grant' });
  });

  it.each([
    ['ratelimited', 400],
    ['500', 500],
  ])('answers %s with nothing written, as often as asked', async (next, status) => {
    await fault({ next, count: 2 });
    const input = { teamId: PAY, title: `never written by ${next}` };
    const statuses = [];
    for (let round = 0; round < 2; round += 1) {
      const response = await fetch(new URL('/graphql', linear.url), {
        method: 'POST',
        headers: { authorization: bearer(ada), 'content-type': 'application/json' },
        body: JSON.stringify({ query: CREATE, variables: { input } }),
      });
      await response.text();
      statuses.push(response.status);
    }
    expect(statuses).toEqual([status, status]);
    expect(await titles()).not.toContain(input.title);
    expect((await linear.graphql(bearer(ada), CREATE, { input })).status).toBe(200);
  });

  it('answers slowly: a caller with less patience gives up', async () => {
    await fault({ next: 'slow', ms: 60_000 });
    const waiting = fetch(new URL('/graphql', linear.url), {
      method: 'POST',
      headers: { authorization: bearer(ada), 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ viewer { id } }' }),
      signal: AbortSignal.timeout(50),
    });
    await expect(waiting).rejects.toThrow('aborted');
  });
});

describe('POST /_sim/revoke', () => {
  it("ends a person's grants, of one application or of all", async () => {
    const [reader, curator] = [
      await linear.connect('reader', 'ken@harbor.example'),
      await linear.connect('curator', 'ken@harbor.example'),
    ];
    const revoke = async (clientId?: string) =>
      (await linear.control('POST', '/_sim/revoke', { user: 'ken@harbor.example', clientId })).body;
    expect(await revoke('sallyport-reader')).toEqual({ revoked: 1 });
    expect((await linear.graphql(bearer(reader), '{ viewer { id } }')).status).toBe(401);
    expect((await linear.graphql(bearer(curator), '{ viewer { id } }')).status).toBe(200);
    expect(await revoke()).toEqual({ revoked: 1 });
    expect((await linear.graphql(bearer(curator), '{ viewer { id } }')).status).toBe(401);
    expect((await linear.control('POST', '/_sim/revoke', { user: 'nobody' })).status).toBe(400);
  });
});

describe('anything else under /_sim', () => {
  it('is not found', async () => {
    expect((await linear.control('GET', '/_sim/tokens')).status).toBe(404);
    expect((await linear.control('GET', '/_sim/issues?workspace=nowhere')).status).toBe(400);
  });
});
