import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toMarginals } from './chain.ts';
import { WIDTH } from './labels.ts';

/** Marginals by going through every path: what the chain computes by dynamic programming. */
function byEnumeration(scores: readonly number[], count: number, transitions: Float64Array): number[] {
  const sums = new Array<number>(count * WIDTH).fill(0);
  const visit = (path: number[], weight: number): void => {
    if (path.length === count) {
      for (const [token, label] of path.entries())
        sums[token * WIDTH + label] = (sums[token * WIDTH + label] ?? 0) + weight;
      return;
    }
    for (let label = 0; label < WIDTH; label += 1) {
      const before = path.at(-1);
      const step = before === undefined ? 1 : (transitions[before * WIDTH + label] as number);
      visit([...path, label], weight * step * Math.exp(scores[path.length * WIDTH + label] as number));
    }
  };
  visit([], 1);
  const all = sums.slice(0, WIDTH).reduce((sum, value) => sum + value, 0);
  return sums.map((sum) => sum / all);
}

const score = fc.double({ min: -2, max: 2, noNaN: true });

it('gives the marginals that going through every path gives', () => {
  const cases = fc.record({
    scores: fc.array(score, { minLength: 3 * WIDTH, maxLength: 3 * WIDTH }),
    transitions: fc.array(score, { minLength: WIDTH * WIDTH, maxLength: WIDTH * WIDTH }),
  });
  fc.assert(
    fc.property(cases, ({ scores, transitions }) => {
      const exponentials = Float64Array.from(transitions, Math.exp);
      const marginals = Float64Array.from(scores);
      toMarginals(marginals, 3, exponentials);
      for (const [index, expected] of byEnumeration(scores, 3, exponentials).entries())
        expect(marginals[index]).toBeCloseTo(expected, 9);
    }),
    { numRuns: 20 },
  );
});

it('gives probabilities, however long the chain and however high the scores', () => {
  const count = 5_000;
  const scores = Float64Array.from({ length: count * WIDTH }, (_, index) => ((index * 7_919) % 101) * 8 - 400);
  toMarginals(scores, count, new Float64Array(WIDTH * WIDTH).fill(1));
  for (let token = 0; token < count; token += 1) {
    const sum = scores.subarray(token * WIDTH, (token + 1) * WIDTH).reduce((all, one) => all + one, 0);
    expect(sum).toBeCloseTo(1, 9);
  }
});
