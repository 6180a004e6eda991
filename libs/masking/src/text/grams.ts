import { SHAPE_SHIFT, symbolsOf } from './alphabets.ts';
import { KEY_MAX, KEY_MIN, type Keys } from './keys.ts';

/** What the arrays have room for at first: texts of this length, in units. A longer text makes them longer. */
export const ROOM = 65_536;

export type AlphabetName = 'letters' | 'shapes';

const HASH_BITS = 16;
const HASH_MASK = (1 << HASH_BITS) - 1;
/** Two symbols in one number: the lower bits alone are a hash of both. */
const pairOf = (first: number, second: number): number => Math.imul(first, 0x9e3779b1) ^ second;
/** A hash with one symbol more. */
const longer = (hash: number, next: number): number => Math.imul(hash, 0x27d4eb2f) ^ next;
/** Pairs are told apart by this many bits of their hash. */
const PAIR_MASK = (1 << 12) - 1;

/** Where the pairs of the text that was read last stand, in one alphabet, and which expressions its grams speak for. */
class Grams {
  readonly #shift: number;
  readonly #mask: number;
  /** The symbol of every unit. */
  symbols = new Uint16Array(ROOM);
  /** By hash of a pair, where it was last, plus what all texts before took up: nothing is cleared. */
  readonly last = new Int32Array(PAIR_MASK + 1);
  /** Where the same hash stood before; negative for nowhere. A pair is known by the place of its second symbol. */
  before = new Int32Array(ROOM);
  /** As {@link last} and {@link before}, of single symbols; read when one is asked for. */
  readonly #lastOne = new Int32Array(PAIR_MASK + 1);
  #beforeOne = new Int32Array(ROOM);
  #onesOf = 0;
  /** One bit for every hash of three or four symbols that is a key. */
  readonly #keyed = new Uint32Array((1 << HASH_BITS) >> 5);
  /** By hash of a key, its place in the lists of owners, and the text it was seen in last. */
  readonly #slots = new Uint16Array(1 << HASH_BITS);
  readonly #seenIn = new Int32Array(1 << HASH_BITS);
  /** The numbers of the expressions that a key is one of. */
  readonly #owners: number[][] = [[]];
  /** By number of an expression, the text that held one of its keys last. */
  #seen = new Int32Array(256);

  /** @param shift of the alphabet's symbol in what `symbolsOf` gives; @param mask of the symbol */
  constructor(shift: number, mask: number) {
    this.#shift = shift;
    this.#mask = mask;
  }

  /** Where a symbol was last in the text that begins at `base`; {@link placeBefore} leads on. Negative for nowhere. */
  lastPlace(symbol: number, base: number, size: number): number {
    if (this.#onesOf !== base) this.#readOnes(base, size);
    return this.#symbolFrom((this.#lastOne[symbol & PAIR_MASK] as number) - base, symbol);
  }

  placeBefore(at: number): number {
    return this.#symbolFrom(this.#beforeOne[at] as number, this.symbols[at] as number);
  }

  #symbolFrom(from: number, symbol: number): number {
    let at = from;
    while (at >= 0 && this.symbols[at] !== symbol) at = this.#beforeOne[at] as number;
    return at;
  }

