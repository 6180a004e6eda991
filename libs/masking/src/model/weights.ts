import { brotliDecompressSync } from 'node:zlib';
import { LARGEST_WEIGHT, WIDTH } from './labels.ts';
import { PACKED_WEIGHTS } from './packed-weights.ts';

const SCALE = LARGEST_WEIGHT / 127;

/** Weights by row; most rows of the feature space have none. */
export interface Weights {
  /** Adds the weights of each row to `scores` at `offset`. */
  add(rows: Int32Array, count: number, scores: Float64Array, offset: number): void;
  /** Exponentials of the transition scores, row by row. */
  readonly transitions: Float64Array;
}

/** Weights are held as bytes from 0, four to a word: 128 stands for none. */
const BIAS = 128;
/** Every second byte of a word: two sums of bytes fit in one word as long as at most 256 rows are added. */
const EVEN_BYTES = 0x00ff00ff;
/** Words of a row. */
const WORDS = WIDTH / 4;

/** Open addressing; the weights lie where the row's number does, so that one look-up is one place in memory. */
class PackedWeights implements Weights {
  readonly transitions = new Float64Array(WIDTH * WIDTH);
  readonly #numbers: Int32Array;
  readonly #words: Int32Array;
  readonly #mask: number;

  /**
   * @param packed transitions as 32-bit floats, the number of rows, then for each row the distance of its number from the
   * one before (base 128, little end first), a bit for each label with a weight, and those weights
   */
  constructor(packed: Buffer) {
    for (let index = 0; index < WIDTH * WIDTH; index += 1)
      this.transitions[index] = Math.exp(packed.readFloatLE(index * 4));
    let at = WIDTH * WIDTH * 4;
    const rows = packed.readUInt32LE(at);
    at += 4;
    const slots = 2 ** Math.ceil(Math.log2(rows * 1.6 + 16));
    this.#mask = slots - 1;
    this.#numbers = new Int32Array(slots).fill(-1);
    const bytes = new Uint8Array(slots * WIDTH).fill(BIAS);
    this.#words = new Int32Array(bytes.buffer);
    let number = 0;
    for (let row = 0; row < rows; row += 1) {
      let shift = 0;
      for (; (packed[at] as number) > 127; at += 1, shift += 7) number += ((packed[at] as number) & 127) << shift;
      number += (packed[at] as number) << shift;
      const labels = packed.readUInt16LE(at + 1);
      at += 3;
      const place = this.#freeSlot(number) * WIDTH;
      for (let label = 0; label < WIDTH; label += 1) {
        if ((labels & (1 << label)) === 0) continue;
        bytes[place + label] = packed.readInt8(at) + BIAS;
        at += 1;
      }
    }
  }

  #freeSlot(number: number): number {
    let slot = number & this.#mask;
    while (this.#numbers[slot] !== -1) slot = (slot + 1) & this.#mask;
    this.#numbers[slot] = number;
    return slot;
  }

  add(rows: Int32Array, count: number, scores: Float64Array, offset: number): void {
    const numbers = this.#numbers;
    const words = this.#words;
    const mask = this.#mask;
    let found = 0;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    let g = 0;
    let h = 0;
    for (let index = 0; index < count; index += 1) {
      const number = rows[index] as number;
      let slot = number & mask;
      let held = numbers[slot] as number;
      while (held !== number && held !== -1) {
        slot = (slot + 1) & mask;
        held = numbers[slot] as number;
      }
      if (held === -1) continue;
      found += 1;
      const place = slot * WORDS;
      const first = words[place] as number;
      const second = words[place + 1] as number;
      const third = words[place + 2] as number;
      const fourth = words[place + 3] as number;
      a += first & EVEN_BYTES;
      b += (first >>> 8) & EVEN_BYTES;
      c += second & EVEN_BYTES;
      d += (second >>> 8) & EVEN_BYTES;
      e += third & EVEN_BYTES;
      f += (third >>> 8) & EVEN_BYTES;
      g += fourth & EVEN_BYTES;
      h += (fourth >>> 8) & EVEN_BYTES;
    }
    const none = found * BIAS;
    unpackSums(scores, offset, a, b, none);
    unpackSums(scores, offset + 4, c, d, none);
    unpackSums(scores, offset + 8, e, f, none);
    unpackSums(scores, offset + 12, g, h, none);
  }
}

/** Sums of the even and of the odd bytes of a word. */
function unpackSums(scores: Float64Array, offset: number, even: number, odd: number, none: number): void {
  scores[offset] = ((even & 0xffff) - none) * SCALE;
  scores[offset + 1] = ((odd & 0xffff) - none) * SCALE;
  scores[offset + 2] = ((even >>> 16) - none) * SCALE;
  scores[offset + 3] = ((odd >>> 16) - none) * SCALE;
}

let loaded: Weights | undefined;

/** The weights that the package brings; unpacked when they are first asked for. */
export function weights(): Weights {
  loaded ??= unpacked(PACKED_WEIGHTS);
  return loaded;
}

export const unpacked = (packed: string): Weights =>
  new PackedWeights(brotliDecompressSync(Buffer.from(packed, 'base64')));
