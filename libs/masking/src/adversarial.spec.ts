import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOSTILE_PIECES, HOSTILE_UNITS } from './hostile/units.ts';
import { maskText } from './mask-text.ts';
import { maskPatterns } from './patterns/mask-patterns.ts';

const SIZE = 8_192;
const known = { name: 'Anna Aa', email: 'anna@aa.example', phone: '+1 206-555-0143', address: '1 Aa 1 Aa' };
const DEADLINE = { profile: 'log', deadlineMs: 60_000 } as const;

const repeated = (unit: string, size: number): string =>
  unit
    .repeat(Math.ceil(size / unit.length))
    .slice(0, size)
    .toWellFormed();

/** Milliseconds of this thread on the processor: what else the machine does is not counted. */
function costOf(mask: (text: string) => unknown, unit: string, size: number, rounds: number): number {
  const text = repeated(unit, size);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const begun = process.threadCpuUsage();
    mask(text);
    const { user, system } = process.threadCpuUsage(begun);
    best = Math.min(best, (user + system) / 1_000);
  }
  return best;
}

/** Linear is 4, quadratic 16; the constant forgives what compiling and collecting take. */
function expectLinear(mask: (text: string) => unknown, unit: string): void {
  const small = costOf(mask, unit, SIZE, 2);
  const bound = small * 9 + 30;
  const large = costOf(mask, unit, SIZE * 4, 1);
  // What was disturbed once is measured again.
  expect(large < bound ? large : costOf(mask, unit, SIZE * 4, 2)).toBeLessThan(bound);
}

const whole = (text: string) => maskText(text, { ...DEADLINE, known });
const patterns = (text: string) => maskPatterns(text, DEADLINE);

describe('hostile repetition', () => {
  it.each(HOSTILE_UNITS)('[C-OUT-1] costs no more than linear time for %j', (unit) => {
    expectLinear(whole, unit);
  });

  it('[C-OUT-1] costs the pattern tier no more than linear time', () => {
    for (const unit of HOSTILE_UNITS) expectLinear(patterns, unit);
  });

  it('[C-OUT-1] costs no more than linear time for whatever unit', () => {
    const unit = fc.oneof(
      fc.array(fc.constantFrom(...HOSTILE_PIECES), { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join('')),
      fc.tuple(fc.constantFrom(...HOSTILE_UNITS), fc.constantFrom(...HOSTILE_UNITS)).map((pair) => pair.join('')),
    );
    fc.assert(
      fc.property(unit, (text) => expectLinear(whole, text)),
      { numRuns: 60 },
    );
  }, 60_000);

  it('[C-OUT-1] costs no more than linear time after an innocent beginning, up to 1 MiB in the pattern tier', () => {
    for (const unit of ['a', 'a.', '1-', 'eyJa-', 'x=y&', 'a@', '::', '"', '\\']) {
      const small = costOf(patterns, `order ${unit}`, 262_144, 2);
      expect(costOf(patterns, `order ${unit}`, 1_048_576, 1)).toBeLessThan(small * 9 + 120);
    }
  });
});
