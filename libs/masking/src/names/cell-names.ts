import { type CueKind, PHRASES } from '../cues/phrases.ts';
import { Known, knowledgeOfWord } from '../model/word-knowledge.ts';
import type { Detector, Scan } from '../scan.ts';
import { foldText } from '../text/characters.ts';
import { matchesOf } from '../text/matches.ts';
import { Word, wordFlags } from './lexicon.ts';
import { unlistedFlags } from './unlisted-names.ts';
import { NOT_NAMES } from './words.ts';

const WORD = "\\p{Lu}[\\p{L}\\p{M}'-]{1,24}";
const CELL = '(?<=(?:^|\\n)[-+~•* ]{0,4}|[|;\\t"]{1} {0,2}|: |> ?)';
const CELL_END = '(?=["]? {0,2}(?:$|[|;\\t\\n"<→]| [/–-] ))';
/** `| Ruiz Takahashi, Guillermo |`, `client: Begay, Herschel T. / …`. */
const INVERTED = new RegExp(
  `${CELL}((?:${WORD} ){0,2}${WORD}), (${WORD}(?: \\p{Lu}[\\p{L}\\p{M}'-]{0,20}\\.?){0,2})${CELL_END}`,
  'gu',
);
/** `| Patel K |`, `drv; Zungu M.`. */
const INITIALLED = new RegExp(
  `(?<=(?:^|\\n)[-+~•* ]{0,4}|[|;\\t"] {0,2}| {3})(${WORD}) (\\p{Lu}\\.?(?: ?\\p{Lu}\\.?)?)(?=["]? {0,2}(?:$|[|;\\t\\n"]|  ))`,
  'gu',
);
/** `Earl "Buddy" Hollifield`, `Gurvinder (Gary) Malhi`. */
const NICKNAMED = new RegExp(
  `(?<![\\p{L}\\p{N}_@.-])(${WORD}) (?:"[\\p{Lu}][\\p{L}\\p{M}'-]{1,15}"|[“„«][\\p{Lu}][\\p{L}\\p{M}'-]{1,15}[”“»]|'[\\p{Lu}][\\p{L}\\p{M}-]{1,15}'|\\([\\p{Lu}][\\p{L}\\p{M}'-]{1,15}\\)) ((?:(?:van|von|de|da|dos|del|di|la|el|al|bin|Mac|an|Ní|Ó) ){0,2}${WORD})(?![\\p{L}\\p{N}_@])`,
  'gu',
);

const flagsOf = (word: string): number => wordFlags(word) || unlistedFlags(word);
const isGiven = (flags: number): boolean => (flags & (Word.given | Word.place)) === Word.given;
const isPlainSurname = (flags: number): boolean =>
  (flags & (Word.surname | Word.everyday | Word.place)) === Word.surname;
const wordsIn = ({ folded }: Scan, start: number, length: number): readonly string[] =>
  folded
    .slice(start, start + length)
    .split(/[^\p{L}\p{M}']+/u)
    .filter((word) => word.length > 1);
/** A surname of the census that the lists lack. */
const isCensused = (word: string): boolean =>
  (knowledgeOfWord(word) & (Known.surname | Known.common)) === Known.surname;
const GREETINGS: ReadonlySet<string> = new Set(
  ['greeting', 'sign-off'].flatMap((kind) => foldText(PHRASES[kind as CueKind]).split(/[| ]/)),
);
/** A word of support life that no list has as a name. */
const isWord = (word: string): boolean => NOT_NAMES.has(word) && (wordFlags(word) & (Word.given | Word.surname)) === 0;

/** Names as tables, lists and forms write them: inverted, with an initial behind, with a nickname between. */
export const cellNames: Detector = (scan, findings) => {
  const push = (start: number, length: number) => findings.push({ start, end: start + length, type: 'PERSON' });
  for (const { index, 0: whole, 1: family = '', 2: given = '' } of matchesOf(INVERTED, scan.text)) {
    const [families, others] = [
      wordsIn(scan, index, family.length),
      wordsIn(scan, index + family.length, given.length + 2),
    ];
    if ([...families, ...others].some(isWord)) continue;
    const first = flagsOf(others[0] ?? '');
    const last = families.map(flagsOf);
    // "Groet, Wouter", "LG, Kenan": what opens a line is a family name, and none that greets.
    const inCell = /[|;\t] {0,2}$/.test(scan.text.slice(Math.max(0, index - 3), index));
    const isFamily = families.some((word) => (flagsOf(word) & Word.surname) !== 0 || isCensused(word));
    if (families.some((word) => GREETINGS.has(word)) || !(isFamily || inCell)) continue;
    const isPlace = last.some((flags) => (flags & Word.place) !== 0 && (flags & Word.surname) === 0);
    const shown = isGiven(first) || (last.some(isPlainSurname) && (first & (Word.everyday | Word.place)) === 0);
    if (!isPlace && shown) push(index, whole.length);
  }
  for (const { index, 0: whole, 1: family = '' } of matchesOf(INITIALLED, scan.text)) {
    const [word = ''] = wordsIn(scan, index, family.length);
    if (isPlainSurname(flagsOf(word)) && !NOT_NAMES.has(word)) push(index, whole.length);
  }
  for (const { index, 0: whole, 1: given = '' } of matchesOf(NICKNAMED, scan.text)) {
    const words = wordsIn(scan, index, whole.length);
    const [first, last] = [wordFlags(words[0] ?? ''), flagsOf(words.at(-1) ?? '')];
    const shown = isGiven(first) || (isPlainSurname(last) && (first & Word.everyday) === 0);
    if (given !== '' && shown && !words.some((word) => NOT_NAMES.has(word))) push(index, whole.length);
  }
};
