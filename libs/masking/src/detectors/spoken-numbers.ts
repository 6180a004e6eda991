import type { Cue } from '../cues/find-cues.ts';
import { isNumberOfThing } from '../cues/other-numbers.ts';
import { speaksOfAccess } from '../model/access-words.ts';
import type { Detector, Finding, Scan } from '../scan.ts';
import { foldText } from '../text/characters.ts';
import { vocabulary } from '../text/vocabulary.ts';
import { WordSet } from '../text/word-set.ts';
import type { PiiType } from '../types.ts';
import { luhn } from '../validators/checksums.ts';
import { languagesOf, numberOf } from './spoken-words.ts';

const words = (list: string): string[] => foldText(list).trim().split(/\s+/);

const TWICE = new WordSet(
  words(
    'double doppel doppelt doble dobro duplo duplu doppio dubbel dubbla dobbelt dupla tupla podwójne dvojité dvakrát двойной подвійний διπλό çift डबल ganda đôi',
  ),
);
const THRICE = new WordSet(words('triple dreifach tres-veces triplo trippel tripla троен тройной потрійний ट्रिपल'));

/** What is said between the groups of a number. */
const BETWEEN = new WordSet(
  words(`
    and und et y e og och en i a и і ja és si și και ve dan و ו
    uh um er äh ähm eh euh hmm then dann puis luego poi daarna sedan sitten potem pak потом
    dash hyphen minus strich bindestrich tiret guion guión traço hífen trattino streepje bindestreck streck strek bindestrek viiva kreska myślnik pomlčka spojovník kötőjel liniuță cratimă тире дефис παύλα çizgi tire strip מקף شرطة
    space slash leerzeichen espace espacio espaço spazio spatie mellanslag mellomrom dot punkt point punto ponto area code
  `),
);
const PLUS = new WordSet(words('plus mais más mas piu più плюс συν زائد פלוס artı'));
/** Spelling alphabets; letters belong to ids and IBANs. */
const LETTERS = new WordSet(
  words(
    'alpha alfa bravo charlie delta echo foxtrot golf hotel india juliett juliet kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu anton berta caesar dora emil friedrich gustav heinrich ida julius kaufmann ludwig martha nordpol otto paula quelle richard samuel theodor ulrich viktor wilhelm xanthippe ypsilon zacharias',
  ),
);

/** Whether a word of the vocabulary is one of a spelling alphabet. */
export const isSpellingWord = (id: number): boolean => LETTERS.hasId(id);

/** Arabic and Hebrew write "and" as part of the number: "خمسة وعشرين", "עשרים ושלוש". */
const isAnd = (code: number) => code === 0x648 || code === 0x5d5;
const FRENCH = languagesOf(vocabulary.idOf('quatre'));

/** A dictated number: its digits, how many number words there are, and the tokens it spans. */
export interface SpokenNumber {
  digits: string;
  words: number;
  last: number;
}

/** The vocabulary id of a number word that begins at a token, and its last token: "дев'ять" is three. */
function wordAt(scan: Scan, token: number): { id: number; last: number } {
  const { tokens, text } = scan;
  const id = tokens.ids[token] as number;
  if (numberOf(id) >= 0) return { id, last: token };
  const start = tokens.starts[token] as number;
  const apostrophe = token + 2 < tokens.count && text[tokens.ends[token] as number] === "'";
  if (apostrophe && tokens.starts[token + 2] === (tokens.ends[token] as number) + 1)
    return { id: vocabulary.idOf(scan.folded.slice(start, tokens.ends[token + 2])), last: token + 2 };
  return isAnd(scan.folded.charCodeAt(start))
    ? { id: vocabulary.idOf(scan.folded.slice(start + 1, tokens.ends[token])), last: token }
    : { id, last: token };
}

function beginsNumber(scan: Scan, token: number): boolean {
  const { ids, kinds, starts, ends } = scan.tokens;
  const id = ids[token] as number;
  if (id !== 0 || kinds[token] !== 1) return numberOf(id) >= 0 && kinds[token] === 1;
  const composed =
    scan.text.charCodeAt(ends[token] as number) === 39 || isAnd(scan.text.charCodeAt(starts[token] as number));
  return composed && numberOf(wordAt(scan, token).id) >= 0;
}

