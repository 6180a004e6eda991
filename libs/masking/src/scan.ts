import { type NormalisedText, normalise } from './text/normalise.ts';
import { readText, type Tokens } from './text/tokens.ts';
import { vocabulary } from './text/vocabulary.ts';
import type { PiiType, RefusalCause } from './types.ts';

/** A value a detector found, in offsets of the normalised text. `entity` names whose value it is, where known. */
export interface Finding {
  start: number;
  end: number;
  type: PiiType;
  entity?: string;
  /** Set where the detector cannot tell: `strict` refuses with this cause, the other profiles mask. */
  unsure?: RefusalCause;
}

/** A detector adds what it finds to `findings`; it reads those of the detectors before it. */
export type Detector = (scan: Scan, findings: Finding[]) => void;

/** One text, read once; what every detector works on. */
export class Scan implements NormalisedText {
  readonly original: string;
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Lower case, without accents, same offsets as `text`. */
  readonly folded: string;
  readonly tokens: Tokens;
  /** What the text holds somewhere, see `Feature`. */
  readonly features: number;
  #runs: readonly DigitRun[] | undefined;
  readonly #foldings: string[] = [];

  constructor(original: string) {
    const { text, starts, ends } = normalise(original);
    const { folded, tokens, features } = readText(text);
    this.original = original;
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.folded = folded;
    this.tokens = tokens;
    this.features = features;
  }

  get runs(): readonly DigitRun[] {
    this.#runs ??= digitRuns(this.text, this.tokens);
    return this.#runs;
  }

  word(token: number): string {
    return this.text.slice(this.tokens.starts[token], this.tokens.ends[token]);
  }

  folding(token: number): string {
    const id = this.tokens.ids[token] as number;
    if (id !== 0) return vocabulary.wordOf(id);
    const known = this.#foldings[token];
    if (known !== undefined) return known;
    const folding = this.folded.slice(this.tokens.starts[token], this.tokens.ends[token]);
    this.#foldings[token] = folding;
    return folding;
  }
}

export const scanOf = (original: string): Scan => new Scan(original);

/** A run of digits with single separators between its groups, as phones, cards and many ids are written. */
export class DigitRun {
  /** Index of the first and last token of kind number. */
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  /** How many digits there are. */
  readonly count: number;
  readonly #text: string;
  readonly #tokens: Tokens;
  #digits: string | undefined;
  #shape: string | undefined;

  constructor(text: string, tokens: Tokens, first: number, last: number, count: number) {
    this.#text = text;
    this.#tokens = tokens;
    this.first = first;
    this.last = last;
    this.start = tokens.starts[first] as number;
    this.end = tokens.ends[last] as number;
    this.count = count;
  }

  get digits(): string {
    this.#digits ??=
      this.first === this.last
        ? this.#text.slice(this.start, this.end)
        : this.#groups()
            .map(([group]) => group)
            .join('');
    return this.#digits;
  }

  /** Lengths of the groups and the separators between them: `4111-1111` is `4-4`. */
  get shape(): string {
    this.#shape ??= this.#groups()
      .map(([group, before]) => before + String(group.length))
      .join('');
    return this.#shape;
  }

  /** Every group of digits with what stands before it, nothing for the first. */
  #groups(): [string, string][] {
    const groups: [string, string][] = [];
    let from = this.start;
    for (let token = this.first; token <= this.last; token += 1) {
      if (this.#tokens.kinds[token] !== 2) continue;
      const start = this.#tokens.starts[token] as number;
      const end = this.#tokens.ends[token] as number;
      groups.push([this.#text.slice(start, end), this.#text.slice(from, start)]);
      from = end;
    }
    return groups;
  }
}

/** The most groups a run is followed through. */
const LONGEST_RUN = 24;

/** What may stand between two groups of one number: one separator, or brackets and a dash with spaces around. */
const isSeparator = (text: string, start: number, end: number): boolean =>
  end - start === 1
    ? ' \n\t./_*-()'.includes(text[start] as string)
    : end - start <= 4 && /^(?: {2}|\)? ?[-/]? ?\(?)$/.test(text.slice(start, end));

function digitRuns(text: string, tokens: Tokens): DigitRun[] {
  const runs: DigitRun[] = [];
  for (let token = 0; token < tokens.count; token += 1) {
    if (tokens.kinds[token] !== 2) continue;
    const run = readRun(text, tokens, token);
    runs.push(run);
    token = run.last;
  }
  return runs;
}

function readRun(text: string, tokens: Tokens, first: number): DigitRun {
  const { starts, ends } = tokens;
  let last = first;
  let count = (ends[first] as number) - (starts[first] as number);
  for (let groups = 1; groups < LONGEST_RUN; groups += 1) {
    const next = nextNumber(tokens, last);
    if (next < 0 || !isSeparator(text, ends[last] as number, starts[next] as number)) break;
    count += (ends[next] as number) - (starts[next] as number);
    last = next;
  }
  return new DigitRun(text, tokens, first, last, count);
}

/** The next number token, if at most three separator tokens lie between. */
function nextNumber(tokens: Tokens, from: number): number {
  for (let token = from + 1; token <= from + 4 && token < tokens.count; token += 1) {
    if (tokens.kinds[token] === 2) return token;
    if (tokens.kinds[token] === 1) return -1;
  }
  return -1;
}
