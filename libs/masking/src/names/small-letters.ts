import { isFrequent } from '../model/word-knowledge.ts';
import type { Scan } from '../scan.ts';
import { Kind, kindOf } from '../text/characters.ts';
import { HERE, SENTENCE, SPEECH, TOWARDS } from './contexts.ts';
import { Word } from './lexicon.ts';
import { isLocalWord } from './local-words.ts';
import { CUE_WORDS, NOT_NAMES, PARTICLES } from './words.ts';

/** What Hindi and Urdu in Latin letters go on with. */
const HINDI =
  /^(?:bol|bolo|bola|baat|hai|hain|hun|hoon|raha|rahi|wala|wali|naam|mera|meri|aur|nahi|bhi|bhai|yaha|yahan|kar|karo|kya)$/;
/** A word that goes on behind a name. */
export function isSaid(scan: Scan, token: number): boolean {
  const word = scan.folding(token);
  return (
    SPEECH.has(word) ||
    HERE.has(word) ||
    TOWARDS.has(word) ||
    SENTENCE.has(word) ||
    NOT_NAMES.has(word) ||
    CUE_WORDS.has(word) ||
    PARTICLES.has(word) ||
    word.length < 3 ||
    HINDI.test(word) ||
    isLocalWord(scan, token)
  );
}

/** `v. pašek`, `a. bhengu`: an initial and a surname. */
export function initialFirst(scan: Scan, token: number): { start: number; end: number; next: number } | undefined {
  const { tokens, text } = scan;
  const [start, end] = [tokens.starts[token] as number, tokens.ends[token] as number];
  if (end - start !== 1 || !/^\. ?\p{Ll}{3}/u.test(text.slice(end, end + 5))) return undefined;
  const next = token + 2;
  if (next >= tokens.count || tokens.kinds[next] !== 1) return undefined;
  const word = scan.folding(next);
  const flags = scan.nameFlags(next);
  const isName = (flags & (Word.surname | Word.given)) !== 0 || (flags === 0 && word.length > 3 && !isFrequent(word));
  return isName &&
    !isSaid(scan, next) &&
    !/^[.@_]\p{L}/u.test(text.slice(tokens.ends[next], (tokens.ends[next] as number) + 2))
    ? { start, end: tokens.ends[next] as number, next: next + 1 }
    : undefined;
}

/** `sipos virág beszél`: in Hungary the family name comes first. */
export function surnameFirst(scan: Scan, token: number): { start: number; end: number; next: number } | undefined {
  const { tokens, text } = scan;
  const [start, end, next] = [tokens.starts[token] as number, tokens.ends[token] as number, token + 1];
  if (next >= tokens.count || tokens.kinds[next] !== 1 || tokens.starts[next] !== end + 1 || text[end] !== ' ')
    return undefined;
  const [family, given] = [scan.traits(token), scan.traits(next)];
  if ((family & Word.surname) === 0 || (given & Word.given) === 0 || isSaid(scan, token) || isSaid(scan, next))
    return undefined;
  if ((family & given & Word.everyday) !== 0 || kindOf(text.charCodeAt(end + 1)) !== Kind.lower) return undefined;
  return HUNGARIAN.test(text.slice(Math.max(0, start - 80), (tokens.ends[next] as number) + 80))
    ? { start, end: tokens.ends[next] as number, next: next + 1 }
    : undefined;
}
const HUNGARIAN =
  /[őű]|(?<!\p{L})(?:és|kérem|vagyok|beszél|óta|aki|már|nem|itt|hibát|szia|napot|tisztelettel|üdv|köszönöm|másolatba|jóváhagyta|fiók|úr|nevem)(?!\p{L})/u;
