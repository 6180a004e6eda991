import { MAX_ACTOR_CHAIN, type TokenExchangeQuestion, type ToolCallQuestion } from '@sallyport/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { ada, escalating, filing, reading, trashing } from '../test/questions.ts';
import { CompiledPolicy } from './compiled-policy.ts';

let policy: CompiledPolicy;
beforeAll(async () => {
  policy = await CompiledPolicy.load();
});

describe('[C-AZ-9] a question without an answer', () => {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  const unanswerable: [string, unknown][] = [
    ['nothing', undefined],
    ['a cycle', cycle],
    ['a number JSON does not have', { ...escalating, agent: 1n }],
    ['more than 32 768 characters', { ...escalating, agent: 'a'.repeat(40_000) }],
    ['an object that throws when read', new Proxy({}, { ownKeys: () => Number.NaN as unknown as [] })],
  ];
  it.each(unanswerable)('is refused without an exception: %s', (_, question) => {
    expect(policy.toolCall(question as ToolCallQuestion)).toMatchObject({
      allow: false,
      reasons: ['policy_unavailable'],
      obligations: [],
    });
  });
});

describe('broker.token_exchange', () => {
  const refusals: [string, Partial<TokenExchangeQuestion>, string[]][] = [
    ['[C-AZ-10] the read client', { client: 'mcp-server-read' }, ['client_not_permitted', 'placement_not_permitted']],
    ['a token for another resource', { audience: 'http://localhost:8020' }, ['subject_token_foreign']],
    ['nobody acting', { actors: [] }, ['token_claim_missing']],
    ['too many acting', { actors: Array(MAX_ACTOR_CHAIN + 1).fill('a') }, ['actor_chain_too_long']],
    ['another tool', { tool: 'get_support_tickets' }, ['scope_exceeds_tool']],
    ['[C-AZ-11] another tenant', { target: { ...filing.target, tenant: 'meridian' } }, ['tenant_mismatch']],
    ['another team', { target: { ...filing.target, team: 'LEGAL' } }, ['target_not_permitted']],
    ['no ticket', { target: { tenant: 'harbor', team: 'PAY' } }, ['target_not_permitted']],
    ['no scope', { subject: { ...ada, scopes: [] } }, ['scope_missing']],
    ['no role', { subject: { ...ada, roles: [] } }, ['role_not_permitted']],
    ['[C-ID-9] a weak sign-in', { subject: { ...ada, acr: 'pwd' } }, ['acr_insufficient']],
    ['[C-ID-8] a workload', { subject: { ...ada, type: 'workload' } }, ['subject_not_person']],
  ];
  it.each(refusals)('refuses %s', (_, difference, reasons) => {
    expect(policy.tokenExchange({ ...filing, ...difference })).toMatchObject({
      allow: false,
      reasons,
      obligations: [],
    });
  });

  it('[C-AZ-3] [C-AZ-6] refuses a delete that nobody approved, whatever the role', () => {
    for (const role of ['support_engineer', 'support_lead']) {
      const decision = policy.tokenExchange({ ...trashing, subject: { ...ada, roles: [role] } });
      expect(decision).toMatchObject({ allow: false, reasons: ['approval_missing'] });
    }
  });

  it('[C-AZ-8] refuses a delete that the requester alone approved', () => {
    const approval = { id: 'ap-1', approvers: [ada.sub] };
    expect(policy.tokenExchange({ ...trashing, approval }).reasons).toEqual(['approval_missing']);
  });

  it('[C-AZ-6] refuses permanent deletion, whatever is approved', () => {
    const approval = { id: 'ap-1', approvers: ['grace', 'ken'] };
    const decision = policy.tokenExchange({ ...trashing, operation: 'permanentDelete', approval });
    expect(decision.allow).toBe(false);
    expect(decision.reasons).toContain('operation_blocked');
  });

  it('refuses connecting an account to an agent, and lets the issuer do it for the person', () => {
    const connecting = { ...filing, tool: 'connect_linear', operation: 'connectLinear', target: { tenant: 'harbor' } };
    expect(policy.tokenExchange(connecting).reasons).toEqual(['client_not_permitted']);
    const issuer = { ...connecting, client: 'token-broker-issuer', actors: [], subject: { ...ada, scopes: [] } };
    expect(policy.tokenExchange(issuer)).toMatchObject({ allow: true, obligations: ['audit_before_act'] });
  });

  it('allows what an escalation needs, with its record first (C-AU-2)', () => {
    expect(policy.tokenExchange(filing)).toMatchObject({ allow: true, reasons: [], obligations: ['audit_before_act'] });
  });
});

describe('audit.access', () => {
  const table: [string, 'read' | 'export', string, string[]][] = [
    ['support_engineer', 'read', 'harbor', ['role_not_permitted']],
    ['support_lead', 'export', 'harbor', ['role_not_permitted']],
    ['support_lead', 'read', 'platform', ['role_not_permitted']],
    ['support_lead', 'read', 'meridian', ['tenant_mismatch']],
    ['platform_admin', 'read', 'meridian', ['tenant_mismatch']],
    ['platform_admin', 'export', 'platform', ['role_not_permitted']],
    ['support_lead', 'read', 'harbor', []],
    ['platform_admin', 'read', 'harbor', []],
    ['platform_admin', 'export', 'harbor', []],
    ['platform_admin', 'read', 'platform', []],
  ];
  it.each(table)('[C-AZ-11] %s, %s, records of %s: %j', (role, action, tenant, reasons) => {
    const subject = { ...reading.subject, roles: [role] };
    const decision = policy.auditAccess({ ...reading, subject, action, resource: { tenant } });
    expect(decision).toMatchObject({ allow: reasons.length === 0, reasons });
  });

  it('refuses a token that was made for tools', () => {
    const subject = { ...reading.subject, scopes: ada.scopes };
    expect(policy.auditAccess({ ...reading, subject }).reasons).toEqual(['scope_missing']);
  });
});

describe('a decision', () => {
  it('bears an id of its own and the revision, also when the same is asked twice', () => {
    const [first, second] = [policy.toolCall(escalating), policy.toolCall(escalating)];
    expect(first.id).toMatch(/^d-[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(second.id).not.toBe(first.id);
    expect(first.revision).toBe(policy.revision);
    expect(first.revision).toMatch(/^r-[0-9a-f]{12}$/);
  });

  it('is the caller’s own: changing it changes no later one', () => {
    const spoiled = policy.toolCall({ ...escalating, tool: 'drop_tables' });
    spoiled.reasons.length = 0;
    expect(policy.toolCall({ ...escalating, tool: 'drop_tables' }).reasons).toEqual([
      'tool_not_listed',
      'tool_unknown',
    ]);
  });
});
