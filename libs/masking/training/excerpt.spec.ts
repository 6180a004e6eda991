import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabelledRecord } from '../src/score/labelled-file.ts';
import { excerptOf } from './excerpt.ts';

const record = (text: string, ...values: string[]): LabelledRecord => ({
  id: 1,
  text,
  spans: values.map((value) => ({
    start: text.indexOf(value),
    end: text.indexOf(value) + value.length,
    type: 'PERSON',
  })),
  keep: [],
});
const always = (number: number) => () => number;

describe('an excerpt of a ticket', () => {
  const ticket = record('Hello there. John Beck called\ntwice. And Dr. Ada Lund wrote! Bye', 'John Beck', 'Ada Lund');

  it('is one sentence of one line around a value', () => {
    expect(excerptOf(ticket, always(0))).toMatchObject({
      text: 'John Beck called',
      spans: [{ start: 0, end: 9, type: 'PERSON' }],
    });
  });

  it('is any sentence where no value is asked for', () => {
    const draws = [0.99, 0.999];
    expect(excerptOf(ticket, () => draws.shift() ?? 0)).toMatchObject({ text: 'Bye', spans: [] });
  });

  it('is a whole line where a value goes on behind a full stop', () => {
    const line = record('first\nof J. R. Holt, and so on. Bye', 'J. R. Holt');
    expect(excerptOf(line, always(0))?.text).toBe('of J. R. Holt, and so on. Bye');
  });

  it('is nothing where it would be the ticket itself, or cut a value of two lines', () => {
    expect(excerptOf(record('John Beck called', 'John Beck'), always(0))).toBeUndefined();
    expect(excerptOf(record('of John\nBeck. Bye', 'John\nBeck'), always(0))).toBeUndefined();
  });

  it('holds the values it holds whole, where the text has them', () => {
    const part = fc.constantFrom('Ada', 'J. Ek', 'x\ny', ' ', '. ', '。', '\n', 'word', '! ');
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 30 }),
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true })),
        (parts, draws) => {
          const spans: LabelledRecord['spans'] = [];
          let text = '';
          for (const piece of parts) {
            if (/^[AJx]/.test(piece))
              spans.push({ start: text.length, end: text.length + piece.length, type: 'PERSON' });
            text += piece;
          }
          const values = spans.map(({ start, end }) => text.slice(start, end));
          const excerpt = excerptOf({ id: 1, text, spans, keep: [] }, () => draws.pop() ?? 0.5);
          for (const { start, end } of excerpt?.spans ?? []) expect(values).toContain(excerpt?.text.slice(start, end));
          if (excerpt) expect(text).toContain(excerpt.text);
        },
      ),
    );
  });
});
