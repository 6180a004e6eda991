import { foldCode, Kind, kindOf } from './characters.ts';
import type { CharacterSet } from './regex-syntax.ts';

/** How the characters of a text are told apart when a text is searched for what an expression needs. */
export interface Alphabet {
  /** The symbols that characters of a set have; undefined where they are too many to tell. */
  symbolsOf(set: CharacterSet, ignoreCase: boolean): ReadonlySet<number> | undefined;
  /** About how many of a thousand units of a text are this symbol; more for those that seldom stand alone. */
  frequencyOf(symbol: number): number;
}

const frequencyIn = (table: Readonly<Record<string, number>>) => {
  const frequencies = new Map(Object.entries(table).map(([symbol, often]) => [symbol.charCodeAt(0), often]));
  return (symbol: number) => frequencies.get(symbol) ?? RARE;
};
const RARE = 3;
const MARKS = { '.': 12, ',': 9, '-': 9, '/': 4, ':': 8, '\n': 12, ' ': 160, '0': 400 };

/** The most symbols that are followed one by one. */
const SYMBOLS_MAX = 6;
/** Characters of longer ranges are not looked at one by one. */
const RANGE_MAX = 64;
const ZERO = 48;
const SPACE = 32;
const NEWLINE = 10;
/** Lone halves of surrogate pairs; a set that holds characters beyond the first plane is not followed. */
const LAST_SIMPLE = 0xffff;

/**
 * The letter of a character: equal for all digits, for all spaces, and for characters that case or accents tell apart; what
 * an expression that ignores case holds equal has one letter.
 */
export function letterOf(code: number): number {
  if (code >= 48 && code <= 57) return ZERO;
  const character = String.fromCharCode(code);
  if (code !== NEWLINE && /\s/.test(character)) return SPACE;
  const folded = String.fromCharCode(foldCode(code));
  const cased = folded.toUpperCase().toLowerCase();
  return cased.length === 1 ? foldCode(cased.charCodeAt(0)) : foldCode(code);
}

export const LETTERS: Alphabet = {
  frequencyOf: frequencyIn({
    ...{ ...MARKS, e: 95, t: 68, a: 62, o: 58, i: 55, n: 55, s: 50, r: 48, h: 40, l: 33, d: 30, c: 24, u: 23 },
    ...{ m: 20, f: 16, p: 16, g: 15, w: 14, y: 13, b: 12, v: 8, k: 8 },
  }),
  symbolsOf({ negated, ranges, classes }) {
    if (negated) return undefined;
    const symbols = new Set<number>();
    for (const name of classes) {
      if (name === 'd') symbols.add(ZERO);
      else if (name === 's') symbols.add(SPACE).add(NEWLINE);
      else return undefined;
    }
    for (const [from, to] of ranges) {
      if (to > LAST_SIMPLE || to - from > RANGE_MAX) return undefined;
      for (let code = from; code <= to; code += 1) symbols.add(letterOf(code));
    }
    return symbols.size > SYMBOLS_MAX ? undefined : symbols;
  },
};

/** Shapes: ASCII's punctuation as it stands, one symbol each for what else there is. */
const Shape = { upper: 65, lower: 97, uncased: 120, digit: ZERO, space: SPACE, newline: NEWLINE, other: 127 } as const;
const SHAPE_OF_KIND = Uint8Array.from(
  Object.entries(Kind).sort((left, right) => left[1] - right[1]),
  ([name]) => Shape[name === 'mark' ? 'uncased' : (name as keyof typeof Shape)],
);

/** The shape of a character: what case its letter has, or which mark it is. */
export function shapeOf(code: number): number {
  const kind = kindOf(code);
  if (kind === Kind.other) return code < 128 && code > 32 ? code : Shape.other;
  return code === 13 ? Shape.space : (SHAPE_OF_KIND[kind] as number);
}

const ANY_LETTER = [Shape.upper, Shape.lower, Shape.uncased];
const SHAPES_OF_CLASS: Readonly<Record<string, readonly number[]>> = {
  d: [Shape.digit],
  s: [Shape.space, Shape.newline, Shape.other],
  w: [...ANY_LETTER, Shape.digit, 95],
  L: ANY_LETTER,
  Lu: [Shape.upper],
  Ll: [Shape.lower],
  Lo: [Shape.uncased],
  M: [Shape.uncased],
  N: [Shape.digit, Shape.other],
  Nd: [Shape.digit, Shape.other],
};

/** Only for texts without surrogates: their halves have no shape of their own. */
export const SHAPES: Alphabet = {
  frequencyOf: frequencyIn({ ...MARKS, a: 600, A: 120, x: 500, '\x7f': 10 }),
  symbolsOf({ negated, ranges, classes }, ignoreCase) {
    if (negated) return undefined;
    const symbols = new Set<number>();
    for (const name of classes) {
      const shapes = SHAPES_OF_CLASS[name] ?? (name.startsWith('Script=') ? [...ANY_LETTER, Shape.other] : undefined);
      if (shapes === undefined) return undefined;
      for (const shape of shapes) symbols.add(shape);
    }
    for (const [from, to] of ranges) {
      if (to - from > RANGE_MAX && from < 128) return undefined;
      if (to - from > RANGE_MAX) for (const shape of [...ANY_LETTER, Shape.other]) symbols.add(shape);
      else for (let code = from; code <= to; code += 1) symbols.add(code > LAST_SIMPLE ? Shape.other : shapeOf(code));
    }
    if (ignoreCase && (symbols.has(Shape.upper) || symbols.has(Shape.lower))) symbols.add(Shape.upper).add(Shape.lower);
    return symbols.size > SYMBOLS_MAX ? undefined : symbols;
  },
};

const symbols = new Uint32Array(65_536);
/** Says that an entry of the table was computed. */
const COMPUTED = 1 << 30;
export const SHAPE_SHIFT = 16;

/** The letter of a character in the low 16 bits, its shape in the seven above. */
export const symbolsOf = (code: number): number => (symbols[code] as number) || computeSymbols(code);

function computeSymbols(code: number): number {
  const both = COMPUTED | (shapeOf(code) << SHAPE_SHIFT) | letterOf(code);
  symbols[code] = both;
  return both;
}
