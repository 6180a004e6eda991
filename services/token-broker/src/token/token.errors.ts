import type { Reason } from '@sallyport/contracts';

/** What a client of `/token` is told (RFC 6749 §5.2, RFC 8693 §2.2.2, RFC 9449 §5); coarse on purpose. */
export interface TokenError {
  status: number;
  error:
    | 'invalid_request'
    | 'invalid_client'
    | 'invalid_target'
    | 'invalid_scope'
    | 'invalid_dpop_proof'
    | 'interaction_required'
    | 'temporarily_unavailable'
    | 'server_error';
}

const request: TokenError = { status: 400, error: 'invalid_request' };
const client: TokenError = { status: 401, error: 'invalid_client' };
const target: TokenError = { status: 400, error: 'invalid_target' };
const unavailable: TokenError = { status: 503, error: 'temporarily_unavailable' };
const internal: TokenError = { status: 500, error: 'server_error' };

/** One exhaustive switch: a new reason does not compile until somebody decides which word strangers see. */
export function tokenError(reason: Reason): TokenError {
  switch (reason) {
    // RFC 8693 §2.2.2: the subject token is invalid for any reason, or unacceptable
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
    case 'subject_token_foreign':
    case 'actor_chain_too_long':
    case 'subject_not_person':
    case 'arguments_invalid':
    case 'request_too_large':
    case 'ticket_unknown':
    case 'idempotency_conflict':
    case 'variables_mismatch':
    case 'text_too_long':
      return request;
    case 'dpop_missing':
    case 'dpop_invalid':
    case 'dpop_replayed':
      return { status: 400, error: 'invalid_dpop_proof' };
    case 'client_unknown':
    case 'assertion_invalid':
    case 'assertion_replayed':
      return client;
    case 'scope_missing':
    case 'scope_exceeds_tool':
      return { status: 400, error: 'invalid_scope' };
    // RFC 8693 §2.2.2: unwilling to issue for this target
    case 'default_deny':
    case 'role_not_permitted':
    case 'tenant_mismatch':
    case 'client_not_permitted':
    case 'placement_not_permitted':
    case 'acr_insufficient':
    case 'tool_not_listed':
    case 'tool_unknown':
    case 'operation_not_permitted':
    case 'operation_blocked':
    case 'target_not_permitted':
    case 'approval_missing':
    case 'rate_limited':
    case 'connection_mismatch':
    case 'connection_scope_unexpected':
    case 'capability_invalid':
    case 'capability_expired':
    case 'capability_replayed':
    case 'capability_foreign_key':
    case 'masking_unsure':
    case 'masking_failed':
    case 'text_not_masked':
      return target;
    case 'consent_required':
      return { status: 400, error: 'interaction_required' };
    case 'policy_unavailable':
    case 'audit_unavailable':
    case 'downstream_failed':
    case 'downstream_rate_limited':
    case 'downstream_unavailable':
      return unavailable;
    case 'internal':
      return internal;
  }
}

/** Several reasons, one word: the request's own fault first, then the target, then the scope. */
export function tokenErrorOf(reasons: readonly Reason[]): TokenError {
  const errors = reasons.map(tokenError);
  const order = [
    'invalid_client',
    'invalid_request',
    'invalid_dpop_proof',
    'temporarily_unavailable',
    'invalid_target',
  ];
  const first = order.map((word) => errors.find((error) => error.error === word)).find((error) => error !== undefined);
  return first ?? errors[0] ?? internal;
}
