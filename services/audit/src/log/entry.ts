import { hash } from 'node:crypto';
import type { PlatformEvent, ServiceName } from '@sallyport/contracts';
import canonicalize from 'canonicalize';
import { freeze } from '../ocsf/canonical-event.ts';
import { leafHash } from './hash.ts';

/** An event as it will stand in the log, but for its index. */
export interface NewEntry {
  uid: string;
  producer: ServiceName;
  epoch: string;
  counter: number;
  digest: Buffer;
  leaf: Buffer;
  traceId: string;
  tenant: string | undefined;
  body: string;
}

/** What a producer says of one event. */
export interface Produced {
  producer: ServiceName;
  epoch: string;
  counter: number;
  event: PlatformEvent;
}

/**
 * Freezes an event for the log.
 * @param loggedTime when audit took it in, milliseconds since the epoch
 * @throws EventTooLarge
 */
export function newEntry(produced: Produced, loggedTime: number): NewEntry {
  const { producer, epoch, counter, event } = produced;
  const bytes = freeze(event, { producer, epoch, counter, loggedTime });
  return {
    uid: event.uid,
    producer,
    epoch,
    counter,
    // The repeat of an event comes at another time: what was sent is compared, not what was stored.
    digest: hash('sha256', canonicalize({ producer, epoch, counter, event }) as string, 'buffer'),
    leaf: leafHash(bytes),
    traceId: event.traceId,
    tenant: tenantOf(event),
    body: bytes.toString(),
  };
}

function tenantOf(event: PlatformEvent): string | undefined {
  if ('who' in event && event.who) return event.who.tenant;
  return 'tenant' in event ? event.tenant : undefined;
}
