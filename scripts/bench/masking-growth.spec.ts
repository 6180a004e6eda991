import { describe, expect, it } from 'vitest';
import { catalogueGrowth, huntSuperlinear } from './masking-growth.ts';
import { ADVERSARIAL, repeated } from './masking-texts.ts';

/** Looks through all that follows every `@`, as a careless pattern does. */
function careless(text: string): number {
  let found = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    found += text.indexOf('\u0001', at);
  }
  return found;
}

describe('looking for texts whose time grows faster than their length', { timeout: 60_000 }, () => {
  it('finds the unit that drives a careless scanner into quadratic time', () => {
    const [worst] = catalogueGrowth(careless, 8_192, 65_536);
    expect(worst?.ratio).toBeGreaterThan(2.3);
    expect(ADVERSARIAL[worst?.unit ?? '']).toContain('@');
  });

  it('hunts it down without being told, and shrinks it', () => {
    const { found } = huntSuperlinear(careless, 2.3, 16_384, 400, 5_000);
    expect(found).toContain('@');
  });

  it('finds nothing in a scanner that reads once', () => {
    const linear = (text: string) => text.lastIndexOf('@@@');
    expect(catalogueGrowth(linear, 8_192, 32_768).filter(({ ratio }) => ratio > 2.3)).toEqual([]);
    expect(huntSuperlinear(linear, 2.3, 16_384, 50, 5_000).found).toBeUndefined();
  });

  it('makes well-formed texts of the length asked for', () => {
    for (const unit of Object.values(ADVERSARIAL)) {
      const text = repeated(unit, 1_001);
      expect(text).toHaveLength(1_001);
      expect(text.isWellFormed()).toBe(true);
    }
  });
});
