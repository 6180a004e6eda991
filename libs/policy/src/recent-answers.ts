import type { DecisionResult } from '@sallyport/contracts';

/** Questions remembered; with their length bound below 4 MiB in all. */
const CAPACITY = 1_024;
const MAX_LENGTH = 2_048;

/**
 * Answers to the questions asked last. An answer is a pure function of bundle and question (the policy can call no
 * clock and no network, and the hour is part of the question), so that remembering it changes nothing but its cost.
 */
export class RecentAnswers {
  readonly #answers = new Map<string, DecisionResult>();

  get(question: string): DecisionResult | undefined {
    return this.#answers.get(question);
  }

  /** Forgets the oldest where full; does not keep long questions. */
  set(question: string, answer: DecisionResult): void {
    if (question.length > MAX_LENGTH) return;
    if (this.#answers.size >= CAPACITY) {
      for (const oldest of this.#answers.keys()) {
        this.#answers.delete(oldest);
        break;
      }
    }
    this.#answers.set(question, answer);
  }
}
