import { WIDTH } from './labels.ts';

/** How many numbers a row of features adds to its token beside the weights of the labels: its embedding. */
export const EMBEDDED = 16;
export const HIDDEN = 16;
/** How many tokens on each side of its own a hidden unit sees. */
export const REACH = 2;

/** How many numbers each matrix has; those of the kernel lie by place, number of the embedding and unit. */
const SIZES = {
  embeddedBias: EMBEDDED,
  kernel: (2 * REACH + 1) * EMBEDDED * HIDDEN,
  pooled: HIDDEN * EMBEDDED,
  hiddenBias: HIDDEN,
  output: HIDDEN * WIDTH,
} as const;
/** Numbers of all matrices together. */
export const LAYER_SIZE = Object.values(SIZES).reduce((sum, size) => sum + size, 0);
/** What a packed number of 127 in an embedding is worth. */
export const LARGEST_EMBEDDED = 4;
export type MatrixName = keyof typeof SIZES;
export const MATRICES = Object.keys(SIZES) as readonly MatrixName[];

/** How many numbers a token sees at most. */
const SEEN_MAX = (2 * REACH + 1) * EMBEDDED;

/** The parts of a scratch space for `count` tokens. */
const spaceFor = (count: number) => ({
  embedded: new Float64Array(count * EMBEDDED),
  hidden: new Float64Array(count * HIDDEN),
  positive: new Uint8Array(count * EMBEDDED),
  positiveFrom: new Uint32Array(count + 1),
});

/**
 * What no feature says alone. The embeddings of a token's features are summed and rectified; hidden units see those of the
 * token, of its neighbours (a convolution) and the mean of the paragraph, are rectified too, and add to the scores of labels.
 */
export class HiddenLayer {
  readonly matrices: Readonly<Record<MatrixName, Float32Array>>;
  /** Mean over the paragraph of what is embedded. */
  readonly mean = new Float64Array(EMBEDDED);
  #space = spaceFor(256);
  /** Of what a token sees, one number after the other: where the kernel has it, and what it is. */
  readonly #bases = new Int32Array(SEEN_MAX);
  readonly #values = new Float64Array(SEEN_MAX);

  constructor(numbers: ArrayLike<number> = []) {
    let at = 0;
    const next = (size: number) => Float32Array.from({ length: size }, () => numbers[at++] ?? 0);
    this.matrices = Object.fromEntries(MATRICES.map((name) => [name, next(SIZES[name])])) as typeof this.matrices;
  }

  /** Of each token, the sum of its embeddings; rectified by {@link addTo}. */
  get embedded(): Float64Array {
    return this.#space.embedded;
  }

  get hidden(): Float64Array {
    return this.#space.hidden;
  }

  /** Makes room for a paragraph; its tokens begin with the bias. */
  begin(count: number): void {
    if (this.embedded.length < count * EMBEDDED) this.#space = spaceFor(count * 2);
    const { embedded } = this;
    const { embeddedBias } = this.matrices;
    for (let at = 0; at < count * EMBEDDED; at += 1) embedded[at] = embeddedBias[at % EMBEDDED] as number;
  }

  /**
   * Adds to the scores of a paragraph, `WIDTH` a token, what hidden units say.
   *
   * @param sure a token whose score of none (the first) is so much above all others is left as it is
   */
  addTo(scores: Float64Array, count: number, sure = Number.POSITIVE_INFINITY): void {
    this.#rectify(count);
    const { hidden } = this;
    const { output } = this.matrices;
    const common = this.#common();
    for (let token = 0; token < count; token += 1) {
      if (isNone(scores, token * WIDTH, sure)) continue;
      this.#look(token, count, common);
      for (let unit = 0; unit < HIDDEN; unit += 1) {
        const value = hidden[token * HIDDEN + unit] as number;
        if (value === 0) continue;
        for (let label = 0; label < WIDTH; label += 1)
          scores[token * WIDTH + label] =
            (scores[token * WIDTH + label] as number) + value * (output[unit * WIDTH + label] as number);
      }
    }
  }

  /** Most sums are negative: the others are listed, token by token. */
  #rectify(count: number): void {
    const { mean } = this;
    const { embedded, positive, positiveFrom } = this.#space;
    mean.fill(0);
    let size = 0;
    for (let token = 0; token < count; token += 1) {
      positiveFrom[token] = size;
      for (let number = 0; number < EMBEDDED; number += 1) {
        const value = embedded[token * EMBEDDED + number] as number;
        if (value > 0) {
          mean[number] = (mean[number] as number) + value / count;
          positive[size] = number;
          size += 1;
        } else embedded[token * EMBEDDED + number] = 0;
      }
    }
    positiveFrom[count] = size;
  }

  /** What each hidden unit gets whatever its place: its bias and the paragraph's mean. */
  #common(): Float64Array {
    const { hiddenBias, pooled } = this.matrices;
    return Float64Array.from(hiddenBias, (bias, unit) => bias + dot(pooled, unit * EMBEDDED, this.mean, 0, EMBEDDED));
  }

  #look(token: number, count: number, common: Float64Array): void {
    const { hidden } = this.#space;
    const { kernel } = this.matrices;
    const seen = this.#see(token, count);
    for (let unit = 0; unit < HIDDEN; unit += 4) {
      let one = common[unit] as number;
      let two = common[unit + 1] as number;
      let three = common[unit + 2] as number;
      let four = common[unit + 3] as number;
      for (let index = 0; index < seen; index += 1) {
        const value = this.#values[index] as number;
        const own = (this.#bases[index] as number) + unit;
        one += value * (kernel[own] as number);
        two += value * (kernel[own + 1] as number);
        three += value * (kernel[own + 2] as number);
        four += value * (kernel[own + 3] as number);
      }
      const at = token * HIDDEN + unit;
      hidden[at] = Math.max(one, 0);
      hidden[at + 1] = Math.max(two, 0);
      hidden[at + 2] = Math.max(three, 0);
      hidden[at + 3] = Math.max(four, 0);
    }
  }

  /** Gathers the positive numbers of a token and its neighbours; returns how many there are. */
  #see(token: number, count: number): number {
    const { embedded, positive, positiveFrom } = this.#space;
    let seen = 0;
    for (let place = Math.max(0, token - REACH); place <= Math.min(count - 1, token + REACH); place += 1) {
      const block = (place - token + REACH) * EMBEDDED;
      for (let at = positiveFrom[place] as number; at < (positiveFrom[place + 1] as number); at += 1) {
        const number = positive[at] as number;
        this.#bases[seen] = (block + number) * HIDDEN;
        this.#values[seen] = embedded[place * EMBEDDED + number] as number;
        seen += 1;
      }
    }
    return seen;
  }
}

function isNone(scores: Float64Array, at: number, sure: number): boolean {
  const least = (scores[at] as number) - sure;
  for (let label = at + 1; label < at + WIDTH; label += 1) if ((scores[label] as number) > least) return false;
  return true;
}

export type Numbers = Float32Array | Float64Array;

/** Product of `size` numbers with as many others. */
export function dot(left: Numbers, from: number, right: Numbers, at: number, size: number): number {
  let sum = 0;
  for (let index = 0; index < size; index += 1) sum += (left[from + index] as number) * (right[at + index] as number);
  return sum;
}
