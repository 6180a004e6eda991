/**
 * A small seeded generator of numbers (sfc32, PractRand-tested, public domain design by Chris Doty-Humphrey): the same seed gives
 * the same tickets on every machine and with every version of every dependency.
 */
export class Random {
  readonly #state: Uint32Array;

  /** @param seeds any whole numbers; each combination is a stream of its own */
  constructor(...seeds: readonly number[]) {
    this.#state = new Uint32Array([0x9e3779b9, 0x243f6a88, 0xb7e15162, 1]);
    for (const seed of seeds) {
      for (let at = 0; at < 3; at += 1) this.#state[at] = Math.imul((this.#state[at] ?? 0) ^ (seed + at), 0x85ebca6b);
      for (let warmUp = 0; warmUp < 12; warmUp += 1) this.next();
    }
  }

  /** A number from 0 (included) to 2³² (excluded). */
  next(): number {
    const s = this.#state;
    const [a, b, c, d] = s as unknown as [number, number, number, number];
    const result = (a + b + d) >>> 0;
    s[3] = d + 1;
    s[0] = b ^ (b >>> 9);
    s[1] = c + (c << 3);
    s[2] = ((c << 21) | (c >>> 11)) + result;
    return result;
  }

  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number {
    return min + Math.floor((this.next() / 2 ** 32) * (max - min + 1));
  }

  chance(probability: number): boolean {
    return this.next() / 2 ** 32 < probability;
  }

  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new RangeError('nothing to pick from');
    return items[this.int(0, items.length - 1)] as T;
  }

  shuffle<T>(items: readonly T[]): T[] {
    const copy = [...items];
    for (let at = copy.length - 1; at > 0; at -= 1) {
      const other = this.int(0, at);
      [copy[at], copy[other]] = [copy[other] as T, copy[at] as T];
    }
    return copy;
  }

  /** `length` characters of an alphabet. */
  string(length: number, alphabet: string): string {
    let text = '';
    for (let at = 0; at < length; at += 1) text += alphabet[this.int(0, alphabet.length - 1)];
    return text;
  }

  digits(length: number): string {
    return this.string(length, '0123456789');
  }

  /** `#` a digit, `%` a digit from 1, `?` a capital letter, `*` a lower-case letter or digit; `\` takes the next literally. */
  pattern(pattern: string): string {
    return pattern.replace(/\\(.)|[#%?*]/g, (symbol, literal: string | undefined) => {
      if (literal !== undefined) return literal;
      if (symbol === '#') return this.digits(1);
      if (symbol === '%') return this.string(1, '123456789');
      return this.string(1, symbol === '?' ? LETTERS : LOWER_AND_DIGITS);
    });
  }
}

export const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const DIGITS = '0123456789';
export const HEX = '0123456789abcdef';
export const LOWER_AND_DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789';
export const ALPHANUMERIC = `${LETTERS}${LOWER_AND_DIGITS}`;
