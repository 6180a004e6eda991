import type { Detector, Scan } from '../scan.ts';
import { Kind, kindOf } from '../text/characters.ts';
import { matchesOf } from '../text/matches.ts';
import { foldedWords, SENTENCE } from './contexts.ts';
import { Word } from './lexicon.ts';
import { firstTokenFrom } from './read-name.ts';
import { isHeadWord } from './sentence-heads.ts';
import { isRelation, isTitle } from './titles.ts';
import { NOT_NAMES } from './words.ts';

const WORD = "[\\p{L}\\p{M}][\\p{L}\\p{M}'-]{1,24}";

/** Forms of address that Hungary, the Turkic languages, India and Japan write behind a name: "Nagy Hanga úrral". */
const BEHIND =
  /(?<=[\p{L}\p{M}][ -])(?:(?:úr|urat|asszony|asszonnyal|kisasszony|néni|bácsi|[Bb]ey|[Hh]anım|[Bb]əy|[Xx]anım|müəllim)\p{L}{0,6}|hocam?|ji|bhai|saab|sahab|saheb|sahib|didi|bhaiya|garu|san|sama|sensei|ssi|nim|мырза|ханым|апай|ағай|байке|эже)(?![\p{L}\p{M}\p{N}_@-])/gu;
const BEFORE = new RegExp(`(?:^|[^\\p{L}\\p{M}\\p{N}_@'-])((?:${WORD} ){0,2}${WORD})$`, 'u');
const NEAR = 80;

/** Names right before a form of address. */
export const titlesBehind: Detector = (scan, findings) => {
  for (const { index } of matchesOf(BEHIND, scan.text)) {
    const end = index - 1;
    const words = BEFORE.exec(scan.text.slice(Math.max(0, end - NEAR), end))?.[1];
    const start = words === undefined ? undefined : startOf(scan, end - words.length, end);
    if (start !== undefined) findings.push({ start, end, type: 'PERSON' });
  }
};

/** Where the name begins: the last word, and those before it that are written as it is and are names, too. */
function startOf(scan: Scan, from: number, end: number): number | undefined {
  const words: number[] = [];
  for (let token = firstTokenFrom(scan, from); (scan.tokens.starts[token] as number) < end; token += 1)
    if (scan.tokens.kinds[token] === 1) words.push(token);
  let start: number | undefined;
  const last = words.at(-1) as number;
  const lower = isLower(scan, last);
  for (const token of words.toReversed()) {
    if (isLower(scan, token) !== lower || !isName(scan, token, lower, token === last)) break;
    start = scan.tokens.starts[token] as number;
  }
  return start;
}

const isLower = ({ text, tokens }: Scan, token: number): boolean =>
  kindOf(text.charCodeAt(tokens.starts[token] as number)) === Kind.lower;

/** Words that stand before such a form of address and are no names: "the young lady", "Dear …". */
const NO_NAMES: ReadonlySet<string> = foldedWords(
  'tisztelt kedves drága az a ez egy sayın değerli sevgili genel yetkili müşteri hanım bay merhaba selam doktor igazgató fiatal idős hölgyem uram maa mata pita bhai arre haan namaste hello dear',
);

function isName(scan: Scan, token: number, lower: boolean, last: boolean): boolean {
  const word = scan.folding(token);
  const flags = scan.nameFlags(token);
  const named = (flags & (Word.given | Word.surname)) !== 0;
  if (NO_NAMES.has(word) || SENTENCE.has(word) || (isHeadWord(word) && (lower || !last))) return false;
  if ((NOT_NAMES.has(word) || isTitle(word) || isRelation(word)) && !(named && last && !lower)) return false;
  if (lower) return last ? (flags & Word.given) !== 0 || (named && (flags & Word.everyday) === 0) : named;
  return named || (last && (flags & Word.everyday) === 0 && word.length > 2);
}
