import { HeadlessBrowser } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Agent, CALLBACK, MCP_RESOURCE, postForm } from '../testing/agent.ts';
import { type IssuerFixture, startIssuer } from '../testing/issuer-fixture.ts';

let issuer: IssuerFixture;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer?.close());

type Changes = Parameters<Agent['authorizeUrl']>[0];

/** Where an authorization request ends that never reaches a page of ours. */
async function refusal(changes: Changes): Promise<{ error: string | null; redirected: boolean }> {
  const end = await new HeadlessBrowser().get(new Agent(issuer.url).authorizeUrl(changes));
  if (end instanceof URL) {
    const answer = end.hash === '' ? end.searchParams : new URLSearchParams(end.hash.slice(1));
    expect(answer.get('iss')).toBe(issuer.url);
    return { error: answer.get('error'), redirected: true };
  }
  return { error: /Error: <code>([^<]+)<\/code>/.exec(end.html)?.[1] ?? null, redirected: false };
}

describe('metadata', () => {
  it.each(['oauth-authorization-server', 'openid-configuration'])('[C-ID-3] describes itself at %s', async (name) => {
    const metadata = await (await fetch(`${issuer.url}/.well-known/${name}`)).json();
    expect(metadata).toMatchObject({
      issuer: issuer.url,
      token_endpoint: `${issuer.url}/token`,
      revocation_endpoint: `${issuer.url}/revoke`,
      code_challenge_methods_supported: ['S256'],
      response_types_supported: ['code'],
      token_endpoint_auth_methods_supported: ['none', 'private_key_jwt'],
      authorization_response_iss_parameter_supported: true,
      client_id_metadata_document_supported: true,
      dpop_signing_alg_values_supported: ['ES256'],
    });
    expect(metadata.scopes_supported).toEqual(
      expect.arrayContaining(['tickets:read', 'issues:create', 'issues:delete', 'audit:read']),
    );
    expect(metadata.scopes_supported).not.toContain('offline_access');
    expect(metadata).not.toHaveProperty('registration_endpoint');
  });

  it('publishes the public half of its one signing key', async () => {
    const { keys } = await (await fetch(`${issuer.url}/jwks`)).json();
    expect(keys).toHaveLength(1);
    expect(keys[0]).toMatchObject({ kid: issuer.keys.issuer.kid, alg: 'ES256', use: 'sig', crv: 'P-256' });
    expect(keys[0]).not.toHaveProperty('d');
  });
});

describe('the authorization request', () => {
  const cases: [string, Changes, string][] = [
    ['without PKCE', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    ['with plain PKCE', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['with a challenge whose method is left out', { code_challenge_method: undefined }, 'invalid_request'],
    ['for an unknown resource', { resource: 'http://localhost:9999/mcp' }, 'invalid_target'],
    ['for the resource with a trailing slash', { resource: `${MCP_RESOURCE}/` }, 'invalid_target'],
    ['for two resources', { resource: [MCP_RESOURCE, 'http://localhost:8020'] }, 'invalid_target'],
    ['for a resource with a fragment', { resource: `${MCP_RESOURCE}#x` }, 'invalid_target'],
    ['with an unknown scope', { scope: 'tickets:read tickets:write' }, 'invalid_scope'],
    ['with a scope of another resource', { scope: 'audit:read' }, 'invalid_scope'],
    ['with a wildcard scope', { scope: '*' }, 'invalid_scope'],
    ['for an implicit token', { response_type: 'token' }, 'unsupported_response_type'],
    ['that wants no page at all', { prompt: 'none' }, 'interaction_required'],
  ];
  it.each(cases)('[C-ID-3] is refused %s, and the client is told by redirect', async (_name, changes, error) => {
    expect(await refusal(changes)).toEqual({ error, redirected: true });
  });

  const unregistered: [string, string][] = [
    ['another path', 'http://localhost:33418/other'],
    ['an extra path', `${CALLBACK}/extra`],
    ['a query', `${CALLBACK}?x=1`],
    ['user information', 'http://user@localhost:33418/callback'],
    ['another host', 'https://evil.example/callback'],
    ['a host that looks like loopback', 'http://localhost.evil.example/callback'],
    ['another case in the path', 'http://localhost:33418/Callback'],
    ['an encoded slash', 'http://localhost:33418/%2Fcallback'],
    ['https on loopback', 'https://localhost:33418/callback'],
    ['a script', 'javascript:alert(1)'],
  ];
  it.each(unregistered)('[C-ID-3] never redirects to an unregistered URI: %s', async (_name, redirect_uri) => {
    expect(await refusal({ redirect_uri })).toEqual({ error: 'invalid_redirect_uri', redirected: false });
  });

  it('[C-ID-3] never redirects for a client nobody knows', async () => {
    expect(await refusal({ client_id: 'nobody' })).toEqual({ error: 'invalid_client', redirected: false });
  });

  it('[C-ID-3] refuses a parameter given twice', async () => {
    expect((await refusal({ redirect_uri: [CALLBACK, 'https://evil.example/'] })).redirected).toBe(false);
    expect(await refusal({ state: ['a', 'b'] })).toMatchObject({ error: 'invalid_request' });
  });

  it('[C-ID-3] gives the client that names no resource and no scope the least that is useful', async () => {
    const agent = new Agent(issuer.url);
    const tokens = await agent.signIn('ada', { resource: undefined, scope: undefined });
    expect(tokens.scope).toBe('tickets:read issues:create');
  });

  it('[C-ID-3] takes the request by PAR as well', async () => {
    const agent = new Agent(issuer.url);
    const form = Object.fromEntries(new URL(agent.authorizeUrl()).searchParams);
    const pushed = await postForm(`${issuer.url}/par`, form);
    expect(pushed.status).toBe(201);
    const unknown = await postForm(`${issuer.url}/par`, { ...form, resource: 'http://localhost:9999/' });
    expect(unknown.body.error).toBe('invalid_target');
  });

  it('answers an over-long URL before reading it', async () => {
    const response = await fetch(`${issuer.url}/authorize?state=${'a'.repeat(9_000)}`);
    expect(response.status).toBe(414);
  });
});
