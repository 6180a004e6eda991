import { isDigit } from './text/characters.ts';

/** A stretch of a text, end exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** A run of digits with single separators between its groups, as phones, cards and many ids are written. */
export class DigitRun implements Range {
  readonly start: number;
  readonly end: number;
  readonly #text: string;
  #count: number | undefined;
  #digits: string | undefined;
  #shape: string | undefined;

  constructor(text: string, start: number, end: number) {
    this.#text = text;
    this.start = start;
    this.end = end;
  }

  /** How many digits there are. */
  get count(): number {
    if (this.#count !== undefined) return this.#count;
    let count = 0;
    for (let at = this.start; at < this.end; at += 1) if (isDigit(this.#text.charCodeAt(at))) count += 1;
    this.#count = count;
    return count;
  }

  get digits(): string {
    this.#digits ??=
      this.count === this.end - this.start
        ? this.#text.slice(this.start, this.end)
        : this.groups()
            .map(({ start, end }) => this.#text.slice(start, end))
            .join('');
    return this.#digits;
  }

  /** Lengths of the groups and the separators between them: `4111-1111` is `4-4`. */
  get shape(): string {
    this.#shape ??= this.groups()
      .map(({ start, end }, index, all) => this.#text.slice(all[index - 1]?.end ?? start, start) + String(end - start))
      .join('');
    return this.#shape;
  }

  /** Where its groups of digits stand. */
  groups(): Range[] {
    const groups: Range[] = [];
    for (let at = this.start; at < this.end; ) {
      const start = at;
      while (at < this.end && isDigit(this.#text.charCodeAt(at))) at += 1;
      groups.push({ start, end: at });
      while (at < this.end && !isDigit(this.#text.charCodeAt(at))) at += 1;
    }
    return groups;
  }
}

/** The most groups a run is followed through. */
const GROUPS_MAX = 24;
/** The most that stands between two groups of one number: `) - (`. */
const SEPARATOR_MAX = 4;

/** By code unit, what may stand alone between two groups of one number. */
const separators = new Uint8Array(256);
for (const mark of ' \n\t./_*-()·') separators[mark.charCodeAt(0)] = 1;

/** By code unit, what everything that may stand between two groups begins with. */
const openings = separators.slice();
openings[124] = 1;

/** What may stand between two groups of one number: one separator, or brackets and a dash with spaces around. */
const isSeparator = (text: string, start: number, end: number): boolean =>
  end - start === 1
    ? separators[text.charCodeAt(start)] === 1
    : /^(?:[ \t]{2}|[-./]? ?\n ?| ?[-.·|/] ?|\)? ?[-/]? ?\(?)$/.test(text.slice(start, end));

/** The run that begins with the digit at `start`. */
export const readDigitRun = (text: string, start: number): DigitRun => new DigitRun(text, start, runEnd(text, start));

/** Where the run that begins with the digit at `start` ends. */
export function runEnd(text: string, start: number): number {
  let end = digitsEnd(text, start);
  for (let groups = 1; groups < GROUPS_MAX && openings[text.charCodeAt(end)] === 1; groups += 1) {
    let next = end + 1;
    while (next < end + SEPARATOR_MAX && !isDigit(text.charCodeAt(next))) next += 1;
    if (!isDigit(text.charCodeAt(next)) || !isSeparator(text, end, next)) break;
    end = digitsEnd(text, next);
  }
  return end;
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}
