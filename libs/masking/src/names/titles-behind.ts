import type { Detector, Scan } from '../scan.ts';
import { foldText, Kind, kindOf } from '../text/characters.ts';
import { matchesOf } from '../text/matches.ts';
import { SENTENCE } from './contexts.ts';
import { Word } from './lexicon.ts';
import { firstTokenFrom } from './read-name.ts';
import { isHeadWord } from './sentence-heads.ts';
import { isRelation, isTitle } from './titles.ts';
import { NOT_NAMES } from './words.ts';

const WORD = "[\\p{L}\\p{M}][\\p{L}\\p{M}'-]{1,24}";
const EDGE = "(?<![\\p{L}\\p{M}\\p{N}_@'-])";
const END = '(?![\\p{L}\\p{M}\\p{N}_@-])';

/** Forms of address that Hungary, the Turkic languages, India and Japan write behind a name. */
const BEHIND = [
  // "Nagy Hanga úrral", "vörösmarty richárd úr", "Kovács néni".
  `${EDGE}((?:${WORD} ){0,2}${WORD}) (?:úr|úrral|úrnak|úrtól|úrhoz|urat|úrék|úrnál|úrról|úrért|asszony|asszonnyal|asszonynak|asszonytól|asszonyt|kisasszony|kisasszonnyal|kisasszonynak|néni|nénivel|néninek|nénit|bácsi|bácsival|bácsinak|bácsit)${END}`,
  `${EDGE}((?:${WORD} ){0,1}${WORD}) (?:[Bb]ey|[Hh]anım|[Bb]eyefendi|[Hh]anımefendi|[Hh]ocam?|[Bb]əy|[Xx]anım|müəllimə?)${END}`,
  `${EDGE}((?:${WORD} ){0,1}${WORD})[ -](?:ji|bhai|saab|sahab|saheb|sahib|didi|bhaiya|garu|san|sama|sensei|ssi|nim)${END}`,
  `${EDGE}((?:${WORD} ){0,1}${WORD}) (?:мырза|ханым|апай|ағай|байке|эже)${END}`,
].map((source) => new RegExp(source, 'gu'));

/** Names right before a form of address. */
export const titlesBehind: Detector = (scan, findings) => {
  for (const pattern of BEHIND) {
    for (const match of matchesOf(pattern, scan.text)) {
      const end = match.index + (match[1] as string).length;
      const start = startOf(scan, match.index, end);
      if (start !== undefined) findings.push({ start, end, type: 'PERSON' });
    }
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
const NO_NAMES: ReadonlySet<string> = new Set(
  foldText(
    'tisztelt kedves drága az a ez egy sayın değerli sevgili genel yetkili müşteri hanım bay merhaba selam doktor igazgató fiatal idős hölgyem uram maa mata pita bhai arre haan namaste hello dear',
  ).split(' '),
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
