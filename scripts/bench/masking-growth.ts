import fc from 'fast-check';
import { ADVERSARIAL, repeated } from './masking-texts.ts';

/** Works on a text of any length. */
export type TextWork = (text: string) => unknown;

/** Texts that take less are measured by the timer and the collector, not by the masker. */
const FLOOR_MS = 2;

export interface Timing {
  unit: string;
  milliseconds: number;
}

export interface Growth {
  unit: string;
  /** By how much the time grows when the length doubles: the mean over all doublings, since single ones hold a collection or none. */
  ratio: number;
  /** The lengths, and the best time at each in milliseconds. */
  times: Record<number, number>;
}

/** The processor's clock ticks every 4 ms; six ticks are enough to divide by the number of runs. */
const ENOUGH_CPU_MS = 24;
const MOST_RUNS = 50;

/**
 * Milliseconds of one run: the fastest by the clock on the wall, or the mean by the clock of the processor when that is less. The
 * first is exact for short runs, the second holds for long ones on a machine that others use too.
 */
export function timeOf(work: TextWork, text: string): number {
  let fastest = Number.POSITIVE_INFINITY;
  let cpu = 0;
  let runs = 0;
  const before = process.threadCpuUsage();
  while (cpu < ENOUGH_CPU_MS && runs < MOST_RUNS) {
    const begun = performance.now();
    work(text);
    fastest = Math.min(fastest, performance.now() - begun);
    const { user, system } = process.threadCpuUsage(before);
    cpu = (user + system) / 1_000;
    runs += 1;
  }
  return cpu < ENOUGH_CPU_MS ? fastest : Math.min(fastest, cpu / runs);
}

/** The catalogue at one length, slowest first. */
export function adversarialTimes(work: TextWork, length: number): Timing[] {
  return Object.entries(ADVERSARIAL)
    .map(([unit, text]) => ({ unit, milliseconds: timeOf(work, repeated(text, length)) }))
    .sort((a, b) => b.milliseconds - a.milliseconds);
}

/** Growth of each unit of the catalogue between two lengths, steepest first. */
export function catalogueGrowth(work: TextWork, from: number, to: number): Growth[] {
  return Object.entries(ADVERSARIAL)
    .map(([unit, text]) => ({ unit, ...growthOf(work, text, from, to) }))
    .sort((a, b) => b.ratio - a.ratio);
}

/**
 * Counts of units are multiples of this, at every length: a run of 20 000 letters is base64 and one of 20 001 is not, and the
 * difference between the two is no growth.
 */
const UNITS = 48;
/** A steep unit is measured again this often before it is believed. */
const DOUBTS = 6;
const STEEP = 2.1;

function growthOf(work: TextWork, unit: string, from: number, to: number): Omit<Growth, 'unit'> {
  const count = Math.ceil(from / unit.length / UNITS) * UNITS;
  const texts: string[] = [];
  for (let times = 1; from * times <= to; times *= 2) texts.push(unit.repeat(count * times).toWellFormed());
  const best = texts.map((text) => timeOf(work, text));
  for (let doubt = 0; doubt < DOUBTS && meanRatio(best) > STEEP; doubt += 1) {
    for (const [at, text] of texts.entries()) best[at] = Math.min(best[at] as number, timeOf(work, text));
  }
  return {
    ratio: meanRatio(best),
    times: Object.fromEntries(texts.map(({ length }, at) => [length, best[at] as number])),
  };
}

function meanRatio(times: readonly number[]): number {
  const [first, last] = [times[0] ?? 0, times.at(-1) ?? 0];
  return last < FLOOR_MS ? 1 : (last / Math.max(first, FLOOR_MS / 4)) ** (1 / (times.length - 1));
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
 * Looks for a unit whose repetition takes more than `limit` times as long when it is twice as long, over three doublings.
 *
 * @param from a length that takes a millisecond or two
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
      return growthOf(work, text, from, from * 8).ratio <= limit;
    }),
    { numRuns: units, interruptAfterTimeLimit: milliseconds, markInterruptAsFailure: false },
  );
  return {
    units: tried,
    ...(result.failed && result.counterexample ? { found: JSON.stringify(result.counterexample[0]) } : {}),
  };
}
