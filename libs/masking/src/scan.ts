import { foldText } from './text/characters.ts';
import { type NormalisedText, normalise } from './text/normalise.ts';
import { type Tokens, tokenise } from './text/tokens.ts';
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

/** A run of digits with single separators between its groups, as phones, cards and many ids are written. */
export interface DigitRun {
  /** Index of the first and last token of kind number. */
  first: number;
  last: number;
  start: number;
  end: number;
  digits: string;
  /** Lengths of the groups and the separators between them: `4111-1111` is `4-4`. */
  shape: string;
}

/** One text, read once; what every detector works on. */
export interface Scan extends NormalisedText {
  readonly original: string;
  /** Lower case, without accents, same offsets as `text`. */
  readonly folded: string;
  readonly tokens: Tokens;
  readonly runs: readonly DigitRun[];
  word(token: number): string;
  folding(token: number): string;
}

/** A detector adds what it finds to `findings`; it reads those of the detectors before it. */
export type Detector = (scan: Scan, findings: Finding[]) => void;

export function scanOf(original: string): Scan {
  const normalised = normalise(original);
  const { text } = normalised;
  const folded = foldText(text);
  const tokens = tokenise(text);
  return {
    ...normalised,
    original,
    folded,
    tokens,
    runs: digitRuns(text, tokens),
    word: (token) => text.slice(tokens.starts[token], tokens.ends[token]),
    folding: (token) => folded.slice(tokens.starts[token], tokens.ends[token]),
  };
}

const LONGEST_RUN = 24;

/** What may stand between two groups of one number: one separator, or brackets and a dash with spaces around. */
const isSeparator = (between: string): boolean =>
  between.length <= 4 && /^(?:[ \n\t./_*-]| {2}|\)? ?[-/]? ?\(?)$/.test(between);

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
  const start = tokens.starts[first] as number;
  let last = first;
  let digits = text.slice(start, tokens.ends[first]);
  let shape = String(digits.length);
  for (let groups = 1; groups < LONGEST_RUN; groups += 1) {
    const next = nextNumber(tokens, last);
    if (next < 0) break;
    const between = text.slice(tokens.ends[last], tokens.starts[next]);
    if (!isSeparator(between)) break;
    const group = text.slice(tokens.starts[next], tokens.ends[next]);
    digits += group;
    shape += (between || '.') + group.length;
    last = next;
  }
  return { first, last, start, end: tokens.ends[last] as number, digits, shape };
}

/** The next number token, if at most three separator tokens lie between. */
function nextNumber(tokens: Tokens, from: number): number {
  for (let token = from + 1; token <= from + 4 && token < tokens.count; token += 1) {
    if (tokens.kinds[token] === 2) return token;
    if (tokens.kinds[token] === 1) return -1;
  }
  return -1;
}
