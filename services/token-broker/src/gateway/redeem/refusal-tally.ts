import type { AuditClient } from '@sallyport/audit-client';
import type { Reason } from '@sallyport/contracts';
import { traceIdOf } from '@sallyport/telemetry';
import { eventId } from './redemption-events.ts';

/** How long refusals of strangers are added up before they are written as one event, in milliseconds. */
const WINDOW_MS = 5_000;

/**
 * Adds up refusals of requests that proved nothing: a flood of invalid tokens becomes one event per reason and window,
 * so that nobody outside can fill the record or the disk.
 */
export class RefusalTally {
  readonly #counts = new Map<Reason, { count: number; traceId: string }>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly audit: Pick<AuditClient, 'record'>,
    private readonly resource: string,
    private readonly now: () => number,
  ) {}

  /** @param reason of one refusal; the first of a window lends the event its trace */
  add(reason: Reason): void {
    const known = this.#counts.get(reason);
    if (known) known.count += 1;
    else this.#counts.set(reason, { count: 1, traceId: traceIdOf() });
    this.#timer ??= setTimeout(() => void this.flush(), WINDOW_MS).unref();
  }

  /** Writes what was added up; a spool that cannot take it loses a count, not a redemption. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const time = this.now();
    const events = [...this.#counts].map(([reason, { count, traceId }]) => {
      const base = { uid: eventId(time), time, traceId };
      return { ...base, kind: 'access_refused' as const, resource: this.resource, reasons: [reason], count };
    });
    this.#counts.clear();
    if (events.length > 0) await this.audit.record(...events).catch(() => undefined);
  }
}
