import { createDpopProof, generateKey } from '@sallyport/authn';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifies } from '../verifies.ts';
import { Agent, signIn, signInAtAudit, type Tokens } from '../world/agent.ts';
import { Captured, detailOf, type ExchangeChanges, VARIABLES } from '../world/captured-mcp-server.ts';
import { connectAccount } from '../world/connected.ts';
import { Forger } from '../world/forged.ts';
import { house, MCP_URL, TOKEN_URL } from '../world/house.ts';
import { nothingOutsideHappens } from '../world/outside.ts';
import { type Answer, sendForm } from '../world/send.ts';

let grace: Tokens;
let forger: Forger;
let server: Captured;
beforeAll(async () => {
  // With the scope to trash: what is refused below is refused for the deed, not for a missing scope.
  grace = await signIn('grace', { scope: 'tickets:read issues:create issues:delete' });
  server = await Captured.service('mcp-server');
  await connectAccount('grace', grace.access_token);
  forger = await Forger.of(grace.access_token);
});
nothingOutsideHappens();

/** Refused with these words, and with nothing that could be used. */
function expectRefusal(answer: Answer, status: number, error: string, ...reasons: string[]): void {
  expect([answer.status, answer.json?.error], answer.text).toEqual([status, error]);
  if (reasons.length > 0) expect(answer.json.reasons).toEqual(expect.arrayContaining(reasons));
  expect(answer.json).not.toHaveProperty('access_token');
  expect(answer.text).not.toMatch(/eyJ/);
}
const exchange = (changes: ExchangeChanges) => server.exchange(grace.access_token, changes);

describe('RFC 8693 token exchange: the genuine request', () => {
  it(
    verifies('exchange:one-deed', 'gives one capability, bound to the server’s key, for at most a minute'),
    async () => {
      const { status, json } = await exchange({});
      expect(status).toBe(200);
      expect(json).toMatchObject({
        token_type: 'DPoP',
        issued_token_type: 'urn:ietf:params:oauth:token-type:jwt',
        decision_id: expect.stringMatching(/^d-/),
      });
      expect(json.expires_in).toBeLessThanOrEqual(60);
      expect(json).not.toHaveProperty('refresh_token');
    },
  );
});

describe('RFC 8693 token exchange: who asks', () => {
  it(verifies('exchange:own-audience', 'the mcp-server cannot exchange a token made for audit'), async () => {
    const { access_token } = await signInAtAudit('grace');
    expectRefusal(await server.exchange(access_token), 400, 'invalid_request', 'subject_token_foreign');
  });

  it(
    verifies('exchange:own-audience', 'another resource’s client cannot exchange a token made for the mcp-server'),
    async () => {
      const audit = await Captured.service('audit');
      const answer = await audit.exchange(grace.access_token);
      expectRefusal(answer, 400, 'invalid_request', 'subject_token_foreign', 'client_not_permitted');
    },
  );

  it(verifies('exchange:own-audience', 'a person’s agent cannot exchange its token itself'), async () => {
    const form = { ...exchangeForm(), client_id: 'sallyport-demo' };
    const answer = await sendForm(TOKEN_URL, form, { dpop: proof() });
    expect([answer.status, answer.json.error]).toEqual([400, 'invalid_request']);
    expect(answer.json.error_description).toBe('requested grant type is not allowed for this client');
    expect(answer.text).not.toContain('access_token');
  });

  it.each<[string, () => ExchangeChanges, string?]>([
    ['no client authentication', () => ({ form: { client_assertion: undefined, client_assertion_type: undefined } })],
    [
      'a shared secret instead of an assertion',
      () => ({ form: { client_assertion: undefined, client_assertion_type: undefined, client_secret: 'guess' } }),
    ],
    ['a client nobody registered', () => ({ form: { client_id: 'mcp-server-2' } }), 'invalid_request'],
    ['an assertion signed by a stranger', () => ({ assertionKey: generateKey().key })],
    ['an assertion of another client', () => ({ assertion: { iss: 'audit', sub: 'audit' } }), 'invalid_request'],
    ['an assertion for another server', () => ({ assertion: { aud: 'https://issuer.example' } })],
    [
      'an assertion for this server and another',
      () => ({ assertion: { aud: [house.urls.issuer, 'https://issuer.example'] } }),
    ],
    ['an assertion that lives an hour', () => ({ assertion: { exp: Forger.seconds(3_600) } })],
    [
      'an assertion of yesterday',
      () => ({ assertion: { iat: Forger.seconds(-86_400), exp: Forger.seconds(-86_340) } }),
    ],
    ['an assertion without an id', () => ({ assertion: { jti: undefined } })],
    ['an assertion that is no JWT', () => ({ form: { client_assertion: 'x' } }), 'invalid_request'],
  ])(verifies('exchange:authenticated', '%s is no authentication'), async (_, changes, error = 'invalid_client') => {
    const answer = await exchange(changes());
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.json.error).toBe(error);
    expect(answer.text).not.toContain('access_token');
  });

  it(verifies('exchange:authenticated', 'a client assertion works once'), async () => {
    const client_assertion = server.assertion();
    expect((await exchange({ form: { client_assertion } })).status).toBe(200);
    expectRefusal(await exchange({ form: { client_assertion } }), 401, 'invalid_client');
  });

  it.each<[string, () => ExchangeChanges, string?]>([
    ['no proof', () => ({ proof: null })],
    ['a proof of a stranger’s key', () => ({ proofKey: generateKey().key })],
    ['a proof for another endpoint', () => ({ proof: proof({ url: `${house.urls.issuer}/par` }) })],
    ['a proof of two minutes ago', () => ({ proof: proof({ now: Date.now() - 120_000 }) })],
    ['a proof that is no JWT', () => ({ proof: 'x' })],
  ])(verifies('exchange:authenticated', '%s is invalid_dpop_proof'), async (_, changes) => {
    expectRefusal(await exchange(changes()), 400, 'invalid_dpop_proof');
  });

  it(verifies('exchange:authenticated', 'a DPoP proof works once'), async () => {
    const used = proof();
    expect((await exchange({ proof: used })).status).toBe(200);
    expectRefusal(await exchange({ proof: used }), 400, 'invalid_dpop_proof');
  });
});

