import { TOKEN_EXCHANGE_GRANT } from '@sallyport/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Agent, claimsOf } from '../testing/agent.ts';
import { connectAsCreator, expectNothingMinted } from '../testing/exchanges.ts';
import { type IssuerFixture, startIssuer } from '../testing/issuer-fixture.ts';
import { McpServer } from '../testing/mcp-server.ts';

const GATEWAY = 'http://localhost:8011';
let issuer: IssuerFixture;
let mcp: McpServer;
let ada: string;

beforeAll(async () => {
  issuer = await startIssuer();
  mcp = new McpServer(issuer.url, GATEWAY, issuer.keys.mcp, issuer.clock.now);
  ada = (await new Agent(issuer.url).signIn('ada')).access_token;
  await connectAsCreator(issuer, claimsOf(ada).sub as string);
});
afterAll(() => issuer?.close());
beforeEach(async () => {
  await issuer.forgetEvents();
});

describe('the client of the exchange', () => {
  const unproven = { status: 400, error: 'invalid_dpop_proof' };

  it('[C-ID-6] must prove its own key', async () => {
    const foreign = { proofKey: issuer.keys.audit };
    await expectNothingMinted(issuer, await mcp.exchange(ada, foreign), { ...unproven, reasons: ['dpop_invalid'] });
  });

  it('[C-ID-6] must send a proof', async () => {
    await expectNothingMinted(issuer, await mcp.exchange(ada, { proof: null }), {
      ...unproven,
      reasons: ['dpop_missing'],
    });
  });

  it('[C-ID-7] can use a proof once', async () => {
    const proof = mcp.proof();
    expect((await mcp.exchange(ada, { proof })).status).toBe(200);
    expect((await mcp.exchange(ada, { proof })).body).toMatchObject({ reasons: ['dpop_replayed'] });
  });

  it('[C-ID-7] can use an assertion once, however often it is sent at the same time', async () => {
    const client_assertion = mcp.assertion();
    const send = () => mcp.exchange(ada, { form: { client_assertion } });
    const answers = await Promise.all([send(), send(), send(), send()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
    // Looking first and storing later would be a race; one unique insert is the only memory there is.
    const looked = issuer.db.selectFrom('oidc_payloads').select('id_hash').where('model', '=', 'ReplayDetection');
    expect(await looked.execute()).toEqual([]);
  });

  it.each([
    ['another key', { key: 'audit' as const }],
    ['an audience that is a list', { assertion: { aud: ['issuer', 'https://other.example'] } }],
    ['another audience', { assertion: { aud: 'https://other.example' } }],
    ['a life of an hour', { assertion: { exp: Math.floor(Date.now() / 1_000) + 3_600 } }],
    ['another subject', { assertion: { sub: 'sallyport-demo' } }],
  ])('is refused with an assertion by %s', async (_name, { key, assertion }: { key?: 'audit'; assertion?: object }) => {
    const wishes = { ...(key ? { key: issuer.keys[key] } : {}), assertion: { ...assertion } };
    const answer = await mcp.exchange(ada, wishes);
    expect([400, 401]).toContain(answer.status);
    expect(['invalid_client', 'invalid_request']).toContain(answer.body.error);
    expect(await issuer.events('token_exchange_refused')).toHaveLength(1);
  });

  it('cannot be a person’s agent', async () => {
    const answer = await new Agent(issuer.url).token({ grant_type: TOKEN_EXCHANGE_GRANT, subject_token: ada });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body).not.toHaveProperty('access_token');
  });

  it('gets nothing else than the exchange', async () => {
    const form = { grant_type: 'refresh_token', refresh_token: 'x' };
    const answer = await mcp.exchange(ada, { form });
    expect(answer.body).not.toHaveProperty('access_token');
    expect(answer.status).toBe(400);
  });

  it('[C-AU-7] leaves no token, assertion or capability in the logs', async () => {
    const { body } = await mcp.exchange(ada);
    await mcp.exchange('not-a-token-canary');
    const logs = issuer.logs.join('');
    for (const secret of [ada, body.access_token, 'not-a-token-canary']) expect(logs).not.toContain(secret);
  });
});
