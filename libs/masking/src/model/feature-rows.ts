import { Gap } from './tokens.ts';

/** Features are rows of a table that is never held whole: of its 2²² rows some hundred thousand have weights. */
export const ROW_SPACE = 1 << 22;
const ROW_MASK = ROW_SPACE - 1;
/** What stands beyond the ends of a paragraph. */
export const OUTSIDE = 7;

/** The row of a feature: which template it is made by, and what is the case. */
export const row = (template: number, value: number): number => {
  let hash = Math.imul(value ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 13)) & ROW_MASK;
};
export const pair = (left: number, right: number): number => Math.imul(left, 0x01000193) ^ Math.imul(right, 0x27d4eb2f);

/** A token's value inside the paragraph, from `first` to `last`; `outside` beyond its ends. */
export const valueAt = (
  values: ArrayLike<number>,
  place: number,
  first: number,
  last: number,
  outside: number,
): number => (place < first || place > last ? outside : (values[place] as number));

/** What stands before a token and behind it; the ends of the paragraph are gaps of their own. */
export const gapBeforeOf = (gaps: Uint8Array, place: number, first: number): number =>
  place === first ? Gap.paragraph : (gaps[place] as number);
export const gapAfterOf = (gaps: Uint8Array, place: number, last: number): number =>
  place === last ? Gap.paragraph : (gaps[place + 1] as number);
