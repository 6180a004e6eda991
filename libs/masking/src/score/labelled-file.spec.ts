import { describe, expect, it } from 'vitest';
import { knownOf, parseRecords } from './labelled-file.ts';

const line = (record: object) => JSON.stringify(record);

describe('a labelled file', () => {
  it('names the line of a broken record and shows nothing of it', () => {
    expect(() => parseRecords('{"id":"a","text":"x"}\n{"text": secret')).toThrow(/^line 2 is not JSON$/);
    expect(() => parseRecords('{"id":"a"}')).toThrow(/^line 1 has no text$/);
    expect(() => parseRecords('[]\nnull')).toThrow(/^line 1 has no text$/);
    expect(() => parseRecords('7')).toThrow(/^line 1 is not an object$/);
  });

  it('refuses spans outside the text, and spans that are not what they quote', () => {
    const span = (start: unknown, end: unknown, text?: string) =>
      line({ text: '😀 Ada', spans: [{ start, end, type: 'PERSON', text }] });
    for (const [start, end] of [
      [-1, 2],
      [0, 7],
      [3, 3],
      [4, 3],
      [0.5, 2],
      ['0', 2],
      [undefined, 2],
    ]) {
      expect(() => parseRecords(span(start, end))).toThrow('span outside its text');
    }
    // Counted in code points, an emoji is one; in UTF-16 units it is two.
    expect(() => parseRecords(span(2, 5, 'Ada'))).toThrow('offsets are UTF-16 units');
    expect(parseRecords(span(3, 6, 'Ada'))[0]?.spans).toEqual([{ start: 3, end: 6, type: 'PERSON', text: 'Ada' }]);
  });

  it('goes on when somebody hears of doubtful labels: outside spans are left out, misquoted ones stay', () => {
    const doubts: string[] = [];
    const spans = [
      { start: 0, end: 99, type: 'IP' },
      { start: 0, end: 3, type: 'PERSON', text: 'Eve' },
    ];
    const [record] = parseRecords(line({ text: 'Ada here', spans }), (message) => doubts.push(message));
    expect(record?.spans).toEqual([{ start: 0, end: 3, type: 'PERSON', text: 'Eve' }]);
    expect(doubts).toHaveLength(2);
    expect(doubts.join()).not.toMatch(/Ada|Eve/);
  });

  it('takes records without known values, spans, keep or id, and fields nobody knows', () => {
    expect(
      parseRecords(`\ufeff${line({ text: 'x' })}\r\n\n${line({ text: 'y', id: 7, severity: 'high', known: null })}\n`),
    ).toMatchObject([
      { id: '1', text: 'x', spans: [], keep: [] },
      { id: 7, text: 'y', spans: [], keep: [] },
    ]);
  });

  it('hands the masker known values of the fields it knows, and strings only', () => {
    const known = { name: 'Ada Okafor', email: null, company: ['Harbor'], phone: '030 1', vip: true };
    expect(knownOf({ known })).toEqual({ name: 'Ada Okafor', phone: '030 1' });
    expect(knownOf({ known: null })).toEqual({});
    expect(knownOf({})).toEqual({});
  });

  it('keeps a type nobody knows: it leaks or not whatever it is called', () => {
    expect(
      parseRecords(
        line({
          text: 'abc',
          spans: [
            { start: 0, end: 1, type: 'SHOE_SIZE', optional: 'yes' },
            { start: 1, end: 2, optional: true },
          ],
        }),
      )[0]?.spans,
    ).toEqual([
      { start: 0, end: 1, type: 'SHOE_SIZE' },
      { start: 1, end: 2, type: 'UNKNOWN', optional: true },
    ]);
  });
});
