import type { Refusal } from '../call/refusal.ts';

/** What goes out for a call that was refused: a tool result the model reads, a protocol error, or a challenge over HTTP. */
export type Answer =
  | { kind: 'tool-error'; text: string }
  | { kind: 'protocol-error'; code: number; message: string }
  | { kind: 'insufficient-scope'; scopes: string[] }
  | { kind: 'connect'; url: string; text: string };

const INVALID_PARAMS = -32602;
const INTERNAL_ERROR = -32603;

/** Our fault: the trace id and nothing else. */
export const internalError = (traceId: string) => ({
  code: INTERNAL_ERROR,
  message: `Internal error (trace ${traceId})`,
});

/** One switch decides what the outside learns (style guide §6): codes and ids, never a value, never a downstream's words. */
export function answerOf(refusal: Refusal, traceId: string): Answer {
  const say = (text: string): Answer => ({ kind: 'tool-error', text: `${text} (trace ${traceId})` });
  switch (refusal.reason) {
    case 'tool_unknown':
      // The same words for a tool that is not there and one that this caller may not see.
      return { kind: 'protocol-error', code: INVALID_PARAMS, message: 'Unknown tool' };
    case 'request_state_invalid':
      return { kind: 'protocol-error', code: INVALID_PARAMS, message: 'Invalid requestState' };
    case 'arguments_invalid':
      return say(`arguments_invalid: ${refusal.problems.map(({ path, rule }) => `${path} ${rule}`).join('; ')}`);
    case 'scope_missing':
      return { kind: 'insufficient-scope', scopes: refusal.scopes };
    case 'rate_limited':
      return say(`rate_limited: too many calls; try again in ${refusal.retryAfterSeconds} s`);
    case 'denied_by_policy':
      return say(denied(refusal.reasons, refusal.decision.id, refusal.approval));
    case 'denied_by_broker':
      return say(denied(refusal.reasons, refusal.decisionId, refusal.approval));
    case 'connection_needed':
      return {
        kind: 'connect',
        url: refusal.url,
        text: `consent_required: connect your Linear account first: ${refusal.url}`,
      };
    case 'ticket_unknown':
      return say('ticket_unknown: there is no such ticket');
    case 'masking_unsure':
    case 'masking_failed':
    case 'text_too_long':
      return say(
        `${refusal.reason}: nothing was filed, because the ${refusal.field} could not be masked safely: ${refusal.why}. Edit the ticket and try again`,
      );
    case 'idempotency_conflict':
      return say('idempotency_conflict: this idempotencyKey was used with other arguments');
    case 'downstream_rate_limited':
      return say('downstream_rate_limited: Linear asks to slow down; try again later');
    case 'downstream_unavailable':
      return say('downstream_unavailable: the call may not have come through; repeating it is safe');
    case 'downstream_failed':
      return say('downstream_failed: the other system refused');
    case 'audit_unavailable':
      return say('audit_unavailable: nothing was done, because it could not be recorded; try again later');
    case 'internal':
      return { kind: 'protocol-error', ...internalError(traceId) };
  }
}

function denied(reasons: readonly string[], decisionId: string | undefined, approval: string): string {
  const decision = decisionId === undefined ? '' : ` by decision ${decisionId}`;
  const need = reasons.includes('approval_missing')
    ? `; it needs the approval of ${approval === 'second_person' ? 'a second person' : 'the requester'}`
    : '';
  return `${reasons.join(', ')}: refused${decision}${need}`;
}
