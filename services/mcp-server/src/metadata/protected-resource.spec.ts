import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, startFixture } from '../testing/fixture.ts';

const WELL_KNOWN = '/.well-known/oauth-protected-resource';
let combined: Fixture;
let read: Fixture;
beforeAll(async () => {
  [combined, read] = await Promise.all([
    startFixture(),
    startFixture({
      resourceUrl: 'https://mcp.corp.example/mcp/read',
      placement: 'read',
      requireDpop: 'true',
      allowedHosts: 'localhost',
    }),
  ]);
});
afterAll(() => Promise.all([combined.close(), read.close()]));
const get = (fixture: Fixture, path: string) =>
  fixture.anonymous().send(undefined, { method: 'GET', path, headers: { 'content-type': undefined } });

describe('protected resource metadata (RFC 9728)', () => {
  it.each(['/mcp/read', '/other', '/mcp/', '/mcp/../mcp/read'])(
    'is not given for a path that is not the resource: %s',
    async (path) => expect((await get(combined, `${WELL_KNOWN}${path}`)).status).toBe(404),
  );

  it.each([WELL_KNOWN, `${WELL_KNOWN}/mcp`])('is public at %s', async (path) => {
    const { status, headers, body } = await get(combined, path);
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=300']);
    expect(body).toEqual({
      resource: combined.resourceUrl,
      authorization_servers: [combined.issuer.url],
      scopes_supported: ['tickets:read', 'issues:create', 'issues:delete'],
      bearer_methods_supported: ['header'],
      dpop_signing_alg_values_supported: ['ES256'],
      dpop_bound_access_tokens_required: false,
      resource_name: 'Sallyport: support escalation',
    });
  });

  it('offers no scope that outlives the person (no offline_access), and no wildcard', async () => {
    const { text } = await get(combined, WELL_KNOWN);
    expect(text).not.toMatch(/offline_access|\*/);
  });

  it('[C-AZ-10] of a read placement names its own resource, path and scopes', async () => {
    const { body } = await get(read, `${WELL_KNOWN}/mcp/read`);
    expect(body).toMatchObject({
      resource: 'https://mcp.corp.example/mcp/read',
      scopes_supported: ['tickets:read'],
      dpop_bound_access_tokens_required: true,
    });
  });

  it('[C-ID-1] is where the challenge points', async () => {
    const { status, headers } = await read.anonymous().send('{}');
    const challenge = headers.get('www-authenticate');
    expect(status).toBe(401);
    expect(challenge).toContain(`resource_metadata="https://mcp.corp.example${WELL_KNOWN}/mcp/read"`);
    expect(challenge).toContain('scope="tickets:read"');
  });

  it('[C-ID-6] a placement that demands DPoP takes no bearer token', async () => {
    expect((await read.agent('ada').modern('tools/list')).status).toBe(401);
  });
});
