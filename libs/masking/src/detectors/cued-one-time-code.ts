import type { Cue } from '../cues/find-cues.ts';
import { distantColon, valueStart } from '../cues/value-after.ts';
import type { Finding, Scan } from '../scan.ts';
import { opensNothing } from './one-time-code.ts';

const ONE_TIME =
  /^(?:[0-9]{3,4}[ -][0-9]{3,4}|[0-9]{2} [0-9]{2}(?: [0-9]{2})?|[0-9]{4,8}|[A-Z]{1,2}-[0-9]{4,8}|[A-Z0-9]{4,6}(?:-[A-Z0-9]{3,6}){1,5})(?![0-9A-Za-z/]|[.:][0-9])/i;
/** Capitals and digits mixed, where a colon says that they are the code: "Abholcode Paketstation: 8X4K2". */
const MIXED = /^(?=[A-Z]{0,9}[0-9])(?=[0-9]{0,9}[A-Z])[0-9A-Z]{5,10}(?![0-9A-Za-z_.-])/;
/** How far behind its cue a code stands, and how much of it is read, in UTF-16 units. */
const REACH = 48;

/** One-time codes, PINs and backup codes after their cue. */
export function cuedOneTimeCode(scan: Scan, cue: Cue): Finding | undefined {
  for (const start of beginnings(scan, cue)) {
    const code = start < cue.end ? undefined : codeAt(scan.text, start);
    if (code === undefined) continue;
    const end = start + code.length;
    const isInside = /[0-9A-Za-z_+&@%$!.-]/.test(scan.text[start - 1] ?? ' ');
    if (!isInside && !opensNothing(sentenceOf(scan.text, cue.end, end))) return { start, end, type: 'PASSWORD' };
  }
  return undefined;
}

/** Where a code may begin: as any value, behind a colon further on, at the first digit, at the first group. */
function beginnings(scan: Scan, cue: Cue): readonly number[] {
  const near = scan.text.slice(cue.end, cue.end + REACH).split('\n')[0] as string;
  const lead = /^[^0-9\x7f]{0,28}/.exec(near)?.[0].length ?? 0;
  const colon = distantColon(scan, cue);
  return [
    valueStart(scan, cue)?.at ?? -1,
    colon === undefined ? -1 : colon + (/^ {0,2}/.exec(scan.text.slice(colon, colon + 2))?.[0].length ?? 0),
    cue.end + lead,
    cue.end + near.search(/[A-Z0-9]{4}-[A-Z0-9]/),
  ];
}

function codeAt(text: string, start: number): string | undefined {
  const said = text.slice(start, start + REACH);
  const isBehindColon = /: {0,2}$/.test(text.slice(start - 3, start));
  const code = ONE_TIME.exec(said)?.[0] ?? (isBehindColon ? MIXED.exec(said)?.[0] : undefined);
  return code !== undefined && /[0-9]/.test(code) ? code : undefined;
}

/** From a cue to the end of its value, and a little behind it in the same sentence: "…. https://…" is another. */
const sentenceOf = (text: string, from: number, to: number): string =>
  text.slice(from, to) + (text.slice(to, to + 8).split(/\n|[.!?]\s/)[0] as string);
