import { describe, expect, it } from 'vitest';
import type { LabelledRecord } from './labelled-file.ts';
import { score } from './score.ts';
import { missedTargets } from './targets.ts';

const record = (id: string, text: string, type: string, value: string): LabelledRecord => ({
  id,
  text,
  spans: [{ start: text.indexOf(value), end: text.indexOf(value) + value.length, type }],
  keep: ['E-217'],
});
const records = [
  ...Array.from({ length: 199 }, (_, at) => record(`p${at}`, `Ada Okafor sees E-217`, 'PERSON', 'Ada Okafor')),
  record('s', 'password: hunter2x and E-217', 'PASSWORD', 'hunter2x'),
];
const masked = (text: string) => text.replace('Ada Okafor', '[PERSON_1]').replace('hunter2x', '[PASSWORD_1]');
const all = score(records, ({ text }) => masked(text));

describe('targets of a scored set', () => {
  it('misses nothing when everything is masked and kept', () => {
    expect(missedTargets(all, all, 'own')).toEqual([]);
    expect(missedTargets(all, all, 'independent')).toEqual([]);
  });

  it('fails on one leaked password however good the rest is', () => {
    const oneLeak = score(records, ({ text }) => text.replace('Ada Okafor', '[PERSON_1]'));
    expect(oneLeak.recall).toBe(0.995);
    expect(missedTargets(oneLeak, all, 'independent')).toEqual(['1 leaked PASSWORD']);
  });

  it('fails on names that only known values would have found', () => {
    const half = score(records, ({ id, text }) => (Number(String(id).slice(1)) % 2 === 0 ? masked(text) : text));
    expect(missedTargets(all, half, 'own')).toEqual([
      expect.stringMatching(/^PERSON recall without known values 50\.\d+ % is below 85\.00 %$/),
    ]);
  });

  it('fails on lost strings and on masking too much, and quotes no value', () => {
    const greedy = score(records, () => '[SECRET_1]');
    const missed = missedTargets(greedy, greedy, 'own');
    expect(missed).toEqual([expect.stringMatching(/^precision/), 'keep rate 0.00 % is below 99.00 %']);
    expect(missed.join()).not.toMatch(/Ada|E-217|hunter/);
  });
});
