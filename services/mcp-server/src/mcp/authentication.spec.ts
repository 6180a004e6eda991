import { createHmac, createPublicKey, randomUUID } from 'node:crypto';
import { createDpopProof, generateKey, signJwt } from '@sallyport/authn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Agent } from '../testing/agent.ts';
import { type Fixture, startFixture } from '../testing/fixture.ts';
import { claimsOf } from '../testing/people.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const METADATA = 'http://localhost:8000/.well-known/oauth-protected-resource/mcp';
const CHALLENGE = [
  `Bearer resource_metadata="${METADATA}", scope="tickets:read issues:create"`,
  `DPoP algs="ES256", resource_metadata="${METADATA}", scope="tickets:read issues:create"`,
].join(', ');
const INVALID = [
  `Bearer resource_metadata="${METADATA}", scope="tickets:read issues:create", error="invalid_token"`,
  `DPoP algs="ES256", resource_metadata="${METADATA}", scope="tickets:read issues:create", error="invalid_token"`,
].join(', ');
const BODY = JSON.stringify({ type: 'about:blank', title: 'Authentication required', status: 401 });
const list = (id: unknown = 1) => ({ jsonrpc: '2.0', id, method: 'tools/list' });

describe('without a token', () => {
  it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'])(
    '[C-ID-1] %s is answered with the way to sign in',
    async (method) => {
      const body = ['GET', 'HEAD'].includes(method) ? undefined : JSON.stringify(list());
      const { status, headers, text } = await fixture.anonymous().send(body, { method });
      expect([status, headers.get('www-authenticate')]).toEqual([401, CHALLENGE]);
      expect(text).toBe(method === 'HEAD' ? '' : BODY);
      expect(headers.get('cache-control')).toBe('no-store');
    },
  );

  it.each<[string, unknown]>([
    ['a request', list()],
    ['a call', { ...list(), method: 'tools/call', params: { name: 'escalate_ticket' } }],
    ['a notification', { jsonrpc: '2.0', method: 'notifications/initialized' }],
    ['an initialize', { ...list(), method: 'initialize', params: {} }],
    ['a batch', [list(1), list(2)]],
    ['a response', { jsonrpc: '2.0', id: 1, result: {} }],
    ['something that is no message', 'hello'],
  ])('[C-ID-1] %s is not even read', async (_, message) => {
    const { status, text, headers } = await fixture.anonymous().send(JSON.stringify(message));
    expect([status, headers.get('www-authenticate'), text]).toEqual([401, CHALLENGE, BODY]);
  });

  it('[C-ID-1] a body that is not JSON makes no difference', async () => {
    const { status, text } = await fixture.anonymous().send('{"a":1,"a":2');
    expect([status, text]).toEqual([401, BODY]);
  });

  it.each(['/mcp/', '/mcp/read', '/mcp%2f', '//mcp', '/MCP', '/', '/admin'])(
    '[C-ID-1] no other path leads to a tool: %s',
    async (path) => {
      const { status } = await new Agent(fixture.endpoint, fixture.token('ada')).send(JSON.stringify(list()), { path });
      expect(status).toBe(404);
    },
  );

  it('[C-ID-5] a token in the query or in a cookie is no token', async () => {
    const token = fixture.token('ada');
    const query = await fixture.anonymous().send(JSON.stringify(list()), { path: `/mcp?access_token=${token}` });
    const cookie = await fixture
      .anonymous()
      .send(JSON.stringify(list()), { headers: { cookie: `access_token=${token}` } });
    expect([query.status, cookie.status]).toEqual([401, 401]);
  });
});

describe('every bad token gets one and the same answer', () => {
  const forge = (changes: object, typ = 'at+jwt') =>
    signJwt(fixture.issuerKey, typ, { ...claimsOf('ada', fixture.minted()), ...changes });
  const seconds = () => Math.floor(fixture.clock.now / 1_000);
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

  it.each<[string, () => string]>([
    ['garbage', () => 'garbage'],
    ['an empty token', () => ''],
    ['one for another audience', () => forge({ aud: 'http://localhost:8020' })],
    ['one for two audiences', () => forge({ aud: [fixture.resourceUrl, 'http://localhost:8020'] })],
    ['one of another issuer', () => forge({ iss: 'http://localhost:9' })],
    ['an expired one', () => forge({ iat: seconds() - 700, nbf: seconds() - 700, exp: seconds() - 100 })],
    ['one that is not valid yet', () => forge({ nbf: seconds() + 300 })],
    ['one that lives too long', () => forge({ exp: seconds() + 3_600 })],
    ['one without a tenant', () => forge({ tenant: undefined })],
    ['one without a client', () => forge({ client_id: undefined })],
    ['one without an id', () => forge({ jti: undefined })],
    ['an ID token', () => forge({}, 'JWT')],
    ['a capability', () => forge({}, 'capability+jwt')],
    ['one with a role nobody knows', () => forge({ roles: ['root'] })],
    ['a stranger’s', () => signJwt(generateKey().key, 'at+jwt', claimsOf('ada', fixture.minted()))],
    [
      'an unsigned one',
      () =>
        `${part({ alg: 'none', typ: 'at+jwt', kid: fixture.issuerKey.kid })}.${part(claimsOf('ada', fixture.minted()))}.AA`,
    ],
    [
      'one signed with our public key as a secret',
      () => {
        const head = part({ alg: 'HS256', typ: 'at+jwt', kid: fixture.issuerKey.kid });
        const input = `${head}.${part(claimsOf('ada', fixture.minted()))}`;
        const pem = createPublicKey(fixture.issuerKey.privateKey).export({ format: 'pem', type: 'spki' });
        return `${input}.${createHmac('sha256', pem).update(input).digest('base64url')}`;
      },
    ],
  ])('[C-ID-5] %s', async (_, token) => {
    const { status, headers, text } = await fixture
      .anonymous()
      .send(JSON.stringify(list()), { headers: { authorization: `Bearer ${token()}` } });
    expect([status, headers.get('www-authenticate'), text]).toEqual([401, INVALID, BODY]);
  });

  it.each(['Basic YWRhOmFkYQ==', 'Bearer', 'Bearer a b', 'Negotiate abc'])(
    '[C-ID-1] the header "%s" is no access token',
    async (authorization) => {
      const { status, headers } = await fixture
        .anonymous()
        .send(JSON.stringify(list()), { headers: { authorization } });
      expect([status, headers.get('www-authenticate')]).toEqual([401, INVALID]);
    },
  );
});

