import { createDpopProof, verifyJwt } from '@sallyport/authn';
import { accessTokenClaims } from '@sallyport/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Agent, CALLBACK, claimsOf, MCP_RESOURCE, postForm } from '../testing/agent.ts';
import { type IssuerFixture, startIssuer } from '../testing/issuer-fixture.ts';

let issuer: IssuerFixture;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer?.close());

const codeOf = async (agent: Agent, changes = {}) => (await agent.authorize('ada', changes)).get('code') ?? '';

describe('the access token', () => {
  it('[C-ID-5] carries exactly the claims of RFC 9068 and ours, for ten minutes and one audience', async () => {
    const { access_token: token } = await new Agent(issuer.url).signIn('ada');
    const claims = verifyJwt(token, {
      keys: [issuer.keys.issuer.jwk],
      typ: 'at+jwt',
      audience: MCP_RESOURCE,
      issuer: issuer.url,
      now: Date.now(),
      maxLifetimeSeconds: 600,
    });
    expect(Object.keys(claims).sort()).toEqual(
      'acr act amr aud auth_time client_id exp grant_id iat iss jti name nbf roles scope sub tenant'.split(' '),
    );
    expect(accessTokenClaims.parse(claims)).toMatchObject({
      name: 'Ada Okafor',
      tenant: 'harbor',
      roles: ['support_engineer'],
      scope: 'tickets:read issues:create',
      client_id: 'sallyport-demo',
      act: { sub: 'sallyport-demo' },
      acr: 'mfa',
      amr: ['pwd', 'otp', 'mfa'],
    });
  });

  it('[C-ID-5] names the same person each time and somebody else for somebody else', async () => {
    const [first, second, grace] = [
      claimsOf((await new Agent(issuer.url).signIn('ada')).access_token),
      claimsOf((await new Agent(issuer.url).signIn('ada')).access_token),
      claimsOf((await new Agent(issuer.url).signIn('grace')).access_token),
    ];
    expect(first.sub).toBe(second.sub);
    expect(first.grant_id).not.toBe(second.grant_id);
    expect(grace).toMatchObject({ roles: ['support_lead'] });
    expect(grace.sub).not.toBe(first.sub);
  });

  it('[C-ID-6] is bound to the key of the DPoP proof it was asked with', async () => {
    const tokens = await new Agent(issuer.url).signIn('ada', {}, issuer.keys.audit);
    expect(tokens.token_type).toBe('DPoP');
    expect(claimsOf(tokens.access_token).cnf).toEqual({ jkt: issuer.keys.audit.jkt });
  });

  it('is for the audit service when that is asked, and for whoever may read it', async () => {
    const { access_token: token } = await new Agent(issuer.url).signIn('grace', {
      resource: 'http://localhost:8020',
      scope: undefined,
    });
    expect(claimsOf(token)).toMatchObject({ aud: 'http://localhost:8020', scope: 'audit:read' });
  });
});

