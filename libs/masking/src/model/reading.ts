import { findCues } from '../cues/find-cues.ts';
import { type CueKind, PHRASES } from '../cues/phrases.ts';
import type { Range } from '../digit-run.ts';
import type { Finding, Scan } from '../scan.ts';
import { Kind, kindOf } from '../text/characters.ts';
import { HASH_SEED, hashOf, hashStep } from '../text/vocabulary.ts';
import { PII_TYPES } from '../types.ts';
import { type Clauses, clausesOf } from './clauses.ts';
import { columnsOf } from './columns.ts';
import { echoesOf } from './echoes.ts';
import { type Neighbours, neighboursOf } from './neighbours.ts';
import { Gap, isWord, ModelTokens, shapeOfMark } from './tokens.ts';

/** How many tokens after a cue still hear of it, and how many before it already do. */
const CUE_REACH = 16;
const CUE_AHEAD = 4;
/** The most tokens at the start of a line that are looked at for its key, and the most words of one. */
const KEY_MAX = 6;
/** The most tokens between two gaps whose common shape is looked at. */
const CHUNK_MAX = 24;

const NONE: readonly number[] = [];
const COLON = shapeOfMark(':');
const EQUALS = shapeOfMark('=');

/** Cue kinds by numbers that follow from their names, so that weights stay valid when a kind is added. */
const CUE_NUMBERS = new Map(
  (Object.keys(PHRASES) as CueKind[]).map((kind) => [kind, 1 + ((hashOf(kind) >>> 8) % 251)] as const),
);

/** What is known about each token beyond itself: cues, the key of its line, what it hangs together with, what the rules say. */
export class Reading extends ModelTokens {
  /** Hash of the shape of the run of digits that a number stands in, 0 for others. */
  readonly runs: Int32Array;
  /** Cue before: number of its kind × 4 and how far it is; 0 for none. */
  readonly cueBefore: Uint16Array;
  readonly cueAfter: Uint16Array;
  /** Hash of the words before the colon or equals sign of the token's line; 0 where there is none. */
  readonly keys: Int32Array;
  /** Hash of the shape of everything up to the next gaps on both sides, `AA-9`; 0 for a token alone. */
  readonly chunks: Int32Array;
  /** What the rules found there: 0 for nothing, else the number of the type, 32 more where it is certain. */
  readonly found: Uint8Array;
  readonly neighbours: Neighbours;
  readonly clauses: Clauses;
  /** What the same word is elsewhere in the text, see `echoesOf`. */
  readonly echoes: Uint8Array;
  /** Hash of the head of the token's column; 0 outside of tables. */
  readonly columns: Int32Array;
  readonly #findings: readonly (Finding | undefined)[];

  /** @param findings in the order of the text, without overlaps */
  constructor(scan: Scan, findings: readonly Finding[]) {
    super(scan);
    const { count } = this;
    this.runs = new Int32Array(count);
    this.cueBefore = new Uint16Array(count);
    this.cueAfter = new Uint16Array(count);
    this.keys = new Int32Array(count);
    this.chunks = new Int32Array(count);
    this.found = new Uint8Array(count);
    this.#readRuns();
    this.#readCues();
    this.#readKeys();
    this.#readChunks();
    this.#findings = this.#readFindings(findings);
    this.neighbours = neighboursOf(this);
    this.clauses = clausesOf(this);
    this.echoes = echoesOf(this, (index) => this.ruleAt(index));
    this.columns = columnsOf(this);
  }

