import { describe, expect, it } from 'vitest';
import type { LabelledRecord } from './labelled-file.ts';
import { score } from './score.ts';

const label = (id: string, marked: string, keep: string[]): LabelledRecord => {
  const spans: LabelledRecord['spans'] = [];
  let text = '';
  for (const part of marked.split(/(\{\w+:[^}]+\})/)) {
    const match = /^\{(\w+):([^}]+)\}$/.exec(part);
    if (match) {
      const [, type, value] = match as unknown as [string, string, string];
      spans.push({ start: text.length, end: text.length + value.length, type });
    }
    text += match ? match[2] : part;
  }
  return { id, text, spans, keep };
};

const records = [
  label('en', 'My name is {PERSON:Jo Ann Smith}, call {PHONE:+1 206 555 0143} about PAY-4092 (v4.18.2).', [
    'PAY-4092',
    'v4.18.2',
  ]),
  label('ja', '私は{PERSON:佐藤美咲}です。エラー E-217', ['E-217']),
  label('none', 'Nothing personal here, only 0x80070035.', ['0x80070035']),
];

const gold = (record: LabelledRecord) => {
  let text = record.text;
  for (const span of [...record.spans].reverse())
    text = `${text.slice(0, span.start)}[${span.type}_1]${text.slice(span.end)}`;
  return text;
};

describe('scoring a masker on labelled text', () => {
  it('gives a masker that masks nothing 0 % recall and every kept string', () => {
    const result = score(records, (record) => record.text);
    expect(result).toMatchObject({ recall: 0, leakFree: 1, keep: { kept: 4, total: 4, rate: 1 } });
    expect(result.leaks).toHaveLength(3);
    expect(result.overMasked).toEqual([]);
  });

  it('gives gold masking 100 % recall, precision and keep', () => {
    expect(score(records, gold)).toMatchObject({
      recall: 1,
      precision: 1,
      leakFree: 3,
      keep: { rate: 1 },
      leaks: [],
      lost: [],
    });
  });

  it('tells recall by language and by tag', () => {
    const tagged = records.map((record) => ({ ...record, lang: String(record.id), tags: ['all'] }));
    const result = score(tagged, (record) => (record.id === 'ja' ? record.text : gold(record)));
    expect(result.byLanguage).toEqual({
      en: { masked: 2, total: 2, recall: 1 },
      ja: { masked: 0, total: 1, recall: 0 },
    });
    expect(result.byTag).toEqual({ all: { masked: 2, total: 3, recall: 0.66667 } });
  });

  it('counts a span as leaked when more than a fifth of its letters and digits survive', () => {
    const record = label('a', 'mail {EMAIL:abcdefgh@ij.xy} now', []);
    expect(score([record], () => 'mail [EMAIL_1]@ij.xy now').leaks).toHaveLength(1);
    expect(score([record], () => 'mail [EMAIL_1].xy now').leaks).toHaveLength(0);
  });

  it('does not count Latin words of one or two letters of a name', () => {
    expect(
      score([records[0] as LabelledRecord], (record) => gold(record).replace('[PERSON_1]', 'Jo [PERSON_1]')).leaks,
    ).toEqual([]);
  });

  it('counts each run of words lost outside the labels against precision, and optional spans neither way', () => {
    const record = label('a', 'call {PHONE:5550143} at Acme Inc tomorrow please', []);
    record.spans.push({
      start: record.text.indexOf('Acme'),
      end: record.text.indexOf(' tomorrow'),
      type: 'COMPANY',
      optional: true,
    });
    const result = score([record], () => 'call [PHONE_1] at [COMPANY_1] [PERSON_1] please');
    expect(result.overMasked).toMatchObject([{ id: 'a', text: 'tomorrow' }]);
    expect(result).toMatchObject({ precision: 0.5, recall: 1 });
  });

  it('lists the kept strings that were lost', () => {
    expect(score([records[2] as LabelledRecord], () => 'Nothing personal here, only [SECRET_1].').lost).toEqual([
      { id: 'none', text: '0x80070035' },
    ]);
  });
});
