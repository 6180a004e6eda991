/** Ends of runs of one kind of character; a run is read once, however many values are taken to begin inside it. */
export class CachedRun {
  readonly #pattern: RegExp;
  #start = -1;
  #end = -1;

  /** `pattern` is sticky and matches the whole of a run. */
  constructor(pattern: RegExp) {
    this.#pattern = pattern;
  }

  /** Where the run that `start` lies in ends; `start` itself where there is none. */
  endAt(text: string, start: number): number {
    if (start < this.#start || start >= this.#end) {
      this.#pattern.lastIndex = start;
      this.#start = start;
      this.#end = this.#pattern.test(text) ? this.#pattern.lastIndex : start;
    }
    return this.#end;
  }
}
