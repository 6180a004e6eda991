import type { Decision, Reason } from '@sallyport/contracts';
import type { Approval } from '@sallyport/tool-catalog';

/** What was wrong with one argument: where and which rule, never the value (SEP-1303). */
export interface ArgumentProblem {
  path: string;
  rule: string;
}

/** Why a call did not happen or did not succeed; what a stranger learns of it is decided in `mcp/mcp.errors.ts`. */
export type Refusal =
  /** `decision` where the tool exists and is hidden from this caller: for the record, never for the caller. */
  | { reason: 'tool_unknown'; decision?: Decision }
  | { reason: 'arguments_invalid'; problems: ArgumentProblem[] }
  | { reason: 'request_state_invalid' }
  | { reason: 'rate_limited'; retryAfterSeconds: number }
  | { reason: 'scope_missing'; scopes: string[]; decision: Decision }
  | { reason: 'denied_by_policy'; reasons: Reason[]; decision: Decision; approval: Approval }
  | { reason: 'denied_by_broker'; reasons: Reason[]; decisionId: string | undefined; approval: Approval }
  | { reason: 'connection_needed'; url: string; decisionId: string | undefined }
  | { reason: 'ticket_unknown' }
  | { reason: 'masking_unsure' | 'masking_failed' | 'text_too_long'; field: string; why: string }
  | { reason: 'idempotency_conflict' }
  | { reason: 'downstream_rate_limited' | 'downstream_unavailable' | 'downstream_failed' }
  | { reason: 'audit_unavailable' }
  | { reason: 'internal' };

/** Carries a refusal to the one place that answers; never leaves `ToolCall.run`. */
export class CallRefused extends Error {
  override readonly name = 'CallRefused';
  constructor(readonly refusal: Refusal) {
    super(refusal.reason);
  }
}

export function refuse(refusal: Refusal): never {
  throw new CallRefused(refusal);
}

/** The codes an audit record and a metric carry for a refusal: words of the one list. */
export function reasonsOf(refusal: Refusal): Reason[] {
  switch (refusal.reason) {
    case 'denied_by_policy':
    case 'denied_by_broker':
      return refusal.reasons;
    case 'tool_unknown':
      return refusal.decision?.reasons ?? ['tool_unknown'];
    case 'request_state_invalid':
      return ['arguments_invalid'];
    case 'connection_needed':
      return ['consent_required'];
    default:
      return [refusal.reason];
  }
}
