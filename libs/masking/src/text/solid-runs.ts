import { isSolid, type Lead, marksOf } from './lead.ts';

/** Shorter runs without a gap stand everywhere. */
export const LEAD_MIN = 6;

/** The runs of a text without a gap: where they begin and end and which kinds of characters each holds. */
export class SolidRuns {
  #starts = new Int32Array(256);
  #ends = new Int32Array(256);
  #marks = new Uint16Array(256);
  #count = 0;
  /** Length of the longest run. */
  longest = 0;

  read(text: string): void {
    this.#count = 0;
    this.longest = 0;
    let start = 0;
    let marks = 0;
    for (let at = 0; at <= text.length; at += 1) {
      const code = at < text.length ? text.charCodeAt(at) : 32;
      if (isSolid(code)) {
        marks |= marksOf(code);
        continue;
      }
      if (at - start >= LEAD_MIN) this.#add(start, at, marks);
      start = at + 1;
      marks = 0;
    }
  }

  #add(start: number, end: number, marks: number): void {
    if (this.#count === this.#starts.length) this.#grow();
    this.#starts[this.#count] = start;
    this.#ends[this.#count] = end;
    this.#marks[this.#count] = marks;
    this.#count += 1;
    if (end - start > this.longest) this.longest = end - start;
  }

  #grow(): void {
    const [starts, ends, marks] = [this.#starts, this.#ends, this.#marks];
    this.#starts = new Int32Array(starts.length * 2);
    this.#ends = new Int32Array(starts.length * 2);
    this.#marks = new Uint16Array(starts.length * 2);
    this.#starts.set(starts);
    this.#ends.set(ends);
    this.#marks.set(marks);
  }

  /**
   * Where a match that begins like this can stand.
   *
   * @param notAfter ASCII characters behind which a place does not count, one entry each
   * @returns how many places were written to `places`, beginning at `from`; -1 where there are more than `limit`
   */
  placesOf(
    { length, needs }: Lead,
    notAfter: Uint8Array | undefined,
    text: string,
    places: Int32Array,
    from: number,
    limit: number,
  ): number {
    let count = 0;
    for (let run = 0; run < this.#count; run += 1) {
      const start = this.#starts[run] as number;
      const last = (this.#ends[run] as number) - length;
      if (last < start || !hasAll(this.#marks[run] as number, needs)) continue;
      for (let at = start; at <= last; at += 1) {
        if (notAfter && at > 0 && notAfter[text.charCodeAt(at - 1)] === 1) continue;
        if (count >= limit) return -1;
        places[from + count] = at;
        count += 1;
      }
    }
    return count;
  }
}

function hasAll(marks: number, needs: readonly number[]): boolean {
  for (let index = 0; index < needs.length; index += 1) if ((marks & (needs[index] as number)) === 0) return false;
  return true;
}
