import type { EventOf } from '@sallyport/contracts';
import type { OwnFact } from './own-events.ts';

/** How long refusals of one kind are counted together, in milliseconds. */
const WINDOW_MS = 10_000;
/** Kinds of refusal counted apart at a time; what comes beyond is counted as one. */
const MAX_KINDS = 1_000;

export type Refusal = Pick<EventOf<'audit_refused'>, 'who' | 'producer' | 'reasons'>;

/**
 * Records refusals without letting a flood of bad tokens fill the log: the first of a kind at once, those that follow in
 * the same ten seconds as one event with their number. Never waited for: refusing needs no permission from the log.
 */
export class Refusals {
  readonly #counting = new Map<string, { refusal: Refusal; count: number; timer: NodeJS.Timeout }>();

  constructor(
    private readonly record: (fact: OwnFact) => Promise<unknown>,
    private readonly onError: (error: unknown) => void,
  ) {}

  add(refusal: Refusal): void {
    const key = this.#keyOf(refusal);
    const counted = this.#counting.get(key);
    if (counted) {
      counted.count += 1;
      return;
    }
    const timer = setTimeout(() => void this.#settle(key), WINDOW_MS).unref();
    this.#counting.set(key, { refusal, count: 0, timer });
    void this.#write(refusal, 1);
  }

  /** Writes what was counted and not yet written. */
  async flush(): Promise<void> {
    await Promise.all([...this.#counting.keys()].map((key) => this.#settle(key)));
  }

  #keyOf({ who, producer, reasons }: Refusal): string {
    const key = `${who?.sub ?? ''} ${producer ?? ''} ${reasons.join()}`;
    return this.#counting.has(key) || this.#counting.size < MAX_KINDS ? key : '';
  }

  async #settle(key: string): Promise<void> {
    const counted = this.#counting.get(key);
    if (!counted) return;
    clearTimeout(counted.timer);
    this.#counting.delete(key);
    if (counted.count > 0) await this.#write(counted.refusal, counted.count);
  }

  async #write(refusal: Refusal, count: number): Promise<void> {
    await this.record({ kind: 'audit_refused', ...refusal, count }).catch(this.onError);
  }
}
