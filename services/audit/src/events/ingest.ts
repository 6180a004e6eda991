import { type PeerKeys, Refused, verifyServiceAssertion } from '@sallyport/authn';
import {
  EVENT_KINDS_BY_PRODUCER,
  type EventBatch,
  type EventBatchAccepted,
  eventBatch,
  type Reason,
  type ServiceName,
} from '@sallyport/contracts';
import { HttpRefusal } from '../http/refusal.ts';
import { EntryConflict } from '../log/append.ts';
import type { AuditLog } from '../log/audit-log.ts';
import { newEntry } from '../log/entry.ts';
import { EventTooLarge } from '../ocsf/canonical-event.ts';
import type { Refusal } from '../own-events/refusals.ts';

export interface IngestOptions {
  /** Public URL of this service: audience of the producers' assertions. */
  audience: string;
  keys: PeerKeys;
  now(): number;
  /** Told of every refusal worth recording. */
  refused(refusal: Refusal): void;
}

/** Takes batches of events: who sends, may they, is it well-formed, is it durable; in that order. */
export class Ingest {
  constructor(
    private readonly log: Pick<AuditLog, 'append'>,
    private readonly options: IngestOptions,
  ) {}

  /**
   * @param authorization service assertion bound to these exact body bytes
   * @returns receipts, once every event is durable and under the signed checkpoint
   * @throws HttpRefusal 401, 400, 403, 409, or 503 while the log cannot be written
   */
  async accept(authorization: string | undefined, body: Buffer): Promise<EventBatchAccepted> {
    const producer = this.#producer(authorization, body);
    const { epoch, events } = parseBatch(body);
    const kinds = EVENT_KINDS_BY_PRODUCER[producer];
    if (events.some(({ event }) => !kinds.includes(event.kind))) {
      // A captured producer must not be able to write another one's story.
      this.options.refused({ producer, reasons: ['client_not_permitted'] });
      throw new HttpRefusal(403, 'client_not_permitted');
    }
    const entries = this.#freeze(producer, epoch, events);
    try {
      return await this.log.append(entries);
    } catch (error) {
      if (!(error instanceof EntryConflict)) throw unavailable(error);
      this.options.refused({ producer, reasons: ['idempotency_conflict'] });
      throw new HttpRefusal(409, 'idempotency_conflict');
    }
  }

  #producer(authorization: string | undefined, body: Buffer): ServiceName {
    const { audience, keys, now, refused } = this.options;
    try {
      return verifyServiceAssertion(authorization, { audience, keys, body, now: now() }).service;
    } catch (error) {
      const reason: Reason = error instanceof Refused ? error.reason : 'assertion_invalid';
      refused({ producer: 'unknown', reasons: [reason] });
      throw new HttpRefusal(401, reason, { 'www-authenticate': 'Bearer' });
    }
  }

  #freeze(producer: ServiceName, epoch: string, events: EventBatch['events']) {
    const loggedTime = this.options.now();
    try {
      return events.map(({ counter, event }) => newEntry({ producer, epoch, counter, event }, loggedTime));
    } catch (error) {
      if (error instanceof EventTooLarge) throw new HttpRefusal(400, 'request_too_large');
      throw error;
    }
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

function parseBatch(body: Buffer): EventBatch {
  let json: unknown;
  try {
    const text = UTF8.decode(body);
    json = JSON.parse(text);
    // RFC 8785 §3.2.2.2: half a surrogate pair has no canonical form. Rare, so looked for only where one was escaped.
    if (/\\u[dD][89a-fA-F]/.test(text)) JSON.parse(text, refuseHalfPairs);
  } catch {
    throw new HttpRefusal(400, 'arguments_invalid');
  }
  const batch = eventBatch.safeParse(json);
  if (!batch.success) throw new HttpRefusal(400, 'arguments_invalid');
  return batch.data;
}

function refuseHalfPairs(key: string, value: unknown): unknown {
  if (!key.isWellFormed() || (typeof value === 'string' && !value.isWellFormed())) throw new SyntaxError('half a pair');
  return value;
}

/** The store is away or too much waits: nothing was acknowledged, the producer tries again. */
function unavailable(cause: unknown): HttpRefusal {
  const refusal = new HttpRefusal(503, 'audit_unavailable', { 'retry-after': '1' });
  refusal.cause = cause;
  return refusal;
}
