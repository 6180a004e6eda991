import type { Scan } from '../scan.ts';
import { foldText, isUnspaced, Kind, kindOf } from '../text/characters.ts';
import { inflectedFlags } from './inflection.ts';
import { Word, wordFlags } from './lexicon.ts';
import { CUE_WORDS, NOT_NAMES, PARTICLES } from './words.ts';

/** One part of what may be a name: a word (with what a hyphen or apostrophe joins to it), an initial or a particle. */
export interface NamePart {
  kind: 'word' | 'initial' | 'particle';
  start: number;
  end: number;
  /** Of {@link Word}; the union of joined words, 0 for a word no list has. */
  flags: number;
  /** Never part of a name: a greeting, a role, a product, part of a technical name. */
  refused: boolean;
  capitals: boolean;
  /** Found in the lists by its nominative only. */
  inflected?: boolean;
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
    const part = readPart(scan, at, last !== undefined);
    if (!part) break;
    parts.push(part);
    at = part.next;
  }
  while (parts.at(-1)?.kind === 'particle') parts.pop();
  return parts;
}

const isOneSpace = (text: string, from: number, to: number) =>
  to === from ? text[from - 1] === '.' : to - from <= 2 && text.slice(from, to).trim() === '' && text[from] !== '\n';

function readPart(scan: Scan, token: number, inside: boolean): NamePart | undefined {
  const { tokens, text } = scan;
  const start = tokens.starts[token] as number;
  const end = tokens.ends[token] as number;
  if (inside && text.startsWith("in 't ", start)) return { ...PARTICLE, start, end: start + 5, next: token + 3 };
  if (inside && text.startsWith("'t ", start)) return { ...PARTICLE, start, end: start + 2, next: token + 2 };
  if (tokens.kinds[token] !== 1) return undefined;
  const kind = kindOf(text.charCodeAt(start));
  if (
    PARTICLES.has(scan.folding(token)) &&
    text[end] !== '-' &&
    (inside || (kind === Kind.lower && LEADING.test(scan.folding(token)))) &&
    isPlainlyWritten(scan, token)
  )
    return readParticle(scan, token);
  if (kind === Kind.lower)
    return /^(?:al|el|ul|d|l|bin|abd)$/.test(scan.folding(token)) && joins(scan, token + 1, end)
      ? readWord(scan, token)
      : undefined;
  if (kind !== Kind.upper || isUnspaced(text.charCodeAt(start))) return undefined;
  if (
    end - start === 1 &&
    !/[0-9]["'°]$/.test(text.slice(Math.max(0, start - 2), start)) &&
    !/[\p{L}\p{N}_^%&]/u.test(text[start - 1] ?? ' ') &&
    !text.startsWith('i. ', start - 3)
  ) {
    if (text[end] === '.') return { ...INITIAL, start, end: end + 1, next: token + 2 };
    // `EARL T WHITCOMB`: an initial without its dot stands between two words.
    if (inside && text[end] === ' ' && kindOf(text.charCodeAt(end + 1)) === Kind.upper)
      return { ...INITIAL, start, end, next: token + 1 };
  }
  return readWord(scan, token, inside);
}

/** Particles that may come first after a title: "Herrn von der Lühe". */
const LEADING = /^(?:von|van|vom|zu|zum|zur|den|der|de|di|da|del|della|la|le|el|al|bin|ibn|abu|ter|ten|te|af|d|l)$/;

/** `bên` is no `ben`: particles have no accents. */
const isPlainlyWritten = (scan: Scan, token: number) =>
  !/[\u00c0-\u1eff]/.test(scan.word(token)) || !/^[a-z]+$/.test(scan.folding(token));

const PARTICLE = { kind: 'particle', flags: 0, refused: false, capitals: false } as const;
const INITIAL = { kind: 'initial', flags: 0, refused: false, capitals: true } as const;

/** `von`, `d'`, and abbreviated `v.`: with the mark that ends them. */
function readParticle({ tokens, text }: Scan, token: number): NamePart {
  const start = tokens.starts[token] as number;
  const end = tokens.ends[token] as number;
  const marked = (text[end] === "'" || text[end] === '.') && tokens.starts[token + 1] === end;
  return { ...PARTICLE, start, end: marked ? end + 1 : end, next: token + (marked ? 2 : 1) };
}

function readWord(scan: Scan, token: number, inside = false): NamePart | undefined {
  const { tokens, text } = scan;
  const start = tokens.starts[token] as number;
  let end = tokens.ends[token] as number;
  let flags = flagsOf(scan, token);
  const inflected = flags !== 0 && wordFlags(scan.folded, start, end) === 0;
  let refused = isTechnical(text, start, end) || end - start > 30;
  let next = token + 1;
  for (let joined = 0; joined < 3 && joins(scan, next, end); joined += 1) {
    flags |= flagsOf(scan, next + 1);
    // `O'Neill`, `D'Angelo`: only names are written so.
    if (end - start < 3 || text[end] === "'") flags = (flags | Word.surname) & ~Word.everyday;
    end = tokens.ends[next + 1] as number;
    refused ||= isTechnical(text, start, end);
    next += 2;
  }
  if (end - start < 2) return undefined;
  const word = scan.folding(token);
  const cue = CUE_WORDS.has(word) && !(inside && (flags & (Word.given | Word.surname)) !== 0);
  refused ||= next === token + 1 && (cue || NOT_NAMES.has(word));
  const capitals = /^[\p{Lu}'-]+$/u.test(text.slice(start, end));
  return { kind: 'word', start, end, flags, refused, capitals, inflected, next };
}

/** A hyphen or apostrophe and a capital (or `al-`) right after a word: `Anne-Marie`, `O'Neill`; `D'hondt`, but not `J'ai`. */
function joins({ tokens, text, folded }: Scan, mark: number, end: number): boolean {
  if ((text[end] !== '-' && text[end] !== "'") || mark + 1 >= tokens.count || tokens.starts[mark] !== end) return false;
  if (tokens.starts[mark + 1] !== end + 1 || tokens.kinds[mark + 1] !== 1) return false;
  const tail = tokens.ends[mark + 1] as number;
  if (tail - end < 3) return false;
  if (kindOf(text.charCodeAt(end + 1)) !== Kind.lower) return true;
  const elided = text[end] === "'" && /^d$/i.test(text.slice(tokens.starts[mark - 1], end));
  return elided && (wordFlags(folded, end + 1, tail) & Word.everyday) === 0;
}

function flagsOf(scan: Scan, token: number): number {
  const start = scan.tokens.starts[token] as number;
  const end = scan.tokens.ends[token] as number;
  const flags = wordFlags(scan.folded, start, end);
  if (flags !== 0 || end - start < 5) return flags;
  const inflected = inflectedFlags(scan.folding(token));
  return inflected === 0 && SURNAME_SHAPE.test(scan.folding(token)) ? Word.surname : inflected;
}

/** Endings that only surnames have, folded; a word no list knows is one by them. */
const SURNAME_SHAPE = new RegExp(
  `.{2}(?:${foldText(
    'oglu|icki|icka|auskas|auskiene|auskaite|iene|aityte|evicius|avicius|unas|onis|ocki|ocka|nski|nska|dzki|dzka|ovic|evic|enko|escu|eanu|poulos|poulou|akis|idis|idou|shvili|adze|wicz|wska|wski|czyk|czak|sdottir|sson|ssen|quist|kvist|mann|inen|ainen|ovsky|evsky|ovskiy|chuk|енко|енка|енку|чук|чука|ский|ская|ского|цкий|цкая|ський|ська|ов|ова|ев|ева|ин|ина|швили|дзе|ян|янц|ович|евич|ски|ска|οπουλος|οπουλου|ιδης|ακης|ιδου|ακη',
  )})$`,
  'u',
);

/** `PAY-4092`, `Foo::bar`, `Foo.bar`, `E_CODE`, `camelCase`, `@Name`, `/Name`: parts of technical names. */
function isTechnical(text: string, start: number, end: number): boolean {
  if (/[0-9_\\/@#$.]/.test(text[start - 1] ?? ' ')) return true;
  const after = text.slice(end, end + 3);
  return (
    /^(?:[0-9_\\/@(=$]|::|-[0-9]|:[0-9]|\.[\p{L}0-9]|!\p{Lu})/u.test(after) ||
    (/\p{Ll}\p{Lu}/u.test(text.slice(start, end)) &&
      !/^(?:Mc|Mac|De|Di|Le|La|Van|Fitz|O)\p{Lu}|-|'/u.test(text.slice(start, end)))
  );
}
