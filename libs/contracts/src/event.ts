import { z } from 'zod';
import { grantId } from './caller.ts';
import { OPERATIONS } from './capability.ts';
import { REASONS } from './reasons.ts';
import type { ServiceName } from './wire.ts';

/** W3C Trace Context trace-id: one call, one trace, one story. */
const traceId = z.string().regex(/^[0-9a-f]{32}$/);
const reasons = z.array(z.enum(REASONS)).max(16);

/** OAuth client id of an agent; an event that does not know it leaves it out. */
const agent = z.string().min(1).max(2_048);
/** Who: a person, through which agents (RFC 8693 `act`, outermost first). */
const who = z.strictObject({
  sub: z.uuid(),
  name: z.string().min(1).max(200),
  tenant: z.string().min(1).max(64),
  agent,
  actors: z.array(agent).max(4),
  grantId,
});
export type Who = z.infer<typeof who>;
/** Who signed in: a person's first step, which may come before anything has been granted. */
const signedIn = who.partial({ grantId: true });
export type SignedIn = z.infer<typeof signedIn>;

const decision = z.strictObject({ id: z.string().min(1).max(64), revision: z.string().min(1).max(80) });
/** Arguments never travel raw: keyed HMAC and size only (C-AU-1). */
const args = z.strictObject({ hmac: z.string().max(64), bytes: z.int().nonnegative() });
const credential = z.strictObject({
  /** `jti` of the capability. */
  id: z.string().min(1).max(64),
  operation: z.enum(OPERATIONS),
  resource: z.string().max(200),
  target: z.string().max(200),
  /** Seconds. */
  expiresIn: z.int().positive(),
});
/** What finds a read in Vault's audit log: the request, the token it was made with, and whose entity that is (C-CR-2). */
const vault = z.strictObject({
  requestId: z.string().min(1).max(64),
  /** Accessor of the login's token; it revokes, it cannot read. */
  accessor: z.string().min(1).max(64),
  entity: z.string().min(1).max(64),
});
export type VaultAccess = z.infer<typeof vault>;
/** Kinds of PII are a short list of ours. */
const MAX_PII_TYPES = 32;
/** PII type → how many were masked. */
const masked = z
  .record(z.string().max(32), z.int().nonnegative())
  .refine((counts) => Object.keys(counts).length <= MAX_PII_TYPES, `at most ${MAX_PII_TYPES} types`);

const base = {
  /** UUIDv7: time-ordered, the deduplication key everywhere. */
  uid: z.uuid(),
  /** Milliseconds since the epoch. */
  time: z.int().positive(),
  traceId,
};
const tool = z.string().max(64);

