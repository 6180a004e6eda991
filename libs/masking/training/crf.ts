import { toMarginals } from '../src/model/chain.ts';
import { EMBEDDED } from '../src/model/hidden-layer.ts';
import { WIDTH } from '../src/model/labels.ts';
import type { Weights } from '../src/model/weights.ts';
import { ANY, type Example } from './example.ts';
import { HiddenLessons } from './hidden-lessons.ts';

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
  /** Whether the weights of a feature stay as they are this time. */
  drop: () => boolean;
  /** Whether the hidden layer goes without a feature this time; undefined for never. */
  hide?: { chance: number; random: () => number };
}

/** A conditional random field over a hidden layer in training: AdaGrad (Duchi, Hazan and Singer 2011), drop-out, decay. */
export class Crf implements Weights {
  readonly weights = new Float32Array(ROWS * WIDTH);
  readonly scores = new Float64Array(WIDTH * WIDTH);
  readonly transitions = new Float64Array(WIDTH * WIDTH).fill(1);
  readonly hidden = new HiddenLessons(ROWS);
  readonly #squares = new Float32Array(ROWS * WIDTH);
  readonly #transitionSquares = new Float64Array(WIDTH * WIDTH);
  /** Rows that may have weights; all until some are pruned. */
  #alive: Uint8Array | undefined;

  begin(count: number): void {
    this.hidden.layer.begin(count);
  }

  add(rows: Int32Array, count: number, scores: Float64Array, token: number): void {
    this.#addWeights(rows, count, scores, token * WIDTH);
    this.hidden.add(rows, 0, count, token, 1);
  }

  finish(scores: Float64Array, count: number): void {
    this.hidden.layer.addTo(scores, count);
  }

  #addWeights(rows: Int32Array, count: number, scores: Float64Array, offset: number): void {
    for (let label = 0; label < WIDTH; label += 1) scores[offset + label] = 0;
    for (let index = 0; index < count; index += 1) {
      const row = (rows[index] as number) * WIDTH;
      for (let label = 0; label < WIDTH; label += 1)
        scores[offset + label] = (scores[offset + label] as number) + (this.weights[row + label] as number);
    }
  }

  step(example: Example, options: StepOptions): void {
    const heard = this.#heard(example, options);
    const belief = this.#scoresOf(example, heard, options.hide?.chance ?? 0);
    const truth = this.#truthOf(example, belief);
    toMarginals(belief, example.gold.length, this.transitions);
    const learnt = new Uint8Array(example.gold.length);
    for (let token = 0; token < example.gold.length; token += 1) {
      const at = token * WIDTH;
      let most = 0;
      for (let label = 0; label < WIDTH; label += 1) {
        belief[at + label] = (belief[at + label] as number) - (truth[at + label] as number);
        most = Math.max(most, Math.abs(belief[at + label] as number));
      }
      if (most < LEARNT) continue;
      learnt[token] = 1;
      if (example.kept[token] === 1 && example.gold[token] === 0)
        for (let label = 0; label < WIDTH; label += 1) belief[at + label] = (belief[at + label] as number) * KEPT;
      if (token > 0) this.#moveTransitions(belief, truth, at, options.rate / 5);
      this.#moveWeights(example, token, belief, options);
    }
    this.hidden.step(belief, learnt, heard, example.offsets, options.rate);
    this.settleTransitions();
  }

  /** Transitions are the exponentials of their scores. */
  settleTransitions(): void {
    for (let index = 0; index < WIDTH * WIDTH; index += 1)
      this.transitions[index] = Math.exp(this.scores[index] as number);
  }

  /** Forgets all rows but those `most` that say most; the others say nothing any more. Returns how many are left. */
  prune(most: number): number {
    const importance = Float32Array.from({ length: ROWS }, (_, row) => this.#importanceOf(row));
    const least = Math.max(importance.toSorted()[ROWS - most] ?? 0, Number.MIN_VALUE);
    this.#alive = new Uint8Array(ROWS);
    let left = 0;
    for (let row = 0; row < ROWS; row += 1) {
      if ((importance[row] as number) >= least) {
        this.#alive[row] = 1;
        left += 1;
      } else if (importance[row] !== 0) {
        this.weights.fill(0, row * WIDTH, (row + 1) * WIDTH);
        this.hidden.embeddings.fill(0, row * EMBEDDED, (row + 1) * EMBEDDED);
      }
    }
    return left;
  }

  /** The largest number of a row; a weight says twice as much as one embedded, which others must carry on. */
  #importanceOf(row: number): number {
    let largest = 0;
    for (let label = row * WIDTH; label < (row + 1) * WIDTH; label += 1)
      largest = Math.max(largest, 2 * Math.abs(this.weights[label] as number));
    for (let at = row * EMBEDDED; at < (row + 1) * EMBEDDED; at += 1)
      largest = Math.max(largest, Math.abs(this.hidden.embeddings[at] as number));
    return largest;
  }

  /** The rows that the hidden layer hears this time: -1 for one that it goes without, and for one that was pruned. */
  #heard({ rows }: Example, { hide }: StepOptions): Int32Array {
    if (!this.#alive) this.hidden.meet(rows);
    return rows.map((row) =>
      (hide && hide.random() < hide.chance) || (this.#alive && this.#alive[row] === 0) ? -1 : row,
    );
  }

  #scoresOf({ offsets, rows, gold }: Example, heard: Int32Array, hidden: number): Float64Array {
    const scores = new Float64Array(gold.length * WIDTH);
    this.begin(gold.length);
    for (let token = 0; token < gold.length; token += 1) {
      const [from, to] = [offsets[token] as number, offsets[token + 1] as number];
      this.#addWeights(rows.subarray(from, to), to - from, scores, token * WIDTH);
      this.hidden.add(heard, from, to, token, 1 / (1 - hidden));
    }
    this.finish(scores, gold.length);
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
