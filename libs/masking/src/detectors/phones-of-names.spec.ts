import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => maskByRules(text, { profile: 'result' });

const FOUND = [
  'Mutter: Frau Sabine Krüger, ⟦0173 9925 4 31⟧. Danke',
  'Tel. ⟦020 377 4418⟧ / ⟦0244 377 018⟧.',
  'swisha Karin Holm till ⟦073-377 01 84⟧. 08:06 gick det inte',
  'teléfono ⟦957 31 40 88⟧ / ⟦6O7 314 O88⟧',
  'call Mr Rakesh Sharma ⟦98480 77512⟧ please',
  'ring me (02) 7010 4178 or ⟦1300 975 041⟧'.replace('(02) 7010 4178', '⟦(02) 7010 4178⟧'),
];

const KEPT = [
  'RMA 0700900118 and Ersatzteil 0 356 112 887 stay, tracking 0412 778 120 and KID 00448201176 too',
  'redress control number is 2241788',
];

describe('telephones behind names, in lists and with letters for digits', () => {
  it.each(FOUND)('[C-OUT-3] masks the numbers and nothing else in: %s', (marked) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const values = Array.from(marked.matchAll(/⟦([^⟧]+)⟧/g), (match) => match[1]);
    const phones = mask(text).spans.filter(({ type }) => type === 'PHONE');
    expect(phones.map(({ start, end }) => text.slice(start, end))).toEqual(values);
  });

  it.each(KEPT)('[C-OUT-1] keeps: %s', (text) => {
    expect(mask(text).masked).toBe(text);
  });
});
