import { SHAPE_SHIFT, symbolsOf } from './alphabets.ts';
import { KEY_MAX, KEY_MIN, type Keys } from './keys.ts';

/** Longer texts are not indexed. */
export const INDEXED_MAX = 16_384;

export type AlphabetName = 'letters' | 'shapes';

const SYMBOLS = 1 << 16;
const HASH_BITS = 16;
/** Two symbols in one number: the lower bits alone are a hash of both. */
const pairOf = (first: number, second: number): number => Math.imul(first, 0x9e3779b1) ^ second;
/** A hash with one symbol more. */
const longer = (hash: number, next: number): number => Math.imul(hash, 0x27d4eb2f) ^ next;
/** Pairs are told apart by this many bits of their hash. */
const PAIR_MASK = (1 << 12) - 1;

/** Where the symbols of the text that was read last stand, for one alphabet, and which expressions its grams speak for. */
class Grams {
  readonly symbols = new Uint16Array(INDEXED_MAX);
  /** By symbol and by hash of two, where one was last, plus what all texts before took up: nothing is cleared. */
  readonly last1: Int32Array;
  readonly last2 = new Int32Array(PAIR_MASK + 1);
  /** Where the same symbol, or hash, stood before; negative for nowhere. */
  readonly before1 = new Int32Array(INDEXED_MAX);
  readonly before2 = new Int32Array(INDEXED_MAX);
  /** One bit for every hash of three or four symbols that is a key. */
  readonly keyed = new Uint32Array((1 << HASH_BITS) >> 5);
  /** By hash of a key, the numbers of the expressions that it is one of. */
  readonly #owners = new Map<number, number[]>();
  /** By number of an expression, the text that held one of its keys last. */
  #seen = new Int32Array(256);

  constructor(symbols: number) {
    this.last1 = new Int32Array(symbols);
  }

