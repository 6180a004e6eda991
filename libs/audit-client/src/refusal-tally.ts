import { randomBytes } from 'node:crypto';
import type { Reason } from '@sallyport/contracts';
import type { AuditClient } from './audit-client.ts';
import { uuidv7 } from './event-id.ts';

/** How long refusals of strangers are added up before they are written as one event, in milliseconds. */
const WINDOW_MS = 5_000;

/**
 * Adds up refusals of requests that proved nothing: a flood of invalid tokens becomes one `access_refused` event per place,
 * reason and window, so that nobody outside can fill the record or the disk (design, Audit).
 */
export class RefusalTally {
  readonly #counts = new Map<string, { resource: string; reason: Reason; count: number; traceId: string }>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly audit: Pick<AuditClient, 'record'>,
    private readonly now: () => number,
    private readonly onLoss: (error: unknown) => void,
  ) {}

  /**
   * @param resource where it was refused: one of our own places, never a word of the caller's
   * @param traceId lends the event its trace when it is the first of its window
   */
  count(resource: string, reason: Reason, traceId = randomBytes(16).toString('hex')): void {
    const key = `${resource} ${reason}`;
    const known = this.#counts.get(key);
    if (known) known.count += 1;
    else this.#counts.set(key, { resource, reason, count: 1, traceId });
    this.#timer ??= setTimeout(() => void this.flush(), WINDOW_MS).unref();
  }

  /** Writes what was added up; a spool that cannot take it loses a count, and says so. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const time = this.now();
    const events = [...this.#counts.values()].map(({ resource, reason, count, traceId }) => {
      const base = { uid: uuidv7(time), time, traceId };
      return { ...base, kind: 'access_refused' as const, resource, reasons: [reason], count };
    });
    this.#counts.clear();
    if (events.length > 0) await this.audit.record(...events).catch(this.onLoss);
  }
}
