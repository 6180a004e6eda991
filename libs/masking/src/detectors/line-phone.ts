import type { Cue } from '../cues/find-cues.ts';
import type { DigitRun } from '../digit-run.ts';
import type { Detector, Finding, Scan } from '../scan.ts';
import { oddLinePhones } from './comma-phones.ts';
import { isPossibleInternational } from './phone-lengths.ts';

const digitsOf = (text: string): string => text.replace(/[^0-9]/g, '');
const DATE = /^[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}$|^[0-9]{4}-[0-9]{2}-[0-9]{2}/;

/** International numbers that a line break divides: the first line alone is none, both together are. */
export const brokenPhones: Detector = ({ text, runs }, findings) => {
  for (const run of runs) {
    const written = text.slice(run.start, run.end);
    const newline = written.indexOf('\n');
    if (newline < 0 || !/\+\(?$/.test(text.slice(Math.max(0, run.start - 2), run.start))) continue;
    if (isPossibleInternational(digitsOf(written.slice(0, newline)))) continue;
    const size = longestNumber(written);
    if (size > newline)
      findings.push({ start: text.lastIndexOf('+', run.start), end: run.start + size, type: 'PHONE' });
  }
};

/** Length of the longest beginning that is a whole international number, cut between groups only. */
function longestNumber(written: string): number {
  for (let size = written.length, tries = 0; size > 7 && tries < 6; tries += 1) {
    const digits = digitsOf(written.slice(0, size));
    if (digits.length < 16 && isPossibleInternational(digits)) return size;
    const cut = written.slice(0, size).search(/[^0-9]+[0-9]+$/);
    if (cut < 0) return 0;
    size = cut;
  }
  return 0;
}

/** The number after a phone cue that a line break divides: "ring 06 20 548⏎0552", "번호는 02-⏎297-0232". */
export function brokenPhoneAfter(
  scan: Scan,
  cue: Cue,
  runFrom: (at: number) => DigitRun | undefined,
): Finding | undefined {
  const run = runFrom(cue.end);
  if (!run || run.start - cue.end > 36) return undefined;
  const written = scan.text.slice(run.start, run.end);
  const newline = written.indexOf('\n');
  if (newline < 0 || /[\n\x7f@]/.test(scan.text.slice(cue.end, run.start))) return undefined;
  const [first, second] = written.split('\n') as [string, string];
  const total = digitsOf(first).length + digitsOf(second).length;
  if (DATE.test(first) || DATE.test(second) || total < 8 || total > 12 || !/^0|^[6-9]/.test(first)) return undefined;
  const after = scan.text.slice(run.start + newline + 1 + second.length);
  if (/^[0-9A-Za-z:.\-/]?[0-9A-Za-z:]/.test(after.slice(0, 2))) return undefined;
  return { start: run.start, end: run.start + newline + 1 + second.length, type: 'PHONE' };
}

/** Numbers that fill a line of their own are dialled where names or addresses stand around: the end of a letter. */
const ALONE =
  /^[([]?\+?[0-9]{1,5}[)\]]?(?:(?:[ .\-/]{1,2}| \. )\(?[0-9]{1,5}\)?){1,6}$|^(?:0[1-9][0-9]{7,9}|[1-9][0-9]{9})$/;
const TELLING: ReadonlySet<Finding['type']> = new Set(['PERSON', 'EMAIL', 'ADDRESS', 'PHONE']);
const AROUND = 140;
const LINE_MAX = 41;
/** Lists of figures, not of people: a line above or below of digits only. */
const FIGURES = /^[\s0-9.,:;|/-]*$/;

export const signaturePhones: Detector = (scan, findings) => {
  const { text, runs } = scan;
  oddLinePhones(scan, findings);
  const places = findings
    .filter(({ type }) => TELLING.has(type))
    .map(({ start }) => start)
    .sort((left, right) => left - right);
  if (places.length === 0) return;
  let next = 0;
  for (const run of runs) {
    if (run.count < 8 || run.count > 13) continue;
    const before = text.slice(Math.max(0, run.start - LINE_MAX), run.start);
    const from = run.start - before.length + before.lastIndexOf('\n') + 1;
    const until = run.start + (text.slice(run.start, run.start + LINE_MAX).split('\n', 1)[0] as string).length;
    const line = until - from >= LINE_MAX ? '' : text.slice(from, until).trim();
    if (!before.includes('\n') || !ALONE.test(line) || DATE.test(line)) continue;
    while (next < places.length && (places[next] as number) < from - AROUND) next += 1;
    if (next >= places.length || (places[next] as number) > until + AROUND) continue;
    const above = text
      .slice(Math.max(0, from - 1 - AROUND), from - 1)
      .split('\n')
      .at(-1) as string;
    if (above.trim() === '' || FIGURES.test(above) || /[:=]\s*$/.test(above)) continue;
    const start = from + text.slice(from, until).indexOf(line);
    findings.push({ start, end: start + line.length, type: 'PHONE' });
  }
};
