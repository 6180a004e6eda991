import { describe, expect, it } from 'vitest';
import { toMarginals } from '../src/model/chain.ts';
import { FEATURES_MAX, featuresOf } from '../src/model/features.ts';
import { LABELS, WIDTH } from '../src/model/labels.ts';
import { paragraphsOf } from '../src/model/paragraphs.ts';
import { Reading } from '../src/model/reading.ts';
import { corrected } from '../src/model/tagger.ts';
import { unpacked, type Weights } from '../src/model/weights.ts';
import { type Finding, scanOf } from '../src/scan.ts';
import type { LabelledRecord } from '../src/score/labelled-file.ts';
import { Crf } from './crf.ts';
import { ANY, type Example, examplesOf } from './example.ts';
import { trained } from './lessons.ts';
import { pack } from './pack.ts';
import { ValuePool, varied } from './vary.ts';

const NAMES = ['Zorvik', 'Quellan', 'Brastow', 'Umtari', 'Ondriss', 'Fennoc', 'Jaskel', 'Wimbrel'];
const ticket = (name: string, index: number): LabelledRecord => {
  const text = `the parcel was handed to porter ${name} at gate ${index}`;
  const start = text.indexOf(name);
  return {
    id: index,
    lang: 'en',
    text,
    spans: [{ start, end: start + name.length, type: 'PERSON' }],
    keep: [`gate ${index}`],
  };
};
const tickets = NAMES.map(ticket);
const untaught = 'the parcel was handed to porter Hudrim at gate 9';
const taught = trained({ written: tickets, generated: [], epochs: 30, copies: 20, onEpoch: () => {} });

const correctedText = (findings: Finding[], model: Weights = taught) =>
  corrected(scanOf(untaught), findings, model)
    .findings.map(({ start, end, type }) => `${type} ${untaught.slice(start, end)}`)
    .sort();

/** A model that has seen rules take the parcel for a name, and was told that it is none. */
function disabused(): Crf {
  const model = new Crf();
  for (let turn = 0; turn < 40; turn += 1) {
    for (const record of tickets) {
      const parcel: Finding = { start: 4, end: 10, type: 'PERSON' };
      for (const example of examplesOf(scanOf(record.text), record, [parcel]))
        model.step(example, { rate: 0.05, decay: 0, drop: () => false });
    }
  }
  return model;
}

