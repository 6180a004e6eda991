import type { StoredEntry } from '../log/audit-log.ts';

/** One event of a story, as people and programs read it. */
export interface Moment {
  index: number;
  /** Milliseconds since the epoch, by the producer's clock. */
  time: number;
  kind: string;
  producer: string;
  sentence: string;
  outcome: 'success' | 'failure' | 'requested';
  reasons: string[];
  decision?: string;
  /** Where the proof that it is in the log can be had. */
  proof: string;
  /** The event as recorded: canonical OCSF. */
  event: unknown;
}

export interface Timeline {
  traceId: string;
  moments: Moment[];
  /** False where the story has more events than were read. */
  complete: boolean;
}

const OUTCOMES: Record<number, Moment['outcome']> = { 1: 'success', 2: 'failure' };

interface StoredEvent {
  time: number;
  message: string;
  status_id: number;
  status_detail?: string;
  metadata: { event_code: string; log_provider: string };
  unmapped: { decision_id?: string };
}

/** Entries of one trace in the order of the log → the story they tell. */
export function timelineOf(traceId: string, entries: readonly StoredEntry[], complete: boolean): Timeline {
  return { traceId, complete, moments: entries.map(momentOf) };
}

function momentOf({ index, body }: StoredEntry): Moment {
  const event = JSON.parse(body) as StoredEvent;
  const decision = event.unmapped.decision_id;
  return {
    index,
    time: event.time,
    kind: event.metadata.event_code,
    producer: event.metadata.log_provider,
    sentence: event.message,
    outcome: OUTCOMES[event.status_id] ?? 'requested',
    reasons: event.status_detail?.split(', ') ?? [],
    ...(decision === undefined ? {} : { decision }),
    proof: `/proof/${index}`,
    event,
  };
}