  addKeys(number: number, keys: Keys): void {
    for (const gram of keys.grams) {
      const hash = hashOf(gram);
      this.keyed[hash >>> 5] = (this.keyed[hash >>> 5] as number) | (1 << (hash & 31));
      this.#owners.set(hash, [...(this.#owners.get(hash) ?? []), number]);
    }
    if (number < this.#seen.length) return;
    const grown = new Int32Array(number * 2);
    grown.set(this.#seen);
    this.#seen = grown;
  }

  /** A key stands in the text that begins at `base`. */
  see(hash: number, base: number): void {
    for (const number of this.#owners.get(hash) as number[]) this.#seen[number] = base;
  }

  /** Whether the text that begins at `base` holds a key of the expression. */
  holdsKey(number: number, base: number): boolean {
    return this.#seen[number] === base;
  }

  forget(): void {
    this.last1.fill(0);
    this.last2.fill(0);
    this.#seen.fill(0);
  }
}

const HASH_MASK = (1 << HASH_BITS) - 1;

function hashOf(gram: string): number {
  const codes = Array.from({ length: gram.length }, (_, at) => gram.charCodeAt(at)) as [number, number];
  if (gram.length < KEY_MIN || gram.length > KEY_MAX) throw new RangeError('no key');
  return codes.slice(2).reduce(longer, pairOf(codes[0], codes[1])) & HASH_MASK;
}

const letters = new Grams(SYMBOLS);
const shapes = new Grams(128);
const alphabets = { letters, shapes };
/** Where the last text begins in `last1` and `last2`, and its length. */
let base = 1;
let length = 0;

/** Reads a text in both alphabets. @returns whether it has halves of surrogate pairs, which have no shape */
export function readGrams(text: string): boolean {
  base += length + 1;
  length = text.length;
  if (base > 0x3fff_ffff) {
    base = 1;
    letters.forget();
    shapes.forget();
  }
  const own = base;
  const {
    symbols: symbolsL,
    last1: lastL1,
    last2: lastL2,
    before1: beforeL1,
    before2: beforeL2,
    keyed: keyedL,
  } = letters;
  const {
    symbols: symbolsS,
    last1: lastS1,
    last2: lastS2,
    before1: beforeS1,
    before2: beforeS2,
    keyed: keyedS,
  } = shapes;
  let [letterBefore, letterPair, letterThree] = [0, 0, 0];
  let [shapeBefore, shapePair, shapeThree] = [0, 0, 0];
  let shapeless = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const both = symbolsOf(code);
    if ((code & 0xf800) === 0xd800) shapeless = true;

    const letter = both & 0xffff;
    symbolsL[at] = letter;
    beforeL1[at] = (lastL1[letter] as number) - own;
    lastL1[letter] = own + at;
    // A pair is known by the place of its second symbol.
    const pairL = pairOf(letterBefore, letter);
    beforeL2[at] = (lastL2[pairL & PAIR_MASK] as number) - own;
    lastL2[pairL & PAIR_MASK] = own + at;
    const threeL = longer(letterPair, letter);
    const fourL = longer(letterThree, letter) & HASH_MASK;
    if (((keyedL[(threeL & HASH_MASK) >>> 5] as number) & (1 << (threeL & 31))) !== 0)
      letters.see(threeL & HASH_MASK, own);
    if (((keyedL[fourL >>> 5] as number) & (1 << (fourL & 31))) !== 0) letters.see(fourL, own);
    letterBefore = letter;
    letterPair = pairL;
    letterThree = threeL;

    const shape = (both >> SHAPE_SHIFT) & 127;
    symbolsS[at] = shape;
    beforeS1[at] = (lastS1[shape] as number) - own;
    lastS1[shape] = own + at;
    const pairS = pairOf(shapeBefore, shape);
    beforeS2[at] = (lastS2[pairS & PAIR_MASK] as number) - own;
    lastS2[pairS & PAIR_MASK] = own + at;
    const threeS = longer(shapePair, shape);
    const fourS = longer(shapeThree, shape) & HASH_MASK;
    if (((keyedS[(threeS & HASH_MASK) >>> 5] as number) & (1 << (threeS & 31))) !== 0)
      shapes.see(threeS & HASH_MASK, own);
    if (((keyedS[fourS >>> 5] as number) & (1 << (fourS & 31))) !== 0) shapes.see(fourS, own);
    shapeBefore = shape;
    shapePair = pairS;
    shapeThree = threeS;
  }
  return shapeless;
}

/** From the next text on, {@link holdsKey} knows of the expression of this number. */
export const addKeys = (alphabet: AlphabetName, number: number, keys: Keys): void =>
  alphabets[alphabet].addKeys(number, keys);

/** Whether the text that was read last holds a key of an expression. */
export const holdsKey = (alphabet: AlphabetName, number: number): boolean => alphabets[alphabet].holdsKey(number, base);

/** Beginnings of matches that have their first symbols in common. */
export interface Prefix {
  first: number;
  /** -1 where it is not known. */
  second: number;
  /** Hash of the first two. */
  pair: number;
  /** The symbols behind these, one of them must follow; undefined where anything may. */
  rests: readonly (readonly number[])[] | undefined;
}

export function prefixesOf(texts: readonly string[]): readonly Prefix[] {
  const prefixes = new Map<string, Prefix>();
  for (const text of texts) {
    const [first, second = -1, ...rest] = Array.from(text, (symbol) => symbol.charCodeAt(0)) as [number];
    const known = prefixes.get(text.slice(0, 2));
    const rests = rest.length === 0 || (known && !known.rests) ? undefined : [...(known?.rests ?? []), rest];
    prefixes.set(text.slice(0, 2), { first, second, rests, pair: pairOf(first, second) & PAIR_MASK });
  }
  return [...prefixes.values()];
}

/**
 * Where in the text that was read last one of the prefixes stands, in no order.
 *
 * @param notAfter ASCII characters behind which a place does not count, one entry each
 * @returns how many places were written to `places`; -1 where there are more than `limit`
 */
export function placesOf(
  alphabet: AlphabetName,
  prefixes: readonly Prefix[],
  notAfter: Uint8Array | undefined,
  text: string,
  places: Int32Array,
  limit: number,
): number {
  const { symbols, last1, last2, before1, before2 } = alphabets[alphabet];
  let count = 0;
  for (const { first, second, pair, rests } of prefixes) {
    if (second < 0) {
      for (let at = (last1[first] as number) - base; at >= 0; at = before1[at] as number) {
        if (notAfter && at > 0 && notAfter[text.charCodeAt(at - 1)] === 1) continue;
        if (count >= limit) return -1;
        places[count] = at;
        count += 1;
      }
      continue;
    }
    for (let at = (last2[pair] as number) - base; at >= 0; at = before2[at] as number) {
      if (symbols[at] !== second || at === 0 || symbols[at - 1] !== first) continue;
      if (notAfter && at > 1 && notAfter[text.charCodeAt(at - 2)] === 1) continue;
      if (rests && !oneStandsAt(symbols, at + 1, rests)) continue;
      if (count >= limit) return -1;
      places[count] = at - 1;
      count += 1;
    }
  }
  return count;
}

function oneStandsAt(symbols: Uint16Array, from: number, rests: readonly (readonly number[])[]): boolean {
  for (const rest of rests) {
    const size = from + rest.length > length ? -1 : rest.length;
    let at = 0;
    while (at < size && symbols[from + at] === rest[at]) at += 1;
    if (at === size) return true;
  }
  return false;
}
