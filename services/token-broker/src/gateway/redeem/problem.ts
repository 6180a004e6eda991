import type { Refused } from '@sallyport/authn';
import { type Problem, problemType, type Reason } from '@sallyport/contracts';

/** An answer that refuses (RFC 9457). */
export interface ProblemAnswer {
  status: number;
  headers: Record<string, string>;
  body: Problem;
}

/**
 * What a refusal looks like from outside: status, one word from the list, and the trace to ask about. A new reason does
 * not compile until someone decides here what a stranger may learn.
 * @param now milliseconds since the epoch
 */
export function problemOf({ reason, detail }: Refused, traceId: string, now: number): ProblemAnswer {
  const status = statusOf(reason);
  const headers: Record<string, string> = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
  // RFC 9449 §7.1.
  if (status === 401) headers['www-authenticate'] = 'DPoP algs="ES256"';
  if (typeof detail.retryAt === 'number') {
    headers['retry-after'] = String(Math.max(1, Math.ceil((detail.retryAt - now) / 1_000)));
  }
  return { status, headers, body: { type: problemType(reason), title: TITLES[status], status, reason, traceId } };
}

const TITLES = {
  400: 'The request is malformed.',
  401: 'The capability was not accepted.',
  403: 'This may not be done.',
  409: 'This contradicts an earlier request.',
  413: 'The request is too large.',
  422: 'The text may not leave.',
  429: 'Too many requests.',
  500: 'Something failed here.',
  502: 'The system behind this failed.',
  503: 'This cannot be done right now.',
} as const;

function statusOf(reason: Reason): keyof typeof TITLES {
  switch (reason) {
    case 'arguments_invalid':
    case 'tool_unknown':
    case 'ticket_unknown':
      return 400;
    case 'token_missing':
    case 'token_malformed':
    case 'token_expired':
    case 'token_wrong_audience':
    case 'token_wrong_issuer':
    case 'token_wrong_type':
    case 'token_signature_invalid':
    case 'token_claim_missing':
    case 'token_lifetime_too_long':
    case 'token_revoked':
    case 'dpop_missing':
    case 'dpop_invalid':
    case 'dpop_replayed':
    case 'client_unknown':
    case 'assertion_invalid':
    case 'assertion_replayed':
    case 'capability_invalid':
    case 'capability_expired':
    case 'capability_replayed':
    case 'capability_foreign_key':
      return 401;
    case 'variables_mismatch':
    case 'operation_not_permitted':
    case 'operation_blocked':
    case 'target_not_permitted':
    case 'consent_required':
    case 'connection_mismatch':
    case 'connection_scope_unexpected':
    case 'default_deny':
    case 'scope_missing':
    case 'role_not_permitted':
    case 'tenant_mismatch':
    case 'subject_not_person':
    case 'client_not_permitted':
    case 'placement_not_permitted':
    case 'acr_insufficient':
    case 'tool_not_listed':
    case 'scope_exceeds_tool':
    case 'approval_missing':
    case 'subject_token_foreign':
    case 'actor_chain_too_long':
      return 403;
    case 'idempotency_conflict':
      return 409;
    case 'request_too_large':
    case 'text_too_long':
      return 413;
    case 'text_not_masked':
    case 'masking_unsure':
    case 'masking_failed':
      return 422;
    case 'rate_limited':
      return 429;
    case 'downstream_failed':
      return 502;
    case 'downstream_rate_limited':
    case 'downstream_unavailable':
    case 'audit_unavailable':
    case 'policy_unavailable':
      return 503;
    case 'internal':
      return 500;
  }
}