  #readOnes(base: number, size: number): void {
    this.#onesOf = base;
    for (let at = 0; at < size; at += 1) {
      const slot = (this.symbols[at] as number) & PAIR_MASK;
      this.#beforeOne[at] = (this.#lastOne[slot] as number) - base;
      this.#lastOne[slot] = base + at;
    }
  }

  read(text: string, base: number): void {
    if (text.length > this.symbols.length) this.#makeRoom(text.length);
    const [shift, mask, last, before, keyed] = [this.#shift, this.#mask, this.last, this.before, this.#keyed];
    const symbols = this.symbols;
    let symbolBefore = 0;
    let pairBefore = 0;
    let threeBefore = 0;
    for (let at = 0; at < text.length; at += 1) {
      const symbol = (symbolsOf(text.charCodeAt(at)) >> shift) & mask;
      symbols[at] = symbol;
      const pair = pairOf(symbolBefore, symbol);
      before[at] = (last[pair & PAIR_MASK] as number) - base;
      last[pair & PAIR_MASK] = base + at;
      const three = longer(pairBefore, symbol);
      const four = longer(threeBefore, symbol);
      if (((keyed[(three & HASH_MASK) >>> 5] as number) & (1 << (three & 31))) !== 0)
        this.#see(three & HASH_MASK, base);
      if (((keyed[(four & HASH_MASK) >>> 5] as number) & (1 << (four & 31))) !== 0) this.#see(four & HASH_MASK, base);
      symbolBefore = symbol;
      pairBefore = pair;
      threeBefore = three;
    }
  }

  /** What the arrays held of the text before is forgotten with it. */
  #makeRoom(length: number): void {
    this.symbols = new Uint16Array(length);
    this.before = new Int32Array(length);
    this.#beforeOne = new Int32Array(length);
  }

  addKeys(number: number, keys: Keys): void {
    for (const gram of keys.grams) {
      const hash = hashOf(gram);
      this.#keyed[hash >>> 5] = (this.#keyed[hash >>> 5] as number) | (1 << (hash & 31));
      const slot = this.#slots[hash] as number;
      if (slot === 0) this.#slots[hash] = this.#owners.push([number]) - 1;
      else (this.#owners[slot] as number[]).push(number);
    }
    if (number < this.#seen.length) return;
    const grown = new Int32Array(number * 2);
    grown.set(this.#seen);
    this.#seen = grown;
  }

  #see(hash: number, base: number): void {
    if (this.#seenIn[hash] === base) return;
    this.#seenIn[hash] = base;
    const numbers = this.#owners[this.#slots[hash] as number] as number[];
    for (let index = 0; index < numbers.length; index += 1) this.#seen[numbers[index] as number] = base;
  }

  /** Whether the text that begins at `base` holds a key of the expression. */
  holdsKey(number: number, base: number): boolean {
    return this.#seen[number] === base;
  }

  forget(): void {
    this.last.fill(0);
    this.#lastOne.fill(0);
    this.#onesOf = 0;
    this.#seen.fill(0);
    this.#seenIn.fill(0);
  }
}

function hashOf(gram: string): number {
  const codes = Array.from({ length: gram.length }, (_, at) => gram.charCodeAt(at)) as [number, number];
  if (gram.length < KEY_MIN || gram.length > KEY_MAX) throw new RangeError('no key');
  return codes.slice(2).reduce(longer, pairOf(codes[0], codes[1])) & HASH_MASK;
}

const letters = new Grams(0, 0xffff);
const shapes = new Grams(SHAPE_SHIFT, 127);
const alphabets = { letters, shapes };
/** Where the last text begins, after all texts before it, and its length. */
let base = 1;
let length = 0;
/** Reads a text in both alphabets. */
export function readGrams(text: string): void {
  base += length + 1;
  length = text.length;
  if (base > 0x3fff_ffff) {
    base = 1;
    letters.forget();
    shapes.forget();
  }
  letters.read(text, base);
  shapes.read(text, base);
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

/** Of more than this many ways to go on, the first symbol alone is looked at. */
const RESTS_MAX = 4;

export function prefixesOf(texts: readonly string[]): readonly Prefix[] {
  const prefixes = new Map<string, Prefix>();
  for (const text of texts) {
    const [first, second = -1, ...rest] = Array.from(text, (symbol) => symbol.charCodeAt(0)) as [number];
    const known = prefixes.get(text.slice(0, 2));
    const rests = rest.length === 0 || (known && !known.rests) ? undefined : [...(known?.rests ?? []), rest];
    prefixes.set(text.slice(0, 2), { first, second, rests, pair: pairOf(first, second) & PAIR_MASK });
  }
  return Array.from(prefixes.values(), (prefix) => ({ ...prefix, rests: prefix.rests && fewer(prefix.rests) }));
}

function fewer(rests: readonly (readonly number[])[]): readonly (readonly number[])[] {
  if (rests.length <= RESTS_MAX) return rests;
  return Array.from(new Set(rests.map(([first]) => first as number)), (first) => [first]);
}

/**
 * Where in the text that was read last one of the prefixes stands, in no order.
 *
 * @param notAfter ASCII characters behind which a place does not count, one entry each
 * @returns how many places were written to `places`, beginning at `from`; -1 where there are more than `limit`
 */
export function placesOf(
  alphabet: AlphabetName,
  prefixes: readonly Prefix[],
  notAfter: Uint8Array | undefined,
  text: string,
  places: Int32Array,
  from: number,
  limit: number,
): number {
  const grams = alphabets[alphabet];
  const { symbols, last, before } = grams;
  let count = 0;
  for (const { first, second, pair, rests } of prefixes) {
    if (second < 0) {
      for (let at = grams.lastPlace(first, base, length); at >= 0; at = grams.placeBefore(at)) {
        if (notAfter && at > 0 && notAfter[text.charCodeAt(at - 1)] === 1) continue;
        if (count >= limit) return -1;
        places[from + count] = at;
        count += 1;
      }
      continue;
    }
    for (let at = (last[pair] as number) - base; at >= 0; at = before[at] as number) {
      if (at === 0 || symbols[at] !== second || symbols[at - 1] !== first) continue;
      if (notAfter && at > 1 && notAfter[text.charCodeAt(at - 2)] === 1) continue;
      if (rests && !oneStandsAt(symbols, at + 1, rests)) continue;
      if (count >= limit) return -1;
      places[from + count] = at - 1;
      count += 1;
    }
  }
  return count;
}

function oneStandsAt(symbols: Uint16Array, from: number, rests: readonly (readonly number[])[]): boolean {
  for (let index = 0; index < rests.length; index += 1) {
    const rest = rests[index] as readonly number[];
    const size = from + rest.length > length ? -1 : rest.length;
    let at = 0;
    while (at < size && symbols[from + at] === rest[at]) at += 1;
    if (at === size) return true;
  }
  return false;
}
