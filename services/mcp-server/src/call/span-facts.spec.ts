import { describe, expect, it } from 'vitest';
import type { AdmittedCall } from './decide.ts';
import type { Refusal } from './refusal.ts';
import { spanFacts } from './span-facts.ts';
import type { ValidCall } from './valid-call.ts';

const caller = {
  ...{ sub: '2f0f8f4e-0c53-4b57-8d6c-0c9b4f6f9a01', name: 'Ada Okafor', tenant: 'harbor', roles: [], amr: [] },
  ...{ scopes: ['tickets:read'], clientId: 'agent', act: { sub: 'agent', act: { sub: 'inner' } }, tokenId: 'token-1' },
  ...{ grantId: 'grant-1', acr: 'mfa', authTime: undefined, jkt: undefined, expiresAt: 0 },
};
const idempotencyKey = '5d0f2a52-19a5-4a71-93d0-6a35a6a1d7c2';
const valid = {
  caller,
  tool: { definition: { name: 'escalate_ticket' } },
  args: { ticketId: '7d9f5f0e-3c1b-4c55-9a3e-0c6a54d1e001', idempotencyKey, note: 'nora@customer.example' },
} as unknown as ValidCall;
const admitted = { ...valid, decision: { id: 'd-1' } } as unknown as AdmittedCall;

describe('[C-OB-1] the span of a call', () => {
  it('[C-AU-7] holds no name of a person and no argument but the idempotency key', () => {
    const text = JSON.stringify(spanFacts({ caller, valid, admitted, refusal: undefined, masked: {} }));
    expect(text).not.toMatch(/Ada|nora|7d9f5f0e|token-1/);
  });

  it('of a call that policy refused says deny and the first reason', () => {
    const refusal: Refusal = { reason: 'scope_missing', scopes: ['issues:create'], decision: admitted.decision };
    const facts = spanFacts({ caller, valid, admitted: undefined, refusal, masked: {} });
    expect(facts).toMatchObject({ 'policy.decision': 'deny', 'error.type': 'scope_missing' });
  });

  it('of a call that policy allowed and the record stopped says both', () => {
    const facts = spanFacts({ caller, valid, admitted, refusal: { reason: 'audit_unavailable' }, masked: {} });
    expect(facts).toMatchObject({ 'policy.decision': 'allow', 'error.type': 'audit_unavailable' });
  });

  it('says who, through whom, with what, to which tool, and how much was masked', () => {
    const facts = spanFacts({ caller, valid, admitted, refusal: undefined, masked: { EMAIL: 2, PERSON: 1 } });
    expect(facts).toEqual({
      'mcp.method.name': 'tools/call',
      'actor.id': caller.sub,
      'actor.type': 'person',
      'actor.chain': ['agent', 'inner'],
      'tenant.id': 'harbor',
      'scope.grants': ['tickets:read'],
      'policy.decision': 'allow',
      'policy.decision.id': 'd-1',
      'pii.count': 3,
      'tool.name': 'escalate_ticket',
      'gen_ai.tool.name': 'escalate_ticket',
      'idem.key': idempotencyKey,
    });
  });
});
