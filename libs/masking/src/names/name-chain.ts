import type { Scan } from '../scan.ts';
import { isUnspaced, Kind, kindOf } from '../text/characters.ts';
import { WordSet } from '../text/word-set.ts';
import { Word, wordFlags } from './lexicon.ts';
import { isLocalWord } from './local-words.ts';
import { unlistedFlags } from './unlisted-names.ts';
import { Trait, WORD_FLAGS } from './word-traits.ts';

/** One part of what may be a name: a word (with what a hyphen or apostrophe joins to it), an initial or a particle. */
export interface NamePart {
  readonly kind: 'word' | 'initial' | 'particle';
  readonly start: number;
  readonly end: number;
  /** Of {@link Word}; the union of joined words, 0 for a word no list has. */
  flags: number;
  /** Never part of a name: a greeting, a role, a product, part of a technical name. */
  refused: boolean;
  capitals: boolean;
  /** Found in the lists by its nominative only. */
  inflected: boolean;
  /** The token after it. */
  next: number;
}

export const isGiven = (part: NamePart) => (part.flags & Word.given) !== 0 && !part.refused;
export const isSurname = (part: NamePart) => (part.flags & Word.surname) !== 0 && !part.refused;
export const isEveryday = (part: NamePart) => (part.flags & Word.everyday) !== 0;
export const isUnknown = (part: NamePart) => (part.flags & ~Word.place) === 0 && !part.refused;
export const isName = (part: NamePart) => isGiven(part) || isSurname(part);
/** In a list of names, and nothing else. */
export const isPlainGiven = (part: NamePart) => isGiven(part) && !isEveryday(part);
export const isPlainName = (part: NamePart) => isName(part) && !isEveryday(part);

const PARTS_MAX = 6;

/** Reads what may be a name from `token` on: capitalised words one space apart; empty where it begins with none. */
export function nameChain(scan: Scan, token: number): NamePart[] {
  const parts: NamePart[] = [];
  let at = token;
  while (parts.length < PARTS_MAX && at < scan.tokens.count) {
    const last = parts.at(-1);
    if (last && !isOneSpace(scan.text, last.end, scan.tokens.starts[at] as number)) break;
    const part = partAt(scan, at, last !== undefined);
    if (!part) break;
    parts.push(last && parts.length === 1 && isSurnameBehind(scan, last, part) ? { ...part, refused: false } : part);
    at = part.next;
  }
  const [first, second] = parts;
  if (first && second && isTownGiven(scan, first, second)) parts[0] = { ...first, refused: false };
  while (parts.at(-1)?.kind === 'particle') parts.pop();
  return parts;
}

/** "Milan Košťál", "Sydney Wichmann": a town that is a given name, before a surname that is nothing else. */
const isTownGiven = (scan: Scan, first: NamePart, second: NamePart): boolean =>
  first.refused &&
  TOWNS.test(scan.folded.slice(first.start, first.end)) &&
  second.kind === 'word' &&
  !second.refused &&
  (second.flags & (Word.surname | Word.everyday | Word.place)) === Word.surname &&
  !isTechnical(scan.text, first.start, first.end);
/** Whether a folded word is a town or country that many are named after. */
export const isTown = (word: string): boolean => TOWNS.test(word);
const TOWNS =
  /^(?:milan|sydney|florence|austin|dallas|paris|london|virginia|georgia|houston|phoenix|vienna|chelsea|brooklyn|cassandra|ember|mollie|santa|travis|dakota|carolina|israel|america|asia|francia|sofia|victoria|charlotte|helena|geneva|milano|roma)$/;

/** "Raquel Jenkins", "Emmanuel Bosch": a word of support life that is a surname, right behind a given name. */
const isSurnameBehind = ({ text }: Scan, before: NamePart, part: NamePart): boolean =>
  part.refused &&
  part.kind === 'word' &&
  (part.flags & (Word.surname | Word.place)) === Word.surname &&
  before.kind === 'word' &&
  isPlainGiven(before) &&
  before.capitals === part.capitals &&
  !isTechnical(text, part.start, part.end) &&
  !isAddressBehind(text, part);

/** Forms of address of Turkey, India and Japan stand behind the given name. */
export const isAddressBehind = (text: string, { start, end }: NamePart): boolean =>
  ADDRESS_BEHIND.test(text.slice(start, end));
const ADDRESS_BEHIND = /^(?:bey|bay|bayan|han[iı]m|efendi|a[gğ]a|ho[cs]a|khan|sahib|saheb|ji|san|sama|kun|chan)$/iu;

const isOneSpace = (text: string, from: number, to: number) =>
  to === from ? text[from - 1] === '.' : to - from <= 2 && text.slice(from, to).trim() === '' && text[from] !== '\n';

