import type { Detector } from '../scan.ts';
import { foldText } from '../text/characters.ts';
import { matchesIn, matchesOf } from '../text/matches.ts';
import { WordSet } from '../text/word-set.ts';
import { Word, wordFlags } from './lexicon.ts';
import {
  EASTERN_SURNAMES,
  EASTERN_SYLLABLES,
  KOREAN_PAIR,
  NO_PERSON,
  NO_PERSON_BEHIND,
  PINYIN,
} from './romanised-lists.ts';
import { NOT_NAMES } from './words.ts';

const SURNAMES = new WordSet(EASTERN_SURNAMES);
const CAPITAL = '[A-Z][a-z]{0,7}';
const HYPHENED =
  /(?<![\p{L}\p{N}_.@/-])(?:([A-Z][A-Za-z]{1,9}) ([A-Z][a-z]{0,6}|[A-Z]{1,7})-([A-Za-z][a-z]{0,6}|[A-Z]{1,7})|([A-Z][a-z]{0,6})-([A-Za-z][a-z]{0,6}),? ([A-Z][A-Za-z]{1,9})|([a-z]{2,7}) ([a-z]{2,7})-([a-z]{2,7}))(?![\p{L}\p{N}_@-])/gu;
const THREE = new RegExp(
  `(?<![\\p{L}\\p{N}_.@/-])(?:(${CAPITAL}) (${CAPITAL}) (${CAPITAL})(?: (${CAPITAL}))?|([A-Z]{2,8}) ([A-Z]{2,7}) ([A-Z]{2,7})(?: ([A-Z]{2,7}))?)(?![\\p{L}\\p{N}_@-])`,
  'gu',
);
const TWO =
  /(?<![\p{L}\p{N}_.@/-])(?:([A-Z][a-z]{1,7}) ([A-Z][a-z]{3,11})|([A-Z]{2,8}) ([A-Z]{4,12})|([A-Z]{2,8}), ?([A-Z][a-z]{3,11}))(?![\p{L}\p{N}_@-])/gu;
