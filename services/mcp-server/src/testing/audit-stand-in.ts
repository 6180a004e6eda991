import { type PeerKeys, verifyServiceAssertion } from '@sallyport/authn';
import { type EventKind, type EventOf, eventBatch, type PlatformEvent } from '@sallyport/contracts';
import { bytesOf, listen, type Neighbour } from './listen.ts';

/** The audit service as far as a producer meets it: proves the producer, keeps events, gives receipts; can be away. */
export interface AuditStandIn extends Neighbour {
  events: PlatformEvent[];
  /** `hanging` takes the request and never answers. */
  mode: 'up' | 'down' | 'hanging';
  of<K extends EventKind>(kind: K): EventOf<K>[];
  story(traceId: string): PlatformEvent[];
}

export async function startAudit(keys: PeerKeys, now: () => number): Promise<AuditStandIn> {
  const events: PlatformEvent[] = [];
  const audit: AuditStandIn = {
    url: '',
    events,
    mode: 'up',
    of: <K extends EventKind>(kind: K) => events.filter((event): event is EventOf<K> => event.kind === kind),
    story: (traceId) => events.filter((event) => event.traceId === traceId),
    close: async () => undefined,
  };
  const neighbour = await listen(async (request, response) => {
    const body = await bytesOf(request);
    if (audit.mode === 'hanging') return;
    if (audit.mode === 'down') return void response.writeHead(503).end();
    verifyServiceAssertion(request.headers.authorization, { audience: audit.url, keys, body, now: now() });
    const batch = eventBatch.parse(JSON.parse(body.toString()));
    const receipts = batch.events.map(({ event }, index) => ({
      uid: event.uid,
      index: events.length + index,
      leafHash: 'leaf',
    }));
    events.push(...batch.events.map(({ event }) => event));
    response.end(JSON.stringify({ receipts, checkpoint: 'checkpoint' }));
  });
  return Object.assign(audit, neighbour);
}
