import type { Reason } from '@sallyport/contracts';
import { eventBase } from './event-base.ts';
import type { Recorder } from './recorder.ts';

/** A flood is one event per place and reason and period, in milliseconds. */
const PERIOD_MS = 10_000;
/** More kinds of refusal than this within a period cannot be: places and reasons are both short lists. */
const MAX_KEYS = 200;

/** Counts refusals of strangers, so that a flood of them cannot flood the log (design, Audit). */
export class RefusalTally {
  readonly #counts = new Map<string, { resource: string; reason: Reason; count: number }>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly recorder: Recorder,
    private readonly now: () => number,
    private readonly onError: (error: unknown) => void,
  ) {}

  count(resource: string, reason: Reason): void {
    const key = `${resource} ${reason}`;
    const entry = this.#counts.get(key) ?? { resource, reason, count: 0 };
    entry.count += 1;
    if (this.#counts.size < MAX_KEYS || this.#counts.has(key)) this.#counts.set(key, entry);
    this.#timer ??= setTimeout(() => void this.flush(), PERIOD_MS).unref();
  }

  /** Records what was counted since the last time. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const entries = [...this.#counts.values()];
    this.#counts.clear();
    if (entries.length === 0) return;
    const events = entries.map(({ resource, reason, count }) => ({
      ...eventBase(this.now()),
      kind: 'access_refused' as const,
      resource,
      reasons: [reason],
      count,
    }));
    await this.recorder.record(...events).catch(this.onError);
  }
}
