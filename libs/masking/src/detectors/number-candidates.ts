import { DigitRun } from '../digit-run.ts';
import type { Scan } from '../scan.ts';

/** What divides two numbers that one run holds: the border of a cell, a line break, the dot behind an item's number. */
const DIVIDER = /^(?:.{2,}|[\n\t|])$/s;

/**
 * The runs of digits of a text, and of those that hold several numbers also the parts: `850104-14-0748 | 03-5555 0127`,
 * "2. 2609782729".
 */
export function numberCandidates(scan: Scan): readonly DigitRun[] {
  const known = ofScans.get(scan);
  if (known) return known;
  const candidates = [...candidatesOf(scan)];
  ofScans.set(scan, candidates);
  return candidates;
}

/** Three detectors read those of one text. */
const ofScans = new WeakMap<Scan, readonly DigitRun[]>();

function* candidatesOf({ runs, text }: Scan): Generator<DigitRun> {
  for (const run of runs) {
    if (run.count < 8) continue;
    yield run;
    if (run.count === run.end - run.start) continue;
    let start = run.start;
    let end = run.start;
    const parts: DigitRun[] = [];
    for (const group of run.groups()) {
      if (group.start > run.start && DIVIDER.test(text.slice(end, group.start))) {
        parts.push(new DigitRun(text, start, end));
        start = group.start;
      }
      end = group.end;
    }
    if (parts.length === 0) continue;
    yield* parts;
    yield new DigitRun(text, start, end);
  }
}
