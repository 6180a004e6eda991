/**
 * The one word list of reason codes, shared by Rego, TypeScript, audit and docs.
 * A code says why something was refused; it never carries a value.
 */
export const REASONS = [
  // who is calling
  'token_missing',
  'token_malformed',
  'token_expired',
  'token_wrong_audience',
  'token_wrong_issuer',
  'token_wrong_type',
  'token_signature_invalid',
  'token_claim_missing',
  'token_lifetime_too_long',
  'token_revoked',
  'dpop_missing',
  'dpop_invalid',
  'dpop_replayed',
  'client_unknown',
  'assertion_invalid',
  'assertion_replayed',
  // what was asked
  'arguments_invalid',
  'request_too_large',
  'tool_unknown',
  'ticket_unknown',
  // whether it may be
  'default_deny',
  'scope_missing',
  'role_not_permitted',
  'tenant_mismatch',
  'subject_not_person',
  'client_not_permitted',
  'placement_not_permitted',
  'acr_insufficient',
  'tool_not_listed',
  'operation_not_permitted',
  'operation_blocked',
  'scope_exceeds_tool',
  'target_not_permitted',
  'approval_missing',
  'subject_token_foreign',
  'actor_chain_too_long',
  'rate_limited',
  'policy_unavailable',
  // the means
  'consent_required',
  'connection_mismatch',
  'connection_scope_unexpected',
  'capability_invalid',
  'capability_expired',
  'capability_replayed',
  'capability_foreign_key',
  'variables_mismatch',
  'idempotency_conflict',
  // what goes out
  'masking_unsure',
  'masking_failed',
  'text_too_long',
  'text_not_masked',
  'downstream_failed',
  'downstream_rate_limited',
  'downstream_unavailable',
  // the record
  'audit_unavailable',
  'internal',
] as const;

export type Reason = (typeof REASONS)[number];
