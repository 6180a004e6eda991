import type { Attributes } from '@opentelemetry/api';
import { actorChain, type Caller } from '@sallyport/contracts';
import type { AdmittedCall } from './decide.ts';
import { type Refusal, reasonsOf } from './refusal.ts';
import type { ValidCall } from './valid-call.ts';

/** How far a call came, as far as its span tells. */
export interface SpanStory {
  caller: Caller;
  valid: ValidCall | undefined;
  admitted: AdmittedCall | undefined;
  refusal: Refusal | undefined;
  /** PII type → how many values were masked. */
  masked: Record<string, number>;
}

/** Attributes of the span of a call (C-OB-1): ids, scopes, codes and counts; never a name, an argument or a text (C-AU-7). */
export function spanFacts({ caller, valid, admitted, refusal, masked }: SpanStory): Attributes {
  const { idempotencyKey } = (valid?.args ?? {}) as { idempotencyKey?: string };
  return {
    'mcp.method.name': 'tools/call',
    'actor.id': caller.sub,
    'actor.type': 'person',
    'actor.chain': actorChain(caller.act),
    'tenant.id': caller.tenant,
    'scope.grants': caller.scopes,
    'policy.decision': admitted ? 'allow' : 'deny',
    'pii.count': Object.values(masked).reduce((sum, count) => sum + count, 0),
    ...(valid ? { 'tool.name': valid.tool.definition.name, 'gen_ai.tool.name': valid.tool.definition.name } : {}),
    ...(admitted ? { 'policy.decision.id': admitted.decision.id } : {}),
    ...(idempotencyKey === undefined ? {} : { 'idem.key': idempotencyKey }),
    ...(refusal ? { 'error.type': reasonsOf(refusal)[0] ?? refusal.reason } : {}),
  };
}
