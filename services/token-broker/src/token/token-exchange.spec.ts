import { randomUUID } from 'node:crypto';
import { decryptWith, readEncryptionKey, signJwt, verifyCapability, verifyJwt } from '@sallyport/authn';
import { JWT_TOKEN_TYPE, PERSON_ASSERTION_TYP } from '@sallyport/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Agent, claimsOf, postForm } from '../testing/agent.ts';
import { connectAsCreator, expectNothingMinted } from '../testing/exchanges.ts';
import { type IssuerFixture, startIssuer } from '../testing/issuer-fixture.ts';
import { type ExchangeWishes, McpServer, TICKET } from '../testing/mcp-server.ts';

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

/** Signs claims as the issuer would; for tokens it would never make. */
const forge = (changes: Record<string, unknown>, key = issuer.keys.issuer, typ = 'at+jwt') =>
  signJwt(key, typ, { ...claimsOf(ada), jti: randomUUID(), ...changes });

describe('RFC 8693 token exchange', () => {
  it('[C-CR-1] makes one capability for one operation, bound to the caller, with the actor chain', async () => {
    const answer = await mcp.exchange(ada);
    expect(answer).toMatchObject({
      status: 200,
      body: { issued_token_type: JWT_TOKEN_TYPE, token_type: 'DPoP', expires_in: 60 },
    });
    const claims = verifyCapability(answer.body.access_token, {
      issuer: issuer.url,
      audience: GATEWAY,
      keys: [issuer.keys.issuer.jwk],
      now: Date.now(),
    });
    expect(claims).toMatchObject({
      sub: claimsOf(ada).sub,
      name: 'Ada Okafor',
      tenant: 'harbor',
      client_id: 'sallyport-demo',
      grant_id: claimsOf(ada).grant_id,
      act: { sub: 'mcp-server', act: { sub: 'sallyport-demo' } },
      cnf: { jkt: issuer.keys.mcp.jkt },
      authorization_details: [mcp.detail()],
      decision_id: answer.body.decision_id,
      policy_revision: expect.stringMatching(/^r-/),
    });
  });

  it('[C-CR-1] puts a person assertion inside that only the gateway can read, for one Vault role', async () => {
    const { body } = await mcp.exchange(ada);
    const jwe = claimsOf(body.access_token).person_assertion as string;
    const key = await readEncryptionKey(issuer.keyFile('token-broker-gateway'));
    const assertion = verifyJwt(await decryptWith(key, jwe), {
      keys: [issuer.keys.issuer.jwk],
      typ: PERSON_ASSERTION_TYP,
      audience: 'vault',
      issuer: issuer.url,
      now: Date.now(),
      maxLifetimeSeconds: 60,
    });
    expect(assertion).toMatchObject({ sub: claimsOf(ada).sub, tenant: 'harbor', vault_role: 'linear-issues-create' });
  });

  it('[C-AU-1] [C-AU-2] records the intent before and the issue after, with the same decision', async () => {
    const { body } = await mcp.exchange(ada);
    const [issued] = await issuer.events('token_exchange_issued');
    const [requested] = await issuer.events('token_exchange_requested');
    expect(requested).toMatchObject({ decision: { id: body.decision_id }, operation: 'issueCreate' });
    expect(issued).toMatchObject({
      who: { name: 'Ada Okafor', agent: 'sallyport-demo', actors: ['sallyport-demo'] },
      decision: { id: body.decision_id },
      credential: { id: claimsOf(body.access_token).jti, operation: 'issueCreate', expiresIn: 60 },
    });
  });
});

