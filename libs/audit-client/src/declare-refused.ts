import { randomBytes } from 'node:crypto';
import { type PlatformEvent, platformEvent, type Reason, type ServiceName } from '@sallyport/contracts';
import { uuidv7 } from './event-id.ts';
import type { SpooledEvent } from './spool.ts';

const { uid: uidShape, traceId: traceShape } = platformEvent.options[0].shape;

/**
 * What stands in the log in place of an event that audit will never take: under the same counter, so that the producer's
 * count has no hole, it says which event is missing and why. Only ids, if they are ids: the event itself may be malformed.
 * @param status audit's answer
 */
export function declareRefused(
  service: ServiceName,
  refused: SpooledEvent,
  status: unknown,
  now: number,
): SpooledEvent {
  const { uid, kind, traceId } = refused.event;
  const event: PlatformEvent = {
    uid: uuidv7(now),
    time: now,
    traceId: traceShape.safeParse(traceId).data ?? randomBytes(16).toString('hex'),
    kind: 'event_refused',
    service,
    refused: { kind, ...(uidShape.safeParse(uid).success ? { uid } : {}) },
    reasons: [reasonOf(status)],
  };
  return { counter: refused.counter, event };
}

function reasonOf(status: unknown): Reason {
  switch (status) {
    case 403:
      return 'client_not_permitted';
    case 409:
      return 'idempotency_conflict';
    case 413:
      return 'request_too_large';
    default:
      return 'arguments_invalid';
  }
}
