import { wordFlags } from '../names/lexicon.ts';
import { WORD_FLAGS } from '../names/word-traits.ts';
import type { Scan } from '../scan.ts';
import { isGap, isUnspaced, Kind, kindOf } from '../text/characters.ts';
import { HASH_SEED, hashStep } from '../text/vocabulary.ts';
import { isIndic, soundsLike } from './sounds.ts';
import { thingsOf } from './things.ts';
import { readUnspaced } from './unspaced-words.ts';
import { wordClusters } from './word-clusters.ts';
import { knowledgeOf } from './word-knowledge.ts';

/** What stands between a token and the one before it. */
export const Gap = { none: 0, space: 1, wide: 2, line: 3, paragraph: 4 } as const;

/** Shapes below this are of words with cases in Latin letters, shapes from `OTHER_WORDS` on those of other words. */
const NUMBERS = 64;
const MARKS = 128;
const OTHER_WORDS = 0x20000;
/** From here on those of words with cases in other letters. */
const CASED_WORDS = 0x30000;

export const isWord = (shape: number): boolean => shape < NUMBERS || shape >= OTHER_WORDS;
export const isNumber = (shape: number): boolean => shape >= NUMBERS && shape < MARKS;
export const isMark = (shape: number): boolean => shape >= MARKS && shape < OTHER_WORDS;
/** Where words have cases, how this one is written: the third to fifth bit of its shape (see `wordShape`). */
const styleOf = (shape: number): number => (shape < NUMBERS || shape >= CASED_WORDS ? (shape >> 3) & 7 : -1);
export const isLowerCase = (shape: number): boolean => styleOf(shape) === 0;
export const isCapitalised = (shape: number): boolean => styleOf(shape) > 0 && styleOf(shape) < 5;
/** The shape of a single character that is neither letter nor digit. */
export const shapeOfMark = (mark: string): number => MARKS + mark.charCodeAt(0);

/**
 * A text as the tagger reads it: words, numbers and single characters; a script without spaces gives one token a
 * character. Words and shapes are hashes and small classes: equal words are equal whatever their case and accents.
 */
export class ModelTokens {
  count = 0;
  readonly scan: Scan;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Hash of the folded word; a number by its length, a small one or a year by more. */
  readonly words: Int32Array;
  /** Case, script and length. */
  readonly shapes: Int32Array;
  /** Flags of the lexicon of names. */
  readonly lexicon: Uint8Array;
  /** What else is known of the word, see `knowledgeOf`. */
  readonly knowledge: Uint8Array;
  readonly gaps: Uint8Array;
  /** Hash of the word with its accents, in lower case; 0 for a word without. */
  readonly accented: Int32Array;
  /** Row of the word in the table of clusters; 0 for none. */
  readonly clusters: Int32Array;

  constructor(scan: Scan) {
    const size = boundOf(scan);
    this.scan = scan;
    this.starts = new Uint32Array(size);
    this.ends = new Uint32Array(size);
    this.words = new Int32Array(size);
    this.shapes = new Int32Array(size);
    this.lexicon = new Uint8Array(size);
    this.knowledge = new Uint8Array(size);
    this.gaps = new Uint8Array(size);
    this.accented = new Int32Array(size);
    this.clusters = new Int32Array(size);
    this.#read();
  }

  #read(): void {
    const { text, tokens } = this.scan;
    for (let token = 0; token < tokens.count; token += 1) {
      const start = tokens.starts[token] as number;
      const end = tokens.ends[token] as number;
      const kind = tokens.kinds[token] as number;
      if (kind === 2) this.#addNumber(text, start, end);
      else if (kind === 0)
        this.#add(start, start + 1, 10_000 + text.charCodeAt(start), MARKS + text.charCodeAt(start), 0);
      else if (isUnspaced(text.charCodeAt(start)) || isUnspaced(text.charCodeAt(end - 1)))
        this.#addRun(text, start, end);
      else this.#addWord(text, start, end, listed(this.scan, token));
    }
  }

  #add(start: number, end: number, word: number, shape: number, lexicon: number): void {
    const index = this.count;
    this.count += 1;
    this.starts[index] = start;
    this.ends[index] = end;
    this.words[index] = word;
    this.shapes[index] = shape;
    this.lexicon[index] = lexicon;
    this.gaps[index] = gapBetween(this.scan.text, index === 0 ? 0 : (this.ends[index - 1] as number), start);
  }

  #addNumber(text: string, start: number, end: number): void {
    const length = end - start;
    this.#add(start, end, numberClass(text, start, length), NUMBERS + Math.min(length, 24), 0);
  }

  /** Letters of a script without spaces, and what stands among them. */
  #addRun(text: string, start: number, end: number): void {
    if (end - start > parts.length) parts = new Uint8Array((end - start) * 2);
    readUnspaced(this.scan.folded, start, end, parts);
    for (let at = start; at < end; ) {
      let to = at + 1;
      if (isUnspaced(text.charCodeAt(at))) while (to < end && kindOf(text.charCodeAt(to)) === Kind.mark) to += 1;
      else while (to < end && !isUnspaced(text.charCodeAt(to))) to += 1;
      this.#addWord(text, at, to, wordFlags(this.scan.folded, at, to));
      const part = parts[at - start] as number;
      if (part !== 0) this.lexicon[this.count - 1] = PART | part;
      at = to;
    }
  }

  #addWord(text: string, start: number, end: number, flags: number): void {
    const { folded } = this.scan;
    let hash = HASH_SEED;
    for (let at = start; at < end; at += 1) hash = hashStep(hash, folded.charCodeAt(at));
    const isLetter = end - start === 1;
    this.accented[this.count] = accentedHash(text, folded, start, end);
    if (!isLetter) {
      this.knowledge[this.count] =
        knowledgeOf(hash | 0) |
        thingsOf(hash | 0) |
        (isIndic(text.charCodeAt(start)) ? soundsLike(folded, start, end) : 0);
      this.clusters[this.count] = wordClusters().rowOf(hash | 0, kindOf(text.charCodeAt(start)) === Kind.upper);
    }
    this.#add(start, end, hash | 0, wordShape(text, start, end), isLetter ? 0 : flags);
  }
}

