import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayFixture, issueVariables, reasonOf, startGateway } from '../testing/gateway-fixture.ts';
import { ADA, GRACE, MINA } from '../testing/people.ts';

let gateway: GatewayFixture;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway?.close());

type Connection = Awaited<ReturnType<GatewayFixture['consent']>>;
const redeem = async (variables: Connection, person = ADA) => {
  const token = await gateway.capability(variables, {
    person,
    operation: 'connectLinear',
    boundTo: gateway.keys.issuer,
  });
  return gateway.redeem(token, variables, { key: gateway.keys.issuer });
};
const imports = async () =>
  (await (await fetch(`${gateway.vault.url}/_sim/requests`)).json()).recent.filter(
    ({ method, path }: { method: string; path: string }) => method === 'POST' && path.includes('creds'),
  ).length;

describe('a connection that is refused', () => {
  it.each([
    ['wider', ['read', 'issues:create', 'write']],
    ['another class', ['read', 'write']],
    ['narrower', ['read']],
  ])('[C-AZ-12] is one whose consent is %s than the class says; nothing reaches Vault', async (_, scopes) => {
    const before = await imports();
    const answer = await redeem(await gateway.consent(ADA, 'creator', scopes));
    expect({ status: answer.status, reason: reasonOf(answer) }).toEqual({
      status: 403,
      reason: 'connection_scope_unexpected',
    });
    expect(await imports()).toBe(before);
  });

  it('[C-AZ-11] is one to a workspace that is not the tenant’s', async () => {
    const before = await imports();
    const answer = await redeem(await gateway.consent(MINA, 'creator'), ADA);
    expect(reasonOf(answer)).toBe('connection_mismatch');
    expect(await imports()).toBe(before);
  });

  it('is one with a code that is spent, or with another verifier', async () => {
    const variables = await gateway.consent(ADA, 'reader');
    expect((await redeem(variables)).status).toBe(200);
    expect(reasonOf(await redeem(variables))).toBe('consent_required');
    const other = await gateway.consent(ADA, 'reader');
    expect(reasonOf(await redeem({ ...other, codeVerifier: 'x'.repeat(43) }))).toBe('consent_required');
  });

  it('[C-AZ-11] is one to a Linear account that a colleague has connected', async () => {
    expect((await redeem(await gateway.consent(ADA, 'creator'), ADA)).status).toBe(200);
    const before = await imports();
    const answer = await redeem(await gateway.consent(ADA, 'creator'), GRACE);
    expect(reasonOf(answer)).toBe('connection_mismatch');
    expect(await imports()).toBe(before);
  });

  it('[C-CR-3] is one to the account of a colleague, where the IdP says who this person is', async () => {
    const before = await imports();
    const variables = { ...(await gateway.consent(GRACE, 'reader')), expectedEmail: ADA.email };
    expect(reasonOf(await redeem(variables))).toBe('connection_mismatch');
    expect(await imports()).toBe(before);
  });

  it('is one whose assertion was made to file issues', async () => {
    const answer = await gateway.connect(GRACE, 'creator', { role: 'linear-issues-create' });
    expect(reasonOf(answer)).toBe('downstream_failed');
  });

  it('cannot be used: who did not connect this class cannot file', async () => {
    const variables = issueVariables();
    const answer = await gateway.redeem(await gateway.capability(variables, { person: MINA }), variables);
    expect(reasonOf(answer)).toBe('consent_required');
  });
});

describe('a connection that is made', () => {
  it('[C-CR-3] tells who it is and where, and gives the tokens to Vault alone', async () => {
    const answer = await gateway.connect(GRACE);
    expect(answer.body).toEqual({
      viewer: expect.objectContaining({ name: 'Grace Lindqvist', email: 'grace@harbor.example' }),
      workspace: expect.objectContaining({ urlKey: 'harbor' }),
      scopes: ['issues:create', 'read'],
    });
    expect(answer.text + gateway.logs.join('')).not.toMatch(/lin_oauth_|lin_refresh_/);
    expect(JSON.stringify(gateway.audit.events)).not.toMatch(/lin_|@harbor/);
  });

  it('is theirs whatever the case of their address', async () => {
    const variables = { ...(await gateway.consent(GRACE, 'reader')), expectedEmail: GRACE.email.toUpperCase() };
    expect((await redeem(variables, GRACE)).status).toBe(200);
  });

  it('replaces an earlier one of the same person', async () => {
    expect((await gateway.connect(GRACE)).status).toBe(200);
    const variables = issueVariables();
    const answer = await gateway.redeem(await gateway.capability(variables, { person: GRACE }), variables);
    expect(answer.body.creator.name).toBe('Grace Lindqvist');
  });
});
