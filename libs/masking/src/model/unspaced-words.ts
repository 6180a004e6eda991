import { isHan } from '../text/characters.ts';
import { HASH_SEED, hashStep } from '../text/vocabulary.ts';
import { PACKED_UNSPACED } from './packed-unspaced.ts';
import { WordPlanes } from './word-planes.ts';

export const UNSPACED_BITS = 23;

/** What a character may be part of; a name alone is one that stands without a surname before it. */
export const Part = {
  given: 1,
  surname: 2,
  word: 4,
  beginsSurname: 8,
  beginsGiven: 16,
  alone: 32,
  beginsAlone: 64,
} as const;

const isKatakana = (code: number): boolean => code >= 0x30a1 && code <= 0x30fe && code !== 0x30fb;
const isHangul = (code: number): boolean => code >= 0xac00 && code <= 0xd7a3;
const isThai = (code: number): boolean => code >= 0x0e00 && code <= 0x0e7f;

const planes = new WordPlanes(PACKED_UNSPACED, UNSPACED_BITS, [Part.surname, Part.given, Part.word, Part.alone]);

/** Writes what every character from `start` to `end`, a run of letters, may be part of: one number of `Part` each. */
export function readUnspaced(folded: string, start: number, end: number, parts: Uint8Array): void {
  parts.fill(0, 0, end - start);
  for (let at = start; at < end; at += 1) {
    const code = folded.charCodeAt(at);
    if (isHan(code)) readAt(folded, start, at, end, 4, parts);
    // Names and words of Korea begin where a word begins; those in katakana are all of what is in katakana.
    else if (isHangul(code)) {
      if (at === start || !isHangul(folded.charCodeAt(at - 1))) readAt(folded, start, at, end, 8, parts);
    } else if (isKatakana(code)) {
      let last = at;
      while (last < end && isKatakana(folded.charCodeAt(last))) last += 1;
      readRun(folded, start, at, last, parts);
      at = last - 1;
    } else if (isThai(code)) readAt(folded, start, at, end, 16, parts);
  }
}

/** What begins at a place and is at most `longest` long. */
function readAt(folded: string, start: number, at: number, end: number, longest: number, parts: Uint8Array): void {
  const thai = isThai(folded.charCodeAt(at));
  let hash = HASH_SEED;
  for (let to = at + 1; to <= end && to - at <= longest; to += 1) {
    hash = hashStep(hash, folded.charCodeAt(to - 1));
    const known = planes.flagsOf(hash);
    if (known === 0) continue;
    if ((known & Part.word) !== 0 && to - at > 1) mark(parts, at - start, to - start, Part.word);
    if ((known & Part.alone) !== 0 && to - at > 1)
      markBegun(parts, at - start, to - start, Part.alone, Part.beginsAlone);
    if ((known & Part.surname) === 0) continue;
    const rest = thai ? 0 : givenAt(folded, to, end);
    if (to - at > 1 || rest > 1) markBegun(parts, at - start, to - start, Part.surname, Part.beginsSurname);
    if (rest > 0) markBegun(parts, to - start, to + rest - start, Part.given, Part.beginsGiven);
  }
}

function readRun(folded: string, start: number, at: number, end: number, parts: Uint8Array): void {
  let hash = HASH_SEED;
  for (let to = at; to < end; to += 1) hash = hashStep(hash, folded.charCodeAt(to));
  const known = planes.flagsOf(hash);
  if ((known & Part.word) !== 0) mark(parts, at - start, end - start, Part.word);
  if ((known & Part.alone) !== 0) markBegun(parts, at - start, end - start, Part.alone, Part.beginsAlone);
}

/** Length of the longest given name that begins at a place, 0 where none does. */
function givenAt(folded: string, at: number, end: number): number {
  let hash = HASH_SEED;
  let longest = 0;
  for (let length = 1; length <= 3 && at + length <= end; length += 1) {
    hash = hashStep(hash, folded.charCodeAt(at + length - 1));
    if ((planes.flagsOf(hash) & Part.given) !== 0) longest = length;
  }
  return longest;
}

function markBegun(parts: Uint8Array, from: number, to: number, part: number, begins: number): void {
  mark(parts, from, to, part);
  parts[from] = (parts[from] as number) | begins;
}

function mark(parts: Uint8Array, from: number, to: number, part: number): void {
  for (let at = from; at < to; at += 1) parts[at] = (parts[at] as number) | part;
}
