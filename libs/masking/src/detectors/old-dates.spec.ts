import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => maskByRules(text, { profile: 'result' });

const FOUND = [
  'Grabow / Edwin – C01X0418T – ⟦02.02.1952⟧',
  "(88101, 'Turk', '⟦1984-08-18⟧', NULL)",
  '{"nasc":"⟦2001-02-27⟧","fone":null}',
  'for verification: ⟦12-Jan-1948⟧, thanks',
  '임차인2: / ⟦1997.07.30⟧ /',
  'お客様：⟦1969年8月31日⟧',
];

const KEPT = [
  'why is the second row dated 1970-01-01?',
  'licensed on 02.11.1995 by the town',
  'job failed at 2003-11-11 03:20:11',
  'file 1966/11/14-B is open, build 12.4.1998.3 too',
  'invoice of 14.11.2026',
  'between 40.12.1980 and 12.40.1980 there is no date',
];

describe('dates of long ago', () => {
  it.each(FOUND)('[C-OUT-3] masks a birth that nothing announces: %s', (marked) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const value = /⟦([^⟧]+)⟧/.exec(marked)?.[1];
    const { spans } = mask(text);
    expect(spans.filter(({ type }) => type === 'DOB').map((span) => text.slice(span.start, span.end))).toEqual([value]);
  });

  it.each(KEPT)('[C-OUT-1] keeps days that computers count from, of licences and of logs: %s', (text) => {
    expect(mask(text).spans.filter(({ type }) => type === 'DOB')).toEqual([]);
  });
});
