import type { Range } from '../src/digit-run.ts';
import { FEATURES_MAX, featuresOf } from '../src/model/features.ts';
import { LABELS } from '../src/model/labels.ts';
import { type Paragraph, paragraphsOf } from '../src/model/paragraphs.ts';
import { Reading } from '../src/model/reading.ts';
import type { Finding, Scan } from '../src/scan.ts';
import type { LabelledRecord, LabelledSpan } from '../src/score/labelled-file.ts';

/** Any label is right: the corpus does not ask for this value. */
export const ANY = 255;

/** A paragraph: the rows of each token's features, end to end, and what each token is. */
export interface Example {
  offsets: Uint32Array;
  rows: Int32Array;
  gold: Uint8Array;
  /** Some token may be anything. */
  isFree: boolean;
  /** Tokens of strings that must survive: an error there costs more. */
  kept: Uint8Array;
}

const ALIKE: Record<string, string> = { IP: 'GEO', MAC: 'GEO' };
const space = new Int32Array(FEATURES_MAX);

/** The paragraphs of a text with its labels, as the tagger would read them after rules that found `findings`. */
export function examplesOf(
  scan: Scan,
  { spans, keep }: Pick<LabelledRecord, 'spans' | 'keep'>,
  findings: readonly Finding[],
): Example[] {
  const ranges = keep.flatMap((kept) => placesOf(scan.original, kept));
  const reading = new Reading(scan, findings);
  return paragraphsOf(reading).map((paragraph) => exampleOf(reading, paragraph, spans, ranges));
}

function exampleOf(
  reading: Reading,
  { first, last, labelled }: Paragraph,
  spans: readonly LabelledSpan[],
  ranges: readonly Range[],
): Example {
  const { scan } = reading;
  const offsets = new Uint32Array(labelled.length + 1);
  const gold = new Uint8Array(labelled.length);
  const kept = new Uint8Array(labelled.length);
  const rows: number[] = [];
  for (const [place, index] of labelled.entries()) {
    const size = featuresOf(reading, index, first, last, space);
    for (let at = 0; at < size; at += 1) rows.push(space[at] as number);
    offsets[place + 1] = rows.length;
    const start = scan.starts[reading.starts[index] as number] as number;
    const end = scan.ends[(reading.ends[index] as number) - 1] as number;
    gold[place] = labelOf(spans.find((span) => span.start < end && span.end > start));
    if (ranges.some((range) => range.start < end && range.end > start)) kept[place] = 1;
  }
  return { offsets, rows: Int32Array.from(rows), gold, isFree: gold.includes(ANY), kept };
}

function labelOf(span: LabelledSpan | undefined): number {
  if (!span) return 0;
  const index = (LABELS as readonly (string | undefined)[]).indexOf(ALIKE[span.type] ?? span.type);
  return span.optional || index < 1 ? ANY : index;
}

function placesOf(text: string, part: string): Range[] {
  const places: Range[] = [];
  for (let start = text.indexOf(part); start >= 0; start = text.indexOf(part, start + 1))
    places.push({ start, end: start + part.length });
  return places;
}