const kinds = [
  z.strictObject({ ...base, kind: z.literal('tool_call_requested'), who, tool, tier: z.int().min(0).max(2), args }),
  z.strictObject({
    ...base,
    kind: z.literal('tool_call_authorized'),
    who,
    tool,
    tier: z.int().min(0).max(2),
    decision,
  }),
  z.strictObject({
    ...base,
    kind: z.literal('tool_call_denied'),
    who,
    tool,
    tier: z.int().min(0).max(2).optional(),
    decision: decision.optional(),
    reasons,
  }),
  z.strictObject({
    ...base,
    kind: z.literal('tool_call_completed'),
    who,
    tool,
    tier: z.int().min(0).max(2),
    decision: decision.optional(),
    /** Of a tier 0 call, whose whole story is this one event; elsewhere `tool_call_requested` has them. */
    args: args.optional(),
    outcome: z.enum(['success', 'failure']),
    reasons,
    durationMs: z.number().nonnegative(),
    resultBytes: z.int().nonnegative(),
    masked,
    credential: credential.optional(),
    target: z.string().max(200).optional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('access_refused'),
    resource: z.string().max(200),
    reasons,
    count: z.int().positive(),
    tenant: z.string().max(64).optional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('sign_in_completed'),
    who: signedIn,
    acr: z.string().max(100),
    amr: z.array(z.string().max(32)).max(8),
  }),
  z.strictObject({ ...base, kind: z.literal('sign_in_refused'), agent: agent.optional(), reasons }),
  z.strictObject({
    ...base,
    kind: z.literal('consent_granted'),
    who,
    scopes: z.array(z.string().max(64)).max(16),
    resource: z.string().max(200),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('client_registered'),
    agent,
    method: z.enum(['dynamic', 'metadata_document']),
    redirectHosts: z.array(z.string().max(253)).max(16),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('token_exchange_requested'),
    who,
    tool,
    operation: z.enum(OPERATIONS),
    decision,
  }),
  z.strictObject({ ...base, kind: z.literal('token_exchange_issued'), who, tool, decision, credential }),
  z.strictObject({
    ...base,
    kind: z.literal('token_exchange_refused'),
    who: who.optional(),
    /** Absent where the caller named no client. */
    client: agent.optional(),
    tool: tool.optional(),
    operation: z.string().max(64).optional(),
    decision: decision.optional(),
    reasons,
  }),
  z.strictObject({
    ...base,
    kind: z.literal('connection_created'),
    who,
    connection: z.string().max(32),
    workspace: z.string().max(100),
    scopes: z.array(z.string().max(64)).max(16),
  }),
  z.strictObject({ ...base, kind: z.literal('connection_refused'), who, connection: z.string().max(32), reasons }),
  z.strictObject({
    ...base,
    kind: z.literal('capability_redeemed'),
    who,
    credential,
    decision,
  }),
  z.strictObject({
    ...base,
    kind: z.literal('capability_refused'),
    who: who.optional(),
    reasons,
    credentialId: z.string().min(1).max(64).optional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('issue_filed'),
    who,
    credential,
    decision,
    issue: z.string().max(64),
    identifier: z.string().max(40),
    alreadyFiled: z.boolean(),
    durationMs: z.number().nonnegative(),
    vault: vault.optional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('issue_filing_failed'),
    who,
    credential,
    decision,
    reasons,
    durationMs: z.number().nonnegative(),
    /** Absent where it failed before Vault let the gateway in. */
    vault: vault.optional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('audit_read'),
    who,
    action: z.enum(['read', 'export']),
    resource: z.string().max(200),
    decision,
  }),
  z.strictObject({
    ...base,
    kind: z.literal('audit_refused'),
    who: who.optional(),
    producer: z.string().max(64).optional(),
    reasons,
    count: z.int().positive(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('service_started'),
    service: z.string().max(64),
    version: z.string().max(40),
    revision: z.string().max(80).optional(),
  }),
  /** Stands under the counter of an event that audit refused for good: the log itself explains what it does not have. */
  z.strictObject({
    ...base,
    kind: z.literal('event_refused'),
    service: z.string().min(1).max(64),
    refused: z.strictObject({ uid: z.uuid().optional(), kind: z.string().max(64) }),
    reasons,
  }),
] as const;

/** Everything that can be said to have happened; named `<thing>_<past participle>`. */
export const platformEvent = z.discriminatedUnion('kind', kinds);
export type PlatformEvent = z.infer<typeof platformEvent>;
export type EventKind = PlatformEvent['kind'];
export type EventOf<K extends EventKind> = Extract<PlatformEvent, { kind: K }>;

/** What a placement of the mcp-server tells of; each placement is a producer of its own (C-AZ-10). */
const TOOL_CALLS: readonly EventKind[] = [
  'tool_call_requested',
  'tool_call_authorized',
  'tool_call_denied',
  'tool_call_completed',
  'access_refused',
  'event_refused',
  'service_started',
];

/** A producer may write only its own kinds (design, "Who proves what to whom"). */
export const EVENT_KINDS_BY_PRODUCER: Record<ServiceName, readonly EventKind[]> = {
  'mcp-server': TOOL_CALLS,
  'mcp-server-read': TOOL_CALLS,
  'mcp-server-write': TOOL_CALLS,
  'token-broker-issuer': [
    'sign_in_completed',
    'sign_in_refused',
    'consent_granted',
    'client_registered',
    'token_exchange_requested',
    'token_exchange_issued',
    'token_exchange_refused',
    'connection_created',
    'connection_refused',
    'access_refused',
    'event_refused',
    'service_started',
  ],
  'token-broker-gateway': [
    'capability_redeemed',
    'capability_refused',
    'issue_filed',
    'issue_filing_failed',
    'access_refused',
    'event_refused',
    'service_started',
  ],
  audit: ['audit_read', 'audit_refused', 'service_started'],
};

/**
 * Body of `POST /events`. `counter` rises by one per event within `epoch` (a new UUID at each producer start), so that a
 * missing event is seen as a gap (audit research §4).
 */
export const eventBatch = z.strictObject({
  epoch: z.uuid(),
  events: z
    .array(z.strictObject({ counter: z.int().nonnegative(), event: platformEvent }))
    .min(1)
    .max(1_000),
});
export type EventBatch = z.infer<typeof eventBatch>;

/** Receipt for one event: its place in the log; given only once the event is durable and under a signed checkpoint. */
export const receipt = z.strictObject({ uid: z.uuid(), index: z.int().nonnegative(), leafHash: z.string() });
export type Receipt = z.infer<typeof receipt>;
/** Answer of `POST /events`: receipts in the order sent and the checkpoint (C2SP signed note) that covers them. */
export const eventBatchAccepted = z.strictObject({ receipts: z.array(receipt), checkpoint: z.string() });
export type EventBatchAccepted = z.infer<typeof eventBatchAccepted>;