describe('[C-AZ-3] a refused exchange mints nothing', () => {
  const invalid = { status: 400, error: 'invalid_request' };
  const malformed = { ...invalid, reasons: ['arguments_invalid'] };
  const detail = (changes: object) => JSON.stringify([{ ...mcp.detail(), ...changes }]);
  const requests: [string, () => ExchangeWishes, Record<string, unknown>][] = [
    ['without a subject token', () => ({ form: { subject_token: undefined } }), malformed],
    ['with another subject token type', () => ({ form: { subject_token_type: JWT_TOKEN_TYPE } }), malformed],
    ['with an actor token', () => ({ form: { actor_token: ada, actor_token_type: JWT_TOKEN_TYPE } }), malformed],
    ['with an act parameter', () => ({ form: { act: '{"sub":"somebody"}' } }), malformed],
    ['with a scope parameter', () => ({ form: { scope: 'issues:delete' } }), malformed],
    ['with an audience parameter', () => ({ form: { audience: 'https://api.linear.app' } }), malformed],
    [
      'for another token type',
      () => ({ form: { requested_token_type: 'urn:ietf:params:oauth:token-type:refresh_token' } }),
      malformed,
    ],
    ['without authorization details', () => ({ form: { authorization_details: undefined } }), malformed],
    ['with details that are no JSON', () => ({ form: { authorization_details: '{' } }), malformed],
    ['with no detail', () => ({ form: { authorization_details: '[]' } }), malformed],
    [
      'with two details',
      () => ({ form: { authorization_details: JSON.stringify([mcp.detail(), mcp.detail()]) } }),
      malformed,
    ],
    [
      'with an unknown operation',
      () => ({ form: { authorization_details: detail({ operation: 'issueDelete' }) } }),
      malformed,
    ],
    ['with an unknown field', () => ({ form: { authorization_details: detail({ permanently: true }) } }), malformed],
    ['with another type of detail', () => ({ form: { authorization_details: detail({ type: 'linear' }) } }), malformed],
    ['without a resource', () => ({ form: { resource: undefined } }), { status: 400, error: 'invalid_target' }],
    [
      'for Linear itself',
      () => ({ form: { resource: 'https://api.linear.app' } }),
      { status: 400, error: 'invalid_target' },
    ],
  ];
  it.each(requests)('%s', async (_name, wishes, expected) => {
    await expectNothingMinted(issuer, await mcp.exchange(ada, wishes()), expected);
  });

  const tokens: [string, () => string, string][] = [
    ['that is no JWT', () => 'opaque', 'token_malformed'],
    ['that has expired', () => forge({ exp: Math.floor(Date.now() / 1_000) - 1 }), 'token_expired'],
    ['of another issuer', () => forge({ iss: 'https://other.example' }), 'token_wrong_issuer'],
    ['signed by another key', () => forge({}, issuer.keys.mcp), 'token_signature_invalid'],
    ['that is an ID token', () => forge({}, issuer.keys.issuer, 'JWT'), 'token_wrong_type'],
    ['that is a capability', () => forge({}, issuer.keys.issuer, 'capability+jwt'), 'token_wrong_type'],
    [
      'with two audiences',
      () => forge({ aud: ['http://localhost:8000/mcp', 'http://localhost:8020'] }),
      'token_wrong_audience',
    ],
    ['for another resource', () => forge({ aud: 'http://localhost:8020' }), 'subject_token_foreign'],
    ['without an actor', () => forge({ act: undefined }), 'token_claim_missing'],
    ['without a client', () => forge({ client_id: undefined }), 'token_claim_missing'],
    [
      'that would live an hour',
      () => forge({ exp: Math.floor(Date.now() / 1_000) + 3_600 }),
      'token_lifetime_too_long',
    ],
    ['whose grant never was', () => forge({ grant_id: randomUUID() }), 'token_revoked'],
    ['of another person under this grant', () => forge({ sub: randomUUID() }), 'token_revoked'],
    [
      'with a full actor chain',
      () => forge({ act: { sub: 'a', act: { sub: 'b', act: { sub: 'c', act: { sub: 'd' } } } } }),
      'actor_chain_too_long',
    ],
  ];
  it.each(tokens)('for a subject token %s', async (_name, token, reason) => {
    await expectNothingMinted(issuer, await mcp.exchange(token()), { ...invalid, reasons: [reason] });
  });

  const denied: [string, () => ExchangeWishes, string, string][] = [
    [
      'that trashes without an approval',
      () => ({ detail: { operation: 'issueTrash', tool: 'delete_issue', target: { issue: 'i' } } }),
      'approval_missing',
      'invalid_target',
    ],
    [
      'that connects Linear',
      () => ({ detail: { operation: 'connectLinear', tool: 'connect_linear' } }),
      'client_not_permitted',
      'invalid_target',
    ],
    ['of an unknown tool', () => ({ detail: { tool: 'drop_table' } }), 'tool_unknown', 'invalid_target'],
    [
      'that the tool does not declare',
      () => ({ detail: { tool: 'get_support_tickets' } }),
      'scope_exceeds_tool',
      'invalid_scope',
    ],
    ['without a ticket', () => ({ detail: { target: { team: 'PAY' } } }), 'target_not_permitted', 'invalid_target'],
    [
      'on a team that is not theirs',
      () => ({ detail: { target: { team: 'LEGAL', ticket: TICKET } } }),
      'target_not_permitted',
      'invalid_target',
    ],
  ];
  it.each(denied)('by policy: an operation %s', async (_name, wishes, reason, error) => {
    const answer = await mcp.exchange(ada, wishes());
    await expectNothingMinted(issuer, answer, { status: 400, error });
    expect(answer.body.reasons).toContain(reason);
    expect(answer.body.decision_id).toMatch(/^d-/);
  });

  it('when the person did not consent to the scope', async () => {
    const { access_token: token } = await new Agent(issuer.url).signIn('ada', { scope: 'tickets:read' });
    await issuer.forgetEvents();
    await expectNothingMinted(issuer, await mcp.exchange(token), {
      status: 400,
      error: 'invalid_scope',
      reasons: ['scope_missing'],
    });
  });

  it('[C-ID-10] when the grant has been revoked', async () => {
    const agent = new Agent(issuer.url);
    const tokens = await agent.signIn('ada');
    await postForm(`${issuer.url}/revoke`, { client_id: agent.clientId, token: tokens.refresh_token });
    await issuer.forgetEvents();
    await expectNothingMinted(issuer, await mcp.exchange(tokens.access_token), {
      ...invalid,
      reasons: ['token_revoked'],
    });
  });

  it('when the person has not connected Linear, and says where they can', async () => {
    const { access_token: token } = await new Agent(issuer.url).signIn('grace');
    await issuer.forgetEvents();
    const answer = await mcp.exchange(token);
    await expectNothingMinted(issuer, answer, { error: 'interaction_required', reasons: ['consent_required'] });
    const [, handle = ''] = answer.body.interaction_url.split(`${issuer.url}/connect/linear/`);
    expect(handle).toMatch(/^[\w-]{43}$/);
    const rows = await issuer.db.selectFrom('connect_handles').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(handle);
  });

  it('[C-AU-2] when audit is down, and the caller may try again', async () => {
    issuer.audit.down = true;
    const answer = await mcp.exchange(ada);
    expect(answer).toMatchObject({
      status: 503,
      body: { error: 'temporarily_unavailable', reasons: ['audit_unavailable'] },
    });
    expect(answer.body).not.toHaveProperty('access_token');
    issuer.audit.down = false;
    await issuer.events('token_exchange_refused');
    expect(issuer.audit.events.some(({ kind }) => kind === 'token_exchange_issued')).toBe(false);
  });
});
