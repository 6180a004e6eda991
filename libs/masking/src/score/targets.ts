import type { Score } from './score.ts';

/** What a masker must reach on a set; shares from 0 to 1. */
export interface Targets {
  recall: number;
  person: number;
  personWithoutKnown: number;
  precision: number;
  keep: number;
}

export type Gate = 'own' | 'independent';

/** `own`: the corpus of this repository, generated and written. `independent`: labelled sets nobody here has seen. */
export const TARGETS: Record<Gate, Targets> = {
  own: { recall: 0.99, person: 0.95, personWithoutKnown: 0.85, precision: 0.97, keep: 0.99 },
  independent: { recall: 0.97, person: 0.92, personWithoutKnown: 0.75, precision: 0.95, keep: 0.98 },
};

/** One leaked value of these is one too many: it opens an account or a door. */
export const ZERO_LEAK_TYPES = ['SECRET', 'PASSWORD', 'CREDIT_CARD', 'IBAN', 'NATIONAL_ID'] as const;

/**
 * Targets missed, one line each, without any value.
 *
 * @param withoutKnown the same set masked without the customers' known values
 */
export function missedTargets(score: Score, withoutKnown: Score, gate: Gate): string[] {
  const targets = TARGETS[gate];
  const figures: [name: string, reached: number, target: number][] = [
    ['recall', score.recall, targets.recall],
    ['PERSON recall', score.byType.PERSON?.recall ?? 1, targets.person],
    ['PERSON recall without known values', withoutKnown.byType.PERSON?.recall ?? 1, targets.personWithoutKnown],
    ['precision', score.precision, targets.precision],
    ['keep rate', score.keep.rate, targets.keep],
  ];
  const low = figures
    .filter(([, reached, target]) => reached < target)
    .map(([name, reached, target]) => `${name} ${percent(reached)} is below ${percent(target)}`);
  const leaks = ZERO_LEAK_TYPES.map((type) => ({
    type,
    count: score.leaks.filter((leak) => leak.type === type).length,
  }));
  return [...low, ...leaks.filter(({ count }) => count > 0).map(({ type, count }) => `${count} leaked ${type}`)];
}

const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
