import {
  dot,
  EMBEDDED,
  HIDDEN,
  HiddenLayer,
  MATRICES,
  type MatrixName,
  type Numbers,
  REACH,
} from '../src/model/hidden-layer.ts';
import { WIDTH } from '../src/model/labels.ts';

const EPSILON = 1e-6;
/** Step size, in those of the weights. */
const RATE = 0.9;
const DECAY = 1e-4;
/** Spread of the numbers it begins with, which must differ for units to become different. */
const SPREAD = { embeddedBias: 0, kernel: 0.11, pooled: 0.1, hiddenBias: 0, output: 0.05 } as const;
const EMBEDDING_SPREAD = 0.05;
const BIAS = 0.1;

/** The hidden layer in training, and the embeddings of all rows of features. */
export class HiddenLessons {
  readonly layer = new HiddenLayer();
  readonly embeddings: Float32Array;
  /** Which rows have begun; the embedding of the others is 0. */
  readonly #begun: Uint8Array;
  readonly #squares: Float32Array;
  readonly #gradients: Record<MatrixName, Float64Array>;
  readonly #matrixSquares: Record<MatrixName, Float64Array>;
  #intoEmbedded = new Float64Array(0);

  constructor(rows: number) {
    this.embeddings = new Float32Array(rows * EMBEDDED);
    this.#begun = new Uint8Array(rows);
    this.#squares = new Float32Array(rows);
    const zeros = () =>
      Object.fromEntries(MATRICES.map((name) => [name, new Float64Array(this.layer.matrices[name].length)]));
    this.#gradients = zeros() as Record<MatrixName, Float64Array>;
    this.#matrixSquares = zeros() as Record<MatrixName, Float64Array>;
    for (const [index, name] of MATRICES.entries()) {
      const matrix = this.layer.matrices[name];
      for (let at = 0; at < matrix.length; at += 1)
        matrix[at] = name.endsWith('Bias') ? BIAS : SPREAD[name] * spread(at + index * 65_536);
    }
  }

  /** Adds the embeddings of a token's rows, as often as `scale` says; rows below 0 are left out. */
  add(rows: Int32Array, from: number, to: number, token: number, scale: number): void {
    const { embedded } = this.layer;
    for (let index = from; index < to; index += 1)
      if ((rows[index] as number) >= 0)
        addScaled(embedded, token * EMBEDDED, scale, this.embeddings, (rows[index] as number) * EMBEDDED, EMBEDDED);
  }

