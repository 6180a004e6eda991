import { vocabulary } from './vocabulary.ts';

/** Bits of folded words, asked by vocabulary id: one array read a word of the text. */
export class WordTable {
  #bits = new Int32Array(1 << 8);

  add(words: Iterable<string>, bits: number): void {
    for (const id of vocabulary.addAll(words)) {
      if (id >= this.#bits.length) this.#grow(id);
      this.#bits[id] = (this.#bits[id] as number) | bits;
    }
  }

  /** 0 for words that were not added. */
  of(id: number): number {
    return id < this.#bits.length ? (this.#bits[id] as number) : 0;
  }

  #grow(id: number): void {
    const bits = new Int32Array(id * 2);
    bits.set(this.#bits);
    this.#bits = bits;
  }
}
