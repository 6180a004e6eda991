import type { Range } from '../digit-run.ts';
import type { Scan } from '../scan.ts';
import { isGap } from './characters.ts';
import { eachMatch } from './matches.ts';

/** How far an end of a window is moved outwards to a gap, so that it divides no word. */
const SLACK = 64;

/**
 * Stretches of a text around words that make a pattern worth trying. A costly pattern that runs only there costs nothing
 * where no such word stands.
 */
export class Windows {
  readonly #ranges: Range[] = [];
  /** Where the last range ends before it is moved outwards to a gap; -1 once it was. */
  #open = -1;
  readonly #text: string;
  readonly #before: number;
  readonly #after: number;

  /** `before` and `after`: how far a match may reach from a trigger, in UTF-16 units. */
  constructor(text: string, before: number, after: number) {
    this.#text = text;
    this.#before = before;
    this.#after = after;
  }

  /** Adds the surroundings of a trigger; triggers come in the order of the text. */
  add(start: number, end: number): void {
    const from = start - this.#before;
    if (this.#open >= 0 && from <= this.#open) {
      this.#open = Math.max(this.#open, end + this.#after);
      return;
    }
    this.#close();
    const own = gapBefore(this.#text, from);
    const last = this.#ranges.at(-1);
    if (!last || own > last.end) this.#ranges.push({ start: own, end: own });
    this.#open = end + this.#after;
  }

  #close(): void {
    const last = this.#ranges.at(-1);
    if (last && this.#open >= 0) last.end = Math.max(last.end, gapAfter(this.#text, this.#open));
    this.#open = -1;
  }

  get ranges(): readonly Range[] {
    this.#close();
    return this.#ranges;
  }

  /** Calls `found` for every match in a window; its index is that in the whole text. */
  eachMatch(pattern: RegExp, found: (match: RegExpExecArray) => void): void {
    if (this.ranges.length > 0) eachMatch(pattern, this.#text, found, this.ranges);
  }
}

/** Windows around the tokens that `isTrigger` picks. */
export function windowsAround(
  scan: Scan,
  before: number,
  after: number,
  isTrigger: (token: number) => boolean,
): Windows {
  const { count, starts, ends } = scan.tokens;
  const windows = new Windows(scan.text, before, after);
  for (let token = 0; token < count; token += 1) {
    if (isTrigger(token)) windows.add(starts[token] as number, ends[token] as number);
  }
  return windows;
}

function gapBefore(text: string, at: number): number {
  const floor = Math.max(0, at - SLACK);
  let from = Math.max(0, at);
  while (from > floor && !isGap(text.charCodeAt(from - 1))) from -= 1;
  return from;
}

function gapAfter(text: string, at: number): number {
  const limit = Math.min(text.length, at + SLACK);
  let to = Math.min(text.length, at);
  while (to < limit && !isGap(text.charCodeAt(to))) to += 1;
  return to;
}
