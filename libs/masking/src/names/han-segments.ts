/** Words of a run of Han characters and kana by the dictionary of the runtime; ICU's one knows no names of people. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Longer runs are cut: nobody writes sentences of so many characters without a mark. */
const RUN_MAX = 160;

/** Where the words of one run begin and end; the dictionary is asked when somebody wants to know. */
export class HanSegments {
  readonly #text: string;
  readonly #from: number;
  readonly #to: number;
  #known: Uint8Array | undefined;

  constructor(text: string, start: number, end: number) {
    this.#text = text;
    this.#from = start;
    this.#to = end;
  }

  get #boundaries(): Uint8Array {
    if (this.#known) return this.#known;
    const boundaries = new Uint8Array(this.#to - this.#from + 1);
    boundaries[this.#to - this.#from] = 1;
    for (let at = this.#from; at < this.#to; at += RUN_MAX) {
      for (const { index } of segmenter.segment(this.#text.slice(at, Math.min(this.#to, at + RUN_MAX))))
        boundaries[at - this.#from + index] = 1;
    }
    this.#known = boundaries;
    return boundaries;
  }

  /** Whether a word begins or ends at an offset of the text. */
  isBoundary(offset: number): boolean {
    return this.#boundaries[offset - this.#from] !== 0;
  }

  /** The end of the word that begins at an offset. */
  wordEnd(offset: number): number {
    const boundaries = this.#boundaries;
    let end = offset + 1;
    while (boundaries[end - this.#from] === 0) end += 1;
    return end;
  }
}
