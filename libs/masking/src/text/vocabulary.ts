/** Working hash of a word: of its folded code units, in order (FNV-1a). */
export const HASH_SEED = 0x811c9dc5 | 0;
export const hashStep = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
/** Working hash of a whole word that is folded already. */
export function hashOf(word: string): number {
  let hash = HASH_SEED;
  for (let index = 0; index < word.length; index += 1) hash = hashStep(hash, word.charCodeAt(index));
  return hash;
}

/**
 * The folded words the detectors ask for, numbered from 1. One look-up a word of the text replaces one in every
 * detector's own set; `idAt` gives 0 for all other words.
 */
export class Vocabulary {
  /** By id; the string is shared, so that asking a set for it does not hash it again. */
  readonly #words: string[] = [''];
  #hashes = new Int32Array(1 << 12);
  #ids = new Uint16Array(1 << 12);

  get size(): number {
    return this.#words.length;
  }

  /** Adds folded words; returns their ids. */
  addAll(words: Iterable<string>): number[] {
    return Array.from(words, (word) => this.#add(word));
  }

  wordOf(id: number): string {
    return this.#words[id] as string;
  }

  /** The id of a folded word, or 0. */
  idOf(word: string): number {
    const slot = this.#slotOf(hashOf(word), word);
    return this.#ids[slot] as number;
  }

  /** The id of the word of folded code units from `start` to `end`, whose hash the caller has, or 0. */
  idAt(codes: Uint16Array, start: number, end: number, hash: number): number {
    const mask = this.#hashes.length - 1;
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const id = this.#ids[slot] as number;
      if (id === 0) return 0;
      if (this.#hashes[slot] === hash && sameWord(this.#words[id] as string, codes, start, end)) return id;
    }
  }

  #add(word: string): number {
    const known = this.idOf(word);
    if (known !== 0) return known;
    if (this.#words.length * 3 > this.#hashes.length) this.#grow();
    const id = this.#words.length;
    if (id > 0xffff) throw new RangeError('vocabulary of more than 65,535 words');
    this.#words.push(word);
    this.#place(word, id);
    return id;
  }

  #grow(): void {
    this.#hashes = new Int32Array(this.#hashes.length * 2);
    this.#ids = new Uint16Array(this.#hashes.length);
    for (let id = 1; id < this.#words.length; id += 1) this.#place(this.#words[id] as string, id);
  }

  #place(word: string, id: number): void {
    const hash = hashOf(word);
    const slot = this.#slotOf(hash, word);
    this.#hashes[slot] = hash;
    this.#ids[slot] = id;
  }

  /** The slot that holds `word`, or the free one where it belongs. */
  #slotOf(hash: number, word: string): number {
    const mask = this.#hashes.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (this.#ids[slot] !== 0) {
      if (this.#hashes[slot] === hash && this.#words[this.#ids[slot] as number] === word) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}

function sameWord(word: string, codes: Uint16Array, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let index = 0; index < word.length; index += 1) {
    if (word.charCodeAt(index) !== codes[start + index]) return false;
  }
  return true;
}

/** The one vocabulary; modules add their words as they are loaded. */
export const vocabulary = new Vocabulary();