  #readRuns(): void {
    let index = 0;
    for (const run of this.scan.runs) {
      while (index < this.count && (this.starts[index] as number) < run.start) index += 1;
      const hash = run.count > 24 ? 25 : hashOf(run.shape);
      for (; index < this.count && (this.starts[index] as number) < run.end; index += 1) this.runs[index] = hash;
    }
  }

  #readCues(): void {
    let index = 0;
    for (const cue of findCues(this.scan)) {
      const number = (CUE_NUMBERS.get(cue.kind) as number) * 4;
      while (index > 0 && (this.starts[index - 1] as number) >= cue.start) index -= 1;
      while (index < this.count && (this.starts[index] as number) < cue.start) index += 1;
      for (let back = 1; back <= CUE_AHEAD && index >= back; back += 1) {
        if (this.gaps[index - back + 1] === Gap.paragraph) break;
        if (this.cueAfter[index - back] === 0) this.cueAfter[index - back] = number + (back < 3 ? 0 : 1);
      }
      let at = index;
      for (; at < this.count && (this.starts[at] as number) < cue.end; at += 1) this.cueBefore[at] = number + 3;
      for (let step = 1; step <= CUE_REACH && at < this.count; step += 1, at += 1) {
        if (this.gaps[at] === Gap.paragraph) break;
        this.cueBefore[at] = number + (step <= 3 ? 0 : step <= 8 ? 1 : 2);
      }
    }
  }

  /** `Naam: x`, `full_name = "x"`. */
  #readKeys(): void {
    let key = 0;
    let hash = HASH_SEED;
    let length = 0;
    for (let index = 0; index < this.count; index += 1) {
      if (index === 0 || (this.gaps[index] as number) >= Gap.line) {
        key = 0;
        hash = HASH_SEED;
        length = 0;
      }
      const shape = this.shapes[index] as number;
      this.keys[index] = key;
      if (key !== 0 || length >= KEY_MAX) continue;
      if (shape === COLON || shape === EQUALS) key = length === 0 ? 0 : hash | 1;
      else if (isWord(shape)) hash = hashStep(hash, this.words[index] as number);
      length += 1;
    }
  }

  #readChunks(): void {
    for (let index = 0; index < this.count; ) {
      let last = index;
      while (last + 1 < this.count && this.gaps[last + 1] === Gap.none) last += 1;
      const hash = last > index && last - index < CHUNK_MAX ? this.#chunkHash(index, last) : 0;
      for (; index <= last; index += 1) this.chunks[index] = hash;
    }
  }

  #chunkHash(first: number, last: number): number {
    const { text } = this.scan;
    let hash = HASH_SEED;
    let before = 0;
    for (let at = this.starts[first] as number; at < (this.ends[last] as number); at += 1) {
      const code = text.charCodeAt(at);
      const kind = kindOf(code);
      const sign = kind === Kind.other ? 256 + code : kind > Kind.lower && kind < Kind.digit ? Kind.uncased : kind;
      if (sign !== before) hash = hashStep(hash, sign);
      before = sign;
    }
    return hash | 1;
  }

  /** Numbers of the detectors that found what stands at a token. */
  detectorsAt(index: number): readonly number[] {
    return this.ruleAt(index)?.by ?? NONE;
  }

  /** The tokens of which some part stands in a range of the normalised text. */
  tokensIn({ start, end }: Range): number[] {
    let low = 0;
    for (let high = this.count; low < high; ) {
      const middle = (low + high) >> 1;
      if ((this.ends[middle] as number) > start) high = middle;
      else low = middle + 1;
    }
    const tokens: number[] = [];
    for (let index = low; index < this.count && (this.starts[index] as number) < end; index += 1) tokens.push(index);
    return tokens;
  }

  /** What the rules found at a token. */
  ruleAt(index: number): Finding | undefined {
    return this.found[index] === 0 ? undefined : this.#findings[index];
  }

  #readFindings(findings: readonly Finding[]): (Finding | undefined)[] {
    const byToken: (Finding | undefined)[] = [];
    let index = 0;
    for (const finding of findings) {
      const { start, end, type, certain } = finding;
      while (index < this.count && (this.ends[index] as number) <= start) index += 1;
      for (let at = index; at < this.count && (this.starts[at] as number) < end; at += 1) {
        this.found[at] = PII_TYPES.indexOf(type) + 1 + (certain ? 32 : 0);
        byToken[at] = finding;
      }
    }
    return byToken;
  }
}
