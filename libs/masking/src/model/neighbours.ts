import { HASH_SEED, hashStep } from '../text/vocabulary.ts';
import { Gap, isCapitalised, isLowerCase, isWord, type ModelTokens, shapeOfMark } from './tokens.ts';

/** What stands around a row of capitalised words (`IES Antonio Machado no carga`), and how words end. */
export interface Neighbours {
  /** Place of the token before the row that a token stands in, or -1. */
  readonly before: Int32Array;
  /** Place of the token behind it, or -1. */
  readonly after: Int32Array;
  /** Which tokens stand in such a row. */
  readonly inRow: Uint8Array;
  /** Hash of the last letters of a word, 0 of a short one. */
  readonly tails: Int32Array;
  /** Place of the last token before the next gap: `Grundschule` of `Sophie-Scholl-Grundschule`. */
  readonly chunkEnds: Int32Array;
  /** Place of the first token since the last gap. */
  readonly chunkStarts: Int32Array;
}

/** What holds a row of capitalised words together, besides spaces. */
const JOINTS = new Set(Array.from(".-'’", shapeOfMark));
/** The longest small word inside a row (`van der`), and how many tokens may stand between two capitalised words. */
const PARTICLE_MAX = 3;
const BETWEEN_MAX = 2;
const TAIL = 4;

export function neighboursOf(tokens: ModelTokens): Neighbours {
  const { count, shapes, gaps } = tokens;
  const before = new Int32Array(count).fill(-1);
  const after = new Int32Array(count).fill(-1);
  const inRow = new Uint8Array(count);
  for (let first = 0; first < count; first += 1) {
    if (!isCapitalised(shapes[first] as number)) continue;
    const last = rowEnd(tokens, first);
    if (first > 0 && (gaps[first] as number) < Gap.line) before.fill(first - 1, first, last + 1);
    if (last + 1 < count && (gaps[last + 1] as number) < Gap.line) after.fill(last + 1, first, last + 1);
    inRow.fill(1, first, last + 1);
    first = last;
  }
  return {
    before,
    after,
    inRow,
    tails: tailsOf(tokens),
    chunkEnds: chunkEndsOf(tokens),
    chunkStarts: chunkStartsOf(tokens),
  };
}

function rowEnd({ count, shapes, gaps, starts, ends }: ModelTokens, first: number): number {
  let last = first;
  for (let next = first + 1; next < count && next - last <= BETWEEN_MAX + 1; next += 1) {
    if ((gaps[next] as number) >= Gap.wide) break;
    const shape = shapes[next] as number;
    const isParticle = isLowerCase(shape) && (ends[next] as number) - (starts[next] as number) <= PARTICLE_MAX;
    if (isCapitalised(shape)) last = next;
    else if (!isParticle && !JOINTS.has(shape)) break;
  }
  return last;
}

function tailsOf({ count, starts, ends, shapes, scan: { folded } }: ModelTokens): Int32Array {
  const tails = new Int32Array(count);
  for (let index = 0; index < count; index += 1) {
    const end = ends[index] as number;
    if (!isWord(shapes[index] as number) || end - (starts[index] as number) <= TAIL) continue;
    let hash = HASH_SEED;
    for (let at = end - TAIL; at < end; at += 1) hash = hashStep(hash, folded.charCodeAt(at));
    tails[index] = hash | 1;
  }
  return tails;
}

function chunkEndsOf({ count, gaps }: ModelTokens): Int32Array {
  const places = new Int32Array(count);
  for (let index = count - 1; index >= 0; index -= 1)
    places[index] = index + 1 < count && gaps[index + 1] === Gap.none ? (places[index + 1] as number) : index;
  return places;
}

function chunkStartsOf({ count, gaps }: ModelTokens): Int32Array {
  const places = new Int32Array(count);
  for (let index = 0; index < count; index += 1)
    places[index] = index > 0 && gaps[index] === Gap.none ? (places[index - 1] as number) : index;
  return places;
}
