import { foldText } from '../text/characters.ts';
import { isAddressWord } from './address-parts.ts';
import { BESIDE, LINKS, PLACES, STREETS_AFTER, STREETS_BEFORE, STREETS_MIDDLE, UNITS } from './place-words.ts';

const [after, before, middle, units, places, beside, links] = [
  STREETS_AFTER,
  STREETS_BEFORE,
  STREETS_MIDDLE,
  UNITS,
  PLACES,
  BESIDE,
  LINKS,
].map((words) => new Set(words)) as [
  Set<string>,
  Set<string>,
  Set<string>,
  Set<string>,
  Set<string>,
  Set<string>,
  Set<string>,
];

/** What a word can be in an address. */
export const Word = { bad: 0, link: 1, plain: 2, number: 3, known: 4 } as const;

export const bare = (word: string): string => foldText(word.replace(/^[^\p{L}\p{N}#]+|[^\p{L}\p{M}\p{N}]+$/gu, ''));
/** Whether a folded word belongs to addresses. */
export const isKnown = (folded: string): boolean =>
  after.has(folded) ||
  before.has(folded) ||
  middle.has(folded) ||
  units.has(folded) ||
  places.has(folded) ||
  beside.has(folded);
const NUMBERISH =
  /^[#№(]?(?!0x)(?:[\p{L}]{1,3}[-./]?)?(?:[0-9]{1,6}|[0-9]{1,3}[.,][0-9])(?:[-/–½ºª°][0-9]{0,5}){0,3}(?:-?[\p{L}]{1,4}[0-9]{0,2})?(?:[-/][0-9\p{L}]{1,5})?[.º°ª)]{0,2},?$/u;
const DATE = /[0-9]{1,4}[-./][0-9]{1,2}[-./][0-9]{2,4}|[0-9]{7}|^[0-9]{1,2}\/(?:19|20)[0-9]{2}$/;

function kindOfWord(word: string): number {
  const folded = bare(word);
  if (folded === '') return /^[&#№\-"'«»“”]$/.test(word) ? Word.link : Word.bad;
  if (DATE.test(word)) return Word.bad;
  if (NUMBERISH.test(word)) return Word.number;
  if (links.has(folded)) return Word.link;
  if (isKnown(folded)) return Word.known;
  if (/[0-9].*[0-9]|['"][,)]|['"]$/.test(word)) return Word.bad;
  const plain = word.replace(/^["'«“‘]+|["'»”’.]+$/gu, '');
  return isAddressWord(plain) || /^\p{Lo}[\p{Lo}\p{M}]{0,24}$/u.test(plain) ? Word.plain : Word.bad;
}

interface AddressWord {
  word: string;
  start: number;
  end: number;
  kind: number;
}
export type Words = readonly AddressWord[];

const WORD = /\S+/gu;
/** The text that was read last, and what its words can be: stretches of it are read again and again. */
const last = { text: '', kinds: new Map<string, number>() };

function kindIn(text: string, word: string): number {
  if (last.text !== text) {
    last.text = text;
    last.kinds.clear();
  }
  const known = last.kinds.get(word);
  if (known !== undefined) return known;
  const kind = kindOfWord(word);
  last.kinds.set(word, kind);
  return kind;
}

/** The words of a part of a text with what each can be. */
export function wordsIn(text: string, { start, end }: { start: number; end: number }): Words {
  const part = text.slice(start, end);
  const words: AddressWord[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(part); match; match = WORD.exec(part)) {
    const [word] = match;
    const at = start + match.index;
    words.push({ word, start: at, end: at + word.length, kind: kindIn(text, word) });
  }
  return words;
}

export const isStreetBefore = (folded: string): boolean => before.has(folded);
export const isStreetAfter = (folded: string): boolean => after.has(folded);
/** Whether a folded word stands before a landmark. */
export const isBeside = (folded: string): boolean => beside.has(folded);

const isName = (word: Words[number] | undefined): boolean =>
  word !== undefined &&
  (word.kind === Word.plain || word.kind === Word.known) &&
  /^["'«“‘(]?[\p{Lu}\p{Lo}]/u.test(word.word);
/** Words for a part of a town or a country that are written small before its name. */
const SMALL = new Set(
  foldText(
    'xã huyện ấp thôn phường quận tỉnh xóm khóm khu vereda barrio colonia aldea caserío finca sector sitio purok kampung desa dusun kelurahan kecamatan kabupaten mohalla tehsil quartier lotissement résidence hameau domaine frazione contrada cascina località село деревня посёлок поселок город район область місто жк мкр микрорайон osiedle wieś obec okres gmina powiat comuna satul judetul kijiji kata mtaa barangay brgy bairro sítio fazenda povoado parcela',
  ).split(' '),
);
const isHouse = (word: Words[number] | undefined): boolean =>
  word !== undefined && /^[0-9]{1,4}(?:[-/ ]?[\p{L}0-9]{1,5}){0,2}[.,)]?$/u.test(word.word);
/** A unit, a number, a letter or a small word: what is inside of a house. */
export const isInside = ({ word, kind }: Words[number]): boolean =>
  kind === Word.link ||
  (kind === Word.number && !/[0-9]{4}/.test(word)) ||
  /^[("']?\p{Lu}[.,)]?$/u.test(word) ||
  (kind === Word.known &&
    units.has(bare(word)) &&
    !/^(?:plot|lot|erf|stand|phase|sitio|purok|site|farm)$/.test(bare(word)));
export const isNumber = (word: Words[number] | undefined): boolean => word?.kind === Word.number;
const POSTCODE =
  /^(?:[A-Z]{1,2}-?)?[0-9]{4,6}(?:-[0-9]{3,4})?$|^[A-Z]{1,2}[0-9]{1,2}[A-Z]?$|^[0-9][A-Z]{2}$|^[0-9]{2,3}[- ][0-9]{3}$/;

function once(ask: () => boolean): () => boolean {
  let answer: boolean | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
}

/** A street with its number says 2, a street, a unit, a place or a postcode 1, a number a half, names a quarter. */
export function scoreOf(words: Words): number {
  let score = 0;
  let streets = 0;
  const housed = once(() => words.some(isHouse));
  words.forEach((word, index) => {
    if (word.kind !== Word.known) return;
    const folded = bare(word.word);
    const [last, next] = [words[index - 1], words[index + 1]];
    const written = /^[\p{Lu}\p{Lo}"'(]/u.test(word.word);
    if (after.has(folded) && written && isName(last)) {
      const numberBefore = words.slice(Math.max(0, index - 5), index).some(isNumber);
      streets = Math.max(streets, numberBefore ? 2 : 1);
    }
    if (
      before.has(folded) &&
      (folded.length > 2 || word.word.endsWith('.') || written) &&
      (isName(next) || (next?.kind === Word.link && isName(words[index + 2])))
    )
      streets = Math.max(streets, folded.length > 1 && housed() ? 2 : 1);
    if (middle.has(folded) && isName(last))
      streets = Math.max(
        streets,
        isHouse(next) || ((next?.kind === Word.link || next?.kind === Word.known) && isHouse(words[index + 2])) ? 2 : 0,
      );
    if (
      units.has(folded) &&
      folded.length > 1 &&
      (isNumber(next) ||
        (next && /^[A-Z][0-9]{0,3}$/.test(next.word)) ||
        (next?.kind === Word.link && isNumber(words[index + 2])))
    )
      score += written || word.word.endsWith('.') || folded.length > 2 ? 1 : 0.5;
    else if (
      places.has(folded) &&
      (((written || word.word.endsWith('.')) && (isName(last) || isName(next))) || (SMALL.has(folded) && isName(next)))
    )
      score += 0.75;
    else if (beside.has(folded) && isName(next)) score += 0.5;
  });
  score = Math.min(score, 3) + streets;
  if (score === 0) {
    const named = words.some(isName);
    if (words.some(({ word }) => POSTCODE.test(word)) && named) return 1;
    return words.some(isNumber) ? 0.5 : named ? 0.25 : 0;
  }
  return score + (words.some(({ word }) => /^[0-9]{5,6}$/.test(word)) ? 0.5 : 0);
}
