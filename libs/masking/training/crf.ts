import { toMarginals } from '../src/model/chain.ts';
import { WIDTH } from '../src/model/labels.ts';
import type { Weights } from '../src/model/weights.ts';
import { ANY, type Example } from './example.ts';

const ROWS = 1 << 22;
const EPSILON = 1e-6;
/** Below this a token's gap between belief and truth teaches nothing. */
const LEARNT = 0.01;
const NEGLIGIBLE = 0.001;
/** An error in what must survive counts this often. */
const KEPT = 3;

export interface StepOptions {
  rate: number;
  decay: number;
  /** Whether a feature is left out this time. */
  drop: () => boolean;
}

/** A conditional random field in training: AdaGrad (Duchi, Hazan and Singer 2011), feature drop-out, weight decay. */
export class Crf implements Weights {
  readonly weights = new Float32Array(ROWS * WIDTH);
  readonly scores = new Float64Array(WIDTH * WIDTH);
  readonly transitions = new Float64Array(WIDTH * WIDTH).fill(1);
  readonly #squares = new Float32Array(ROWS * WIDTH);
  readonly #transitionSquares = new Float64Array(WIDTH * WIDTH);
  /** Rows that may have weights; all until some are pruned. */
  #alive: Uint8Array | undefined;

  add(rows: Int32Array, count: number, scores: Float64Array, offset: number): void {
    for (let label = 0; label < WIDTH; label += 1) scores[offset + label] = 0;
    for (let index = 0; index < count; index += 1) {
      const row = (rows[index] as number) * WIDTH;
      for (let label = 0; label < WIDTH; label += 1)
        scores[offset + label] = (scores[offset + label] as number) + (this.weights[row + label] as number);
    }
  }

  step(example: Example, options: StepOptions): void {
    const belief = this.#scoresOf(example);
    const truth = this.#truthOf(example, belief);
    toMarginals(belief, example.gold.length, this.transitions);
    for (let token = 0; token < example.gold.length; token += 1) {
      const at = token * WIDTH;
      let most = 0;
      for (let label = 0; label < WIDTH; label += 1) {
        belief[at + label] = (belief[at + label] as number) - (truth[at + label] as number);
        most = Math.max(most, Math.abs(belief[at + label] as number));
      }
      if (most < LEARNT) continue;
      if (example.kept[token] === 1 && example.gold[token] === 0)
        for (let label = 0; label < WIDTH; label += 1) belief[at + label] = (belief[at + label] as number) * KEPT;
      if (token > 0) this.#moveTransitions(belief, truth, at, options.rate / 5);
      this.#moveWeights(example, token, belief, options);
    }
    for (let index = 0; index < WIDTH * WIDTH; index += 1)
      this.transitions[index] = Math.exp(this.scores[index] as number);
  }

  /** Forgets all rows without a weight of at least `least`; they get none any more. Returns how many are left. */
  prune(least: number): number {
    const alive = new Uint8Array(ROWS);
    let left = 0;
    for (let row = 0; row < ROWS; row += 1) {
      const weights = this.weights.subarray(row * WIDTH, (row + 1) * WIDTH);
      if (weights.some((weight) => Math.abs(weight) >= least)) {
        alive[row] = 1;
        left += 1;
      } else weights.fill(0);
    }
    this.#alive = alive;
    return left;
  }

  #scoresOf({ offsets, rows, gold }: Example): Float64Array {
    const scores = new Float64Array(gold.length * WIDTH);
    for (let token = 0; token < gold.length; token += 1) {
      const own = rows.subarray(offsets[token], offsets[token + 1]);
      this.add(own, own.length, scores, token * WIDTH);
    }
    return scores;
  }

  /** Where any label is right, what is believed of the labels given those that are known. */
  #truthOf({ gold, isFree }: Example, scores: Float64Array): Float64Array {
    const truth = isFree ? scores.slice() : new Float64Array(scores.length);
    for (let token = 0; token < gold.length; token += 1) {
      if (gold[token] === ANY) continue;
      if (isFree) truth.fill(-1e9, token * WIDTH, (token + 1) * WIDTH);
      truth[token * WIDTH + (gold[token] as number)] = isFree ? 0 : 1;
    }
    if (isFree) toMarginals(truth, gold.length, this.transitions);
    return truth;
  }

  #moveWeights(
    { offsets, rows }: Example,
    token: number,
    gaps: Float64Array,
    { rate, decay, drop }: StepOptions,
  ): void {
    for (let feature = offsets[token] as number; feature < (offsets[token + 1] as number); feature += 1) {
      const row = rows[feature] as number;
      if (drop() || (this.#alive && this.#alive[row] === 0)) continue;
      for (let label = 0; label < WIDTH; label += 1) {
        const gap = gaps[token * WIDTH + label] as number;
        if (Math.abs(gap) < NEGLIGIBLE) continue;
        const index = row * WIDTH + label;
        const gradient = gap + decay * (this.weights[index] as number);
        const square = (this.#squares[index] as number) + gradient * gradient;
        this.#squares[index] = square;
        this.weights[index] = (this.weights[index] as number) - (rate * gradient) / (Math.sqrt(square) + EPSILON);
      }
    }
  }

  /** Neighbours are taken as independent given the text, which is exact where one of them is certain. */
  #moveTransitions(gaps: Float64Array, truth: Float64Array, at: number, rate: number): void {
    for (let from = 0; from < WIDTH; from += 1) {
      const wasTrue = truth[at - WIDTH + from] as number;
      const wasBelieved = (gaps[at - WIDTH + from] as number) + wasTrue;
      if (wasBelieved < LEARNT && wasTrue < LEARNT) continue;
      for (let to = 0; to < WIDTH; to += 1) {
        const isTrue = truth[at + to] as number;
        const gradient = wasBelieved * ((gaps[at + to] as number) + isTrue) - wasTrue * isTrue;
        if (Math.abs(gradient) < NEGLIGIBLE) continue;
        const index = from * WIDTH + to;
        const square = (this.#transitionSquares[index] as number) + gradient * gradient;
        this.#transitionSquares[index] = square;
        this.scores[index] = (this.scores[index] as number) - (rate * gradient) / (Math.sqrt(square) + EPSILON);
      }
    }
  }
}