/** Units of a text from which on parts are kept: in shorter ones chains seldom have one in common. */
const KEPT_FROM = 4_096;

/** What may be part of a name at a token; in a long text it is read once however many chains hold it. */
function partAt(scan: Scan, token: number, inside: boolean): NamePart | undefined {
  if (scan.text.length < KEPT_FROM) return readPart(scan, token, inside);
  const known = inside ? scan.nameParts.inside : scan.nameParts.first;
  const before = known[token];
  if (before !== undefined) return before ?? undefined;
  const part = readPart(scan, token, inside);
  known[token] = part ?? null;
  return part;
}

function readPart(scan: Scan, token: number, inside: boolean): NamePart | undefined {
  const { tokens, text } = scan;
  const start = tokens.starts[token] as number;
  const end = tokens.ends[token] as number;
  if (inside && text.startsWith("in 't ", start)) return particle(start, start + 5, token + 3);
  if (inside && text.startsWith("'t ", start)) return particle(start, start + 2, token + 2);
  if (tokens.kinds[token] !== 1) return undefined;
  const kind = kindOf(text.charCodeAt(start));
  if (
    (scan.traits(token) & Trait.particle) !== 0 &&
    text[end] !== '-' &&
    (inside || (kind === Kind.lower && LEADING.test(scan.folding(token)))) &&
    isPlainlyWritten(scan, token)
  )
    return readParticle(scan, token);
  if (kind === Kind.lower)
    return JOINING.hasId(tokens.ids[token] as number) && joins(scan, token + 1, end)
      ? readWord(scan, token)
      : undefined;
  if (kind !== Kind.upper || isUnspaced(text.charCodeAt(start))) return undefined;
  if (
    end - start === 1 &&
    !/[0-9]["'°]$/.test(text.slice(Math.max(0, start - 2), start)) &&
    !/[\p{L}\p{N}_^%&]/u.test(text[start - 1] ?? ' ') &&
    !text.startsWith('i. ', start - 3)
  ) {
    if (text[end] === '.') return initial(start, end + 1, token + 2);
    // `EARL T WHITCOMB`: an initial without its dot stands between two words.
    if (inside && text[end] === ' ' && kindOf(text.charCodeAt(end + 1)) === Kind.upper)
      return initial(start, end, token + 1);
  }
  return readWord(scan, token, inside);
}

const JOINING = new WordSet('al el ul d l bin abd'.split(' '));

/** Particles that may come first after a title: "Herrn von der Lühe". */
const LEADING = /^(?:von|van|vom|zu|zum|zur|den|der|de|di|da|del|della|la|le|el|al|bin|ibn|abu|ter|ten|te|af|d|l)$/;

/** `bên` is no `ben`: particles have no accents. */
const isPlainlyWritten = (scan: Scan, token: number) =>
  !/[\u00c0-\u1eff]/.test(scan.word(token)) || !/^[a-z]+$/.test(scan.folding(token));

// All parts have the same properties in the same order: what reads them stays fast.
function particle(start: number, end: number, next: number): NamePart {
  return { kind: 'particle', start, end, flags: 0, refused: false, capitals: false, inflected: false, next };
}
function initial(start: number, end: number, next: number): NamePart {
  return { kind: 'initial', start, end, flags: 0, refused: false, capitals: true, inflected: false, next };
}

/** `von`, `d'`, and abbreviated `v.`: with the mark that ends them. */
function readParticle({ tokens, text }: Scan, token: number): NamePart {
  const start = tokens.starts[token] as number;
  const end = tokens.ends[token] as number;
  const marked = (text[end] === "'" || text[end] === '.') && tokens.starts[token + 1] === end;
  return particle(start, marked ? end + 1 : end, token + (marked ? 2 : 1));
}

const CAPITALS = /^[\p{Lu}'-]+$/u;

function readWord(scan: Scan, token: number, inside = false): NamePart | undefined {
  const { tokens, text } = scan;
  const start = tokens.starts[token] as number;
  let end = tokens.ends[token] as number;
  const traits = scan.traits(token);
  let flags = scan.nameFlags(token);
  const inflected = flags !== 0 && (traits & WORD_FLAGS) === 0;
  let refused = isTechnical(text, start, end) || end - start > 30;
  let next = token + 1;
  for (let joined = 0; joined < 3 && joins(scan, next, end); joined += 1) {
    flags = isUkrainian(text, end)
      ? flagsWithout(scan, start, tokens.ends[next + 1] as number)
      : flags | scan.nameFlags(next + 1);
    // `O'Neill`, `D'Angelo`: only names are written so.
    if (!isUkrainian(text, end) && (end - start < 3 || text[end] === "'"))
      flags = (flags | Word.surname) & ~Word.everyday;
    end = tokens.ends[next + 1] as number;
    refused ||= isTechnical(text, start, end);
    next += 2;
  }
  if (end - start < 2) return undefined;
  // `IBAN-Feld`, `Wi-Fi-Passwort`: the last half says what it is.
  if (
    next > token + 1 &&
    text[tokens.ends[next - 2] as number] !== "'" &&
    (isMereWord(scan, next - 1) || ((traits & (Trait.notName | Trait.cue)) !== 0 && CAPITALS.test(scan.word(token))))
  )
    refused = true;
  const cue = (traits & Trait.cue) !== 0 && !(inside && (flags & (Word.given | Word.surname)) !== 0);
  refused ||= next === token + 1 && (cue || (traits & Trait.notName) !== 0 || (!inside && isLocalWord(scan, token)));
  const capitals = kindOf(text.charCodeAt(start + 1)) !== Kind.lower && CAPITALS.test(text.slice(start, end));
  return { kind: 'word', start, end, flags, refused, capitals, inflected, next };
}

/** A word of support life or of another kind of value, and no name. */
const isMereWord = (scan: Scan, token: number): boolean =>
  (scan.traits(token) & (Trait.notName | Trait.cue)) !== 0 &&
  (scan.nameFlags(token) & (Word.given | Word.surname)) === 0;

/** A hyphen or apostrophe and a capital (or `al-`) right after a word: `Anne-Marie`, `O'Neill`; `D'hondt`, but not `J'ai`. */
function joins(scan: Scan, mark: number, end: number): boolean {
  const { tokens, text } = scan;
  if ((text[end] !== '-' && text[end] !== "'") || mark + 1 >= tokens.count || tokens.starts[mark] !== end) return false;
  if (tokens.starts[mark + 1] !== end + 1 || tokens.kinds[mark + 1] !== 1) return false;
  const tail = tokens.ends[mark + 1] as number;
  if (tail - end < 3) return false;
  if (kindOf(text.charCodeAt(end + 1)) !== Kind.lower || isUkrainian(text, end)) return true;
  const elided = text[end] === "'" && /^d$/i.test(text.slice(tokens.starts[mark - 1], end));
  return elided && (scan.traits(mark + 1) & Word.everyday) === 0;
}

/** The apostrophe of Ukrainian stands inside a word: `Мар'яна`. */
const isUkrainian = (text: string, at: number): boolean =>
  text[at] === "'" && /^[бпвмфрк]'[яюєї]$/iu.test(text.slice(at - 1, at + 2));
const flagsWithout = ({ folded }: Scan, start: number, end: number): number => {
  const word = folded.slice(start, end).replaceAll("'", '');
  return wordFlags(word) || unlistedFlags(word);
};

const AFTER_TECHNICAL = /^(?:[0-9_\\/@(=$]|::|-[0-9]|:[0-9]|\.[\p{L}0-9]|!\p{Lu})/u;

/** `PAY-4092`, `Foo::bar`, `Foo.bar`, `E_CODE`, `camelCase`, `@Name`, `/Name`: parts of technical names. */
function isTechnical(text: string, start: number, end: number): boolean {
  if (start > 0 && TECHNICAL_BEFORE[text.charCodeAt(start - 1)] === 1) return true;
  if (TECHNICAL_AFTER[text.charCodeAt(end)] === 1 && AFTER_TECHNICAL.test(text.slice(end, end + 3))) return true;
  return changesCase(text, start, end) && CAMEL.test(text.slice(start, end)) && !JOINED.test(text.slice(start, end));
}

const TECHNICAL_BEFORE = asciiSet('0123456789_\\/@#$.');
/** What {@link AFTER_TECHNICAL} begins with. */
const TECHNICAL_AFTER = asciiSet('0123456789_\\/@(=$:-.!');
const CAMEL = /\p{Ll}\p{Lu}/u;
const JOINED = /^(?:Mc|Mac|De|Di|Du|Da|Do|Del|Dal|Des|Dos|Le|La|Van|Vander|Von|Ver|Ben|Ter|Fitz|O)\p{Lu}|-|'/u;

function asciiSet(characters: string): Uint8Array {
  const set = new Uint8Array(128);
  for (const character of characters) set[character.charCodeAt(0)] = 1;
  return set;
}

/** Whether a capital stands right behind a small letter. */
function changesCase(text: string, start: number, end: number): boolean {
  let before = -1;
  for (let at = start; at < end; at += 1) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === Kind.upper && before === Kind.lower) return true;
    before = kind;
  }
  return false;
}
