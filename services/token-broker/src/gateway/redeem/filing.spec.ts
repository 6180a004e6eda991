import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type GatewayFixture, GRANT, issueVariables, reasonOf, startGateway } from '../testing/gateway-fixture.ts';
import { ADA, GRACE, MINA, type SpecPerson } from '../testing/people.ts';

let gateway: GatewayFixture;
beforeAll(async () => {
  gateway = await startGateway({ linearTimeoutMs: '1500' });
  for (const person of [ADA, GRACE, MINA]) expect((await gateway.connect(person)).status).toBe(200);
});
afterAll(() => gateway?.close());
beforeEach(() => {
  gateway.issuer.fail = undefined;
});

const file = async (variables: Record<string, unknown>, person: SpecPerson = ADA) =>
  gateway.redeem(await gateway.capability(variables, { person }), variables);
const issuesOf = async (ticketId: unknown, workspace = 'harbor') =>
  (await gateway.issues(workspace)).filter(({ description }: { description: string }) =>
    description.includes(String(ticketId)),
  );

describe('filing an issue', () => {
  it('[C-CR-3] creates one issue as the person, with masked text, ticket and decision, and nothing else', async () => {
    const variables = issueVariables();
    const answer = await file(variables);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ alreadyFiled: false, creator: { name: 'Ada Okafor' }, title: variables.title });
    const [issue, ...more] = await issuesOf(variables.ticketId);
    expect(more).toEqual([]);
    expect(issue).toMatchObject({
      id: answer.body.issue.id,
      team: 'PAY',
      priority: 1,
      creator: { email: 'ada@harbor.example', app: false },
      createdAsUser: null,
      assignee: null,
    });
    expect(issue.description).toMatch(
      /^\[PERSON_1\] reports[\s\S]*\n\n---\nFiled by Ada Okafor through the agent `https/,
    );
  });

  it('[C-AU-2] records the intent before, the outcome after, and reports to the ledger before it answers', async () => {
    const variables = issueVariables();
    const jti = randomUUID();
    const answer = await gateway.redeem(await gateway.capability(variables, { claims: { jti } }), variables);
    const filing = gateway.issuer.filings.find(({ capabilityId }) => capabilityId === jti);
    expect(filing).toMatchObject({
      issueId: answer.body.issue.id,
      ticketId: variables.ticketId,
      tenant: 'harbor',
      sub: ADA.sub,
    });
    const kinds = () =>
      gateway.audit.events.flatMap((event) =>
        'credential' in event && event.credential?.id === jti ? [event.kind] : [],
      );
    await expect.poll(kinds).toEqual(['capability_redeemed', 'issue_filed']);
    const grants = gateway.audit.events.map((event) => 'who' in event && event.who?.grantId);
    expect(new Set(grants)).toEqual(new Set([GRANT]));
  });

  it('[C-CR-2] the record names what Vault calls the read: its request, the token’s accessor, the person’s entity', async () => {
    const jti = randomUUID();
    const variables = issueVariables();
    await gateway.redeem(await gateway.capability(variables, { claims: { jti } }), variables);
    const filed = () =>
      gateway.audit.events.find((event) => event.kind === 'issue_filed' && event.credential.id === jti);
    const vault = { requestId: expect.any(String), accessor: expect.any(String), entity: expect.any(String) };
    await expect.poll(filed).toMatchObject({ vault });
    const { recent } = await (await fetch(`${gateway.vault.url}/_sim/requests`)).json();
    const event = filed();
    if (event?.kind !== 'issue_filed') throw new Error('not recorded');
    expect(recent.at(-1).path).toContain(event.vault?.entity);
  });

  it('asks Vault twice and Linear twice, no more', async () => {
    const before = await gateway.calls();
    await file(issueVariables());
    const after = await gateway.calls();
    expect({ vault: after.vault - before.vault, linear: after.linear - before.linear }).toEqual({
      vault: 2,
      linear: 2,
    });
  });
});

describe('[C-IN-3] one ticket is filed once', () => {
  it('answers a repeat, by anyone, with the first issue', async () => {
    const variables = issueVariables();
    const first = await file(variables);
    const changed = { ...variables, title: 'The same ticket with another summary' };
    const second = await file(changed, GRACE);
    expect(second.body).toMatchObject({
      alreadyFiled: true,
      issue: first.body.issue,
      title: variables.title,
      creator: { name: 'Ada Okafor' },
    });
    expect(await issuesOf(variables.ticketId)).toHaveLength(1);
  });

  it('makes one issue of ten redemptions at the same time', async () => {
    const variables = issueVariables();
    const answers = await Promise.all(Array.from({ length: 10 }, (_, at) => file(variables, at % 2 ? ADA : GRACE)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(new Set(answers.map(({ body }) => body.issue.id)).size).toBe(1);
    expect(answers.filter(({ body }) => !body.alreadyFiled)).toHaveLength(1);
    expect(await issuesOf(variables.ticketId)).toHaveLength(1);
  });

  it('lets one of ten identical requests through', async () => {
    const variables = issueVariables();
    const token = await gateway.capability(variables);
    const answers = await Promise.all(Array.from({ length: 10 }, () => gateway.redeem(token, variables)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 401).map(reasonOf)).toEqual(Array(9).fill('capability_replayed'));
  });

  it('[C-ID-7] refuses a used capability after a restart', async () => {
    const variables = issueVariables();
    const token = await gateway.capability(variables);
    expect((await gateway.redeem(token, variables)).status).toBe(200);
    await gateway.restart();
    expect(reasonOf(await gateway.redeem(token, variables))).toBe('capability_replayed');
  });

  it.each([
    ['finds its issue when the answer is cut after Linear wrote', 200, { next: 'drop-after-commit' }],
    ['says it does not know when Linear writes only after we gave up', 503, { next: 'slow', ms: 2_500 }],
  ])('%s; a retry makes no second one', async (_, status, fault) => {
    const variables = issueVariables();
    await gateway.linearFault({ ...fault, operation: 'issueCreate' });
    const first = await file(variables);
    expect(first.status).toBe(status);
    expect(first.body.alreadyFiled ?? false).toBe(false);
    await expect.poll(async () => (await issuesOf(variables.ticketId)).length, { timeout: 5_000 }).toBe(1);
    const again = await file(variables);
    expect(again.body.alreadyFiled).toBe(true);
    expect(await issuesOf(variables.ticketId)).toHaveLength(1);
  });

  it('keeps tenants apart: the same ticket id is another issue there', async () => {
    const variables = issueVariables();
    const ada = await file(variables, ADA);
    const mina = await file(variables, MINA);
    expect(mina.body.alreadyFiled).toBe(false);
    expect(mina.body.issue.id).not.toBe(ada.body.issue.id);
    expect(await issuesOf(variables.ticketId, 'meridian')).toHaveLength(1);
  });

  it('answers nothing while the ledger does not know of the issue; a retry reports it', async () => {
    gateway.issuer.fail = 503;
    const variables = issueVariables();
    const first = await file(variables);
    expect({ status: first.status, reason: reasonOf(first) }).toEqual({
      status: 503,
      reason: 'downstream_unavailable',
    });
    gateway.issuer.fail = undefined;
    const second = await file(variables);
    expect(second.body.alreadyFiled).toBe(true);
    expect(gateway.issuer.filings.map(({ ticketId }) => ticketId)).toContain(variables.ticketId);
  });
});

describe('[C-OUT-4] when Linear or Vault says no', () => {
  it('[C-AZ-11] a team this person cannot see does not exist', async () => {
    const answer = await file(issueVariables({ team: 'LEGAL' }));
    expect({ status: answer.status, reason: reasonOf(answer) }).toEqual({
      status: 403,
      reason: 'target_not_permitted',
    });
  });

  it('a spent budget is told with the time to try again', async () => {
    await gateway.linearFault({ next: 'ratelimited' });
    const answer = await file(issueVariables());
    expect({ status: answer.status, reason: reasonOf(answer) }).toEqual({
      status: 503,
      reason: 'downstream_rate_limited',
    });
    const wait = Number(answer.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(3_600);
  });

  it('an outage of Linear makes no issue and says only that', async () => {
    await gateway.linearFault({ next: '500', count: 2 });
    const variables = issueVariables();
    const answer = await file(variables);
    expect({ status: answer.status, reason: reasonOf(answer) }).toEqual({
      status: 503,
      reason: 'downstream_unavailable',
    });
    await fetch(`${gateway.linear.url}/_sim/faults`, { method: 'DELETE' });
    expect(await issuesOf(variables.ticketId)).toEqual([]);
  });

  it.each([
    ['sealed', { sealed: true }],
    ['broken', { '500': true }],
  ])('a %s Vault is unavailable, and Linear is not asked', async (_, fault) => {
    await gateway.vaultFault(fault);
    const before = await gateway.calls();
    const answer = await file(issueVariables());
    await gateway.vaultFault({});
    expect({ status: answer.status, reason: reasonOf(answer) }).toEqual({
      status: 503,
      reason: 'downstream_unavailable',
    });
    expect((await gateway.calls()).linear).toBe(before.linear);
  });

  it('[C-CR-1] an assertion made for another deed opens nothing', async () => {
    const variables = issueVariables();
    const before = await gateway.calls();
    const token = await gateway.capability(variables, { role: 'linear-issues-read' });
    expect(reasonOf(await gateway.redeem(token, variables))).toBe('downstream_failed');
    expect((await gateway.calls()).linear).toBe(before.linear);
  });

  it('[C-ID-10] a grant revoked at Linear asks for consent again, and consent heals it', async () => {
    await gateway.revoke(GRACE);
    const answer = await file(issueVariables(), GRACE);
    expect({ status: answer.status, reason: reasonOf(answer) }).toEqual({ status: 403, reason: 'consent_required' });
    await gateway.connect(GRACE);
    expect((await file(issueVariables(), GRACE)).status).toBe(200);
  });

  it('[C-ID-10] a grant that died and cannot be refreshed asks for consent again', async () => {
    await gateway.revoke(GRACE);
    gateway.clock.skip += 25 * 3_600_000;
    expect(reasonOf(await file(issueVariables(), GRACE))).toBe('consent_required');
  });

  it('a failure after the intent is in the record, with its reason', async () => {
    const jti = randomUUID();
    const variables = issueVariables({ team: 'LEGAL' });
    await gateway.redeem(await gateway.capability(variables, { claims: { jti } }), variables);
    const outcome = () =>
      gateway.audit.events.find((event) => event.kind === 'issue_filing_failed' && event.credential.id === jti);
    await expect.poll(outcome).toMatchObject({
      reasons: ['target_not_permitted'],
      vault: { accessor: expect.any(String) },
    });
  });
});

describe('[C-AU-7] what is left behind by filings', () => {
  it('holds no token and no address of a person', async () => {
    const variables = issueVariables();
    const token = await gateway.capability(variables);
    const answer = await gateway.redeem(token, variables);
    const recorded = gateway.logs.join('') + JSON.stringify(gateway.audit.events);
    const secrets = /lin_oauth_|lin_refresh_|hvs\.|eyJ|@harbor\.example/;
    expect([secrets.test(recorded), secrets.test(answer.text)]).toEqual([false, false]);
    expect(recorded.includes(variables.description)).toBe(false);
  });
});
