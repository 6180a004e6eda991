/** Every script's digits are ten consecutive code points (Unicode Nd); these are the zeros outside ASCII. */
const ZEROS = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6, 0x0e50,
  0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xaa50, 0xabf0,
  0xff10,
];

export const isInvisible = (code: number): boolean =>
  code === 0xad ||
  code === 0x34f ||
  code === 0x61c ||
  code === 0x180e ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x206f) ||
  code === 0xfeff ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  (code >= 0x115f && code <= 0x1160) ||
  code === 0x3164 ||
  code === 0xffa0 ||
  (code >= 0xe0000 && code <= 0xe0fff);

/** Accents, the vowels and last consonants of Korean syllables written apart (macOS does), voicing marks of kana. */
export const isCombining = (code: number): boolean =>
  (code >= 0x300 && code <= 0x36f) ||
  (code >= 0x1161 && code <= 0x1175) ||
  (code >= 0x11a8 && code <= 0x11c2) ||
  code === 0x3099 ||
  code === 0x309a;

/** Compatibility forms worth unfolding: letter-like symbols, enclosed and mathematical letters, full-width forms. */
const isCompatibility = (code: number): boolean =>
  (code >= 0x2070 && code <= 0x209f) ||
  (code >= 0x2100 && code <= 0x214f) ||
  (code >= 0x2460 && code <= 0x24ff) ||
  (code >= 0xfb00 && code <= 0xfb06) ||
  (code >= 0xfe50 && code <= 0xfe6f) ||
  (code >= 0xff01 && code <= 0xffee) ||
  (code >= 0x1d400 && code <= 0x1d7ff) ||
  (code >= 0x1f100 && code <= 0x1f1ff);

const SINGLES = new Map<number, string>([
  ...Array.from('‐‑‒–—―−﹣－⁃', (dash) => [dash.charCodeAt(0), '-'] as const),
  ...Array.from('‘’‚‛′ʼ´', (quote) => [quote.charCodeAt(0), "'"] as const),
  ...Array.from('“”„‟″«»', (quote) => [quote.charCodeAt(0), '"'] as const),
  ...Array.from(
    '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
    (space) => [space.charCodeAt(0), ' '] as const,
  ),
  [0x2028, '\n'],
  [0x2029, '\n'],
  [0x85, '\n'],
  [0x2024, '.'],
  [0x2044, '/'],
  [0x2215, '/'],
  [0x7f, '\ufffd'],
]);

/** The most code units one unit of a text can become: `⒇` is read as `(20)`. */
export const LONGEST_FORM = 4;

/** What a character beyond ASCII is read as: ASCII digits, one dash, one quote, one space, plain letters. */
export function plainForm(code: number): string {
  const single = SINGLES.get(code);
  if (single !== undefined) return single;
  const zero = zeroOf(code);
  if (zero !== undefined) return String(code - zero);
  const character = String.fromCodePoint(code);
  return isCompatibility(code) ? character.normalize('NFKC') : character;
}

/** The zero of the script that a digit is of; undefined for what is none beyond ASCII. */
const zeroOf = (code: number): number | undefined => ZEROS.find((zero) => code >= zero && code <= zero + 9);

/** A digit of whatever script. */
export const isDigitOfAny = (code: number): boolean =>
  code < 0x80 ? code >= 48 && code <= 57 : zeroOf(code) !== undefined;

/** The long sound of kana, which looks like a dash: between digits it is one (`784ー1964ー7039291ー9`). */
export const LONG_SOUND = 0x30fc;

/** How the normaliser treats a code unit of the original. */
export const Treatment = { copy: 1, examine: 2, scripted: 3 } as const;

const treatments = new Uint8Array(65_536);

function computeTreatment(code: number): number {
  let treatment: number = Treatment.copy;
  if (code < 0x80) {
    if ('&%\\=[\x7f'.includes(String.fromCharCode(code))) treatment = Treatment.examine;
  } else if (code >= 0x370 && code <= 0x52f) {
    treatment = Treatment.scripted;
  } else if (
    (code >= 0xd800 && code <= 0xdfff) ||
    isInvisible(code) ||
    isCombining(code) ||
    code === LONG_SOUND ||
    plainForm(code) !== String.fromCharCode(code)
  ) {
    treatment = Treatment.examine;
  }
  treatments[code] = treatment;
  return treatment;
}

/** `copy` as it stands; `examine`, because it may change; `scripted`: Greek and Cyrillic, copied unless mixed with Latin. */
export const treatmentOf = (code: number): number => (treatments[code] as number) || computeTreatment(code);
