import { vocabulary } from './vocabulary.ts';

/** A set of folded words that is asked by vocabulary id, one array read a word of the text. */
export class WordSet {
  readonly #members: Uint8Array;

  constructor(words: Iterable<string>) {
    const ids = vocabulary.addAll(words);
    this.#members = new Uint8Array(Math.max(...ids) + 1);
    for (const id of ids) this.#members[id] = 1;
  }

  /** Whether the word with this id is a member; id 0, a word unknown to the vocabulary, never is. */
  hasId(id: number): boolean {
    return this.#members[id] === 1;
  }
}
