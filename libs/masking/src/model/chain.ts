import { WIDTH } from './labels.ts';

/** A label whose own score is this far below the best of its token is out of the question: e⁻⁶ is a four-hundredth. */
const HOPELESS = 6;

/** Working space of a chain, reused: no chain is computed while another is. */
const space = {
  alphas: new Float64Array(WIDTH * 256),
  /** Of each token, the labels that are in question, and how many they are. */
  labels: new Uint8Array(WIDTH * 256),
  counts: new Uint8Array(256),
  beta: new Float64Array(WIDTH),
  betaBefore: new Float64Array(WIDTH),
  weighted: new Float64Array(WIDTH),
};

function makeSpace(count: number): void {
  if (space.counts.length >= count) return;
  space.alphas = new Float64Array(count * WIDTH * 2);
  space.labels = new Uint8Array(count * WIDTH * 2);
  space.counts = new Uint8Array(count * 2);
}

/**
 * Linear-chain conditional random field (Lafferty, McCallum and Pereira 2001), forward and backward: `scores`, `WIDTH` a
 * token, become the marginal probabilities of the labels.
 *
 * @param transitions exponentials of the scores from label (row) to label (column)
 */
export function toMarginals(scores: Float64Array, count: number, transitions: Float64Array): void {
  makeSpace(count);
  for (let token = 0; token < count; token += 1) {
    admit(scores, token);
    stepForward(scores, token, transitions);
  }
  space.beta.fill(1);
  for (let token = count - 1; token >= 0; token -= 1) stepBackward(scores, token, transitions);
}

/** Lists the labels in question; scores become their exponentials, those of the others 0. */
function admit(scores: Float64Array, token: number): void {
  const { labels, counts } = space;
  const row = token * WIDTH;
  let top = Number.NEGATIVE_INFINITY;
  for (let label = 0; label < WIDTH; label += 1)
    if ((scores[row + label] as number) > top) top = scores[row + label] as number;
  let count = 0;
  for (let label = 0; label < WIDTH; label += 1) {
    const score = (scores[row + label] as number) - top;
    if (score < -HOPELESS) {
      scores[row + label] = 0;
      continue;
    }
    scores[row + label] = Math.exp(score);
    labels[row + count] = label;
    count += 1;
  }
  counts[token] = count;
}

/** Alphas, scaled to sum 1. */
function stepForward(scores: Float64Array, token: number, transitions: Float64Array): void {
  const { alphas, labels, counts } = space;
  const row = token * WIDTH;
  const count = counts[token] as number;
  const countBefore = token === 0 ? 0 : (counts[token - 1] as number);
  let sum = 0;
  for (let at = 0; at < count; at += 1) {
    const label = labels[row + at] as number;
    let into = token === 0 ? 1 : 0;
    for (let from = 0; from < countBefore; from += 1) {
      const before = labels[row - WIDTH + from] as number;
      into += (alphas[row - WIDTH + before] as number) * (transitions[before * WIDTH + label] as number);
    }
    const alpha = (scores[row + label] as number) * into;
    alphas[row + label] = alpha;
    sum += alpha;
  }
  for (let at = 0; at < count; at += 1) {
    const label = row + (labels[row + at] as number);
    alphas[label] = (alphas[label] as number) / sum;
  }
}

function stepBackward(scores: Float64Array, token: number, transitions: Float64Array): void {
  const { alphas, labels, counts, beta, betaBefore, weighted } = space;
  const row = token * WIDTH;
  const count = counts[token] as number;
  let sum = 0;
  for (let at = 0; at < count; at += 1) {
    const label = labels[row + at] as number;
    const both = (alphas[row + label] as number) * (beta[label] as number);
    weighted[label] = (scores[row + label] as number) * (beta[label] as number);
    scores[row + label] = both;
    sum += both;
  }
  for (let at = 0; at < count; at += 1) {
    const label = row + (labels[row + at] as number);
    scores[label] = (scores[label] as number) / sum;
  }
  if (token === 0) return;
  const countBefore = counts[token - 1] as number;
  let scale = 0;
  for (let from = 0; from < countBefore; from += 1) {
    const before = labels[row - WIDTH + from] as number;
    let out = 0;
    for (let at = 0; at < count; at += 1) {
      const label = labels[row + at] as number;
      out += (transitions[before * WIDTH + label] as number) * (weighted[label] as number);
    }
    betaBefore[before] = out;
    scale += out;
  }
  for (let from = 0; from < countBefore; from += 1) {
    const before = labels[row - WIDTH + from] as number;
    betaBefore[before] = (betaBefore[before] as number) / scale;
  }
  space.beta = betaBefore;
  space.betaBefore = beta;
}
