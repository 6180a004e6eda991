import { surviving } from './alignment.ts';
import type { LabelledRecord, LabelledSpan } from './labelled-file.ts';
import { type ScoreToken, scoreTokens } from './tokens.ts';

export interface Score {
  records: number;
  /** Required spans, and how many of them are masked. */
  spans: { masked: number; total: number };
  recall: number;
  /** Masked required spans over those and the masked runs outside every labelled span. */
  precision: number;
  keep: { kept: number; total: number; rate: number };
  leakFree: number;
  byType: Record<string, { masked: number; total: number; recall: number }>;
  leaks: { id: string; type: string; text: string }[];
  overMasked: { id: string; text: string }[];
  lost: { id: string; text: string }[];
}

/** A span leaks when more than this share of its letters and digits stands on surviving tokens. */
const LEAK_SHARE = 0.2;

const countOf = (text: string) => text.match(/[\p{L}\p{M}\p{N}]/gu)?.length ?? 0;
const rate = (part: number, whole: number) => (whole === 0 ? 1 : Math.round((part / whole) * 10_000) / 10_000);

/** Scores a masker on labelled records; `mask` returns the masked text of a record, in whatever notation. */
export function score(records: readonly LabelledRecord[], mask: (record: LabelledRecord) => string): Score {
  const byType: Score['byType'] = {};
  const result: Omit<Score, 'recall' | 'precision'> = {
    records: records.length,
    spans: { masked: 0, total: 0 },
    keep: { kept: 0, total: 0, rate: 1 },
    leakFree: 0,
    byType,
    leaks: [],
    overMasked: [],
    lost: [],
  };
  for (const record of records) {
    const output = mask(record);
    const tokens = scoreTokens(record.text);
    const flags = surviving(
      tokens.map((token) => token.text),
      scoreTokens(output).map((token) => token.text),
    );
    const leaks = record.spans.filter((span) => !span.optional && isLeak(record.text, span, tokens, flags));
    for (const span of record.spans) {
      if (span.optional) continue;
      const type = byType[span.type] ?? { masked: 0, total: 0, recall: 1 };
      byType[span.type] = type;
      type.total += 1;
      if (leaks.includes(span))
        result.leaks.push({ id: record.id, type: span.type, text: record.text.slice(span.start, span.end) });
      else type.masked += 1;
    }
    if (leaks.length === 0) result.leakFree += 1;
    for (const text of overMaskedRuns(record, tokens, flags)) result.overMasked.push({ id: record.id, text });
    for (const text of record.keep) {
      result.keep.total += 1;
      if (output.includes(text)) result.keep.kept += 1;
      else result.lost.push({ id: record.id, text });
    }
  }
  for (const type of Object.values(byType)) {
    type.recall = rate(type.masked, type.total);
    result.spans.masked += type.masked;
    result.spans.total += type.total;
  }
  result.keep.rate = rate(result.keep.kept, result.keep.total);
  const { masked, total } = result.spans;
  return { ...result, recall: rate(masked, total), precision: rate(masked, masked + result.overMasked.length) };
}

function isLeak(text: string, span: LabelledSpan, tokens: readonly ScoreToken[], flags: readonly boolean[]): boolean {
  let all = 0;
  let left = 0;
  tokens.forEach((token, index) => {
    const part = text.slice(Math.max(token.start, span.start), Math.min(token.end, span.end));
    if (token.start >= span.end || token.end <= span.start || (span.type === 'PERSON' && isShortLatin(token.text)))
      return;
    all += countOf(part);
    left += flags[index] ? countOf(part) : 0;
  });
  return all > 0 && left / all > LEAK_SHARE;
}

const isShortLatin = (word: string) => /^\p{Script=Latin}{1,2}$/u.test(word);

/** Runs of lost tokens that no label covers and that hold a letter or digit. */
function overMaskedRuns(record: LabelledRecord, tokens: readonly ScoreToken[], flags: readonly boolean[]): string[] {
  const runs: string[] = [];
  let run: ScoreToken[] = [];
  const close = () => {
    const text = run.length > 0 ? record.text.slice((run[0] as ScoreToken).start, (run.at(-1) as ScoreToken).end) : '';
    if (countOf(text) > 0) runs.push(text);
    run = [];
  };
  tokens.forEach((token, index) => {
    const labelled = record.spans.some((span) => token.start < span.end && span.start < token.end);
    if (flags[index] || labelled) close();
    else run.push(token);
  });
  close();
  return runs;
}
