/** Words of a run of Han characters and kana by the dictionary of the runtime; ICU's one knows no names of people. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Longer runs are cut: nobody writes sentences of so many characters without a mark. */
const RUN_MAX = 160;

/** Where the words of one run begin and end. */
export class HanSegments {
  readonly #from: number;
  readonly #boundaries: Uint8Array;

  constructor(text: string, start: number, end: number) {
    this.#from = start;
    this.#boundaries = new Uint8Array(end - start + 1);
    this.#boundaries[end - start] = 1;
    for (let at = start; at < end; at += RUN_MAX) {
      for (const { index } of segmenter.segment(text.slice(at, Math.min(end, at + RUN_MAX))))
        this.#boundaries[at - start + index] = 1;
    }
  }

  /** Whether a word begins or ends at an offset of the text. */
  isBoundary(offset: number): boolean {
    return this.#boundaries[offset - this.#from] !== 0;
  }

  /** The end of the word that begins at an offset. */
  wordEnd(offset: number): number {
    let end = offset + 1;
    while (this.#boundaries[end - this.#from] === 0) end += 1;
    return end;
  }

  /** The beginning of the word that ends at an offset. */
  wordStart(offset: number): number {
    let start = offset - 1;
    while (start > this.#from && this.#boundaries[start - this.#from] === 0) start -= 1;
    return start;
  }
}