describe('RFC 8693 token exchange: for whom', () => {
  const at = Forger.seconds;
  it.each<[string, () => string]>([
    ['expired', () => forger.claiming({ iat: at(-700), nbf: at(-700), exp: at(-1) })],
    ['forged under the issuer’s key id', () => forger.byStrangerAsIssuer()],
    ['unsigned', () => forger.unsigned()],
    ['of another type', () => forger.claiming({}, 'JWT')],
    ['of another issuer', () => forger.claiming({ iss: 'https://issuer.example' })],
    ['with two audiences', () => forger.claiming({ aud: [MCP_URL, house.urls.audit] })],
    ['of a grant that does not exist', () => forger.claiming({ grant_id: 'grant-00000000' })],
    ['of somebody else’s grant', () => forger.claiming({ sub: '11111111-2222-4333-8444-555555555555' })],
    ['of another client’s grant', () => forger.claiming({ client_id: 'another-agent' })],
    ['that is a refresh token', () => grace.refresh_token],
    ['that is empty', () => ''],
  ])(verifies('exchange:live-subject', 'a subject token %s is invalid_request'), async (_, make) => {
    expectRefusal(await server.exchange(make()), 400, 'invalid_request');
  });

  it(verifies('exchange:live-subject', 'a capability is no subject token: nothing grows from it'), async () => {
    expectRefusal(await server.exchange(await server.capability(grace.access_token)), 400, 'invalid_request');
  });

  it(verifies('exchange:live-subject', 'after the agent is signed out its token mints nothing'), async () => {
    const agent = new Agent();
    const tokens = await agent.signIn('grace');
    expect((await server.exchange(tokens.access_token)).status).toBe(200);
    const revoked = await sendForm(`${house.urls.issuer}/revoke`, {
      client_id: agent.clientId,
      token: tokens.refresh_token,
    });
    expect(revoked.status).toBe(200);
    expectRefusal(await server.exchange(tokens.access_token), 400, 'invalid_request', 'token_revoked');
  });

  it.each([
    ['actor_token', { actor_token: 'x', actor_token_type: 'urn:ietf:params:oauth:token-type:access_token' }],
    ['actor_token_type', { actor_token_type: 'urn:ietf:params:oauth:token-type:jwt' }],
    ['act', { act: '{"sub":"ken"}' }],
  ])(verifies('exchange:act-from-token', 'a request with %s is invalid_request'), async (_, form) => {
    expectRefusal(await exchange({ form }), 400, 'invalid_request', 'arguments_invalid');
  });

  it(verifies('exchange:act-from-token', 'a chain without room for one more actor is refused'), async () => {
    const act = { sub: 'a1', act: { sub: 'a2', act: { sub: 'a3', act: { sub: 'a4' } } } };
    expectRefusal(await server.exchange(forger.claiming({ act })), 400, 'invalid_request', 'actor_chain_too_long');
  });
});

