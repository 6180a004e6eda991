import {
  COMPOUND_SURNAMES,
  FUNCTION_CHARACTERS,
  GIVEN_CHARACTERS,
  NO_NAME,
  SURNAMES,
  WORDY_SURNAMES,
} from './chinese-lists.ts';
import type { HanSegments } from './han-segments.ts';
import { CHINESE_GIVEN } from './unspaced-lists.ts';

const compound = new Set(COMPOUND_SURNAMES.split('|'));
const pairs = new Set(CHINESE_GIVEN.split(' '));

/** A run of Han characters in a text and the words the dictionary sees in it. */
export interface HanRun {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly segments: HanSegments;
}

/** Characters of the surname that may begin at an offset; 0 for none. */
export function surnameLength({ text, end }: HanRun, at: number): 0 | 1 | 2 {
  if (at + 2 < end && compound.has(text.slice(at, at + 2))) return 2;
  return SURNAMES.has(text[at] as string) ? 1 : 0;
}

export const isWordy = (surname: string): boolean => WORDY_SURNAMES.has(surname);
export const isNoName = (name: string): boolean => NO_NAME.test(name);
export const isFunction = (character: string): boolean => FUNCTION_CHARACTERS.has(character);
const isGivenCharacter = (character: string): boolean => GIVEN_CHARACTERS.has(character);

/** Whether all characters are such as given names are made of, or both together stand in the list of given names. */
export const isPair = (own: string): boolean => pairs.has(own);
export const isGiven = (own: string): boolean =>
  pairs.has(own) || (own.length === 2 && own[0] === own[1]) || Array.from(own).every(isGivenCharacter);

/**
 * The end of the full name that begins at an offset: a surname and the one or two characters that belong to it, as the
 * words around allow; undefined where none begins.
 */
export function fullNameEnd(run: HanRun, at: number): number | undefined {
  const { text, end, segments } = run;
  const length = surnameLength(run, at);
  if (length === 0 || (length === 1 && isNoName(text.slice(at, Math.min(end, at + 4))))) return undefined;
  const own = at + length;
  if (own >= end || isFunction(text[own] as string)) return undefined;
  const word = segments.wordEnd(at);
  // The surname opens a word of the language that no name can be.
  if (length === 1 && word > at + 1 && !isGiven(text.slice(own, word))) return undefined;
  if (word > at + length + 2) return undefined;
  const one = own + 1;
  const two = own + 2;
  if (two > end) return one;
  const second = text[one] as string;
  if (isFunction(second)) return one;
  if (two === end || segments.isBoundary(two)) {
    // `张伟|打开`: what follows the first character is a word of its own.
    return two;
  }
  const joined = isFunction(text[two] as string) && isGiven(second);
  if (segments.isBoundary(one) && !joined) return one;
  return joined || isGiven(text.slice(own, two)) ? two : undefined;
}

/**
 * The end of what stands behind a label in place of a name though no list has its surname: up to six characters that the
 * dictionary makes no words of.
 */
export function unlistedEnd(run: HanRun, at: number): number | undefined {
  const { text, end, segments } = run;
  let until = at;
  while (until < end && !isFunction(text[until] as string)) until += 1;
  const size = until - at;
  if (size < 2 || size > 6) return undefined;
  let singles = 0;
  for (let word = at; word < until; word = segments.wordEnd(word)) {
    if (segments.wordEnd(word) > word + 2) return undefined;
    if (segments.wordEnd(word) === word + 1) singles += 1;
  }
  return segments.wordEnd(at) === at + 1 && singles * 2 >= size ? until : undefined;
}
