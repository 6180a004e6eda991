import { unpackedBytes } from '../packed.ts';
import { ROW_SPACE } from './feature-rows.ts';
import { FEATURES_MAX } from './features.ts';
import { EMBEDDED, HiddenLayer, LARGEST_EMBEDDED, LAYER_SIZE } from './hidden-layer.ts';
import { LARGEST_WEIGHT, WIDTH } from './labels.ts';
import { PACKED_WEIGHTS } from './packed-weights.ts';
import { RowIndex } from './row-index.ts';

const SCALE = LARGEST_WEIGHT / 127;
const EMBEDDED_SCALE = LARGEST_EMBEDDED / 127;

/** Weights by row; most rows of the feature space have none. */
export interface Weights {
  /** A paragraph of so many tokens begins. */
  begin(count: number): void;
  /** Makes the weights of its rows the scores of a token, `WIDTH` a token; its embedding is kept for {@link finish}. */
  add(rows: Int32Array, count: number, scores: Float64Array, token: number): void;
  /** Adds what the hidden layer says, once all tokens of the paragraph have their scores. */
  finish(scores: Float64Array, count: number): void;
  /** Exponentials of the transition scores, row by row. */
  readonly transitions: Float64Array;
}

/** Weights are held as bytes from 0, four to a word: 128 stands for none. */
const BIAS = 128;
/** Every second byte of a word: two sums of bytes fit in one word as long as at most 256 rows are added. */
const EVEN_BYTES = 0x00ff00ff;
/** How sure the weights alone must be that a token is no value: so it is with half of all, and no value more is lost. */
const SURE = 4;
/** Bytes and words of a row: its weights, then its embedding. */
const BYTES = WIDTH + EMBEDDED;
const WORDS = BYTES / 4;

class PackedWeights implements Weights {
  readonly transitions = new Float64Array(WIDTH * WIDTH);
  readonly #layer: HiddenLayer;
  readonly #index = new RowIndex(ROW_SPACE);
  readonly #words: Int32Array;
  readonly #places = new Int32Array(FEATURES_MAX);

  /** @param packed see `training/pack.ts` */
  constructor(packed: Buffer) {
    let at = 0;
    const next = (size: number) => {
      const own = Float32Array.from({ length: size }, (_, index) => packed.readFloatLE(at + index * 4));
      at += size * 4;
      return own;
    };
    this.transitions.set(next(WIDTH * WIDTH).map(Math.exp));
    this.#layer = new HiddenLayer(next(LAYER_SIZE));
    const rows = packed.readUInt32LE(at);
    at += 4;
    const bytes = new Uint8Array(rows * BYTES).fill(BIAS);
    this.#words = new Int32Array(bytes.buffer);
    const signed = new Int8Array(packed.buffer, packed.byteOffset, packed.length);
    for (let row = 0, number = 0; row < rows; row += 1) {
      let shift = 0;
      for (; (packed[at] as number) > 127; at += 1, shift += 7) number += ((packed[at] as number) & 127) << shift;
      number += (packed[at] as number) << shift;
      const labels = (packed[at + 1] as number) | ((packed[at + 2] as number) << 8);
      at += 3;
      const place = this.#index.push(number) * BYTES;
      for (let label = 0; label < WIDTH; label += 1) {
        if ((labels & (1 << label)) === 0) continue;
        bytes[place + label] = (signed[at] as number) + BIAS;
        at += 1;
      }
    }
    for (let place = WIDTH; place < bytes.length; place += BYTES)
      for (let index = 0; index < EMBEDDED; index += 1, at += 1) bytes[place + index] = (signed[at] as number) + BIAS;
  }

  begin(count: number): void {
    this.#layer.begin(count);
  }

  add(rows: Int32Array, count: number, scores: Float64Array, token: number): void {
    const found = this.#find(rows, count);
    scores.fill(0, token * WIDTH, (token + 1) * WIDTH);
    this.#addSums(found, 0, SCALE, scores, token * WIDTH);
    this.#addSums(found, WIDTH / 4, EMBEDDED_SCALE, this.#layer.embedded, token * EMBEDDED);
  }

  /** Writes the places of those rows that have weights; returns how many have. */
  #find(rows: Int32Array, count: number): number {
    const places = this.#places;
    let found = 0;
    for (let index = 0; index < count; index += 1) {
      const place = this.#index.placeOf(rows[index] as number);
      if (place < 0) continue;
      places[found] = place * WORDS;
      found += 1;
    }
    return found;
  }

  /** Adds the sums of four words of the rows found, from word `first` on, to sixteen numbers. */
  #addSums(found: number, first: number, scale: number, into: Float64Array, offset: number): void {
    const words = this.#words;
    const places = this.#places;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    let g = 0;
    let h = 0;
    for (let index = 0; index < found; index += 1) {
      const place = (places[index] as number) + first;
      const one = words[place] as number;
      const two = words[place + 1] as number;
      const three = words[place + 2] as number;
      const four = words[place + 3] as number;
      a += one & EVEN_BYTES;
      b += (one >>> 8) & EVEN_BYTES;
      c += two & EVEN_BYTES;
      d += (two >>> 8) & EVEN_BYTES;
      e += three & EVEN_BYTES;
      f += (three >>> 8) & EVEN_BYTES;
      g += four & EVEN_BYTES;
      h += (four >>> 8) & EVEN_BYTES;
    }
    const none = found * BIAS;
    addUnpacked(into, offset, a, b, none, scale);
    addUnpacked(into, offset + 4, c, d, none, scale);
    addUnpacked(into, offset + 8, e, f, none, scale);
    addUnpacked(into, offset + 12, g, h, none, scale);
  }

  finish(scores: Float64Array, count: number): void {
    this.#layer.addTo(scores, count, SURE);
  }
}

/** Adds sums of the even and of the odd bytes of a word. */
function addUnpacked(into: Float64Array, at: number, even: number, odd: number, none: number, scale: number): void {
  into[at] = (into[at] as number) + ((even & 0xffff) - none) * scale;
  into[at + 1] = (into[at + 1] as number) + ((odd & 0xffff) - none) * scale;
  into[at + 2] = (into[at + 2] as number) + ((even >>> 16) - none) * scale;
  into[at + 3] = (into[at + 3] as number) + ((odd >>> 16) - none) * scale;
}

let loaded: Weights | undefined;

/** The weights that the package brings; unpacked when they are first asked for. */
export function weights(): Weights {
  loaded ??= unpacked(PACKED_WEIGHTS);
  return loaded;
}

export const unpacked = (packed: string): Weights => new PackedWeights(unpackedBytes(packed));