describe('the authorization code', () => {
  it.each([
    ['a wrong verifier', { code_verifier: 'x'.repeat(43) }, 'invalid_grant'],
    ['no verifier (downgrade)', { code_verifier: undefined }, 'invalid_grant'],
    ['another redirect URI', { redirect_uri: 'http://127.0.0.1:33418/callback' }, 'invalid_grant'],
    ['no redirect URI', { redirect_uri: undefined }, 'invalid_request'],
    ['another resource', { resource: 'http://localhost:8020' }, 'invalid_target'],
  ])('[C-ID-3] is worth nothing with %s', async (_name, changes, error) => {
    const agent = new Agent(issuer.url);
    const answer = await agent.redeem(await codeOf(agent), changes);
    expect(answer).toMatchObject({ status: 400, body: { error } });
  });

  it('[C-ID-7] used twice is refused and takes back what it gave', async () => {
    const agent = new Agent(issuer.url);
    const code = await codeOf(agent);
    const { body } = await agent.redeem(code);
    expect(await agent.redeem(code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect(await agent.refresh(body.refresh_token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('[C-ID-7] redeemed twice at once gives at most one token, and that one does not last', async () => {
    const agent = new Agent(issuer.url);
    const code = await codeOf(agent);
    const answers = await Promise.all([agent.redeem(code), agent.redeem(code), agent.redeem(code)]);
    const won = answers.filter(({ status }) => status === 200);
    expect(won.length).toBeLessThanOrEqual(1);
    for (const { body } of won) expect((await agent.refresh(body.refresh_token)).status).toBe(400);
  });

  it('[C-ID-3] of one client is refused to another', async () => {
    const agent = new Agent(issuer.url);
    const form = { grant_type: 'authorization_code', code: await codeOf(agent), redirect_uri: CALLBACK };
    const answer = await postForm(`${issuer.url}/token`, {
      ...form,
      client_id: 'mcp-server',
      code_verifier: agent.verifier,
    });
    expect(answer).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
  });

  it('[C-ID-7] answers one DPoP proof once', async () => {
    const agent = new Agent(issuer.url);
    const other = new Agent(issuer.url);
    const url = `${issuer.url}/token`;
    const dpop = createDpopProof(issuer.keys.audit, { method: 'POST', url, now: Date.now() });
    const form = { grant_type: 'authorization_code', redirect_uri: CALLBACK };
    const first = { ...form, code: await codeOf(agent), code_verifier: agent.verifier };
    const second = { ...form, code: await codeOf(other), code_verifier: other.verifier };
    expect((await agent.token(first, { dpop })).status).toBe(200);
    expect(await other.token(second, { dpop })).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });
});

describe('the refresh token', () => {
  it('[C-ID-7] rotates; the old one kills the whole family', async () => {
    const agent = new Agent(issuer.url);
    const first = await agent.signIn('ada');
    const second = await agent.refresh(first.refresh_token);
    expect(second.status).toBe(200);
    expect(second.body.refresh_token).not.toBe(first.refresh_token);
    expect(await agent.refresh(first.refresh_token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect(await agent.refresh(second.body.refresh_token)).toMatchObject({ body: { error: 'invalid_grant' } });
  });

  it('[C-ID-7] used twice at once leaves nobody with a living family', async () => {
    const agent = new Agent(issuer.url);
    const { refresh_token: token } = await agent.signIn('ada');
    const answers = await Promise.all([agent.refresh(token), agent.refresh(token)]);
    for (const { body } of answers.filter(({ status }) => status === 200)) {
      expect((await agent.refresh(body.refresh_token)).status).toBe(400);
    }
  });

  it('[C-ID-3] cannot widen scope or change the resource', async () => {
    const agent = new Agent(issuer.url);
    const { refresh_token: token } = await agent.signIn('ada', { scope: 'tickets:read' });
    expect(await agent.refresh(token, { scope: 'tickets:read issues:delete' })).toMatchObject({
      body: { error: 'invalid_scope' },
    });
    expect(await agent.refresh(token, { resource: 'http://localhost:8020' })).toMatchObject({
      body: { error: 'invalid_target' },
    });
  });

  it('[C-ID-6] bound to a key is refused without it', async () => {
    const agent = new Agent(issuer.url);
    const { refresh_token: token } = await agent.signIn('ada', {}, issuer.keys.audit);
    expect(await agent.refresh(token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('[C-ID-10] can be given back, and is then worth nothing', async () => {
    const agent = new Agent(issuer.url);
    const { refresh_token: token } = await agent.signIn('ada');
    expect((await postForm(`${issuer.url}/revoke`, { client_id: agent.clientId, token })).status).toBe(200);
    expect((await agent.refresh(token)).status).toBe(400);
  });

  it('[C-AU-7] is not in the database, nor is a code or a session', async () => {
    const agent = new Agent(issuer.url);
    const code = await codeOf(agent);
    const { body } = await agent.redeem(code);
    const rows = await issuer.db.selectFrom('oidc_payloads').selectAll().execute();
    const stored = JSON.stringify(rows);
    expect(rows.length).toBeGreaterThan(0);
    for (const secret of [code, body.refresh_token, body.access_token]) expect(stored).not.toContain(secret);
    for (const secret of [code, body.refresh_token, body.access_token])
      expect(issuer.logs.join()).not.toContain(secret);
  });
});
