import type { Json } from './envelope.ts';

/** The three policy questions (`@sallyport/policy`). */
export type PolicyName = 'mcp.tool_call' | 'broker.token_exchange' | 'audit.access';
interface DecisionRef {
  id: string;
  revision: string;
}

/** OCSF security_control profile for what was let through, with the policy that said so. */
export function allowed(name: PolicyName, decision: DecisionRef | undefined): Json {
  return {
    action_id: 1,
    action: 'Allowed',
    disposition_id: 1,
    disposition: 'Allowed',
    ...(decision === undefined ? {} : policyOf(name, decision, 'allow')),
  };
}

/** … and for what was stopped; `decision` is absent where it did not come to asking policy. */
export function blocked(name: PolicyName, decision: DecisionRef | undefined): Json {
  return {
    action_id: 2,
    action: 'Denied',
    disposition_id: 2,
    disposition: 'Blocked',
    ...(decision === undefined ? {} : policyOf(name, decision, 'deny')),
  };
}

/** Unmapped: OCSF has a place for the policy, none for the id of one decision. */
export function decisionId(decision: DecisionRef | undefined): Json {
  return decision === undefined ? {} : { decision_id: decision.id };
}

function policyOf(name: PolicyName, decision: DecisionRef, answer: 'allow' | 'deny'): Json {
  const policy = { name, version: decision.revision };
  return { policy, authorizations: [{ decision: answer, policy }] };
}