const lowers = new Uint16Array(0x10000);
function lowerOf(code: number): number {
  const known = lowers[code] as number;
  if (known !== 0) return known;
  const lower = String.fromCharCode(code).toLowerCase().charCodeAt(0);
  lowers[code] = lower;
  return lower;
}

function accentedHash(text: string, folded: string, start: number, end: number): number {
  let hash = HASH_SEED;
  let isAccented = false;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    const lower = code < 128 ? folded.charCodeAt(at) : lowerOf(code);
    if (lower !== folded.charCodeAt(at)) isAccented = true;
    hash = hashStep(hash, lower);
  }
  return isAccented ? hash | 0 || 1 : 0;
}

/** Beside what a character may be part of, see `Part`. */
const PART = 128;
let parts = new Uint8Array(256);

/** Beside the flags of a word that no list has as it stands. */
const NOMINATIVE = 16;

/** What lists say of a word; of one that no list has, what they say of its nominative. */
function listed(scan: Scan, token: number): number {
  const flags = scan.nameFlags(token);
  return flags === (scan.traits(token) & WORD_FLAGS) ? flags : flags | NOMINATIVE;
}

function boundOf({ text, tokens }: Scan): number {
  let size = tokens.count;
  for (let token = 0; token < tokens.count; token += 1) {
    const start = tokens.starts[token] as number;
    const end = tokens.ends[token] as number;
    if (isUnspaced(text.charCodeAt(start)) || isUnspaced(text.charCodeAt(end - 1))) size += end - start;
  }
  return size;
}

/** Birth years, recent years and years to come differ; other numbers are told apart by their length only. */
function numberClass(text: string, start: number, length: number): number {
  if (length < 3) return 2_000 + Number(text.slice(start, start + length)) + length * 100;
  const first = text.charCodeAt(start);
  if (length === 4 && (first === 49 || first === 50)) {
    const year = Number(text.slice(start, start + 4));
    if (year >= 1_920 && year <= 2_035) return 3_000 + (year < 2_012 ? 0 : year < 2_024 ? 1 : 2);
  }
  return 1_000 + Math.min(length, 24);
}

function gapBetween(text: string, from: number, to: number): number {
  if (from === to) return Gap.none;
  let lines = 0;
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) === 10) lines += 1;
  if (lines > 0) return lines > 1 ? Gap.paragraph : Gap.line;
  return to - from > 1 || text.charCodeAt(from) === 9 || !isGap(text.charCodeAt(from)) ? Gap.wide : Gap.space;
}

const lengthClass = (length: number): number =>
  length < 4 ? length : length < 6 ? 4 : length < 9 ? 5 : length < 14 ? 6 : 7;

/** Style of case × length for scripts with cases, block × length for the others. */
function wordShape(text: string, start: number, end: number): number {
  let upper = 0;
  let lower = 0;
  for (let at = start; at < end; at += 1) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === Kind.upper) upper += 1;
    else if (kind === Kind.lower) lower += 1;
  }
  const code = text.charCodeAt(start);
  const length = lengthClass(end - start);
  if (upper + lower === 0) return OTHER_WORDS + ((code >> 7) << 3) + length;
  const first = kindOf(code) === Kind.upper;
  const style = upper === 0 ? 0 : lower === 0 ? (upper === 1 ? 1 : 2) : first ? (upper === 1 ? 3 : 4) : 5;
  const script = code < 0x250 ? 0 : CASED_WORDS + ((code >> 8) << 6);
  return script + style * 8 + length;
}