describe('the tagger in training', () => {
  it('[C-OUT-1] learns the place of a name, and finds one there that it has never seen', () => {
    expect(correctedText([])).toEqual(['PERSON Hudrim']);
  });

  it('takes back what only looked like a name', () => {
    const parcel: Finding = { start: 4, end: 10, type: 'PERSON', by: [1] };
    expect(correctedText([parcel], disabused())).toEqual(['PERSON Hudrim']);
  });

  it('takes back what two detectors saw where next to nothing speaks for it', () => {
    const parcel: Finding = { start: 4, end: 10, type: 'PERSON', by: [1, 2] };
    expect(correctedText([parcel], disabused())).toEqual(['PERSON Hudrim']);
  });

  it('[C-OUT-1] takes back nothing that is certain, known of the customer or a secret', () => {
    const parcel = { start: 4, end: 10, by: [1] };
    expect(correctedText([{ ...parcel, type: 'PERSON', certain: true }])).toEqual(['PERSON Hudrim', 'PERSON parcel']);
    expect(correctedText([{ ...parcel, type: 'PERSON', entity: 'known' }])).toEqual(['PERSON Hudrim', 'PERSON parcel']);
    expect(correctedText([{ ...parcel, type: 'SECRET' }], disabused())).toEqual(['PERSON Hudrim', 'SECRET parcel']);
  });

  it('leaves a name that the text shows elsewhere where it is next to surely nobody’s', () => {
    const { mayBeSomebody } = corrected(scanOf(untaught), [], disabused());
    expect(mayBeSomebody({ start: 31, end: 37 })).toBe(true);
    expect(mayBeSomebody({ start: 4, end: 10 })).toBe(false);
    const learned: Finding = { start: 4, end: 10, type: 'PERSON', entity: 'parcel', elsewhere: true };
    expect(correctedText([learned], disabused())).toEqual(['PERSON Hudrim']);
  });

  it('is as good packed as it was', () => {
    const packed = unpacked(pack(taught));
    const reading = new Reading(scanOf(untaught), []);
    const rows = new Int32Array(FEATURES_MAX);
    for (const { first, last, labelled } of paragraphsOf(reading)) {
      for (const index of labelled) {
        const count = featuresOf(reading, index, first, last, rows);
        const [whole, small] = [new Float64Array(WIDTH), new Float64Array(WIDTH)];
        const both: readonly [Weights, Float64Array][] = [
          [taught, whole],
          [packed, small],
        ];
        for (const [model, scores] of both) {
          model.begin(1);
          model.add(rows, count, scores, 0);
        }
        for (const [label, score] of whole.entries()) expect(small[label]).toBeCloseTo(score, 0);
        for (const [model, scores] of both) {
          model.finish(scores, 1);
          toMarginals(scores, 1, model.transitions);
        }
        // Bytes are coarser than floats, and tokens that are no value for sure go without the hidden layer.
        for (const [label, belief] of whole.entries())
          expect(Math.abs((small[label] as number) - belief)).toBeLessThan(0.2);
      }
    }
  });

  it('learns of a token what no feature says alone, and what only its neighbour or its paragraph says', () => {
    // A token with row 1 and one with row 2 are names, one with both is none; a token with row 3 is what the one before it is not.
    const paragraph = (rows: number[][], gold: number[]): Example => ({
      offsets: Uint32Array.from([0, ...rows.map((_, index) => rows.slice(0, index + 1).flat().length)]),
      rows: Int32Array.from(rows.flat()),
      gold: Uint8Array.from(gold),
      kept: new Uint8Array(gold.length),
      isFree: false,
    });
    const lessons = [
      paragraph([[1], [3]], [1, 0]),
      paragraph([[2], [3]], [1, 0]),
      paragraph([[1, 2], [3]], [0, 1]),
      paragraph([[4], [4], [4], [4], [5]], [0, 0, 0, 0, 1]),
      paragraph([[6], [4], [4], [4], [5]], [0, 0, 0, 0, 0]),
    ];
    const model = new Crf();
    for (let turn = 0; turn < 400; turn += 1)
      for (const lesson of lessons) model.step(lesson, { rate: 0.05, decay: 0, drop: () => false });
    for (const { rows, offsets, gold } of lessons) {
      const scores = new Float64Array(gold.length * WIDTH);
      model.begin(gold.length);
      for (const token of gold.keys()) {
        const own = rows.subarray(offsets[token], offsets[token + 1]);
        model.add(own, own.length, scores, token);
      }
      model.finish(scores, gold.length);
      toMarginals(scores, gold.length, model.transitions);
      for (const [token, label] of gold.entries()) expect(scores[token * WIDTH + label]).toBeGreaterThan(0.8);
    }
  });

  it('knows nothing before it has learnt', () => {
    const blank = new Crf();
    expect(corrected(scanOf('blank'), [], blank, 1).findings).toEqual([]);
  });
});

describe('lessons', () => {
  it('ask for labelled values, for nothing of optional ones, and mark what must survive', () => {
    const text = 'Zorvik of Acme saw E-77';
    const spans = [
      { start: 0, end: 6, type: 'PERSON' },
      { start: 10, end: 14, type: 'COMPANY', optional: true },
    ];
    const [example] = examplesOf(scanOf(text), { spans, keep: ['E-77'] }, []);
    expect([...(example?.gold ?? [])]).toEqual([LABELS.indexOf('PERSON'), 0, ANY, 0, 0, 0]);
    expect([...(example?.kept ?? [])]).toEqual([0, 0, 0, 0, 1, 1]);
  });

  it('vary the values of a ticket and keep its labels in place', () => {
    const pool = new ValuePool();
    for (const one of tickets) pool.add(one);
    let state = 1;
    const random = () => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const seen = new Set<string>();
    for (let turn = 0; turn < 200; turn += 1) {
      const { text, spans } = varied(ticket('Zorvik', 3), pool, random);
      for (const { start, end } of spans) {
        seen.add(text.slice(start, end).toLowerCase());
        expect(text.slice(0, start).toLowerCase()).toBe('the parcel was handed to porter ');
      }
    }
    expect(seen.size).toBeGreaterThan(3);
  });
});
