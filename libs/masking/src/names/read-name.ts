import { isFrequent } from '../model/word-knowledge.ts';
import type { Scan } from '../scan.ts';
import { isUnspaced, Kind, kindOf } from '../text/characters.ts';
import { SENTENCE } from './contexts.ts';
import { Word, wordFlags } from './lexicon.ts';
import { isLocalWord } from './local-words.ts';
import { isEveryday, isName, isPlainGiven, isPlainName, isUnknown, type NamePart, nameChain } from './name-chain.ts';
import { isHeadWord } from './sentence-heads.ts';
import { initialFirst, isSaid, surnameFirst } from './small-letters.ts';
import { isRelation } from './titles.ts';
import { isUncasedStop } from './uncased-cues.ts';
import { AFTER_NAME, CUE_WORDS, NOT_NAMES, PARTICLES } from './words.ts';

export interface NameRange {
  start: number;
  end: number;
  /** Full words in it, without particles and initials. */
  words: number;
  /** The token after it. */
  next: number;
  /** What shows that it is a name: a word in the lists of names; a given name that is nothing else. */
  listed: boolean;
  given: boolean;
  /** One of the words is a name and no everyday word. */
  plain: boolean;
  /** Every word is an everyday word and none a name. */
  everyday: boolean;
}

const WORDS_MAX = 5;

/** Reads a name that begins at `token`, as far as words can belong to one; undefined where none begins. */
export function readName(scan: Scan, token: number): NameRange | undefined {
  const { tokens, text } = scan;
  if (token >= tokens.count || tokens.kinds[token] !== 1) return undefined;
  const first = text.charCodeAt(tokens.starts[token] as number);
  if (kindOf(first) === Kind.uncased && !isUnspaced(first)) return readUncasedName(scan, token);
  const parts = nameChain(scan, token);
  let last = -1;
  let words = 0;
  for (let at = 0; at < parts.length && words < WORDS_MAX; at += 1) {
    const part = parts[at] as NamePart;
    if (part.refused) break;
    if (part.kind === 'particle') continue;
    words += part.kind === 'word' ? 1 : 0;
    last = at;
  }
  if (words === 0) return undefined;
  const own = parts.slice(0, last + 1);
  const full = own.filter((part) => part.kind === 'word');
  return {
    start: (own[0] as NamePart).start,
    end: (own[last] as NamePart).end,
    words,
    next: (own[last] as NamePart).next,
    listed: full.some(isName),
    given: full.some(isPlainGiven),
    plain: full.some(isPlainName),
    everyday:
      full.every((part) => isEveryday(part) && !isName(part)) || !full.some((part) => isName(part) || isUnknown(part)),
  };
}

const UNCASED_WORDS_MAX = 3;

/** Scripts without capitals that separate words: up to three words, until one that belongs to the sentence. */
function readUncasedName(scan: Scan, token: number): NameRange | undefined {
  const { tokens, text, folded } = scan;
  let words = 0;
  let last = -1;
  let listed = false;
  let given = false;
  for (let at = token; at < tokens.count && words < UNCASED_WORDS_MAX; at += 1) {
    const start = tokens.starts[at] as number;
    const end = tokens.ends[at] as number;
    const apart = last < 0 ? 1 : start - (tokens.ends[last] as number);
    if (apart !== 1 || (last >= 0 && !' -'.includes(text[start - 1] as string))) {
      if (last >= 0 && text[start] === '-' && apart === 0) continue;
      break;
    }
    if (tokens.kinds[at] !== 1 || kindOf(text.charCodeAt(start)) !== Kind.uncased) break;
    const word = scan.folding(at);
    const flags = wordFlags(folded, start, end);
    const named = (flags & (Word.given | Word.surname)) !== 0;
    const isServant = last >= 0 && scan.folding(last) === 'عبد';
    if (
      !isServant &&
      (NOT_NAMES.has(word) || CUE_WORDS.has(word) || AFTER_NAME.has(word) || isUncasedStop(scan.word(at)))
    )
      break;
    if (words > 0 && flags === Word.everyday && !PARTICLES.has(word)) break;
    listed ||= named;
    given ||= (flags & Word.given) !== 0 && (flags & Word.everyday) === 0;
    words += PARTICLES.has(word) ? 0 : 1;
    last = at;
    // Two words are a name by themselves; a third joins only where the lists know it.
    if (words > 2 && !named) {
      last -= 1;
      words -= 1;
      break;
    }
  }
  if (words === 0) return undefined;
  const everyday = words === 1 && wordFlags(folded, tokens.starts[token], tokens.ends[token]) === Word.everyday;
  return {
    start: tokens.starts[token] as number,
    end: tokens.ends[last] as number,
    words,
    next: last + 1,
    listed,
    given,
    plain: given,
    everyday,
  };
}

