import type { Detector, Scan } from '../scan.ts';
import { matchesOf } from '../text/matches.ts';
import { Word, wordFlags } from './lexicon.ts';
import { unlistedFlags } from './unlisted-names.ts';
import { NOT_NAMES } from './words.ts';

/** A word with a capital that a line break divides, behind `=`, `\` or nothing: quoted-printable, shells, narrow windows. */
const DIVIDED =
  /(?<![\p{L}\p{M}\p{N}_@./=&?-])(\p{Lu}[\p{L}\p{M}]{0,20})([=\\]?\n)(\p{Ll}[\p{L}\p{M}]{0,20})(?![\p{L}\p{M}\p{N}_@=])/gu;
/** A given name at the end of a line and a surname at the beginning of the next. */
const APART =
  /(?<![\p{L}\p{M}\p{N}_@./-])(\p{Lu}[\p{L}\p{M}'-]{1,24})\n(\p{Lu}[\p{L}\p{M}'-]{1,30})(?=[,;)"”» ]|\.(?:\s|$))/gu;

const isName = (flags: number): boolean => (flags & (Word.given | Word.surname)) !== 0;
const isPlain = (flags: number): boolean => isName(flags) && (flags & (Word.everyday | Word.place)) === 0;

/** Names that a line break divides. */
export const brokenNames: Detector = (scan, findings) => {
  for (const match of matchesOf(DIVIDED, scan.text)) {
    const [whole, left, mark, right] = match as unknown as [string, string, string, string];
    if (isDivided(scan, match.index, left, mark.length > 1, right))
      findings.push({ start: match.index, end: match.index + whole.length, type: 'PERSON' });
  }
  for (const match of matchesOf(APART, scan.text)) {
    const [, left, right] = match as unknown as [string, string, string];
    const behind = match.index + left.length + 1;
    const [first, second] = [flagsOf(scan, match.index, left), flagsOf(scan, behind, right)];
    if (!isPlain(first) || (first & Word.given) === 0 || !isPlain(second) || (second & Word.surname) === 0) continue;
    findings.push({ start: match.index, end: match.index + left.length, type: 'PERSON' });
    findings.push({ start: behind, end: behind + right.length, type: 'PERSON' });
  }
};

const flagsOf = ({ folded }: Scan, start: number, word: string): number =>
  wordFlags(folded, start, start + word.length);

/** Whether both halves are one name. Where nothing but the break divides them, the halves by themselves are no words. */
function isDivided(scan: Scan, start: number, left: string, marked: boolean, right: string): boolean {
  const [first, second] = [
    scan.folded.slice(start, start + left.length),
    scan.folded.slice(start + left.length + (marked ? 2 : 1)).slice(0, right.length),
  ];
  const joined = first + second;
  if (joined.length < 4 || NOT_NAMES.has(joined)) return false;
  const flags = wordFlags(joined) || unlistedFlags(joined);
  if (!isName(flags)) return false;
  if (marked) return true;
  return (
    isPlain(flags) && joined.length > 4 && wordFlags(first) === 0 && !NOT_NAMES.has(first) && wordFlags(second) === 0
  );
}
