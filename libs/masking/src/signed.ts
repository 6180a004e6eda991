import type { Finding } from './scan.ts';
import { hashOf } from './text/vocabulary.ts';

/** Numbers that follow from the names of detectors, so that weights stay valid when one is added. */
const numbers = new Map<string, readonly number[]>();

/** Notes on the findings from `from` on which detector made them: the tagger learns how far each is to be trusted. */
export function sign(findings: Finding[], from: number, name: string): void {
  if (findings.length === from) return;
  let by = numbers.get(name);
  if (!by) {
    by = [hashOf(name)];
    numbers.set(name, by);
  }
  for (let at = from; at < findings.length; at += 1) (findings[at] as Finding).by ??= by;
}

/** Whether the detector of this name made a finding, perhaps with others. */
export const isSignedBy = ({ by }: Finding, name: string): boolean => by?.includes(hashOf(name)) === true;

/** The most detectors that are remembered of one finding. */
const SIGNATURES = 5;

/** Who found what two findings became. */
export function signaturesOf(left: Finding, right: Finding): readonly number[] | undefined {
  if (left.by === right.by || !right.by) return left.by;
  return left.by ? [...new Set([...left.by, ...right.by])].slice(0, SIGNATURES) : right.by;
}
