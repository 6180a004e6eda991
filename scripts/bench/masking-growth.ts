import fc from 'fast-check';
import { ADVERSARIAL, repeated } from './masking-texts.ts';

/** Works on a text of any length. */
export type TextWork = (text: string) => unknown;

/** Growth below this many milliseconds is the timer's and the collector's, not the masker's. */
const FLOOR_MS = 2;

export interface Timing {
  unit: string;
  milliseconds: number;
}

export interface Growth {
  unit: string;
  from: number;
  /** Time for `2 × from` over time for `from`. */
  ratio: number;
}

/** Best of `tries`, in milliseconds. */
export function timeOf(work: TextWork, text: string, tries: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const begun = performance.now();
    work(text);
    best = Math.min(best, performance.now() - begun);
  }
  return best;
}

/** The catalogue at one length, slowest first. */
export function adversarialTimes(work: TextWork, length: number): Timing[] {
  return Object.entries(ADVERSARIAL)
    .map(([unit, text]) => ({ unit, milliseconds: timeOf(work, repeated(text, length), 4) }))
    .sort((a, b) => b.milliseconds - a.milliseconds);
}

/** The worst doubling of each unit between two lengths, worst first. */
export function catalogueGrowth(work: TextWork, from: number, to: number): Growth[] {
  return Object.entries(ADVERSARIAL)
    .map(([unit, text]) => ({ unit, ...worstDoubling(work, text, from, to) }))
    .sort((a, b) => b.ratio - a.ratio);
}

function worstDoubling(work: TextWork, unit: string, from: number, to: number): Omit<Growth, 'unit'> {
  let worst = { from, ratio: 1 };
  for (let length = from; length < to; length *= 2) {
    const ratio = doubling(work, unit, length);
    if (ratio > worst.ratio) worst = { from: length, ratio };
  }
  return worst;
}

/** A high ratio is measured again before it is believed: a collection in the longer run looks like growth. */
function doubling(work: TextWork, unit: string, length: number): number {
  const texts = [repeated(unit, length), repeated(unit, length * 2)] as const;
  let once = timeOf(work, texts[0], 1);
  let twice = timeOf(work, texts[1], 1);
  for (let again = 0; again < 5 && twice > once * 2; again += 1) {
    once = Math.min(once, timeOf(work, texts[0], 1));
    twice = Math.min(twice, timeOf(work, texts[1], 1));
  }
  return twice < FLOOR_MS ? 1 : twice / Math.max(once, FLOOR_MS / 2);
}

const PIECES = [
  'a',
  'A',
  '1',
  '.',
  '-',
  '@',
  ' ',
  '\n',
  '%41',
  '&#',
  ';',
  ':',
  '/',
  '\\',
  '(',
  '[',
  '"',
  '=',
  '+',
  '_',
  '\u200b',
  'ß',
  'Я',
  '王',
  'Mr ',
  'eyJ',
  'AKIA',
  'DE',
  'password',
  'name',
  '://',
  'at ',
  '°',
];

export interface Hunt {
  units: number;
  /** The unit, shrunk, whose time grows too fast; absent when none was found. */
  found?: string;
}

/**
 * Looks for a unit whose repetition takes more than `limit` times as long when it is twice as long.
 *
 * @param limit as for the catalogue; two doublings from `from` on are compared, so that one noisy run does not decide
 * @param from long enough to take a millisecond or two
 */
export function huntSuperlinear(
  work: TextWork,
  limit: number,
  from: number,
  units: number,
  milliseconds: number,
): Hunt {
  const unit = fc.oneof(
    fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }),
  );
  let tried = 0;
  const result = fc.check(
    fc.property(unit, (text) => {
      tried += 1;
      return Math.sqrt(doubling(work, text, from) * doubling(work, text, from * 2)) <= limit;
    }),
    { numRuns: units, interruptAfterTimeLimit: milliseconds, markInterruptAsFailure: false },
  );
  return {
    units: tried,
    ...(result.failed && result.counterexample ? { found: JSON.stringify(result.counterexample[0]) } : {}),
  };
}