const isSeparator = (text: string, at: number) => ',-./…·;،؛'.includes(text[at] as string);
/** Units between two tokens of one dictated number. */
const GAP_MAX = 3;

/** Reads the number that begins with the number word at `first`; words of one language only, digits between them. */
export function readSpoken(scan: Scan, first: number): SpokenNumber {
  const { tokens, text } = scan;
  const groups: number[] = [];
  const parts: string[] = [];
  let spoken = -1;
  let common = -1;
  let last = first;
  let count = 0;
  let times = 1;
  let between = 0;
  const push = (part: string) => {
    groups.push(Number(part));
    parts.push(part);
  };
  for (let token = first; token < tokens.count && between < 4; token += 1) {
    if (token > first && (tokens.starts[token] as number) - (tokens.ends[token - 1] as number) > GAP_MAX) break;
    if (tokens.kinds[token] === 0) {
      if (!isSeparator(text, tokens.starts[token] as number)) break;
      between += 1;
      if (text[tokens.starts[token] as number] !== '-') spoken = -1;
      continue;
    }
    if (tokens.kinds[token] === 2) {
      const digits = text.slice(tokens.starts[token], tokens.ends[token]);
      if (digits.length > 6) break;
      push(digits);
      [last, between, spoken] = [token, 0, -1];
      continue;
    }
    const { id, last: end } = wordAt(scan, token);
    const value = numberOf(id);
    if (value >= 0 && (common & languagesOf(id)) !== 0) {
      common &= languagesOf(id);
      const group = spoken < 0 || times > 1 ? -1 : continued(spoken, value, (common & FRENCH) !== 0);
      if (group < 0) push(String(value).repeat(times));
      else {
        groups[groups.length - 1] = group;
        parts[parts.length - 1] = String(group);
      }
      spoken = times > 1 ? -1 : group < 0 ? value : group;
      [last, between, times] = [end, 0, 1];
      count += 1;
      token = end;
    } else if (TWICE.hasId(id)) times = 2;
    else if (THRICE.hasId(id)) times = 3;
    else if (isLetter(scan, token)) {
      spoken = -1;
      between = 0;
    } else if (BETWEEN.hasId(tokens.ids[token] as number)) between += 1;
    else break;
  }
  return { digits: isCounting(groups) ? '' : parts.join(''), words: count, last };
}

/** What `left` and `right`, said one after the other, are together: 60 and 8 are 68, 4 and 20 in French 80; or -1. */
function continued(left: number, right: number, french: boolean): number {
  if (right === 100) return left > 0 && left < 10 ? left * 100 : -1;
  if (right >= 100) return -1;
  if (left >= 100 && left % 100 === 0 && right > 0) return left + right;
  if (left % 10 === 0 && left % 100 >= 20 && right > 0 && right < 10) return left + right;
  if (french && left === 4 && right === 20) return 80;
  if (french && (left % 100 === 60 || left % 100 === 80) && right >= 10 && right < 20) return left + right;
  return french && left % 10 === 0 && left % 20 === 10 && left > 60 && right >= 7 && right < 10 ? left + right : -1;
}

/** "One, two, three, four, five" counts and dictates nothing. */
const isCounting = (groups: readonly number[]): boolean =>
  groups.length > 3 && groups.every((group, index) => index === 0 || group === (groups[index - 1] as number) + 1);

function isLetter(scan: Scan, token: number): boolean {
  const start = scan.tokens.starts[token] as number;
  const single = (scan.tokens.ends[token] as number) - start === 1;
  return single ? /[A-Z]/.test(scan.text[start] as string) : LETTERS.hasId(scan.tokens.ids[token] as number);
}

/** Letters and a plus that stand before the first number word and belong to it; the token the number begins with. */
function beginOf(scan: Scan, first: number): number {
  let begin = first;
  for (let token = first - 1; token >= 0 && first - token < 6; token -= 1) {
    if ((scan.tokens.starts[token + 1] as number) - (scan.tokens.ends[token] as number) > 1) break;
    if (isLetter(scan, token) || PLUS.hasId(scan.tokens.ids[token] as number)) begin = token;
    else if (!isSeparator(scan.text, scan.tokens.starts[token] as number)) break;
  }
  return begin;
}

