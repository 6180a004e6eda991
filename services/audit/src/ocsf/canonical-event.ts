import type { EventKind, EventOf, PlatformEvent } from '@sallyport/contracts';
import canonicalize from 'canonicalize';
import { MAX_ENTRY_BYTES } from '../log/tiles.ts';
import { auditRead, auditRefused, eventRefused } from './audit-access.ts';
import { clientRegistered, connectionCreated, connectionRefused, consentGranted } from './entity.ts';
import { envelope, type Json, type Provenance, type Told } from './envelope.ts';
import { tokenExchangeIssued, tokenExchangeRefused, tokenExchangeRequested } from './issuance.ts';
import { serviceStarted } from './lifecycle.ts';
import { capabilityRedeemed, capabilityRefused, issueFiled, issueFilingFailed } from './redemption.ts';
import { sentenceOf } from './sentence.ts';
import { accessRefused, signInCompleted, signInRefused } from './sign-in.ts';
import { toolCallAuthorized, toolCallCompleted, toolCallDenied, toolCallRequested } from './tool-call.ts';

/** One builder per kind of event; a new kind does not compile until it has one. */
const BUILDERS: { [K in EventKind]: (event: EventOf<K>) => Told } = {
  tool_call_requested: toolCallRequested,
  tool_call_authorized: toolCallAuthorized,
  tool_call_denied: toolCallDenied,
  tool_call_completed: toolCallCompleted,
  access_refused: accessRefused,
  sign_in_completed: signInCompleted,
  sign_in_refused: signInRefused,
  consent_granted: consentGranted,
  client_registered: clientRegistered,
  token_exchange_requested: tokenExchangeRequested,
  token_exchange_issued: tokenExchangeIssued,
  token_exchange_refused: tokenExchangeRefused,
  connection_created: connectionCreated,
  connection_refused: connectionRefused,
  capability_redeemed: capabilityRedeemed,
  capability_refused: capabilityRefused,
  issue_filed: issueFiled,
  issue_filing_failed: issueFilingFailed,
  audit_read: auditRead,
  audit_refused: auditRefused,
  event_refused: eventRefused,
  service_started: serviceStarted,
};

/** An event that does not fit into the log: its canonical form is longer than an entry may be. */
export class EventTooLarge extends Error {
  override readonly name = 'EventTooLarge';
}

/** Platform event → OCSF event. */
export function ocsfOf(event: PlatformEvent, from: Provenance): Json {
  // The table is keyed by the same kind; TypeScript does not follow that through a union.
  const build = BUILDERS[event.kind] as (event: PlatformEvent) => Told;
  return envelope(event, from, sentenceOf(event), build(event));
}

/** What JSON leaves as it is and some readers of lines take for a new line (log injection). */
const LINE_SEPARATORS = /[\u0085\u2028\u2029]/g;

/**
 * The bytes that enter the log, once and for all: OCSF JSON in canonical form (RFC 8785), one line for every reader of lines.
 * @throws EventTooLarge above 65,535 bytes (C2SP tlog-tiles)
 */
export function freeze(event: PlatformEvent, from: Provenance): Buffer {
  const text = canonicalize(ocsfOf(event, from));
  if (text === undefined) throw new TypeError('an event is always an object');
  const bytes = Buffer.from(text.replaceAll(LINE_SEPARATORS, '\u{fffd}'));
  if (bytes.length > MAX_ENTRY_BYTES) throw new EventTooLarge(`${event.kind} of ${bytes.length} bytes`);
  return bytes;
}
