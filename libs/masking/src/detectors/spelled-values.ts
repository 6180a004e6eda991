import type { Cue } from '../cues/find-cues.ts';
import type { Detector, Finding, Scan } from '../scan.ts';
import { foldText, isWordCode } from '../text/characters.ts';
import { vocabulary } from '../text/vocabulary.ts';
import { WordSet } from '../text/word-set.ts';
import { isCard } from './card.ts';
import { ibanLength, isIban } from './iban.ts';
import { isSpellingWord } from './spoken-numbers.ts';
import { languagesOf, numberOf } from './spoken-words.ts';

const listOf = (words: string): WordSet => new WordSet(foldText(words).trim().split(/\s+/));

/** What is said of a letter or between two: "capital R, then i". */
const SAID = listOf(
  `capital cap big upper uppercase lower lowercase small letter digit number then and gross groß klein buchstabe dann und majuscule minuscule puis et
  mayuscula mayúscula minuscula minúscula luego y maiuscola maiuscolo minuscola minuscolo poi e maiusculo maiúsculo maiuscula maiúscula minusculo minúsculo depois
  hoofdletter kleine en stor liten och lille iso pieni wielka mała velké malé большая заглавная маленькая велика маленька`,
);
/** Marks by their names; they belong to a password. */
const MARKS = listOf(
  `dash hyphen minus underscore dot point slash space hash star exclamation question mark dollar at percent ampersand strich bindestrich unterstrich punkt ausrufezeichen fragezeichen raute
  tiret espace guion guión punto trattino traço hífen ponto streepje punt uitroepteken bindestreck utropstecken bindestreg viiva piste kreska kropka myślnik pomlčka tečka тире точка нижнє підкреслення`,
);

/** What a token stands for; `languages` are those of a number word, all of them for a word of a spelling alphabet. */
interface Sign {
  value: string;
  languages: number;
}
/** A sign where it stands: `at` in what is spelled, `start` and `end` in the text. */
interface Piece extends Sign {
  at: number;
  start: number;
  end: number;
}
const isWord = ({ languages }: Sign): boolean => languages !== 0;

/** A stretch of text that is spelled: what its pieces stand for, end to end, and where each of them stands. */
interface Spelled {
  compact: string;
  pieces: Piece[];
  last: number;
  /** Where it ends, marks that are named behind it included. */
  end: number;
}

/** Units between two pieces of one value. */
const GAP_MAX = 3;
const PIECES_MAX = 120;
const GROUP_MAX = 6;
const isSeparator = (mark: string): boolean => ',-./·;:'.includes(mark);

/** What a token stands for where something is spelled: a digit or some, a letter; undefined where it is a word. */
function signAt({ text, tokens }: Scan, token: number): Sign | undefined {
  const start = tokens.starts[token] as number;
  const end = tokens.ends[token] as number;
  // `i-0875a829b083`: an identifier is not spelled.
  if (isWordCode(text.charCodeAt(start - 1)) || isWordCode(text.charCodeAt(end))) return undefined;
  if (tokens.kinds[token] === 2)
    return end - start <= GROUP_MAX ? { value: text.slice(start, end), languages: 0 } : undefined;
  if (end - start === 1)
    return /[A-Za-z]/.test(text[start] as string) ? { value: text[start] as string, languages: 0 } : undefined;
  const id = tokens.ids[token] as number;
  if (id === 0) return undefined;
  const value = numberOf(id);
  if (value >= 0 && value < 100) return { value: String(value), languages: languagesOf(id) };
  return isSpellingWord(id) ? { value: vocabulary.wordOf(id).charAt(0).toUpperCase(), languages: -1 } : undefined;
}

const isSaid = ({ tokens: { ids } }: Scan, token: number): boolean =>
  SAID.hasId(ids[token] as number) || MARKS.hasId(ids[token] as number);

/** What is spelled from a token on. */
function readSpelled(scan: Scan, first: number): Spelled {
  const { text, tokens } = scan;
  const spelled: Spelled = { compact: '', pieces: [], last: first, end: 0 };
  let said = 0;
  for (let token = first; token < tokens.count && spelled.pieces.length < PIECES_MAX; token += 1) {
    const start = tokens.starts[token] as number;
    if (token > first && start - (tokens.ends[token - 1] as number) > GAP_MAX) break;
    if (tokens.kinds[token] === 0) {
      if (!isSeparator(text[start] as string)) break;
      continue;
    }
    const sign = signAt(scan, token);
    if (sign) {
      spelled.pieces.push({ ...sign, at: spelled.compact.length, start, end: tokens.ends[token] as number });
      spelled.compact += sign.value;
      [spelled.last, spelled.end, said] = [token, tokens.ends[token] as number, 0];
    } else if (said < 3 && isSaid(scan, token)) {
      if (MARKS.hasId(tokens.ids[token] as number)) spelled.end = tokens.ends[token] as number;
      said += 1;
    } else break;
  }
  return spelled;
}

