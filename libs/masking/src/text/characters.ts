/** What a UTF-16 code unit is, as far as the scanners care. Surrogates count as letters without case. */
export const Kind = { other: 0, upper: 1, lower: 2, uncased: 3, mark: 4, digit: 5, space: 6, newline: 7 } as const;

const UNKNOWN = 255;
const kinds = new Uint8Array(65_536).fill(UNKNOWN);

function classify(code: number): number {
  if (code === 10 || code === 13) return Kind.newline;
  if (code === 32 || code === 9) return Kind.space;
  const character = String.fromCharCode(code);
  if (code >= 0xd800 && code <= 0xdfff) return Kind.uncased;
  if (/\p{Lu}|\p{Lt}/u.test(character)) return Kind.upper;
  if (/\p{Ll}/u.test(character)) return Kind.lower;
  if (/\p{L}/u.test(character)) return Kind.uncased;
  if (/\p{M}/u.test(character)) return Kind.mark;
  if (code >= 48 && code <= 57) return Kind.digit;
  return Kind.other;
}

export function kindOf(code: number): number {
  const cached = kinds[code] as number;
  if (cached !== UNKNOWN) return cached;
  const kind = classify(code);
  kinds[code] = kind;
  return kind;
}

export const isLetter = (code: number): boolean => {
  const kind = kindOf(code);
  return kind >= Kind.upper && kind <= Kind.mark;
};
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isWordCode = (code: number): boolean => isDigit(code) || isLetter(code);
export const isGap = (code: number): boolean => kindOf(code) >= Kind.space;

/** Han, kana, Hangul, Thai, Lao, Khmer, Myanmar: words run together, so values are found inside runs of letters. */
export const isUnspaced = (code: number): boolean =>
  (code >= 0x3040 && code <= 0x30ff) ||
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 0xac00 && code <= 0xd7af) ||
  (code >= 0x0e00 && code <= 0x0eff) ||
  (code >= 0x1000 && code <= 0x109f) ||
  (code >= 0x1780 && code <= 0x17ff);

export const isHan = (code: number): boolean => (code >= 0x3400 && code <= 0x9fff) || code === 0x3005;

const SPECIAL_FOLDS = new Map(
  'łl đd øo ıi ħh ŧt ςσ أا إا آا ةه ىي'.split(' ').map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)] as const),
);

const folds = new Uint16Array(65_536);

function computeFold(code: number): number {
  const special = SPECIAL_FOLDS.get(code);
  if (special) return special;
  const lower = String.fromCharCode(code).toLowerCase();
  if (lower.length > 1) return lower.charCodeAt(0);
  const lowered = lower.charCodeAt(0);
  const accented = lowered < 0x0590 || (lowered >= 0x1e00 && lowered <= 0x1fff);
  const base = accented ? lower.normalize('NFD').charCodeAt(0) : lowered;
  return SPECIAL_FOLDS.get(base) ?? base;
}

/** Lower case without accents, one code unit to one code unit, so that offsets hold. */
export function foldCode(code: number): number {
  if (code === 0) return 0;
  const cached = folds[code] as number;
  if (cached !== 0) return cached;
  const fold = computeFold(code);
  folds[code] = fold;
  return fold;
}

export function foldText(text: string): string {
  const codes = new Uint16Array(text.length);
  for (let index = 0; index < text.length; index += 1) codes[index] = foldCode(text.charCodeAt(index));
  return textOfCodes(codes);
}

/** A string of UTF-16 code units, built in slices the call stack can hold. */
export function textOfCodes(codes: Uint16Array): string {
  let text = '';
  for (let from = 0; from < codes.length; from += 8_192) {
    text += String.fromCharCode(...codes.subarray(from, from + 8_192));
  }
  return text;
}
