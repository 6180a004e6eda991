import type { Scan } from '../scan.ts';
import { isUnspaced, Kind, kindOf } from '../text/characters.ts';
import { inflectedFlags } from './inflection.ts';
import { Word, wordFlags } from './lexicon.ts';
import { NOT_NAMES, PARTICLES } from './words.ts';

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
  if (tokens.kinds[token] !== 1) return undefined;
  const start = tokens.starts[token] as number;
  const end = tokens.ends[token] as number;
  const kind = kindOf(text.charCodeAt(start));
  if (inside && text[end] !== '-' && PARTICLES.has(scan.folding(token))) {
    const next = text[end] === "'" ? token + 2 : token + 1;
    return {
      kind: 'particle',
      start,
      end: next === token + 2 ? end + 1 : end,
      flags: 0,
      refused: false,
      capitals: false,
      next,
    };
  }
  if (kind !== Kind.upper || isUnspaced(text.charCodeAt(start))) return undefined;
  if (end - start === 1 && text[end] === '.') {
    return { kind: 'initial', start, end: end + 1, flags: 0, refused: false, capitals: true, next: token + 2 };
  }
  return readWord(scan, token);
}

function readWord(scan: Scan, token: number): NamePart | undefined {
  const { tokens, text } = scan;
  const start = tokens.starts[token] as number;
  let end = tokens.ends[token] as number;
  let flags = flagsOf(scan, token);
  let refused = NOT_NAMES.has(scan.folding(token)) || isTechnical(text, start, end) || end - start > 30;
  let next = token + 1;
  for (let joined = 0; joined < 3 && joins(scan, next, end); joined += 1) {
    flags |= flagsOf(scan, next + 1);
    // `O'Neill`, `D'Angelo`: only names are written so.
    if (end - start === 1) flags |= Word.surname;
    end = tokens.ends[next + 1] as number;
    refused ||= isTechnical(text, start, end);
    next += 2;
  }
  if (end - start < 2) return undefined;
  const capitals = /^[\p{Lu}'-]+$/u.test(text.slice(start, end));
  return { kind: 'word', start, end, flags, refused, capitals, next };
}

/** A hyphen or apostrophe and a capital (or `al-`) right after a word: `Anne-Marie`, `O'Neill`. */
const joins = ({ tokens, text }: Scan, mark: number, end: number) =>
  mark + 1 < tokens.count &&
  tokens.starts[mark] === end &&
  (text[end] === '-' || text[end] === "'") &&
  tokens.starts[mark + 1] === end + 1 &&
  tokens.kinds[mark + 1] === 1 &&
  (tokens.ends[mark + 1] as number) - end > 2 &&
  kindOf(text.charCodeAt(end + 1)) !== Kind.lower;

function flagsOf(scan: Scan, token: number): number {
  const start = scan.tokens.starts[token] as number;
  const end = scan.tokens.ends[token] as number;
  const flags = wordFlags(scan.folded, start, end);
  return flags === 0 && end - start > 4 ? inflectedFlags(scan.folding(token)) : flags;
}

/** `PAY-4092`, `Foo::bar`, `Foo.bar`, `E_CODE`, `camelCase`, `@Name`, `/Name`: parts of technical names. */
function isTechnical(text: string, start: number, end: number): boolean {
  if (/[0-9_\\/@#$.=]/.test(text[start - 1] ?? ' ')) return true;
  const after = text.slice(end, end + 3);
  return (
    /^(?:[0-9_\\/@(=$]|::|-[0-9]|:[0-9]|\.[\p{L}0-9])/u.test(after) ||
    (/\p{Ll}\p{Lu}/u.test(text.slice(start, end)) &&
      !/^(?:Mc|Mac|De|Di|Le|La|Van|Fitz|O)\p{Lu}|-|'/u.test(text.slice(start, end)))
  );
}
