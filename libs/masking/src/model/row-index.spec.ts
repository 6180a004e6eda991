import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RowIndex } from './row-index.ts';

const SPACE = 300;

it('knows the place of each row that it holds, and none of the others', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(SPACE - 1)), (unordered) => {
      const rows = unordered.sort((left, right) => left - right);
      const index = new RowIndex(SPACE);
      expect(rows.map((row) => index.push(row))).toEqual(rows.map((_, place) => place));
      for (let row = 0; row < SPACE; row += 1) expect(index.placeOf(row)).toBe(rows.indexOf(row));
    }),
  );
});