/** Values spelled letter by letter, in words, figures or both: `India Echo 32 Alfa …`, `four five one five, 0445, …`. */
export const spelledValues: Detector = (scan, findings) => {
  const { tokens } = scan;
  for (let token = 0; token < tokens.count; token += 1) {
    if (tokens.kinds[token] === 0 || !signAt(scan, token)) continue;
    const spelled = readSpelled(scan, token);
    if (spelled.pieces.length > 3)
      findings.push(...(ibanIn(spelled) ?? cardIn(spelled) ?? accountIn(scan, spelled) ?? keyIn(spelled) ?? []));
    token = Math.max(token, spelled.last);
  }
};

/** The pieces from one on that are `length` long together; undefined where none of them ends there. */
function stretch({ pieces }: Spelled, from: number, length: number): readonly Piece[] | undefined {
  const stop = (pieces[from] as Piece).at + length;
  const last = pieces.findIndex(({ at, value }, index) => index >= from && at + value.length === stop);
  return last < 0 ? undefined : pieces.slice(from, last + 1);
}

const found = (pieces: readonly Piece[], type: Finding['type']): Finding[] => [
  { start: (pieces[0] as Piece).start, end: (pieces.at(-1) as Piece).end, type, certain: true },
];

/** By length and check digits (ISO 13616-1); where letters are words, the length of all that is spelled is enough. */
function ibanIn(spelled: Spelled): Finding[] | undefined {
  const compact = spelled.compact.toUpperCase();
  for (const [index, { at }] of spelled.pieces.entries()) {
    const length = ibanLength(compact.slice(at, at + 2));
    const pieces = length > 0 ? stretch(spelled, index, length) : undefined;
    const isSpelled = at + length === compact.length && spelled.pieces.filter(isWord).length > 1;
    if (pieces && (isSpelled || isIban(compact.slice(at, at + length)))) return found(pieces, 'IBAN');
  }
  return undefined;
}

/** As many number words tell a card that is said from one beside a word like "et". */
const SAID_MIN = 3;

/** Thirteen to nineteen digits with a check digit (ISO/IEC 7812-1), some of them in words of one language. */
function cardIn(spelled: Spelled): Finding[] | undefined {
  for (const [index, { at }] of spelled.pieces.entries()) {
    for (let length = 19; length > 12; length -= 1) {
      const digits = spelled.compact.slice(at, at + length);
      if (!/^[2-6][0-9]+$/.test(digits) || digits.length < length || !isCard(digits)) continue;
      const pieces = stretch(spelled, index, length) ?? [];
      const said = pieces.filter(isWord);
      if (said.length >= SAID_MIN && said.reduce((all, { languages }) => all & languages, -1) !== 0)
        return found(pieces, 'CREDIT_CARD');
    }
  }
  return undefined;
}

/** India's permanent account number: the fourth letter is the kind of holder (Income-tax Rules, rule 114). */
const PAN = /[A-Z]{3}[ABCFGHJLPT][A-Z][0-9]{4}[A-Z]/;
const PAN_NEAR = 120;

function accountIn({ folded }: Scan, spelled: Spelled): Finding[] | undefined {
  const match = PAN.exec(spelled.compact.toUpperCase());
  if (!match) return undefined;
  const index = spelled.pieces.findIndex(({ at }) => at === match.index);
  const pieces = index < 0 ? undefined : stretch(spelled, index, match[0].length);
  if (!pieces) return undefined;
  const start = (pieces[0] as Piece).start;
  const isNear = /\bpan\b|पैन/.test(folded.slice(Math.max(0, start - PAN_NEAR), start));
  return isNear ? found(pieces, 'NATIONAL_ID') : undefined;
}

/** So many single characters in a row, letters and digits, are a key. */
const KEY_MIN = 20;

function keyIn(spelled: Spelled): Finding[] | undefined {
  let first = 0;
  for (let index = 0; index <= spelled.pieces.length; index += 1) {
    const piece = spelled.pieces[index];
    if (piece && piece.value.length === 1 && !isWord(piece)) continue;
    const key = spelled.compact.slice(spelled.pieces[first]?.at, piece?.at);
    if (index - first >= KEY_MIN && /[0-9].*[0-9].*[0-9]/.test(key) && /[A-Za-z].*[A-Za-z].*[A-Za-z]/.test(key))
      return found(spelled.pieces.slice(first, index), 'SECRET');
    first = index + 1;
  }
  return undefined;
}

/** A password spelled is as many pieces long at least, and begins so near to what announces it. */
const PASSWORD_MIN = 6;
const PASSWORD_NEAR = 48;

/** "password: S y y s l o m a 8 8", "capital R, i v e r, dash, seven seven 1 4". */
export function spelledPassword(scan: Scan, cue: Cue): Finding | undefined {
  const { tokens } = scan;
  for (let token = cue.next; token < tokens.count; token += 1) {
    const start = tokens.starts[token] as number;
    if (start - cue.end > PASSWORD_NEAR) return undefined;
    if (tokens.kinds[token] === 0) continue;
    if (!isSaid(scan, token) && !signAt(scan, token)) continue;
    const { pieces, last, end } = readSpelled(scan, token);
    const letters = pieces.filter((piece) => piece.value.length === 1 && !isWord(piece)).length;
    if (pieces.length >= PASSWORD_MIN && letters * 2 >= PASSWORD_MIN) return { start, end, type: 'PASSWORD' };
    token = Math.max(token, last);
  }
  return undefined;
}
