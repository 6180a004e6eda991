import { PLACEHOLDER } from '../placeholders.ts';
import { textOfCodes } from './characters.ts';
import { backslash, type Escape, hexBytes, htmlEntity, looksQuotedPrintable, softBreak } from './escapes.ts';
import { unifyScripts } from './homoglyphs.ts';

/** What a placeholder becomes for the scanners: a code unit that is no letter, digit, space or punctuation. */
export const BARRIER = '\ue000';

/** Text as the scanners read it; unit `i` stands for `original.slice(starts[i], ends[i])`. */
export interface NormalisedText {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Every script's digits are ten consecutive code points (Unicode Nd); these are the zeros outside ASCII. */
const ZEROS = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6, 0x0e50,
  0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xaa50, 0xabf0,
  0xff10,
];

const isInvisible = (code: number): boolean =>
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

const isCombining = (code: number): boolean => code >= 0x300 && code <= 0x36f;

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
  [0xe000, '\ufffd'],
]);

function plainForm(code: number): string {
  const single = SINGLES.get(code);
  if (single !== undefined) return single;
  for (const zero of ZEROS) if (code >= zero && code <= zero + 9) return String(code - zero);
  const character = String.fromCodePoint(code);
  return isCompatibility(code) ? character.normalize('NFKC') : character;
}

/** One pass over the text: escapes, invisible characters, look-alikes, digits, dashes and spaces, with an offset map. */
export function normalise(original: string): NormalisedText {
  return new Normaliser(original).run();
}

class Normaliser {
  readonly #original: string;
  readonly #codes: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #quotedPrintable: boolean;
  #mixed = false;

  constructor(original: string) {
    this.#original = original;
    this.#quotedPrintable = looksQuotedPrintable(original);
  }

  run(): NormalisedText {
    const { length } = this.#original;
    const placeholders = this.#original.matchAll(PLACEHOLDER);
    let next = placeholders.next().value;
    for (let at = 0; at < length; ) {
      if (next && at >= next.index) {
        this.#push(BARRIER.charCodeAt(0), next.index, next.index + next[0].length);
        at = next.index + next[0].length;
        next = placeholders.next().value;
      } else {
        at = this.#step(at);
      }
    }
    const codes = Uint16Array.from(this.#codes);
    if (this.#mixed) unifyScripts(codes);
    return { text: textOfCodes(codes), starts: Uint32Array.from(this.#starts), ends: Uint32Array.from(this.#ends) };
  }

  /** Reads one character or escape and returns where the next begins. */
  #step(at: number): number {
    const code = this.#original.codePointAt(at) as number;
    const escaped = code < 0x80 ? this.#escapeAt(at, code) : undefined;
    if (escaped) {
      for (const character of escaped.text)
        this.#character(character.codePointAt(0) as number, at, at + escaped.length);
      return at + escaped.length;
    }
    const end = at + (code > 0xffff ? 2 : 1);
    this.#character(code, at, end);
    return end;
  }

  #escapeAt(at: number, code: number): Escape | undefined {
    if (code === 38) return htmlEntity(this.#original, at);
    if (code === 37) return hexBytes(this.#original, at, '%');
    if (code === 92) return backslash(this.#original, at);
    if (code === 61 && this.#quotedPrintable) return softBreak(this.#original, at) ?? hexBytes(this.#original, at, '=');
    return undefined;
  }

  #character(code: number, start: number, end: number): void {
    if (isInvisible(code)) return;
    if (isCombining(code)) {
      this.#combine(code, end);
      return;
    }
    if (code >= 0x370 && code <= 0x52f) this.#mixed = true;
    const plain = code < 0x80 ? String.fromCharCode(code) : plainForm(code);
    for (let index = 0; index < plain.length; index += 1) this.#push(plain.charCodeAt(index), start, end);
  }

  /** A combining accent joins the letter before it, or vanishes where no composed letter exists. */
  #combine(mark: number, end: number): void {
    const last = this.#codes.length - 1;
    if (last < 0) return;
    const composed = (String.fromCharCode(this.#codes[last] as number) + String.fromCharCode(mark)).normalize('NFC');
    if (composed.length === 1) this.#codes[last] = composed.charCodeAt(0);
    this.#ends[last] = end;
  }

  #push(code: number, start: number, end: number): void {
    this.#codes.push(code);
    this.#starts.push(start);
    this.#ends.push(end);
  }
}
