/**
 * The rows of a large space that have weights, and the place of each among them: a bit a row, and beside every 32 bits how
 * many rows stand before them (a rank directory, Jacobson 1989), so that one look-up is one place in memory.
 */
export class RowIndex {
  /** Bits and counts by turns. */
  readonly #words: Int32Array;
  #count = 0;

  /** @param space how many rows there may be */
  constructor(space: number) {
    this.#words = new Int32Array(Math.ceil(space / 32) * 2);
  }

  /** Rows come in rising order; returns the place of the row. */
  push(row: number): number {
    const at = (row >>> 5) * 2;
    const bits = this.#words[at] as number;
    if (bits === 0) this.#words[at + 1] = this.#count;
    this.#words[at] = bits | (1 << (row & 31));
    this.#count += 1;
    return this.#count - 1;
  }

  /** The place of a row, or -1 where it has no weights. */
  placeOf(row: number): number {
    const at = (row >>> 5) * 2;
    const bits = this.#words[at] as number;
    const bit = 1 << (row & 31);
    return (bits & bit) === 0 ? -1 : (this.#words[at + 1] as number) + ones(bits & (bit - 1));
  }
}

/** How many bits of a word are set. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
