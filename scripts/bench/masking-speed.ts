import { maskText } from '@sallyport/masking';
import { knownOf, type LabelledRecord } from '../../libs/masking/src/score/labelled-file.ts';
import { median } from './ratios.ts';

/** Megabytes (10⁶ bytes of UTF-8) a second of time on the processor. */
export interface Speed {
  median: number;
  slowest: number;
  fastest: number;
  /** Microseconds for one text. */
  microsPerText: number;
}

export type Work = (record: LabelledRecord) => unknown;

/** The whole pipeline on one record, with its known values. */
export const wholePipeline: Work = (record) => maskText(record.text, { known: knownOf(record), profile: 'result' });

/** Eleven alternatives in one expression: what V8's own engine does with the text, for scale. */
const ALTERNATIVES =
  /\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\b|\b(?:\d[ -]?){13,16}\b|\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}\b|\beyJ[\w-]{10,500}\.[\w-]{10,500}\b|\bAKIA[A-Z0-9]{16}\b|\bghp_\w{36}\b|\bsk_live_\w{24}\b|\b\d{3}-\d{2}-\d{4}\b|\b(?:\d{1,3}\.){3}\d{1,3}\b|\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\b|\+\d{1,3}[ \d-]{7,14}\d/g;

export const plainExpression: Work = ({ text }) => text.replace(ALTERNATIVES, '[MASKED]');

/** Runs every work on every record, in turns, and takes the medians: who comes first or last in a round does not matter. */
export function speedsOf(
  works: Record<string, Work>,
  records: readonly LabelledRecord[],
  rounds: number,
): Record<string, Speed> {
  const bytes = records.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const samples = new Map<string, number[]>(Object.keys(works).map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, work] of Object.entries(works)) {
      const begun = process.cpuUsage();
      for (const record of records) work(record);
      const { user, system } = process.cpuUsage(begun);
      // Round -1 compiles.
      if (round >= 0) samples.get(name)?.push(bytes / (user + system));
    }
  }
  return Object.fromEntries([...samples].map(([name, values]) => [name, speedOf(values, bytes / records.length)]));
}

const speedOf = (values: readonly number[], bytesPerText: number): Speed => ({
  median: rounded(median(values)),
  slowest: rounded(Math.min(...values)),
  fastest: rounded(Math.max(...values)),
  microsPerText: Math.round(bytesPerText / median(values)),
});

export const rounded = (value: number): number => Math.round(value * 100) / 100;
