import { surviving } from './alignment.ts';
import type { LabelledRecord, LabelledSpan } from './labelled-file.ts';
import { type ScoreToken, scoreTokens } from './tokens.ts';

export interface Share {
  masked: number;
  total: number;
  recall: number;
}

/** A labelled span whose value is still readable in the masked text. */
export interface Leak {
  id: string | number;
  type: string;
  start: number;
  end: number;
  text: string;
}

/** A stretch that was masked although no label covers it. */
export interface OverMasked {
  id: string | number;
  start: number;
  end: number;
  text: string;
}

export interface Score {
  records: number;
  /** Required spans, and how many of them are masked. */
  spans: { masked: number; total: number };
  recall: number;
  /** Masked required spans over those and the masked runs outside every labelled span. */
  precision: number;
  keep: { kept: number; total: number; rate: number };
  /** Records without any leak. */
  leakFree: number;
  byType: Record<string, Share>;
  /** By the language and by each tag a file gives its records. */
  byLanguage: Record<string, Share>;
  byTag: Record<string, Share>;
  leaks: Leak[];
  overMasked: OverMasked[];
  /** Strings to keep that did not survive. */
  lost: { id: string | number; text: string }[];
}

/** A span leaks when more than this share of its letters and digits stands on surviving tokens. */
const LEAK_SHARE = 0.2;

/** Scores a masker record by record, from what it returned, in whatever notation. */
export class Scoring {
  readonly #byType = new Shares();
  readonly #byLanguage = new Shares();
  readonly #byTag = new Shares();
  readonly #leaks: Leak[] = [];
  readonly #overMasked: OverMasked[] = [];
  readonly #lost: Score['lost'] = [];
  #records = 0;
  #leakFree = 0;
  #keep = 0;

  /** @param output the masked text of the record */
  add(record: LabelledRecord, output: string): void {
    const { id, text, keep } = record;
    const tokens = scoreTokens(text);
    const flags = surviving(
      tokens.map((token) => token.text),
      scoreTokens(output).map((token) => token.text),
    );
    const required = record.spans.filter(({ optional }) => !optional);
    const leaking = required.filter((span) => isLeak(text, span, tokens, flags));
    for (const span of required) {
      const masked = !leaking.includes(span);
      this.#byType.count(span.type, masked);
      if (record.lang) this.#byLanguage.count(record.lang, masked);
      for (const tag of record.tags ?? []) this.#byTag.count(tag, masked);
    }
    for (const { type, start, end } of leaking)
      this.#leaks.push({ id, type, start, end, text: text.slice(start, end) });
    if (leaking.length === 0) this.#leakFree += 1;
    for (const run of overMaskedRuns(record, tokens, flags)) this.#overMasked.push({ id, ...run });
    this.#records += 1;
    this.#keep += keep.length;
    this.#lost.push(...keep.filter((kept) => !output.includes(kept)).map((kept) => ({ id, text: kept })));
  }

  get score(): Score {
    const byType = this.#byType.shares;
    const masked = Object.values(byType).reduce((sum, share) => sum + share.masked, 0);
    const total = Object.values(byType).reduce((sum, share) => sum + share.total, 0);
    const kept = this.#keep - this.#lost.length;
    return {
      records: this.#records,
      spans: { masked, total },
      recall: rate(masked, total),
      precision: rate(masked, masked + this.#overMasked.length),
      keep: { kept, total: this.#keep, rate: rate(kept, this.#keep) },
      leakFree: this.#leakFree,
      byType,
      byLanguage: this.#byLanguage.shares,
      byTag: this.#byTag.shares,
      leaks: this.#leaks,
      overMasked: this.#overMasked,
      lost: this.#lost,
    };
  }
}

/** Counts of masked and labelled values under names. */
class Shares {
  readonly #counts = new Map<string, { masked: number; total: number }>();

  count(name: string, masked: boolean): void {
    const share = this.#counts.get(name) ?? { masked: 0, total: 0 };
    this.#counts.set(name, share);
    share.total += 1;
    if (masked) share.masked += 1;
  }

  /** In the order of the names. */
  get shares(): Record<string, Share> {
    const sorted = [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(
      sorted.map(([name, share]) => [name, { ...share, recall: rate(share.masked, share.total) }]),
    );
  }
}

/** Scores a masker on labelled records; `mask` returns the masked text of a record. */
export function score(records: Iterable<LabelledRecord>, mask: (record: LabelledRecord) => string): Score {
  const scoring = new Scoring();
  for (const record of records) scoring.add(record, mask(record));
  return scoring.score;
}

const countOf = (text: string) => text.match(/[\p{L}\p{M}\p{N}]/gu)?.length ?? 0;
const rate = (part: number, whole: number) => (whole === 0 ? 1 : Math.round((part / whole) * 100_000) / 100_000);
const isShortLatin = (word: string) => /^\p{Script=Latin}{1,2}$/u.test(word);

function isLeak(text: string, span: LabelledSpan, tokens: readonly ScoreToken[], flags: readonly boolean[]): boolean {
  let all = 0;
  let left = 0;
  for (let index = firstTouching(tokens, span.start); index < tokens.length; index += 1) {
    const token = tokens[index] as ScoreToken;
    if (token.start >= span.end) break;
    // Initials and particles of a name ("J", "de") identify nobody.
    if (span.type === 'PERSON' && isShortLatin(token.text)) continue;
    const count = countOf(text.slice(Math.max(token.start, span.start), Math.min(token.end, span.end)));
    all += count;
    left += flags[index] ? count : 0;
  }
  return all > 0 && left / all > LEAK_SHARE;
}

/** Index of the first token that ends after `offset`. */
function firstTouching(tokens: readonly ScoreToken[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as ScoreToken).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Runs of lost tokens that no label covers and that hold a letter or digit. */
function overMaskedRuns(
  { text, spans }: LabelledRecord,
  tokens: readonly ScoreToken[],
  flags: readonly boolean[],
): Omit<OverMasked, 'id'>[] {
  const labelled = new Uint8Array(tokens.length);
  for (const { start, end } of spans) {
    for (let index = firstTouching(tokens, start); (tokens[index]?.start ?? end) < end; index += 1) labelled[index] = 1;
  }
  const runs: Omit<OverMasked, 'id'>[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const { start } = tokens[index] as ScoreToken;
    let last = index - 1;
    while (last + 1 < tokens.length && !flags[last + 1] && labelled[last + 1] === 0) last += 1;
    if (last < index) continue;
    const { end } = tokens[last] as ScoreToken;
    if (countOf(text.slice(start, end)) > 0) runs.push({ start, end, text: text.slice(start, end) });
    index = last;
  }
  return runs;
}
