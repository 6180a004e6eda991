import { decisionResult, type ToolCallQuestion } from '@sallyport/contracts';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ada, context, escalating, filing, reading } from '../test/questions.ts';
import { CompiledPolicy } from './compiled-policy.ts';

let policy: CompiledPolicy;
beforeAll(async () => {
  policy = await CompiledPolicy.load();
});

/** Every decision on `question`, with the parts checked that hold for any decision. */
function decide(question: unknown) {
  const decisions = [
    policy.toolCall(question as never),
    policy.tokenExchange(question as never),
    policy.auditAccess(question as never),
  ];
  for (const { id, revision, ...result } of decisions) {
    expect(decisionResult.safeParse(result).success).toBe(true);
    expect(result.allow).toBe(result.reasons.length === 0);
    expect([id.slice(0, 2), revision]).toEqual(['d-', policy.revision]);
  }
  return decisions;
}

/** A good question with the value at one path replaced, or the path removed. */
function spoil(question: object, path: string[], value: unknown): unknown {
  const copy = structuredClone(question) as Record<string, unknown>;
  const parent = path.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, copy);
  const last = path.at(-1) as string;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

const junk = fc.oneof(fc.jsonValue(), fc.anything(), fc.string({ unit: 'binary' }));
const wrongType = fc.oneof(fc.constant(undefined), fc.constant(null), fc.integer(), fc.boolean(), fc.constant({}));

const words = fc.subarray(['support_engineer', 'support_lead', 'platform_admin', 'nobody']);
const scopes = fc.subarray(['tickets:read', 'issues:create', 'issues:delete', '*', 'issues:*']);
const toolCalls: fc.Arbitrary<ToolCallQuestion> = fc.record({
  subject: fc.record({
    type: fc.constantFrom('person', 'workload'),
    sub: fc.constantFrom('ada', 'mina'),
    tenant: fc.constantFrom('harbor', 'meridian'),
    roles: words,
    scopes,
    acr: fc.constantFrom('mfa', 'phr', 'pwd', ''),
    amr: fc.constant([]),
  }),
  agent: fc.constant('desk-agent'),
  tool: fc.constantFrom('get_support_tickets', 'escalate_ticket', 'delete_issue', 'drop_tables'),
  placement: fc.constantFrom('read', 'write', 'combined'),
  resource: fc.record({ tenant: fc.constantFrom('harbor', 'meridian') }),
  context: fc.constant(context),
});

describe('[C-AZ-1] default deny', () => {
  it('refuses any junk, by any question, and says why', () => {
    fc.assert(
      fc.property(junk, (question) => {
        for (const { allow } of decide(question)) expect(allow).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  const required: [string, object, string[][]][] = [
    ['toolCall', escalating, [['agent'], ['tool'], ['placement'], ['resource'], ['resource', 'tenant'], ['context']]],
    [
      'tokenExchange',
      filing,
      [['actors'], ['client'], ['audience'], ['client_resource'], ['tool'], ['operation'], ['target'], ['context']],
    ],
    ['auditAccess', reading, [['action'], ['resource'], ['resource', 'tenant'], ['context']]],
  ];
  const ofSubject = Object.keys(ada).map((key) => ['subject', key]);
  it.each(required)('refuses %s with any fact missing or of another type', (ask, good, paths) => {
    const spoiled = fc.tuple(fc.constantFrom(['subject'], ...ofSubject, ...paths), wrongType);
    fc.assert(
      fc.property(spoiled, ([path, value]) => {
        const decision = policy[ask as 'toolCall'](spoil(good, path, value) as never);
        expect(decision.allow).toBe(false);
        expect(decision.reasons).toContain('default_deny');
      }),
      { numRuns: 300 },
    );
  });

  it('[C-AZ-2] treats a wildcard scope as no scope', () => {
    for (const wildcard of ['*', 'issues:*', '**', 'issues:create*']) {
      const subject = { ...ada, scopes: [wildcard] };
      expect(policy.toolCall({ ...escalating, subject }).reasons).toEqual(['scope_missing']);
    }
  });

  it('[C-AZ-11] never allows one tenant’s person another tenant’s resource', () => {
    fc.assert(
      fc.property(toolCalls, (question) => {
        const decision = policy.toolCall(question);
        if (question.subject.tenant !== question.resource.tenant) expect(decision.reasons).toContain('tenant_mismatch');
      }),
    );
  });
});

describe('[C-AZ-1] taking something away', () => {
  it('never turns a refusal into an allowance: a scope or a role fewer', () => {
    fc.assert(
      fc.property(toolCalls, fc.nat(), fc.constantFrom('roles', 'scopes'), (question, index, from) => {
        fc.pre(!policy.toolCall(question).allow);
        const fewer = question.subject[from].filter((_, i) => i !== index % question.subject[from].length);
        const poorer = { ...question, subject: { ...question.subject, [from]: fewer } };
        expect(policy.toolCall(poorer).allow).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('never turns an allowed exchange into anything but a refusal of its own reason', () => {
    const without = (part: object) => policy.tokenExchange({ ...filing, subject: { ...ada, ...part } }).reasons;
    expect(without({ roles: [] })).toEqual(['role_not_permitted']);
    expect(without({ scopes: ['tickets:read', 'issues:delete'] })).toEqual(['scope_missing']);
  });
});
