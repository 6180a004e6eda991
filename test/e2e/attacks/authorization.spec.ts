import { DEMO_CALLBACK, PEOPLE, Person } from '@sallyport/testing';
import { describe, expect, it } from 'vitest';
import { verifies } from '../verifies.ts';
import { Agent, signIn } from '../world/agent.ts';
import { house, MCP_URL } from '../world/house.ts';
import { speak } from '../world/mcp-message.ts';
import { nothingOutsideHappens } from '../world/outside.ts';
import { type Form, send, sendForm } from '../world/send.ts';

nothingOutsideHappens();

/** Opens the authorization page without signing in. @returns what the client was told, or the page's status */
async function ask(changes: Form) {
  const end = await new Person(PEOPLE.ada).browser.get(new Agent().authorizeUrl(changes));
  if (!(end instanceof URL)) return { page: end.status, html: end.html };
  // Other response types are answered in the fragment; a code there would be as good.
  const said = new URLSearchParams(end.search || end.hash.slice(1));
  return { error: said.get('error'), code: said.get('code'), iss: said.get('iss') };
}

describe('RFC 7636 PKCE', () => {
  it.each<[string, Form]>([
    ['no challenge', { code_challenge: undefined, code_challenge_method: undefined }],
    ['the plain method', { code_challenge_method: 'plain' }],
    ['a challenge without method, which means plain', { code_challenge_method: undefined }],
    ['a method nobody knows', { code_challenge_method: 'S512' }],
    ['a challenge that is too short', { code_challenge: 'short' }],
  ])(verifies('oauth:pkce', '%s: no code'), async (_, changes) => {
    expect(await ask(changes)).toEqual({ error: 'invalid_request', code: null, iss: house.urls.issuer });
  });

  it.each<[string, Form]>([
    ['no verifier', { code_verifier: undefined }],
    ['another verifier', { code_verifier: 'x'.repeat(43) }],
    ['the verifier’s first half', { code_verifier: 'half' }],
  ])(verifies('oauth:pkce', '%s: no token'), async (_, changes) => {
    const agent = new Agent();
    const answer = await agent.redeem(await agent.code('ada'), changes);
    expect(answer.status).toBe(400);
    expect(['invalid_grant', 'invalid_request']).toContain(answer.json.error);
  });

  it(verifies('oauth:pkce', 'metadata offers S256 and nothing else'), async () => {
    const response = await fetch(`${house.urls.issuer}/.well-known/oauth-authorization-server`);
    const metadata = (await response.json()) as Record<string, unknown>;
    expect(metadata).toMatchObject({
      issuer: house.urls.issuer,
      code_challenge_methods_supported: ['S256'],
      response_types_supported: ['code'],
      authorization_response_iss_parameter_supported: true,
    });
    expect(metadata.grant_types_supported).not.toEqual(expect.arrayContaining(['implicit', 'password']));
  });
});

describe('RFC 8414 metadata', () => {
  it.each<[string, Record<string, string>]>([
    ['Host', { host: 'evil.example' }],
    ['X-Forwarded-Host', { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }],
    ['Forwarded', { forwarded: 'host=evil.example;proto=https' }],
  ])(verifies('oauth:own-name', 'a foreign %s changes nothing in it'), async (_, headers) => {
    for (const path of ['/.well-known/oauth-authorization-server', '/.well-known/openid-configuration', '/jwks']) {
      const { text } = await send(house.urls.issuer + path, { method: 'GET', headers });
      expect(text).not.toContain('evil.example');
    }
    const authorize = await send(new Agent().authorizeUrl(), { method: 'GET', headers });
    expect(`${authorize.headers.location} ${authorize.text}`).not.toContain('evil.example');
  });
});

describe('redirect URIs', () => {
  it.each([
    'https://evil.example/callback',
    'http://localhost:33418/callback/../evil',
    'http://localhost:33418/callback?x=1',
    'http://localhost:33418/callback#x',
    'http://localhost:33418@evil.example/callback',
    'http://localhost.evil.example:33418/callback',
    'http://LOCALHOST:33418/CALLBACK',
    'http://localhost:33418/callback%2f',
    'http://127.0.0.2:33418/callback',
    'https://localhost:33418/callback',
    'javascript:alert(1)',
    'evil://callback',
    '*',
    '',
  ])(verifies('oauth:redirect-exact', '“%s” is refused on a page; nobody is sent there'), async (redirect_uri) => {
    const { page, html } = await ask({ redirect_uri });
    expect(page).toBe(400);
    expect(html).not.toContain('evil');
  });

  it(verifies('oauth:redirect-exact', 'none, or two, are refused on a page'), async () => {
    expect(await ask({ redirect_uri: undefined })).toMatchObject({ page: 400 });
    expect(await ask({ redirect_uri: [DEMO_CALLBACK, 'https://evil.example/callback'] })).toMatchObject({ page: 400 });
  });

  it(verifies('oauth:redirect-exact', 'an unknown client is refused on a page'), async () => {
    expect(await ask({ client_id: 'no-such-client' })).toMatchObject({ page: 400 });
  });

  it.each<[string, Form]>([
    ['implicit', { response_type: 'token' }],
    ['hybrid', { response_type: 'code id_token' }],
    ['a parameter twice', { scope: ['tickets:read', 'issues:delete'] }],
    ['a request object by reference', { request_uri: 'https://evil.example/request.jwt' }],
    ['a request object by value', { request: 'e30.e30.' }],
  ])(verifies('oauth:redirect-exact', '%s gives no code'), async (_, changes) => {
    const answer = await ask(changes);
    expect(answer.code ?? null).toBeNull();
    expect(answer.error ?? answer.page).toBeTruthy();
    expect(answer.page ?? 400).toBe(400);
  });
});

