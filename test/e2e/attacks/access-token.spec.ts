import { signJwt } from '@sallyport/authn';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifies } from '../verifies.ts';
import { signIn, signInAtAudit, type Tokens } from '../world/agent.ts';
import { Captured } from '../world/captured-mcp-server.ts';
import { connectAccount } from '../world/connected.ts';
import { Forger } from '../world/forged.ts';
import { house, keyOf, MCP_URL } from '../world/house.ts';
import { headersFor, message, speak } from '../world/mcp-message.ts';
import { nothingOutsideHappens } from '../world/outside.ts';
import { type Answer, send } from '../world/send.ts';

const metadata = `${house.urls.mcp}/.well-known/oauth-protected-resource/mcp`;
const SCOPE = 'scope="tickets:read issues:create"';
const ESCALATION = { name: 'escalate_ticket', arguments: { ticketId: '7d9f5f0e-3c1b-4c55-9a3e-0c6a54d1e001' } };

/** One 401 for all: the challenge and nothing about what was wrong. */
function expectChallenge(answer: Answer, presented: boolean): void {
  expect(answer.status).toBe(401);
  const error = presented ? ', error="invalid_token"' : '';
  expect(answer.headers['www-authenticate']).toBe(
    `Bearer resource_metadata="${metadata}", ${SCOPE}${error}, DPoP algs="ES256", resource_metadata="${metadata}", ${SCOPE}${error}`,
  );
  expect(answer.text).not.toMatch(/expire|audience|signature|issuer|claim|algorithm|jwt/i);
  expect(Object.keys(answer.json ?? { status: 0 })).toContain('status');
}

let grace: Tokens;
let forger: Forger;
beforeAll(async () => {
  grace = await signIn('grace');
  await connectAccount('grace', grace.access_token);
  forger = await Forger.of(grace.access_token);
});
nothingOutsideHappens();

describe('without a token', () => {
  it.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    verifies('door:no-token', '%s /mcp is 401 with the challenge'),
    async (method) => expectChallenge(await send(MCP_URL, { method }), false),
  );

  it.each([
    ['tools/list', message('2025-11-25', 'tools/list')],
    ['tools/call', message('2025-11-25', 'tools/call', ESCALATION)],
    ['initialize', message('2025-11-25', 'initialize', { protocolVersion: '2025-11-25', capabilities: {} })],
    ['server/discover', message('2026-07-28', 'server/discover')],
    ['ping', message('2025-11-25', 'ping')],
    ['a notification', { jsonrpc: '2.0', method: 'notifications/initialized' }],
    ['a batch', [message('2025-11-25', 'tools/call', ESCALATION), message('2025-11-25', 'tools/list')]],
    ['no JSON at all', 'tools/call'],
  ])(verifies('door:no-token', '%s is 401, whatever its body'), async (_, body) => {
    const headers = headersFor('2025-11-25', 'tools/call');
    expectChallenge(await send(MCP_URL, { headers, body: JSON.stringify(body) }), false);
  });

  it.each(['/', '/mcp/', '/MCP', '//mcp', '/mcp/read', '/mcp/../mcp/x', '/sse', '/message'])(
    verifies('door:no-token', 'POST %s leads nowhere'),
    async (path) => {
      const body = JSON.stringify(message('2025-11-25', 'tools/call', ESCALATION));
      const { status, text } = await send(house.urls.mcp + path, { headers: headersFor('2025-11-25', ''), body });
      expect(status).toBe(404);
      expect(text).not.toContain('escalate_ticket');
    },
  );

  it(verifies('door:no-token', 'the challenge leads to metadata that names this resource and the broker'), async () => {
    const { json } = await send(metadata, { method: 'GET' });
    expect(json).toMatchObject({ resource: MCP_URL, authorization_servers: [house.urls.issuer] });
  });
});

