import type { Comparison } from './compare.ts';
import { ours } from './libraries.ts';

/** Our masker against the library that masks most, on one set. */
export interface LibraryRatio {
  set: string;
  best: string;
  /** Our recall over its, and our precision over its. */
  recall: number;
  precision: number;
}

/** A masker worth its own code finds more than twice as much and is right twice as often. */
export const LIBRARY_TARGETS = { recall: 2.3, precision: 2 };

export function libraryRatios({ sets }: Comparison): LibraryRatio[] {
  const own = new Set(ours.map(({ name }) => name));
  return sets.flatMap(({ name, rows }) => {
    const us = rows.find(({ library }) => library === ours[0]?.name);
    const [best] = rows.filter(({ library }) => !own.has(library)).sort((a, b) => b.recall - a.recall);
    if (!us || !best) return [];
    return [
      {
        set: name,
        best: best.library,
        recall: over(us.recall, best.recall),
        precision: over(us.precision, best.precision),
      },
    ];
  });
}

/** Ratios missed, one line each. */
export function missedRatios(ratios: readonly LibraryRatio[]): string[] {
  return ratios.flatMap(({ set, best, recall, precision }) => [
    ...(recall < LIBRARY_TARGETS.recall
      ? [`${set}: recall is ${recall} × that of ${best}, below ${LIBRARY_TARGETS.recall}`]
      : []),
    ...(precision < LIBRARY_TARGETS.precision
      ? [`${set}: precision is ${precision} × that of ${best}, below ${LIBRARY_TARGETS.precision}`]
      : []),
  ]);
}

const over = (us: number, them: number) => Math.round((us / Math.max(them, 0.001)) * 100) / 100;
