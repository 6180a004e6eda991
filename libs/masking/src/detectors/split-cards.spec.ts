import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => maskByRules(text, { profile: 'result' });

const FOUND = [
  'my card, first half is ⟦4111 1111⟧, the rest ⟦1111 1111⟧, thanks',
  'la carta inizia con ⟦55555555⟧ e finisce ⟦55554444⟧',
  'die vorderen acht sind ⟦51051051⟧ und hinten steht ⟦05105100⟧',
  'card on file: ⟦4O12 8888 8888 I88I⟧',
  'IBAN in two parts, one: ⟦DE89-3704-0044⟧. Part two: ⟦0532-0130-00⟧.',
  'iban ⟦SK31~1200~0000~1987~4263~7541⟧ ok',
  'card ⟦4111 1111 1111 1111⟧, good till ⟦Oct 2031⟧, three digits ⟦915⟧, thanks',
  '卡 ⟦4111 1111 1111 1111⟧ 有效期⟦0831⟧ 背后三位⟦417⟧',
];

const KEPT = ['order 41111111 and part 2 of 11111111 are lots, half of 20261104 is done'];

describe('cards and IBANs in two parts, and what stands beside them', () => {
  it.each(FOUND)('[C-OUT-3] masks the values and nothing else in: %s', (marked) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const values = Array.from(marked.matchAll(/⟦([^⟧]+)⟧/g), (match) => match[1]);
    expect(mask(text).spans.map(({ start, end }) => text.slice(start, end))).toEqual(values);
  });

  it.each(KEPT)('[C-OUT-1] keeps: %s', (text) => {
    expect(mask(text).masked).toBe(text);
  });
});