describe('a token bound to a key (RFC 9449)', () => {
  const key = generateKey().key;
  const thief = generateKey().key;
  const bound = () => fixture.token('ada', { cnf: { jkt: key.jkt } });
  const proof = (token: string, changes: { key?: typeof key; url?: string; method?: string } = {}) =>
    createDpopProof(changes.key ?? key, {
      ...{ method: changes.method ?? 'POST', url: changes.url ?? fixture.resourceUrl },
      ...{ accessToken: token, now: fixture.clock.now },
    });
  const present = (headers: Record<string, string>) =>
    new Agent(fixture.endpoint).modern('tools/list', {}, { headers });

  it.each<[string, () => Record<string, string>]>([
    ['as a bearer token', () => ({ authorization: `Bearer ${bound()}` })],
    ['without a proof', () => ({ authorization: `DPoP ${bound()}` })],
    [
      'with the proof of another key',
      () => {
        const token = bound();
        return { authorization: `DPoP ${token}`, dpop: proof(token, { key: thief }) };
      },
    ],
    [
      'with a proof for another URL',
      () => {
        const token = bound();
        return { authorization: `DPoP ${token}`, dpop: proof(token, { url: `${fixture.issuer.url}/token` }) };
      },
    ],
    [
      'with a proof for another method',
      () => {
        const token = bound();
        return { authorization: `DPoP ${token}`, dpop: proof(token, { method: 'GET' }) };
      },
    ],
    ['with a proof for another token', () => ({ authorization: `DPoP ${bound()}`, dpop: proof(fixture.token('ada')) })],
  ])('[C-ID-6] is refused %s', async (_, headers) => {
    const { status, headers: answered, text } = await present(headers());
    expect([status, answered.get('www-authenticate'), text]).toEqual([401, INVALID, BODY]);
  });

  it('[C-ID-6] [C-ID-7] is accepted with its key, and the same proof is not accepted twice', async () => {
    const token = bound();
    const headers = { authorization: `DPoP ${token}`, dpop: proof(token) };
    expect((await present(headers)).status).toBe(200);
    expect((await present(headers)).status).toBe(401);
    expect((await present({ ...headers, dpop: proof(token) })).status).toBe(200);
  });
});

it('[C-ID-5] a good token is accepted until it expires', async () => {
  const agent = fixture.agent('ada');
  expect((await agent.modern('tools/list')).status).toBe(200);
  fixture.clock.now += 606_000;
  expect((await agent.modern('tools/list')).status).toBe(401);
});

it('[C-AU-1] [C-AU-7] a flood of refusals is on record as counts, without a word of the strangers’', async () => {
  const flooded = await startFixture();
  const secret = `stolen-${randomUUID()}`;
  for (let at = 0; at < 25; at++) {
    await flooded.anonymous().send('{}');
    await flooded.anonymous().send('{}', { headers: { authorization: `Bearer ${secret}` } });
  }
  await flooded.anonymous().send('{}', { headers: { origin: 'https://evil.example' } });
  await flooded.drain();
  const refused = flooded.audit.of('access_refused');
  await flooded.close();
  const counted = Map.groupBy(refused, ({ reasons }) => reasons.join());
  const sums = [...counted].map(([reason, events]) => [reason, events.reduce((sum, { count }) => sum + count, 0)]);
  expect(Object.fromEntries(sums)).toEqual({ token_missing: 25, token_malformed: 25, client_not_permitted: 1 });
  expect(refused.length).toBeLessThan(10);
  expect(new Set(refused.map(({ resource }) => resource))).toEqual(new Set([flooded.resourceUrl]));
  expect(JSON.stringify(flooded.audit.events) + flooded.log.join('')).not.toContain(secret);
});
