import { type EventKind, OPERATIONS, type PlatformEvent, platformEvent, REASONS } from '@sallyport/contracts';
import fc from 'fast-check';

const text = (max: number) =>
  fc.string({ unit: 'grapheme', maxLength: Math.min(max, 40) }).filter((s) => s.length <= max);
const named = (max: number) => text(max).filter((s) => s !== '');
const id = fc.uuid({ version: 7 });
const who = fc.record({
  sub: fc.uuid(),
  name: named(200),
  tenant: fc.constantFrom('harbor', 'meridian'),
  agent: named(2_048),
  actors: fc.array(named(2_048), { maxLength: 4 }),
  grantId: fc.string({ unit: 'grapheme-ascii', minLength: 8, maxLength: 128 }),
});
/** Who signed in: sometimes before there is a grant. */
const signedIn = fc
  .tuple(who, fc.boolean())
  .map(([{ grantId, ...rest }, granted]) => (granted ? { ...rest, grantId } : rest));
const tool = fc.constantFrom('get_support_tickets', 'escalate_ticket', 'delete_issue', 'no_such_tool');
const tier = fc.integer({ min: 0, max: 2 });
const count = fc.integer({ min: 1, max: 1_000 });
const size = fc.nat(100_000);
const reasons = fc.array(fc.constantFrom(...REASONS), { maxLength: 16 });
const decision = fc.record({ id: named(64), revision: named(80) });
const durationMs = fc.double({ min: 0, max: 1e6, noNaN: true });
const operation = fc.constantFrom(...OPERATIONS);
const credential = fc.record({
  id: named(64),
  operation,
  resource: text(200),
  target: text(200),
  expiresIn: fc.integer({ min: 1, max: 60 }),
});
const words = fc.array(text(64), { maxLength: 8 });
const connection = text(32);
const vault = fc.record({ requestId: named(64), accessor: named(64), entity: fc.uuid() });

/** Fields of each kind beyond the common ones; what is optional is left out now and then. */
const FIELDS: Record<EventKind, fc.Arbitrary<object>> = {
  tool_call_requested: fc.record({ who, tool, tier, args: fc.record({ hmac: text(64), bytes: size }) }),
  tool_call_authorized: fc.record({ who, tool, tier, decision }),
  tool_call_denied: fc.record({ who, tool, tier, decision, reasons }, { requiredKeys: ['who', 'tool', 'reasons'] }),
  tool_call_completed: fc.record(
    {
      who,
      tool,
      tier,
      decision,
      outcome: fc.constantFrom('success', 'failure'),
      reasons,
      durationMs,
      resultBytes: size,
      masked: fc.dictionary(fc.constantFrom('email', 'phone', 'card'), size),
      credential,
      target: text(200),
    },
    { requiredKeys: ['who', 'tool', 'tier', 'outcome', 'reasons', 'durationMs', 'resultBytes', 'masked'] },
  ),
  access_refused: fc.record(
    { resource: text(200), reasons, count, tenant: text(64) },
    { requiredKeys: ['resource', 'reasons', 'count'] },
  ),
  sign_in_completed: fc.record({
    who: signedIn,
    acr: text(100),
    amr: fc.array(fc.constantFrom('pwd', 'mfa', 'otp'), { maxLength: 8 }),
  }),
  sign_in_refused: fc.record({ agent: named(2_048), reasons }, { requiredKeys: ['reasons'] }),
  consent_granted: fc.record({ who, scopes: words, resource: text(200) }),
  client_registered: fc.record({
    agent: named(2_048),
    method: fc.constantFrom('dynamic', 'metadata_document'),
    redirectHosts: words,
  }),
  token_exchange_requested: fc.record({ who, tool, operation, decision }),
  token_exchange_issued: fc.record({ who, tool, decision, credential }),
  token_exchange_refused: fc.record(
    { who, client: named(2_048), tool, operation, decision, reasons },
    { requiredKeys: ['reasons'] },
  ),
  connection_created: fc.record({ who, connection, workspace: text(100), scopes: words }),
  connection_refused: fc.record({ who, connection, reasons }),
  capability_redeemed: fc.record({ who, credential, decision }),
  capability_refused: fc.record({ who, reasons, credentialId: named(64) }, { requiredKeys: ['reasons'] }),
  issue_filed: fc.record(
    {
      who,
      credential,
      decision,
      issue: text(64),
      identifier: text(40),
      alreadyFiled: fc.boolean(),
      durationMs,
      vault,
    },
    { requiredKeys: ['who', 'credential', 'decision', 'issue', 'identifier', 'alreadyFiled', 'durationMs'] },
  ),
  issue_filing_failed: fc.record(
    { who, credential, decision, reasons, durationMs, vault },
    { requiredKeys: ['who', 'credential', 'decision', 'reasons', 'durationMs'] },
  ),
  audit_read: fc.record({ who, action: fc.constantFrom('read', 'export'), resource: text(200), decision }),
  audit_refused: fc.record({ who, producer: text(64), reasons, count }, { requiredKeys: ['reasons', 'count'] }),
  event_refused: fc.record({
    service: named(64),
    refused: fc.record({ uid: fc.uuid(), kind: text(64) }, { requiredKeys: ['kind'] }),
    reasons,
  }),
  service_started: fc.record(
    { service: text(64), version: text(40), revision: text(80) },
    { requiredKeys: ['service', 'version'] },
  ),
};

export const EVENT_KINDS = Object.keys(FIELDS) as EventKind[];

/** Any event of a kind that the contract accepts. */
export function eventOfKind(kind: EventKind): fc.Arbitrary<PlatformEvent> {
  const base = fc.record({
    uid: id,
    time: fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }),
    traceId: fc.stringMatching(/^[0-9a-f]{32}$/),
  });
  return fc.tuple(base, FIELDS[kind]).map(([common, fields]) => platformEvent.parse({ ...common, kind, ...fields }));
}

/** Any event at all. */
export const anyEvent: fc.Arbitrary<PlatformEvent> = fc.constantFrom(...EVENT_KINDS).chain(eventOfKind);