const POLYSYLLABLE = new RegExp(`^(?:${PINYIN}{2}|${KOREAN_PAIR})$`, 'u');
const ONE_SYLLABLE = new RegExp(`^${PINYIN}$`, 'u');
/** `Asghar Ali s/o Akbar Ali`: two people, and the word between stays. */
const CHILD_OF =
  /(?<![\p{L}\p{N}_.@/-])((?:[A-Z][\p{L}'-]{1,16} ){0,3}[A-Z][\p{L}'-]{1,16}) (?:s\/o|d\/o|w\/o|c\/o|S\/O|D\/O|W\/O|S\/o|D\/o|W\/o) ((?:[A-Z][\p{L}'-]{1,16} ){0,2}[A-Z][\p{L}'-]{1,16})(?![\p{L}\p{N}_@-])/gu;
/** What the two patterns of descent hold. */
const JOINER =
  / (?:[AaSsDdWwCc]\/[LPOlpo]|bin|binti|Bin|Binti|BIN|BINTI|bte|binte|Bte|bt|bt\.|ibn|bint|ould|Ould|mint|uulu|kyzy|ogly|qizi|o'g'li|anak|Anak|@) [A-Z]/u;
/** What joins the name of a child to that of the father: Arabs, Malays, Tamils, Kyrgyz, Dayak. */
const DESCENT =
  /(?<![\p{L}\p{N}_.@/-])((?:[A-Z][\p{L}'-]{1,16} ){1,4}(?:a\/l|a\/p|A\/L|A\/P|bin|binti|Bin|Binti|BIN|BINTI|bte|binte|Bte|bt|bt\.|ibn|bint|ould|Ould|mint|uulu|kyzy|ogly|qizi|o'g'li|anak|Anak|@) [A-Z][\p{L}'-]{1,20}(?: (?:(?:bin|binti|Bin|Binti|al|el|Al|El|ibn|Abdul|Abd) )?[A-Z][\p{L}'-]{1,16}){0,3})/gu;
/** First words of Arab, Malay and South Asian names that tell a name by themselves. */
const LED =
  /(?<![\p{L}\p{N}_.@/-])((?:Abu|Abou|Umm|Oum|Ait|Aït|Bnou|Sidi|Mohd|Muhd|Siti|Syed|Sayyid|Ghulam|Tengku|Venkata|Abd (?:El|Al|Ul)) (?:(?:El|Al|Ul|Ur)[ -])?[A-Z][\p{L}'-]{2,16}(?: (?:(?:El|Al|bin|binti|Ould)[ -])?[A-Z][\p{L}'-]{2,16}){0,2})/gu;
const NO_LED = /^(?:Abu Dhabi|Abu Simbel|Abu Ghraib|Umm Al|Umm al|Sidi Bou|Sidi Bel|Sidi Ifni|Ait Ben|Abu Road)/u;
/** Titles that the patterns above read as a first word. */
const TITLE =
  /^(?:Encik|Puan|Tuan|Cik|Mr|Mrs|Ms|Dr|Datuk|Dato|Datin|Tun|Haji|Hajah|Prof|Dear|Hi|Hello|Bapak|Ibu|Pak|Bu|Name|Nama|Customer|Pelanggan|Call|Ask|Contact|From|To|For|The|Sheikh|Sultan|User|Suami|Isteri|Card|Holder) /u;

const isEverydayOnly = (word: string) => {
  const flags = wordFlags(word);
  return (flags & Word.everyday) !== 0 && (flags & (Word.given | Word.surname)) === 0;
};
const isEveryday = (word: string) => (wordFlags(word) & Word.everyday) !== 0 || NOT_NAMES.has(word);
const isPlain = (word: string) => {
  const flags = wordFlags(word);
  return (flags & (Word.given | Word.surname)) !== 0 && (flags & Word.everyday) === 0;
};

/** Names of Asia in Latin letters, in their own order and joined as they are there. */
export const romanisedNames: Detector = ({ text, tokens }, findings) => {
  const push = (start: number, length: number) => findings.push({ start, end: start + length, type: 'PERSON' });
  // Most texts have no surname of the East in them.
  let eastern = false;
  for (let token = 0; token < tokens.count && !eastern; token += 1)
    eastern = SURNAMES.hasId(tokens.ids[token] as number);
  if (eastern) easternNames(text, push);
  const descent = matchesIn(JOINER, text);
  for (const match of descent ? matchesOf(DESCENT, text) : []) {
    const name = withoutTitles(match[1] as string);
    const [first = ''] = name.split(' ');
    if (!isEverydayOnly(foldText(first)) && name.length > 6)
      push(match.index + match[0].length - name.length, name.length);
  }
  for (const match of descent ? matchesOf(CHILD_OF, text) : []) {
    const child = withoutTitles(match[1] as string);
    const parent = match[2] as string;
    if (isEverydayOnly(foldText(parent.split(' ')[0] as string))) continue;
    push(match.index + match[0].length - parent.length, parent.length);
    if (child.split(' ').some((word) => isPlain(foldText(word))))
      push(match.index + (match[1] as string).length - child.length, child.length);
  }
  for (const match of matchesOf(LED, text)) {
    const name = match[1] as string;
    if (
      !NO_LED.test(name) &&
      !NO_PERSON_BEHIND.test(text.slice(match.index + name.length, match.index + name.length + 14)) &&
      !NO_PERSON_BEHIND.test(` ${name.split(' ').at(-1)}`)
    )
      push(match.index, name.length);
  }
};

function easternNames(text: string, push: (start: number, length: number) => void): void {
  for (const match of matchesOf(HYPHENED, text)) {
    const surname = (match[1] ?? match[6] ?? match[7]) as string;
    const syllables = [match[2] ?? match[4] ?? match[8], match[3] ?? match[5] ?? match[9]] as string[];
    if (
      EASTERN_SURNAMES.has(surname.toLowerCase()) &&
      syllables.every(isSyllable) &&
      !syllables.every((word) => isEverydayOnly(word.toLowerCase()))
    )
      push(match.index, match[0].length);
  }
  for (const match of matchesOf(THREE, text)) {
    const words = (match[1] ? match.slice(1, 5) : match.slice(5, 9)).filter((word) => word !== undefined) as string[];
    const length = threeOf(words);
    if (length > 0 && !NO_PERSON_BEHIND.test(text.slice(match.index + length, match.index + length + 14)))
      push(match.index, length);
  }
  for (const match of matchesOf(TWO, text)) {
    const [surname = '', given = ''] = (
      match[1] ? [match[1], match[2]] : match[3] ? [match[3], match[4]] : [match[5], match[6]]
    ).map((word) => (word as string).toLowerCase());
    if (
      arePair(surname, given) &&
      !NO_PERSON_BEHIND.test(text.slice(match.index + match[0].length, match.index + match[0].length + 14))
    )
      push(match.index, match[0].length);
  }
}

const isSyllable = (word: string) => EASTERN_SYLLABLES.has(word.toLowerCase()) || ONE_SYLLABLE.test(word.toLowerCase());

/** Characters of `Kwan Wai Kuen` or `Nguyen Thi Hong Nhung` among three or four words; 0 for none. */
function threeOf(words: string[]): number {
  const plain = words.map((word) => word.toLowerCase());
  const [surname = '', ...own] = plain;
  if (
    !EASTERN_SURNAMES.has(surname) ||
    NO_PERSON.has(plain.slice(0, 3).join('')) ||
    NO_PERSON.has(plain.slice(0, 2).join(''))
  )
    return 0;
  const two = own.slice(0, 2);
  if (!two.every((word) => EASTERN_SYLLABLES.has(word)) || plain.slice(0, 3).every(isEveryday)) return 0;
  const four = own[2] !== undefined && EASTERN_SYLLABLES.has(own[2]) && !isEverydayOnly(own[2]);
  return words.slice(0, four ? 4 : 3).join(' ').length;
}

/** `Zhang Weidong`, `RHEE SEUNGHYUN`: a given name of two syllables that is no other word. */
function arePair(surname: string, given: string): boolean {
  if (!EASTERN_SURNAMES.has(surname) || NO_PERSON.has(surname + given)) return false;
  if (isEveryday(given) || (wordFlags(given) & Word.place) !== 0 || !POLYSYLLABLE.test(given)) return false;
  return !isEveryday(surname) || isPlain(given) || wordFlags(given) === 0;
}

function withoutTitles(name: string): string {
  let own = name;
  for (let title = TITLE.exec(own); title; title = TITLE.exec(own)) own = own.slice(title[0].length);
  return own;
}