const PHONE_DIGITS = 7;
const WORDS_MIN = 5;

const typeOf = (digits: string): PiiType =>
  digits.length >= 13 && (digits.length > 15 || luhn(digits)) ? 'CREDIT_CARD' : 'PHONE';

/** Digits and separators before the first number word that belong to its number: `0117 496 oh oh 55`. */
function digitsBefore({ tokens, text }: Scan, first: number): { digits: string; begin: number } {
  let digits = '';
  let begin = first;
  for (let token = first - 1; token >= 0 && first - token < 8; token -= 1) {
    if ((tokens.starts[token + 1] as number) - (tokens.ends[token] as number) > 1) break;
    const own = text.slice(tokens.starts[token], tokens.ends[token]);
    if (tokens.kinds[token] === 2 && own.length < 7) {
      digits = own + digits;
      begin = token;
    } else if (tokens.kinds[token] !== 0 || !isSeparator(text, tokens.starts[token] as number)) break;
  }
  return { digits, begin };
}

/** Half in words, half in digits: with a trunk zero two words are enough, without one four, and as many digits as a phone has. */
const isMixed = (digits: string, count: number): boolean =>
  digits.length > 8 && digits.length < 14 && count >= (digits.startsWith('0') ? 2 : 4);

const CODE_DIGITS = 4;
/** Not zeros alone, as a database prints them, nor figures behind letters, as plates and serial numbers have them. */
const isCode = (scan: Scan, first: number, digits: string, end: number): boolean => {
  const start = scan.tokens.starts[first] as number;
  const isPlain = beginOf(scan, first) === first && /[1-9]/.test(digits);
  return isPlain && speaksOfAccess(scan.folded, start, end) && !isNumberOfThing(scan.folded, start);
};

/** Dictated numbers: at least five number words of one language that stand for seven digits or more, fewer among digits; codes digit by digit where one gets in. */
export const spokenNumbers: Detector = (scan, findings) => {
  const { tokens } = scan;
  for (let token = 0; token < tokens.count; token += 1) {
    if (!beginsNumber(scan, token)) continue;
    const { digits, words: count, last } = readSpoken(scan, token);
    const end = tokens.ends[last] as number;
    if (digits.length >= PHONE_DIGITS && (count >= WORDS_MIN || (count === WORDS_MIN - 1 && digits.length === 8)))
      findings.push({ start: tokens.starts[beginOf(scan, token)] as number, end, type: typeOf(digits) });
    else if (count === digits.length && count >= CODE_DIGITS && isCode(scan, token, digits, end))
      findings.push({ start: tokens.starts[token] as number, end, type: 'PASSWORD' });
    else if (count > 1) {
      const before = digitsBefore(scan, token);
      if (isMixed(before.digits + digits, count))
        findings.push({ start: tokens.starts[before.begin] as number, end, type: 'PHONE' });
    }
    token = last;
  }
};

/** Words that may stand between a cue and what is dictated after it. */
const WORDS_BEFORE = 4;

/** A dictated number of at least `minDigits` that follows a cue closely. */
export function spokenAfter(scan: Scan, cue: Cue, type: PiiType, minDigits: number): Finding | undefined {
  const { tokens } = scan;
  let skipped = 0;
  for (let token = cue.next; token < tokens.count && skipped <= WORDS_BEFORE; token += 1) {
    if (tokens.kinds[token] === 2 || (tokens.starts[token] as number) - cue.end > 48) return undefined;
    if (tokens.kinds[token] === 0) {
      if (scan.text[tokens.starts[token] as number] === '\x7f') return undefined;
      continue;
    }
    if (beginsNumber(scan, token)) {
      const { digits, words: count, last } = readSpoken(scan, token);
      if (digits.length >= minDigits && count >= Math.min(type === 'CARD_CVV' ? 2 : 3, minDigits))
        return { start: tokens.starts[beginOf(scan, token)] as number, end: tokens.ends[last] as number, type };
    }
    skipped += 1;
  }
  return undefined;
}