describe('RFC 8693 token exchange: for what', () => {
  const detail = detailOf(VARIABLES);
  const details = (...all: unknown[]): ExchangeChanges => ({ form: { authorization_details: JSON.stringify(all) } });

  it.each<[string, ExchangeChanges]>([
    ['two details', details(detail, detail)],
    ['no detail', details()],
    ['a detail that is not in a list', { form: { authorization_details: JSON.stringify(detail) } }],
    ['no authorization_details', { form: { authorization_details: undefined } }],
    ['details that are no JSON', { form: { authorization_details: '[' } }],
    ['another type of detail', details({ ...detail, type: 'payment_initiation' })],
    ['an operation nobody knows', details({ ...detail, operation: 'issueUpdate' })],
    ['every operation', details({ ...detail, operation: '*' })],
    ['an unknown field', details({ ...detail, locations: ['https://api.linear.app'] })],
    ['an unknown target field', details({ ...detail, target: { ...detail.target, workspace: 'meridian' } })],
    ['no digest', details({ ...detail, variables_digest: undefined })],
    ['a scope', { form: { scope: 'issues:create' } }],
    ['an audience', { form: { audience: 'vault' } }],
    ['another token type wanted', { form: { requested_token_type: 'urn:ietf:params:oauth:token-type:refresh_token' } }],
    ['another subject token type', { form: { subject_token_type: 'urn:ietf:params:oauth:token-type:id_token' } }],
  ])(verifies('exchange:one-deed', '%s is invalid_request'), async (_, changes) => {
    expectRefusal(await exchange(changes), 400, 'invalid_request');
  });

  it.each<[string, ExchangeChanges]>([
    ['the operation of another tool', { detail: { operation: 'issueTrash', target: { issue: 'PAY-1' } } }],
    ['a tool that only reads', { detail: { tool: 'get_support_tickets' } }],
  ])(verifies('exchange:one-deed', '%s is invalid_scope'), async (_, changes) => {
    expectRefusal(await exchange(changes), 400, 'invalid_scope', 'scope_exceeds_tool');
  });

  it.each<[string, ExchangeChanges]>([
    ['no resource', { form: { resource: undefined } }],
    ['a tool nobody listed', { detail: { tool: 'export_everything' } }],
    ['all tools', { detail: { tool: '*' } }],
    ['a team nobody has', { detail: { target: { team: 'CEO', ticket: VARIABLES.ticketId } } }],
    ['every team', { detail: { target: { team: '*', ticket: VARIABLES.ticketId } } }],
    ['no team', { detail: { target: { ticket: VARIABLES.ticketId } } }],
    ['no ticket', { detail: { target: { team: 'PAY' } } }],
    ['to connect an account', { detail: { operation: 'connectLinear', target: { class: 'curator' } } }],
    ['Linear itself as resource', { form: { resource: 'https://api.linear.app' } }],
    ['Vault as resource', { form: { resource: house.urls.vault } }],
    ['the gateway with a slash', { form: { resource: `${house.urls.gateway}/` } }],
  ])(verifies('exchange:one-deed', '%s is invalid_target'), async (_, changes) => {
    expectRefusal(await exchange(changes), 400, 'invalid_target');
  });

  it(verifies('exchange:one-deed', 'two resources are refused'), async () => {
    const answer = await exchange({ form: { resource: [house.urls.gateway, 'https://api.linear.app'] } });
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain('access_token');
  });

  it(verifies('exchange:one-deed', 'a token without the tool’s scope is invalid_scope'), async () => {
    const { access_token } = await signIn('grace', { scope: 'tickets:read' });
    expectRefusal(await server.exchange(access_token), 400, 'invalid_scope', 'scope_missing');
  });

  it.each<[string, ExchangeChanges]>([
    ['alone', {}],
    ['with an approval id sent along', { form: { approval_id: 'a-1', approval: '{"id":"a-1"}' } }],
  ])(verifies('exchange:hard-blocks', 'trashing without a second person is refused, %s'), async (_, { form }) => {
    const trash = { operation: 'issueTrash' as const, tool: 'delete_issue', target: { issue: 'PAY-1' } };
    const answer = await exchange({ detail: trash, form: { ...form } });
    expectRefusal(answer, 400, 'invalid_target', 'approval_missing');
    expect(answer.json.decision_id).toMatch(/^d-/);
  });

  it.each(['issuePermanentDelete', 'permanentDelete', 'bulkDelete'])(
    verifies('exchange:hard-blocks', '%s is no operation'),
    async (operation) => {
      const all = { ...detail, operation, tool: 'delete_issue', target: { issue: 'PAY-1' } };
      expectRefusal(await exchange(details(all)), 400, 'invalid_request');
    },
  );
});

function proof(changes: Partial<Parameters<typeof createDpopProof>[1]> = {}): string {
  return createDpopProof(server.key, { method: 'POST', url: TOKEN_URL, now: Date.now(), ...changes });
}

const exchangeForm = () => ({
  grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
  subject_token: grace.access_token,
  subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
  resource: house.urls.gateway,
  authorization_details: JSON.stringify([detailOf(VARIABLES)]),
});
