import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMBEDDED, HiddenLayer, LAYER_SIZE, REACH } from './hidden-layer.ts';
import { WIDTH } from './labels.ts';

const COUNT = 9;
const numbers = (size: number) =>
  fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: size, maxLength: size });

/** Scores of a paragraph whose tokens have these sums of embeddings. */
function scoresOf(layer: HiddenLayer, embedded: readonly number[]): Float64Array {
  const scores = new Float64Array(COUNT * WIDTH);
  layer.begin(COUNT);
  for (const [at, number] of embedded.entries()) layer.embedded[at] = (layer.embedded[at] as number) + number;
  layer.addTo(scores, COUNT);
  return scores;
}

const isChanged = (before: Float64Array, after: Float64Array, token: number): boolean =>
  before.slice(token * WIDTH, (token + 1) * WIDTH).some((score, label) => score !== after[token * WIDTH + label]);

describe('the hidden layer', () => {
  it('adds nothing before it has learnt', () => {
    fc.assert(
      fc.property(numbers(COUNT * EMBEDDED), (embedded) => {
        expect(scoresOf(new HiddenLayer(), embedded).every((score) => score === 0)).toBe(true);
      }),
    );
  });

  it('without the mean of the paragraph sees a token from no further than its reach', () => {
    fc.assert(
      fc.property(numbers(LAYER_SIZE), numbers(COUNT * EMBEDDED), fc.nat(COUNT - 1), (matrices, embedded, token) => {
        const layer = new HiddenLayer(matrices);
        layer.matrices.pooled.fill(0);
        const before = scoresOf(layer, embedded);
        const other = embedded.map((number, at) => (Math.floor(at / EMBEDDED) === token ? number + 1 : number));
        const after = scoresOf(layer, other);
        for (let place = 0; place < COUNT; place += 1)
          if (Math.abs(place - token) > REACH) expect(isChanged(before, after, place)).toBe(false);
      }),
    );
  });

  it('says the same of a paragraph whatever it has read before', () => {
    fc.assert(
      fc.property(numbers(LAYER_SIZE), numbers(COUNT * EMBEDDED), (matrices, embedded) => {
        const layer = new HiddenLayer(matrices);
        const once = scoresOf(layer, embedded);
        expect(scoresOf(layer, embedded)).toEqual(once);
      }),
    );
  });
});
