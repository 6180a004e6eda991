/** What a UTF-16 code unit is, as far as the scanners care. Surrogates count as letters without case. */
export const Kind = { other: 0, upper: 1, lower: 2, uncased: 3, mark: 4, digit: 5, space: 6, newline: 7 } as const;

/** What a text holds somewhere: a detector whose features are missing has nothing to do. */
export const Feature = {
  at: 1 << 19,
  colon: 1 << 20,
  caret: 1 << 21,
  slash: 1 << 22,
  unspaced: 1 << 23,
  delimiter: 1 << 24,
  degree: 1 << 25,
  hyphen: 1 << 26,
  foreign: 1 << 27,
  digit: 1 << 28,
  newline: 1 << 29,
} as const;

/** Bit 30 says that an entry of the table below was computed. */
const COMPUTED = 1 << 30;
export const KIND_SHIFT = 16;

/** By code unit: its folding in the low 16 bits, its kind in the next three, its features above. */
const traits = new Uint32Array(65_536);

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

function featuresOf(code: number): number {
  let features = code > 127 ? Feature.foreign : 0;
  if (code === 64) features |= Feature.at;
  if (code === 58) features |= Feature.colon;
  if (code === 94) features |= Feature.caret;
  if (code === 47 || code === 92) features |= Feature.slash;
  if (code === 9 || code === 44 || code === 59 || code === 124) features |= Feature.delimiter;
  if (code === 45) features |= Feature.hyphen;
  if (code === 10) features |= Feature.newline;
  if (code === 0xb0) features |= Feature.degree;
  if (code >= 48 && code <= 57) features |= Feature.digit;
  if (isUnspaced(code) || (code >= 0xd800 && code <= 0xdfff)) features |= Feature.unspaced;
  return features;
}

function computeTraits(code: number): number {
  const trait = COMPUTED | featuresOf(code) | (classify(code) << KIND_SHIFT) | computeFold(code);
  traits[code] = trait;
  return trait;
}

/** Folding, kind and features of a code unit in one number. */
export const traitsOf = (code: number): number => (traits[code] as number) || computeTraits(code);
export const kindOf = (code: number): number => (traitsOf(code) >> KIND_SHIFT) & 7;

export const isLetter = (code: number): boolean => {
  const kind = kindOf(code);
  return kind >= Kind.upper && kind <= Kind.mark;
};
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isWordCode = (code: number): boolean => isDigit(code) || isLetter(code);
export const isGap = (code: number): boolean => kindOf(code) >= Kind.space;
/** `[0-9A-Za-z]`. */
export const isAlphanumeric = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
/** `[0-9A-Fa-f]`. */
export const isHex = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);

/** Han, kana, Hangul, Thai, Lao, Khmer, Myanmar: words run together, so values are found inside runs of letters. */
export function isUnspaced(code: number): boolean {
  return (
    code >= 0x0e00 &&
    ((code >= 0x3040 && code <= 0x30ff) ||
      (code >= 0x3400 && code <= 0x9fff) ||
      (code >= 0xac00 && code <= 0xd7af) ||
      (code >= 0x0e00 && code <= 0x0eff) ||
      (code >= 0x1000 && code <= 0x109f) ||
      (code >= 0x1780 && code <= 0x17ff))
  );
}

export const isHan = (code: number): boolean => (code >= 0x3400 && code <= 0x9fff) || code === 0x3005;

const SPECIAL_FOLDS = new Map(
  'łl đd øo ıi ħh ŧt ςσ أا إا آا ةه ىي'.split(' ').map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)] as const),
);

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
export const foldCode = (code: number): number => traitsOf(code) & 0xffff;

const isAscii = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
};

export function foldText(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  const codes = new Uint16Array(text.length);
  for (let index = 0; index < text.length; index += 1) codes[index] = foldCode(text.charCodeAt(index));
  return textOfCodes(codes);
}

let bytes = Buffer.alloc(1_024);

/**
 * A string of UTF-16 code units, of one byte a unit where it can be. Platforms that Node runs on are little-endian, as
 * `utf16le` asks.
 */
export function textOfCodes(codes: Uint16Array): string {
  const { length } = codes;
  if (bytes.length < length) bytes = Buffer.alloc(length);
  let all = 0;
  for (let at = 0; at < length; at += 1) {
    const code = codes[at] as number;
    bytes[at] = code;
    all |= code;
  }
  if (all < 0x100) return bytes.toString('latin1', 0, length);
  return Buffer.from(codes.buffer, codes.byteOffset, codes.byteLength).toString('utf16le');
}

/**
 * The same text in a string of its own. A text that was cut or joined is another kind of string to V8, and code that has
 * met more than four kinds reads each letter through a look-up: the scanners are to meet two.
 */
export const sequential = (text: string): string =>
  /[^\0-\xff]/.test(text)
    ? Buffer.from(text, 'utf16le').toString('utf16le')
    : Buffer.from(text, 'latin1').toString('latin1');