  /** Gives those rows that are met for the first time numbers to begin with. */
  meet(rows: Int32Array): void {
    for (const row of rows) {
      if (this.#begun[row] === 1) continue;
      this.#begun[row] = 1;
      for (let at = row * EMBEDDED; at < (row + 1) * EMBEDDED; at += 1)
        this.embeddings[at] = EMBEDDING_SPREAD * spread(at);
    }
  }

  /**
   * One step against `gaps`, the derivatives of the loss by the scores; only those of tokens that are `learnt` count.
   *
   * @param rows of all tokens, end to end; those below 0 stay as they are
   * @param rate step size of the weights
   */
  step(gaps: Float64Array, learnt: Uint8Array, rows: Int32Array, offsets: Uint32Array, rate: number): void {
    if (!learnt.includes(1)) return;
    if (this.#intoEmbedded.length < learnt.length * EMBEDDED)
      this.#intoEmbedded = new Float64Array(learnt.length * EMBEDDED * 2);
    this.#lookBack(gaps, learnt);
    for (let token = 0; token < learnt.length; token += 1)
      this.#moveEmbeddings(token, rows.subarray(offsets[token], offsets[token + 1]), rate * RATE);
    for (const name of MATRICES) this.#moveMatrix(name, rate * RATE);
  }

  /** Derivatives by the matrices and by the sums of embeddings, through what the layer computed last. */
  #lookBack(gaps: Float64Array, learnt: Uint8Array): void {
    const count = learnt.length;
    const { embedded, hidden, mean, matrices } = this.layer;
    const gradients = this.#gradients;
    const into = this.#intoEmbedded.fill(0, 0, count * EMBEDDED);
    const intoMean = new Float64Array(EMBEDDED);
    const unitGaps = new Float64Array(HIDDEN);
    for (let token = 0; token < count; token += 1) {
      if (learnt[token] === 0) continue;
      for (let unit = 0; unit < HIDDEN; unit += 1) {
        const value = hidden[token * HIDDEN + unit] as number;
        unitGaps[unit] = 0;
        if (value === 0) continue;
        const gap = dot(matrices.output, unit * WIDTH, gaps, token * WIDTH, WIDTH);
        unitGaps[unit] = gap;
        addScaled(gradients.output, unit * WIDTH, value, gaps, token * WIDTH, WIDTH);
        gradients.hiddenBias[unit] = (gradients.hiddenBias[unit] as number) + gap;
        addScaled(gradients.pooled, unit * EMBEDDED, gap, mean, 0, EMBEDDED);
        addScaled(intoMean, 0, gap / count, matrices.pooled, unit * EMBEDDED, EMBEDDED);
      }
      const last = Math.min(count - 1, token + REACH);
      for (let at = Math.max(0, token - REACH) * EMBEDDED; at < (last + 1) * EMBEDDED; at += 1) {
        const value = embedded[at] as number;
        if (value === 0) continue;
        const own = (at + (REACH - token) * EMBEDDED) * HIDDEN;
        addScaled(gradients.kernel, own, value, unitGaps, 0, HIDDEN);
        into[at] = (into[at] as number) + dot(matrices.kernel, own, unitGaps, 0, HIDDEN);
      }
    }
    for (let at = 0; at < count * EMBEDDED; at += 1) {
      into[at] = (embedded[at] as number) > 0 ? (into[at] as number) + (intoMean[at % EMBEDDED] as number) : 0;
      const own = at % EMBEDDED;
      gradients.embeddedBias[own] = (gradients.embeddedBias[own] as number) + (into[at] as number);
    }
  }

  /** AdaGrad with one rate for all numbers of a row. */
  #moveEmbeddings(token: number, rows: Int32Array, rate: number): void {
    const gaps = this.#intoEmbedded;
    const at = token * EMBEDDED;
    const square = dot(gaps, at, gaps, at, EMBEDDED) / EMBEDDED;
    if (square === 0) return;
    for (const row of rows) {
      if (row < 0) continue;
      const sum = (this.#squares[row] as number) + square;
      this.#squares[row] = sum;
      const step = rate / (Math.sqrt(sum) + EPSILON);
      for (let index = 0; index < EMBEDDED; index += 1)
        this.embeddings[row * EMBEDDED + index] =
          (this.embeddings[row * EMBEDDED + index] as number) * (1 - DECAY) - step * (gaps[at + index] as number);
    }
  }

  #moveMatrix(name: MatrixName, rate: number): void {
    const [matrix, gradients, squares] = [this.layer.matrices[name], this.#gradients[name], this.#matrixSquares[name]];
    for (let at = 0; at < matrix.length; at += 1) {
      const gradient = gradients[at] as number;
      if (gradient === 0) continue;
      const square = (squares[at] as number) + gradient * gradient;
      squares[at] = square;
      matrix[at] = (matrix[at] as number) - (rate * gradient) / (Math.sqrt(square) + EPSILON);
      gradients[at] = 0;
    }
  }
}

function addScaled(into: Numbers, from: number, factor: number, numbers: Numbers, at: number, size: number): void {
  for (let index = 0; index < size; index += 1)
    into[from + index] = (into[from + index] as number) + factor * (numbers[at + index] as number);
}

/** A number of variance 1 that follows from its place. */
function spread(place: number): number {
  let hash = Math.imul(place ^ (place >>> 15), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (((hash ^ (hash >>> 16)) >>> 0) / 2 ** 31 - 1) * Math.sqrt(3);
}
