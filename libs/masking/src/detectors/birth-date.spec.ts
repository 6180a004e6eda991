import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const masked = (text: string) => maskByRules(text, { profile: 'result' }).masked.replace(/\[DOB_[0-9]+\]/g, '[DOB]');

describe('dates of birth in the signs, months and calendars of the world', () => {
  it.each([
    ['son, b. 4/7/2016, lives here', 'son, b. [DOB], lives here'],
    ['Patient * 12.11.1941, Fall 4471', 'Patient * [DOB], Fall 4471'],
    ['F. nac.: 18-XI-1952', 'F. nac.: [DOB]'],
    ['Datëlindja: 3 gusht 1984', 'Datëlindja: [DOB]'],
    ['生年月日：昭和五十一年四月二日', '生年月日：[DOB]'],
    ['Tenant Curtis Oduya, 16-04-73, flat', 'Tenant [PERSON_1], [DOB], flat'],
    ['born in 1958', 'born in [DOB]'],
    ['my nephew (b. 2009), and her son, b. August 6, 1938', 'my nephew (b. [DOB]), and her son, b. [DOB]'],
    ['fecha nac 19-o8-1951', 'fecha nac [DOB]'],
    ['"birth":"0820519","x":1', '"birth":"[DOB]","x":1'],
    ['תאריך לידה: 5 באוק׳ 1956', 'תאריך לידה: [DOB]'],
    ['DMG*D8*19550228*F~', 'DMG*D8*[DOB]*F~'],
    ['Geburtsdatum? elfter Elfter vierundfünfzig', 'Geburtsdatum? [DOB]'],
    ['born at Porto the fourth day of May 1971.', 'born at Porto the [DOB].'],
  ])('masks %s', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  it('leaves numbers that only stand beside such a sign', () => {
    for (const text of ['angelegt wurde es am 01.04.1998 angelegt', 'the code expires after ten minutes'])
      expect(masked(text)).toBe(text);
    for (const text of ['5 * 12.11 = 60.55', 'see table f. 3 of release 12.05.2026', '**Expected** 2026-02-28'])
      expect(masked(text)).toBe(text);
  });
});
