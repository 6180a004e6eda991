import type { CharacterSet, Syntax } from './regex-syntax.ts';

/** What every match begins with before its first gap. */
export interface Lead {
  /** So many characters at the least. */
  length: number;
  /** Of each of these sets of {@link marksOf}, one stands there. */
  needs: readonly number[];
}

/** `solid`: no match holds a gap, what follows it is read on. */
interface Part extends Lead {
  solid: boolean;
}

const NOTHING: Part = { length: 0, needs: [], solid: true };
const OPEN: Part = { length: 0, needs: [], solid: false };
const GAPS = [9, 10, 13, 32];

/** No space, tab or line break. */
export const isSolid = (code: number): boolean => code > 32 || !GAPS.includes(code);

const Mark = { digit: 1, upper: 2, lower: 4, foreign: 8, other: 16 };
/** Signs that tell shapes of values apart, one bit each. */
const SIGNS = '-_.:@=+/';
const FIRST_SIGN = 5;
const LETTERS = Mark.upper | Mark.lower | Mark.foreign;
const MARKS_OF_CLASS: Readonly<Record<string, number>> = {
  d: Mark.digit,
  w: Mark.digit | LETTERS | (1 << (FIRST_SIGN + SIGNS.indexOf('_'))),
  L: LETTERS,
  Lu: Mark.upper | Mark.foreign,
  Ll: Mark.lower | Mark.foreign,
  M: Mark.foreign,
};
const MARKS_OF_ASCII = Uint16Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[0-9]/.test(character)) return Mark.digit;
  if (/[A-Za-z]/.test(character)) return character < 'a' ? Mark.upper : Mark.lower;
  return SIGNS.includes(character) ? 1 << (FIRST_SIGN + SIGNS.indexOf(character)) : Mark.other;
});

/** What kind of character it is, one bit. */
export const marksOf = (code: number): number => (code < 128 ? (MARKS_OF_ASCII[code] as number) : Mark.foreign);

/** What stands in every match before its first gap, as far as that is plain. */
export function leadOf(syntax: Syntax, ignoreCase: boolean): Lead {
  const { length, needs } = read(syntax, ignoreCase);
  return { length, needs: [...new Set(needs)] };
}

function read(syntax: Syntax, ignoreCase: boolean): Part {
  switch (syntax.kind) {
    case 'any':
      return OPEN;
    case 'set':
      if (!holdsNoGap(syntax)) return OPEN;
      return { length: 1, needs: syntax.negated ? [] : marksOfSet(syntax, ignoreCase), solid: true };
    case 'assertion':
      return syntax.follows && syntax.inside ? { ...NOTHING, needs: read(syntax.inside, ignoreCase).needs } : NOTHING;
    case 'choice': {
      const options = syntax.options.map((option) => read(option, ignoreCase));
      return {
        length: Math.min(...options.map(({ length }) => length)),
        needs: options.every(({ needs }) => needs.length > 0)
          ? [options.reduce((marks, { needs }) => marks | (needs[0] as number), 0)]
          : [],
        solid: options.every(({ solid }) => solid),
      };
    }
    case 'repetition': {
      const inside = read(syntax.inside, ignoreCase);
      if (syntax.min === 0) return inside.solid ? NOTHING : OPEN;
      return inside.solid ? { ...inside, length: inside.length * syntax.min } : inside;
    }
    case 'sequence': {
      let length = 0;
      const needs: number[] = [];
      for (const part of syntax.parts) {
        const own = read(part, ignoreCase);
        length += own.length;
        needs.push(...own.needs);
        if (!own.solid) return { length, needs, solid: false };
      }
      return { length, needs, solid: true };
    }
  }
}

function holdsNoGap({ negated, ranges, classes }: CharacterSet): boolean {
  const named = (code: number) => ranges.some(([from, to]) => code >= from && code <= to);
  if (negated) return classes.includes('s') || GAPS.every(named);
  return !GAPS.some(named) && !classes.some((name) => name === 's' || name === 'other');
}

function marksOfSet({ ranges, classes }: CharacterSet, ignoreCase: boolean): number[] {
  let marks = 0;
  for (const name of classes) {
    const own = MARKS_OF_CLASS[name];
    if (own === undefined) return [];
    marks |= own;
  }
  for (const [from, to] of ranges) {
    for (let code = from; code <= Math.min(to, 127); code += 1) marks |= marksOf(code);
    if (to > 127) marks |= Mark.foreign;
  }
  if (ignoreCase && (marks & LETTERS) !== 0) marks |= LETTERS;
  return [marks];
}
