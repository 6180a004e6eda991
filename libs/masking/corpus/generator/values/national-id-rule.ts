import type { Random } from '../random.ts';
import type { Birth } from './birth.ts';

/** How one country numbers its people. */
export interface IdRule {
  country: string;
  /** The number without separators; check digits are right. */
  make(random: Random, birth: Birth): string;
  /** Ways to write it: `#` takes the next character of the number, everything else stands as it is. */
  formats: readonly string[];
  /** What people write before it, in the languages of the country. */
  cues: readonly string[];
}

/** Tries until `attempt` finds a number; some serials have no check digit and are never issued. */
export function retried(attempt: () => string | undefined): string {
  for (;;) {
    const value = attempt();
    if (value !== undefined) return value;
  }
}

/** Writes a number in one of its formats. */
export function inFormat(number: string, format: string): string {
  let at = 0;
  const text = format.replace(/#/g, () => number[at++] ?? '');
  return text + number.slice(at);
}
