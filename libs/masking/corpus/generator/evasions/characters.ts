import type { Random } from '../random.ts';

/* Evasions that put other characters in the place of, or between, those of a value. */

const INVISIBLE = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u034f', '\u180e'];
const BIDI = [
  ['\u202a', '\u202c'],
  ['\u202d', '\u202c'],
  ['\u2066', '\u2069'],
  ['\u2068', '\u2069'],
  ['\u200e', '\u200e'],
  ['\u200f', '\u200e'],
] as const;
const LOOK_ALIKE: Record<string, string> = {
  a: 'а',
  c: 'с',
  e: 'е',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
  i: 'і',
  s: 'ѕ',
  j: 'ј',
  h: 'һ',
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  I: 'І',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'Υ',
  Z: 'Ζ',
  N: 'Ν',
  v: 'ν',
  u: 'υ',
};
const DIGIT_ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10, 0x1d7ce, 0x1d7d8];
const DASHES = ['\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212', '\ufe63', '\uff0d', '\u30fc'];
const SPACES = ['\u00a0', '\u2007', '\u2009', '\u202f', '\u3000', '\u2003', '\t', '  '];

/** One invisible character after about every second character. */
export function withInvisible(text: string, random: Random): string {
  const invisible = random.pick(INVISIBLE);
  return [...text]
    .map((character, at) => (at > 0 && random.chance(0.5) ? `${invisible}${character}` : character))
    .join('');
}

export function withBidi(text: string, random: Random): string {
  const [open, close] = random.pick(BIDI);
  if (random.chance(0.6)) return `${open}${text}${close}`;
  const half = Math.floor(text.length / 2);
  return `${text.slice(0, half)}${open}${text.slice(half)}${close}`;
}

/** Some Latin letters become Cyrillic or Greek ones that look the same. */
export function withHomoglyphs(text: string, random: Random): string {
  return [...text].map((letter) => (LOOK_ALIKE[letter] && random.chance(0.5) ? LOOK_ALIKE[letter] : letter)).join('');
}

/** Unicode block "Halfwidth and Fullwidth Forms". */
export const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

/** Digits of another script: Arabic, Persian, Devanagari, Bengali, Thai, full-width, mathematical. */
export function withForeignDigits(text: string, random: Random): string {
  const zero = random.pick(DIGIT_ZEROS);
  return text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}

/** Mathematical bold or sans-serif letters, which NFKC folds back. */
export function mathematical(text: string, random: Random): string {
  const [upper, lower, zero] = random.pick([
    [0x1d400, 0x1d41a, 0x1d7ce],
    [0x1d5d4, 0x1d5ee, 0x1d7ec],
  ] as const);
  return text.replace(/[A-Za-z0-9]/g, (character) => {
    const code = character.charCodeAt(0);
    if (code < 58) return String.fromCodePoint(zero + code - 48);
    return String.fromCodePoint(code < 91 ? upper + code - 65 : lower + code - 97);
  });
}

export const withDashes = (text: string, random: Random): string => text.replaceAll('-', random.pick(DASHES));
export const withSpaces = (text: string, random: Random): string => text.replaceAll(' ', random.pick(SPACES));

/** Letters and their accents as separate code points (NFD). */
export const decomposed = (text: string): string => text.normalize('NFD');