/** Vietnamese writes its names with capitals, and its words are syllables that are names elsewhere. */
export const isVietnamese = (word: string): boolean => /[ăđơưĂĐƠƯạ-ỹẠ-Ỹ]/.test(word);

/** A name in lower case at `token`: a given name, and the word after it where that may be its surname. */
export function readLowerCaseName(
  scan: Scan,
  token: number,
  anyGiven: boolean,
): { start: number; end: number; next: number } | undefined {
  const { tokens, text, folded } = scan;
  if (token >= tokens.count || tokens.kinds[token] !== 1) return undefined;
  const start = tokens.starts[token] as number;
  if (kindOf(text.charCodeAt(start)) !== Kind.lower) return undefined;
  const end = tokens.ends[token] as number;
  const flags = wordFlags(folded, start, end);
  if (isVietnamese(scan.word(token)) || isLocalWord(scan, token) || isHeadWord(scan.folding(token))) return undefined;
  const inverted = initialFirst(scan, token) ?? surnameFirst(scan, token);
  if (inverted) return inverted;
  if ((flags & Word.given) === 0 || end - start < 3) return undefined;
  if (!anyGiven && (flags & (Word.everyday | Word.place)) !== 0) return everydayGiven(scan, token);
  if (NOT_NAMES.has(scan.folding(token)) || /^(?:[_@/\\=(]|[-.:][\p{L}0-9])/u.test(text.slice(end, end + 2)))
    return undefined;
  const hyphened = /^(?:-\p{Ll}{2,20}){1,2}(?![\p{L}\p{N}_.-])/u.exec(text.slice(end, end + 44))?.[0].length ?? 0;
  if (hyphened > 0) return lowerSurname(scan, start, end + hyphened, firstTokenFrom(scan, end + hyphened));
  const next = token + 1;
  if (next < tokens.count && tokens.kinds[next] === 1 && tokens.starts[next] === end + 1 && text[end] === ' ') {
    const after = wordFlags(folded, end + 1, tokens.ends[next]);
    if (isPlainSurname(flags, after) && !isSaid(scan, next) && !isVietnamese(scan.word(next)))
      return { start, end: tokens.ends[next] as number, next: next + 1 };
    const unknown = after === 0 && (tokens.ends[next] as number) - end > 4;
    if (((after & (Word.surname | Word.given)) !== 0 && (after & Word.everyday) === 0) || (unknown && !anyGiven))
      return { start, end: tokens.ends[next] as number, next: next + 1 };
  }
  return anyGiven && !/^ \p{Ll}\. /u.test(text.slice(end, end + 4))
    ? { start, end, next }
    : lowerSurname(scan, start, end, next, true);
}

/** `oliver holm`, `tuula ojala`: a surname that is a word, too, behind a given name that is none. */
const isPlainSurname = (given: number, after: number): boolean =>
  (given & (Word.everyday | Word.place)) === 0 && (after & Word.surname) !== 0;

/** `clara ciocan`, `nathalie b. fransson`: a given name that is a word, too, with a surname that is none. */
function everydayGiven(scan: Scan, token: number): { start: number; end: number; next: number } | undefined {
  const { tokens, text } = scan;
  if (NOT_NAMES.has(scan.folding(token))) return undefined;
  const start = tokens.starts[token] as number;
  const more = /^(?: \p{Ll}\.)? (?=\p{Ll}{3})/u.exec(
    text.slice(tokens.ends[token], (tokens.ends[token] as number) + 8),
  );
  if (!more) return undefined;
  const from = (tokens.ends[token] as number) + more[0].length;
  const next = firstTokenFrom(scan, from);
  const end = tokens.ends[next] as number;
  const word = scan.folding(next);
  const flags = scan.nameFlags(next);
  if (NOT_NAMES.has(word) || CUE_WORDS.has(word) || SENTENCE.has(word) || isRelation(word) || text[end] === '@')
    return undefined;
  const isSurname = (flags & (Word.surname | Word.given)) !== 0 && (flags & (Word.everyday | Word.place)) === 0;
  const isBetween = more[0].length > 1 && (flags & Word.everyday) === 0 && !isFrequent(word);
  return (isSurname || isBetween) && !isVietnamese(text.slice(Math.max(0, start - 24), end + 24))
    ? { start, end, next: next + 1 }
    : undefined;
}

/** The rest of a lower-case name: an initial, and a word no list knows or a surname. */
function lowerSurname(
  scan: Scan,
  start: number,
  end: number,
  next: number,
  linked = false,
): { start: number; end: number; next: number } {
  const more =
    /^(?: \p{Ll}\.)?( (?:van|von|der|den|de|di|da|dos|del|della|la|le|bin|al|el|ter|ten|zu)){0,3} (\p{Ll}[\p{Ll}'-]{2,30})(?: (?:de|van|von|der) \p{Ll}{3,20}(?=[\n,.;]|$))?(?![\p{L}\p{N}@_])/u.exec(
      scan.text.slice(end, end + 40),
    );
  if (!more) return { start, end, next };
  const isPlain = more[1] === undefined && !/^ \p{Ll}\. |-/u.test(more[0]);
  if (linked && isPlain) return { start, end, next };
  const from = end + more[0].indexOf(more[2] as string, (more[1] ?? '').length);
  const first = wordFlags(scan.folded, from, scan.tokens.ends[firstTokenFrom(scan, from)]);
  const word = scan.folding(firstTokenFrom(scan, from));
  return (first & Word.everyday) === 0 && !NOT_NAMES.has(word) && !CUE_WORDS.has(word)
    ? { start, end: end + more[0].length, next: firstTokenFrom(scan, end + more[0].length) }
    : { start, end, next };
}

/** Index of the first token that begins at or after an offset. */
export function firstTokenFrom({ tokens }: Scan, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.starts[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Behind a title in a script without capitals: the first word, and those after it that the lists know. */
export function listedPart(scan: Scan, token: number, name: NameRange): { start: number; end: number } {
  let last = token;
  while (last + 1 < name.next && (scan.traits(last + 1) & (Word.given | Word.surname)) !== 0) last += 1;
  return { start: name.start, end: scan.tokens.ends[last] as number };
}

/** `brandn utley`: a word no list has and a surname, in lower case. */
export function unknownAndSurname(scan: Scan, token: number): { start: number; end: number } | undefined {
  const { tokens, text, folded } = scan;
  if (token + 1 >= tokens.count || tokens.kinds[token] !== 1 || tokens.kinds[token + 1] !== 1) return undefined;
  const [start, middle, end] = [
    tokens.starts[token] as number,
    tokens.ends[token] as number,
    tokens.ends[token + 1] as number,
  ];
  if (
    kindOf(text.charCodeAt(start)) !== Kind.lower ||
    text[middle] !== ' ' ||
    tokens.starts[token + 1] !== middle + 1 ||
    middle - start < 4
  )
    return undefined;
  const surname = wordFlags(folded, middle + 1, end);
  const own =
    wordFlags(folded, start, middle) === 0 &&
    (surname & Word.surname) !== 0 &&
    (surname & (Word.everyday | Word.place)) === 0;
  return own && !SENTENCE.has(scan.folding(token)) ? { start, end } : undefined;
}
