import { canonicalJson } from './canonical-json.ts';

/** Where an entry says it came from. */
export interface EntryOrigin {
  producer: string;
  epoch: string;
  counter: number;
}

/** Reads what the verifier needs of an entry; undefined where it is not canonical JSON with an origin. */
export function originOf(entry: Buffer): EntryOrigin | undefined {
  const text = entry.toString('utf8');
  let event: unknown;
  try {
    event = JSON.parse(text);
  } catch {
    return undefined;
  }
  // Duplicate members, other spacing or order, invalid UTF-8: two readers could see two events in one entry.
  if (canonicalJson(event) !== text || Buffer.byteLength(text) !== entry.length) return undefined;
  const { metadata, unmapped } = event as { metadata?: Record<string, unknown>; unmapped?: Record<string, unknown> };
  const [producer, counter, epoch] = [metadata?.log_provider, metadata?.sequence, unmapped?.producer_epoch];
  if (typeof producer !== 'string' || typeof epoch !== 'string' || !Number.isSafeInteger(counter)) return undefined;
  return { producer, epoch, counter: counter as number };
}
