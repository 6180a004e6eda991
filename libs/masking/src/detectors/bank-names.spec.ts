import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => maskByRules(text, { profile: 'result' });

const FOUND = [
  'routing number ⟦021000021⟧ of the bank',
  'refund to ocbc ⟦517-223344-001⟧ please',
  'reserve (20-44-91 ⟦31926819⟧) is mine',
  '{"bank":"EQBL","ac":"⟦0180299417700⟧"}',
  'ancien compte ⟦363-7685031-52⟧ fermé',
  'Postkonto ⟦60-148233-7⟧ ist aufgelöst',
  'credit ⟦917010055018822⟧, UTIB0000417',
  '국민 ⟦955501-01-472218⟧ 입니다',
  'lön till ⟦8327-9, 994 357 782-3⟧ tack',
  'mon CCP ⟦0018820441 clé 72⟧ ok',
];

const KEPT = [
  'hsbc error 40412 since 2026-11-20, monzo app 8.4.12 and icici ticket 118820441',
  'routing table 021000022 rebuilt',
  'aba code 40 and dbs ref 20261104',
];

describe('accounts beside the names of banks and in shapes of countries', () => {
  it.each(FOUND)('[C-OUT-3] masks the account and nothing else in: %s', (marked) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const values = Array.from(marked.matchAll(/⟦([^⟧]+)⟧/g), (match) => match[1]);
    expect(mask(text).spans.map(({ start, end }) => text.slice(start, end))).toEqual(values);
  });

  it.each(KEPT)('[C-OUT-1] keeps: %s', (text) => {
    expect(mask(text).masked).toBe(text);
  });
});