describe('a token that is not good', () => {
  it(verifies('door:bad-token', 'the genuine one is accepted, so that the refusals below mean something'), async () => {
    expect((await speak(grace.access_token, '2026-07-28', 'tools/list')).status).toBe(200);
    expect((await speak(forger.claiming({}), '2026-07-28', 'tools/list')).status).toBe(200);
  });

  const at = Forger.seconds;
  const WRONG: [string, () => string][] = [
    ['expired', () => forger.claiming({ iat: at(-700), nbf: at(-700), exp: at(-100) })],
    ['not valid yet', () => forger.claiming({ nbf: at(120), exp: at(300) })],
    ['issued in the future', () => forger.claiming({ iat: at(120), exp: at(300) })],
    ['living an hour', () => forger.claiming({ exp: at(3_600) })],
    ['without expiry', () => forger.claiming({ exp: undefined })],
    ['without client_id', () => forger.claiming({ client_id: undefined })],
    ['without jti', () => forger.claiming({ jti: undefined })],
    ['without tenant', () => forger.claiming({ tenant: undefined })],
    ['without act', () => forger.claiming({ act: undefined })],
    ['with a role nobody has', () => forger.claiming({ roles: ['root'] })],
    ['with a subject that is no person id', () => forger.claiming({ sub: 'grace' })],
    ['with five actors in a chain', () => forger.claiming({ act: chain(5) })],
    ['of another issuer', () => forger.claiming({ iss: 'https://issuer.example' })],
    ['of the issuer with a slash', () => forger.claiming({ iss: `${house.urls.issuer}/` })],
    ['by a stranger', () => forger.byStranger()],
    ['by a stranger under the issuer’s key id', () => forger.byStrangerAsIssuer()],
    ['by a stranger who brings the key along', () => forger.byStrangerWithOwnKey()],
    ['by a stranger who says where the key is', () => forger.byStranger({ jku: `${house.urls.mcp}/jwks` })],
    ['with an extension nobody knows', () => forger.byStrangerAsIssuer({ crit: ['exp'] })],
    ['unsigned, alg none', () => forger.unsigned()],
    ['alg none with a signature', () => forger.unsigned('AAAA')],
    ['HS256 with the public key as PEM', () => forger.hmacWithPublicKey('pem')],
    ['HS256 with the public key as JWK', () => forger.hmacWithPublicKey('jwk')],
    ['whose claims were changed', () => forger.withClaimsChanged({ roles: ['platform_admin'] })],
    ['whose signature is spelt otherwise', () => forger.withSignatureRespelt()],
    ['cut after the claims', () => grace.access_token.split('.').slice(0, 2).join('.')],
    ['twelve kilobytes long', () => forger.claiming({ name: 'x'.repeat(9_000) })],
    ['that is no JWT', () => 'opaque-token'],
  ];
  it.each(WRONG)(verifies('door:bad-token', 'a token %s is refused'), async (_, make) => {
    expectChallenge(await speak(make(), '2026-07-28', 'tools/call', ESCALATION), true);
  });

  it.each<[string, () => Promise<string>]>([
    ['made by the broker for the audit service', async () => (await signInAtAudit('grace')).access_token],
    ['for the gateway', async () => forger.claiming({ aud: house.urls.gateway })],
    ['for this resource and another', async () => forger.claiming({ aud: [MCP_URL, house.urls.audit] })],
    ['for this resource alone, as a list', async () => forger.claiming({ aud: [MCP_URL] })],
    ['for the resource with a slash', async () => forger.claiming({ aud: `${MCP_URL}/` })],
    ['for the whole host', async () => forger.claiming({ aud: house.urls.mcp })],
    ['without audience', async () => forger.claiming({ aud: undefined })],
  ])(verifies('door:own-audience', 'a token %s is refused'), async (_, make) => {
    expectChallenge(await speak(await make(), '2026-07-28', 'tools/call', ESCALATION), true);
  });

  it.each<[string, () => Promise<string> | string]>([
    ['a capability, unspent', async () => (await Captured.service('mcp-server')).capability(grace.access_token)],
    ['a refresh token', () => grace.refresh_token],
    ['a client assertion', async () => (await Captured.service('mcp-server')).assertion({ aud: MCP_URL })],
    ['an ID token', () => forger.claiming({ nonce: 'n', at_hash: 'h' }, 'JWT')],
    ['a person assertion', () => forger.claiming({ vault_role: 'linear-issues-create' }, 'person-assertion+jwt')],
    ['a capability with the claims of an access token', () => forger.claiming({}, 'capability+jwt')],
    ['a logout token', () => forger.claiming({ events: {} }, 'logout+jwt')],
    ['a token that another service signed', async () => signJwt(await keyOf('audit'), 'at+jwt', forger.claims)],
  ])(verifies('door:other-kinds', '%s is refused as access token'), async (_, make) => {
    expectChallenge(await speak(await make(), '2026-07-28', 'tools/call', ESCALATION), true);
  });
});

describe('where a token is not looked for', () => {
  const body = JSON.stringify(message('2025-11-25', 'tools/call', ESCALATION));
  const headers = headersFor('2025-11-25', 'tools/call');

  it(verifies('door:header-only', 'a token in the query string is no token'), async () => {
    expectChallenge(await send(`${MCP_URL}?access_token=${grace.access_token}`, { headers, body }), false);
  });

  it(verifies('door:header-only', 'a token in a form is no token'), async () => {
    const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
    expectChallenge(await send(MCP_URL, { headers: form, body: `access_token=${grace.access_token}` }), false);
  });

  it(verifies('door:header-only', 'a token in a cookie is no token'), async () => {
    const cookie = `access_token=${grace.access_token}; session=${grace.access_token}`;
    expectChallenge(await send(MCP_URL, { headers: { ...headers, cookie }, body }), false);
  });

  it.each<[string, (token: string) => string | string[]]>([
    ['Basic', (token) => `Basic ${token}`],
    ['no scheme', (token) => token],
    ['two schemes in one line', (token) => `Bearer ${token}, DPoP ${token}`],
    ['two tokens in one line', (token) => `Bearer ${token} ${token}`],
    ['a good line and a bad one', (token) => [`Bearer ${token}`, 'Bearer forged']],
    ['an unbound token as DPoP', (token) => `DPoP ${token}`],
  ])(verifies('door:header-only', 'Authorization with %s is refused'), async (_, line) => {
    const authorization = line(grace.access_token);
    expectChallenge(await send(MCP_URL, { headers: { ...headers, authorization }, body }), true);
  });
});

function chain(length: number): object {
  return length === 1 ? { sub: 'agent-1' } : { sub: `agent-${length}`, act: chain(length - 1) };
}
