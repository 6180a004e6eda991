import { PLACEHOLDER } from '../placeholder-pattern.ts';
import { Arena } from './arena.ts';
import { sequential, textOfCodes } from './characters.ts';
import { backslash, type Escape, hexBytes, htmlEntity, looksQuotedPrintable, softBreak } from './escapes.ts';
import {
  isCombining,
  isDigitOfAny,
  isInvisible,
  LONG_SOUND,
  LONGEST_FORM,
  plainForm,
  Treatment,
  treatmentOf,
} from './forms.ts';
import { mixesScripts, unifyScripts } from './homoglyphs.ts';
import { identityMap } from './identity-map.ts';

/**
 * What a placeholder becomes for the scanners: a code unit that is no letter, digit, space or punctuation. It is one of
 * ASCII, so that a text of one byte a unit stays one: patterns run on such a text in half the time.
 */
export const BARRIER = '\x7f';

/** Text as the scanners read it; unit `i` stands for `original.slice(starts[i], ends[i])`. */
export interface NormalisedText {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const PLACEHOLDER_HERE = new RegExp(PLACEHOLDER.source, 'y');

/**
 * One pass over the text: escapes, invisible characters, look-alikes, digits, dashes and spaces, with an offset map.
 * A text that needs none of it, as most do, is returned as it came. Whether `=40` is quoted-printable is decided by the
 * whole text, unless `quotedPrintable` is false.
 */
export function normalise(original: string, quotedPrintable?: false): NormalisedText {
  return new Normaliser(sequential(original), quotedPrintable).run();
}

const EQUALS = 61;

/** Where the run of characters that are always copied ends. */
function copiedUntil(text: string, from: number): number {
  const { length } = text;
  let at = from;
  while (at < length && treatmentOf(text.charCodeAt(at)) === Treatment.copy) at += 1;
  return at;
}

const arenas = { starts: new Arena(Uint32Array), ends: new Arena(Uint32Array) };
/** Working space of the normaliser, reused: no text is normalised while another is. */
let codesSpace = new Uint16Array(1_024);

class Normaliser {
  readonly #original: string;
  #size = 0;
  #quotedPrintable: boolean | undefined;
  #scripted = false;
  #starts = arenas.starts.chunk;
  #ends = arenas.ends.chunk;
  /** Where the arrays of this text begin in their chunks. */
  #startsBase = 0;
  #endsBase = 0;

  constructor(original: string, quotedPrintable: false | undefined) {
    this.#original = original;
    this.#quotedPrintable = quotedPrintable;
  }

  run(): NormalisedText {
    const { length } = this.#original;
    const plain = this.#plainUntil(0);
    if (plain === length) {
      if (!this.#scripted || !mixesScripts(this.#original)) return { text: this.#original, ...identityMap(length) };
    }
    this.#reserve((length - plain) * LONGEST_FORM + plain + 1);
    this.#copy(0, plain);
    for (let at = plain; at < length; ) {
      at = this.#step(at);
      const end = this.#plainUntil(at);
      this.#copy(at, end);
      at = end;
    }
    const codes = codesSpace.subarray(0, this.#size);
    if (this.#scripted) unifyScripts(codes);
    return {
      text: textOfCodes(codes),
      starts: arenas.starts.take(this.#size),
      ends: arenas.ends.take(this.#size),
    };
  }

  #reserve(size: number): void {
    if (codesSpace.length < size) codesSpace = new Uint16Array(size);
    this.#startsBase = arenas.starts.reserve(size);
    this.#endsBase = arenas.ends.reserve(size);
    this.#starts = arenas.starts.chunk;
    this.#ends = arenas.ends.chunk;
  }

  /** Where the run of characters that stand for themselves ends. */
  #plainUntil(from: number): number {
    const original = this.#original;
    let at = copiedUntil(original, from);
    for (; at < original.length; at = copiedUntil(original, at + 1)) {
      const code = original.charCodeAt(at);
      if (treatmentOf(code) === Treatment.scripted) this.#scripted = true;
      else if (code === EQUALS && this.#quotedPrintable === false) continue;
      else if (code === LONG_SOUND && !this.#isDash(at)) continue;
      else if (code >= 0x7f || this.#placeholderAt(at, code) > 0 || this.#escapeAt(at, code)) break;
    }
    return at;
  }

  #copy(from: number, end: number): void {
    const original = this.#original;
    const codes = codesSpace;
    const [starts, ends, startsBase, endsBase] = [this.#starts, this.#ends, this.#startsBase, this.#endsBase];
    let size = this.#size;
    for (let at = from; at < end; at += 1) {
      codes[size] = original.charCodeAt(at);
      starts[startsBase + size] = at;
      ends[endsBase + size] = at + 1;
      size += 1;
    }
    this.#size = size;
  }

  /** Reads one placeholder, escape or character and returns where the next begins. */
  #step(at: number): number {
    const code = this.#original.codePointAt(at) as number;
    const placeholder = this.#placeholderAt(at, code);
    if (placeholder > 0) {
      this.#push(BARRIER.charCodeAt(0), at, at + placeholder);
      return at + placeholder;
    }
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

  /** Length of the placeholder that stands at `at`, or 0. */
  #placeholderAt(at: number, code: number): number {
    if (code !== 91) return 0;
    const next = this.#original.charCodeAt(at + 1);
    if (!(next >= 65 && next <= 90)) return 0;
    PLACEHOLDER_HERE.lastIndex = at;
    return PLACEHOLDER_HERE.exec(this.#original)?.[0].length ?? 0;
  }

  #escapeAt(at: number, code: number): Escape | undefined {
    if (code === 38) return htmlEntity(this.#original, at);
    if (code === 37) return hexBytes(this.#original, at, '%');
    if (code === 92) return backslash(this.#original, at);
    if (code !== 61) return undefined;
    this.#quotedPrintable ??= looksQuotedPrintable(this.#original);
    return this.#quotedPrintable ? (softBreak(this.#original, at) ?? hexBytes(this.#original, at, '=')) : undefined;
  }

  #character(code: number, start: number, end: number): void {
    if (isInvisible(code)) return;
    if (isCombining(code)) {
      this.#combine(code, end);
      return;
    }
    if (code >= 0x370 && code <= 0x52f) this.#scripted = true;
    if (code < 0x7f) {
      this.#push(code, start, end);
      return;
    }
    const plain = code === LONG_SOUND && this.#isDash(start) ? '-' : plainForm(code);
    for (let index = 0; index < plain.length; index += 1) this.#push(plain.charCodeAt(index), start, end);
  }

  #isDash(at: number): boolean {
    return isDigitOfAny(this.#original.charCodeAt(at - 1)) && isDigitOfAny(this.#original.charCodeAt(at + 1));
  }

  /** A combining accent joins the letter before it, or vanishes where no composed letter exists. */
  #combine(mark: number, end: number): void {
    const last = this.#size - 1;
    if (last < 0) return;
    const composed = (String.fromCharCode(codesSpace[last] as number) + String.fromCharCode(mark)).normalize('NFC');
    if (composed.length === 1) codesSpace[last] = composed.charCodeAt(0);
    this.#ends[this.#endsBase + last] = end;
  }

  #push(code: number, start: number, end: number): void {
    const size = this.#size;
    codesSpace[size] = code;
    this.#starts[this.#startsBase + size] = start;
    this.#ends[this.#endsBase + size] = end;
    this.#size = size + 1;
  }
}
