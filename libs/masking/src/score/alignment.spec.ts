import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { surviving } from './alignment.ts';

/** Length of a longest common subsequence, by the textbook's table. */
function lengthOf(before: readonly string[], after: readonly string[]): number {
  let row = new Array<number>(after.length + 1).fill(0);
  for (const item of before) {
    const next = [0];
    for (const [at, other] of after.entries()) {
      next.push(item === other ? (row[at] as number) + 1 : Math.max(row[at + 1] as number, next[at] as number));
    }
    row = next;
  }
  return row[after.length] as number;
}

function isSubsequence(kept: readonly string[], of: readonly string[]): boolean {
  let at = 0;
  for (const item of of) if (item === kept[at]) at += 1;
  return at === kept.length;
}

const words = (max: number) => fc.array(fc.constantFrom(...'abcdef'), { maxLength: max });
const keptOf = (before: readonly string[], flags: readonly boolean[]) => before.filter((_, at) => flags[at]);

describe('aligning a text with its masked form', () => {
  it('finds a longest common subsequence', () => {
    fc.assert(
      fc.property(words(40), words(40), (before, after) => {
        const kept = keptOf(before, surviving(before, after));
        expect(isSubsequence(kept, after)).toBe(true);
        expect(kept).toHaveLength(lengthOf(before, after));
      }),
    );
  });

  it.each([
    ['by Ada Okafor Okafor Ltd from Ada', 'by [1] Okafor Ltd from [1]', 'by Okafor Ltd from', 2],
    ['sign: Okafor Ada Okafor Ltd now', 'sign: [1] Okafor Ltd now', 'sign: Okafor Ltd now', 1],
    ['Okafor Ltd Okafor Ada', 'Okafor Ltd [1]', 'Okafor Ltd', 2],
  ])('takes what stands where something was put in its place as lost: %s', (before, after, kept, lost) => {
    const flags = surviving(before.split(' '), after.split(' '));
    expect(keptOf(before.split(' '), flags).join(' ')).toBe(kept);
    expect(flags[lost]).toBe(false);
  });

  it('keeps everything of a long text but what was replaced, and stays quick', () => {
    const before = Array.from({ length: 60_000 }, (_, at) => (at % 3 === 0 ? `w${at}` : 'the'));
    const after = before.map((word, at) => (at % 10 === 0 ? '[PERSON_1]' : word));
    const begun = performance.now();
    const flags = surviving(before, after);
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(flags.filter(Boolean)).toHaveLength(54_000);
  });

  it('never calls surviving what is not in the result, even where nothing is unique', () => {
    const before = Array.from({ length: 9_000 }, (_, at) => 'abc'[at % 3] as string);
    const after = Array.from({ length: 6_000 }, (_, at) => 'cab'[(at * 7) % 3] as string);
    expect(isSubsequence(keptOf(before, surviving(before, after)), after)).toBe(true);
  });
});