describe('resources and scopes', () => {
  it.each<[string, Form, string]>([
    ['a resource nobody knows', { resource: 'https://api.linear.app' }, 'invalid_target'],
    ['the resource with a slash', { resource: `${MCP_URL}/` }, 'invalid_target'],
    ['the resource in capitals', { resource: MCP_URL.toUpperCase() }, 'invalid_target'],
    ['two resources', { resource: [MCP_URL, house.urls.audit] }, 'invalid_target'],
    ['the scope of another resource', { scope: 'audit:read' }, 'invalid_scope'],
    ['every scope', { scope: '*' }, 'invalid_scope'],
    ['an administrator’s scope', { scope: 'tickets:read admin' }, 'invalid_scope'],
  ])(verifies('oauth:resource', '%s: no code'), async (_, changes, error) => {
    expect(await ask(changes)).toEqual({ error, code: null, iss: house.urls.issuer });
  });

  it.each<[string, Form, string]>([
    ['another resource than agreed to', { resource: house.urls.audit }, 'invalid_target'],
    ['two resources', { resource: [MCP_URL, house.urls.audit] }, 'invalid_target'],
  ])(verifies('oauth:resource', 'at the token endpoint, %s: no token'), async (_, changes, error) => {
    const agent = new Agent();
    const answer = await agent.redeem(await agent.code('ada'), changes);
    expect([answer.status, answer.json.error]).toEqual([400, error]);
  });

  it(verifies('oauth:resource', 'a support engineer is given no token for the audit log'), async () => {
    const agent = new Agent();
    const end = await agent.authorize(new Person(PEOPLE.ada), { resource: house.urls.audit, scope: 'audit:read' });
    expect(end instanceof URL ? end.searchParams.get('code') : null).toBeNull();
  });
});

describe('authorization codes', () => {
  it(verifies('oauth:code-once', 'a second use is refused and ends what the first one gave'), async () => {
    const agent = new Agent();
    const code = await agent.code('ada');
    const first = await agent.redeem(code);
    expect(first.status).toBe(200);
    const second = await agent.redeem(code);
    expect([second.status, second.json.error]).toEqual([400, 'invalid_grant']);
    expect((await agent.refresh(first.json.refresh_token)).json.error).toBe('invalid_grant');
  });

  it(verifies('oauth:code-once', 'of two uses at the same instant at most one gives a token'), async () => {
    const agent = new Agent();
    const code = await agent.code('ada');
    const answers = await Promise.all([agent.redeem(code), agent.redeem(code), agent.redeem(code)]);
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
  });

  it.each<[string, Form]>([
    ['another redirect URI', { redirect_uri: 'http://localhost:33418/other' }],
    ['no redirect URI', { redirect_uri: undefined }],
    ['another client', { client_id: 'mcp-server' }],
    ['no client', { client_id: undefined }],
  ])(verifies('oauth:code-once', 'with %s it gives no token'), async (_, changes) => {
    const agent = new Agent();
    const answer = await agent.redeem(await agent.code('ada'), changes);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(['invalid_grant', 'invalid_client', 'invalid_request']).toContain(answer.json.error);
    expect(answer.json).not.toHaveProperty('access_token');
  });

  it.each(['password', 'client_credentials', 'implicit', 'urn:ietf:params:oauth:grant-type:device_code'])(
    verifies('oauth:code-once', 'grant type %s gives an agent nothing'),
    async (grant_type) => {
      const answer = await new Agent().token({ grant_type, username: 'ada@harbor.example', password: 'ada-demo' });
      expect(answer.status).toBe(400);
      expect(['unsupported_grant_type', 'unauthorized_client', 'invalid_request']).toContain(answer.json.error);
    },
  );
});

describe('refresh tokens', () => {
  it(verifies('oauth:refresh-rotation'), async () => {
    const agent = new Agent();
    const tokens = await agent.signIn('ada');
    const rotated = await agent.refresh(tokens.refresh_token);
    expect(rotated.status).toBe(200);
    expect(rotated.json.refresh_token).not.toBe(tokens.refresh_token);
    const reused = await agent.refresh(tokens.refresh_token);
    expect([reused.status, reused.json.error]).toEqual([400, 'invalid_grant']);
    // Whoever came second, the family is dead: thief and owner alike.
    expect((await agent.refresh(rotated.json.refresh_token)).json.error).toBe('invalid_grant');
  });

  it.each<[string, Form, string]>([
    ['more scope', { scope: 'tickets:read issues:create issues:delete' }, 'invalid_scope'],
    ['another resource', { resource: house.urls.audit }, 'invalid_target'],
    ['another client', { client_id: 'mcp-server' }, 'invalid_client'],
  ])(verifies('oauth:refresh-rotation', 'a refresh for %s is refused'), async (_, changes, error) => {
    const agent = new Agent();
    const { refresh_token } = await agent.signIn('ada');
    const answer = await agent.refresh(refresh_token, changes);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.json.error).toBe(error);
  });

  it(verifies('oauth:refresh-rotation', 'an access token is no refresh token'), async () => {
    const { access_token } = await signIn('ada');
    expect((await new Agent().refresh(access_token)).json.error).toBe('invalid_grant');
    expect((await speak(access_token, '2026-07-28', 'tools/list')).status).toBe(200);
  });

  it(verifies('oauth:refresh-rotation', 'one agent cannot revoke another’s'), async () => {
    const agent = new Agent();
    const { refresh_token } = await agent.signIn('ada');
    await sendForm(`${house.urls.issuer}/revoke`, { client_id: 'mcp-server', token: refresh_token });
    expect((await agent.refresh(refresh_token)).status).toBe(200);
  });
});
