import type { Finding, Scan } from '../../scan.ts';

/** What a finding is after a look at its edges: the value alone, or undefined for something that only looks like one. */
export type Edge = (scan: Scan, finding: Finding) => Finding | undefined;

/** One reason why a finding with this value is none. */
export type Test = (value: string, scan: Scan, finding: Finding) => boolean;

export const cut = (finding: Finding, start: number, end: number): Finding | undefined =>
  end <= start ? undefined : start === finding.start && end === finding.end ? finding : { ...finding, start, end };
export const before = ({ folded }: Scan, { start }: Finding, size: number): string =>
  folded.slice(Math.max(0, start - size), start);
/** The same of the text as it is written, in its cases and accents. */
export const writtenBefore = ({ text }: Scan, { start }: Finding, size: number): string =>
  text.slice(Math.max(0, start - size), start);
export const after = ({ text }: Scan, { end }: Finding, size: number): string => text.slice(end, end + size);
