import type { LabelledRecord } from '../src/score/labelled-file.ts';
import type { Random } from './vary.ts';

/** How often an excerpt is made around a value: many tickets have more lines without one. */
const AROUND_VALUE = 0.6;
/** Where a sentence ends, within a line. */
const SENTENCE_END = /[.!?؟।]["'”’»)]?\s+|[。！？]/gu;

/**
 * One sentence of a ticket, or one line: what people write in a chat is no more. Without excerpts the tagger learns to
 * wait for the rest of the mail, and takes `John Beck called about the invoice.` for nobody.
 */
export function excerptOf(record: LabelledRecord, random: Random): LabelledRecord | undefined {
  const { text, spans } = record;
  const span = random() < AROUND_VALUE ? spans[Math.floor(random() * spans.length)] : undefined;
  const at = span?.start ?? Math.floor(random() * text.length);
  const line = { start: text.lastIndexOf('\n', at - 1) + 1, end: endOfLine(text, at) };
  const sentence = sentenceAt(text, line, at);
  const own = spans.some(({ start, end }) => isCut(start, end, sentence)) ? line : sentence;
  if (own.end - own.start >= text.length || own.start >= own.end) return undefined;
  if (spans.some(({ start, end }) => isCut(start, end, own))) return undefined;
  return {
    ...record,
    text: text.slice(own.start, own.end),
    spans: spans
      .filter(({ start, end }) => start >= own.start && end <= own.end)
      .map((inside) => ({ ...inside, start: inside.start - own.start, end: inside.end - own.start })),
  };
}

interface Stretch {
  start: number;
  end: number;
}

function sentenceAt(text: string, line: Stretch, at: number): Stretch {
  const sentence = { ...line };
  for (const { index, 0: mark } of text.slice(line.start, line.end).matchAll(SENTENCE_END)) {
    const end = line.start + index + mark.length;
    if (end > at) return { ...sentence, end };
    sentence.start = end;
  }
  return sentence;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** A value is on both sides of an edge. */
const isCut = (start: number, end: number, stretch: Stretch): boolean =>
  (start < stretch.start && end > stretch.start) || (start < stretch.end && end > stretch.end);
