import type { EntryOrigin } from './entry-check.ts';
import type { Finding } from './report.ts';

interface Run {
  /** All counters below have been seen. */
  next: number;
  beyond: Set<number>;
  firstIndex: number;
}

/** Follows each producer's own count (audit research §4): a number seen twice is a forgery, one never seen is a loss. */
export class ProducerCounts {
  readonly #runs = new Map<string, Run>();

  /** @returns whether the counter was seen before */
  see({ producer, epoch, counter }: EntryOrigin, index: number): boolean {
    const key = `${producer} run ${epoch}`;
    const run = this.#runs.get(key) ?? { next: 0, beyond: new Set<number>(), firstIndex: index };
    this.#runs.set(key, run);
    if (counter < run.next || run.beyond.has(counter)) return true;
    run.beyond.add(counter);
    while (run.beyond.delete(run.next)) run.next += 1;
    return false;
  }

  /** One finding per run that has a gap. The end of a run cannot be known: nobody says which event was its last. */
  gaps(): Finding[] {
    return [...this.#runs].flatMap(([run, { next, beyond, firstIndex }]): Finding[] => {
      if (beyond.size === 0) return [];
      const missing = Math.max(...beyond) - next + 1 - beyond.size;
      const detail = `${run}: ${missing} missing from counter ${next} on`;
      return [{ verdict: 'incomplete', kind: 'counter_missing', index: firstIndex, detail }];
    });
  }
}
