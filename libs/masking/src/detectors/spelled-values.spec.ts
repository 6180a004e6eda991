import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => String(maskByRules(text, { profile: 'result' }).masked);

describe('values that are spelled [C-OUT-1]', () => {
  it.each([
    ['it is four five one five, 0445, 6631, 8315. 08/31', 'it is [CREDIT_CARD_1]. 08/31'],
    ['to India Echo 32 Alfa India Bravo Kilo 8337 6952 6800 50. Shop 12', 'to [IBAN_1]. Shop 12'],
    [
      'my PAN does not match: I B R P S four four zero four R. Policy',
      'my PAN does not match: [NATIONAL_ID_1]. Policy',
    ],
    ['the form blocks it: A I z a k a I f Z Y X t 8 8 E 5 4 r M c Z v 5 1', 'the form blocks it: [SECRET_1]'],
    [
      'Salasanaksi annettiin koululta S y y s l o m a 8 8 (ilman välejä)',
      'Salasanaksi annettiin koululta [PASSWORD_1] (ilman välejä)',
    ],
    [
      'Password is on the sticker: capital R, i v e r, dash, seven seven 1 4, exclamation mark. It fails',
      'Password is on the sticker: [PASSWORD_1]. It fails',
    ],
    ['Η ταυτότητά μου;\n- ΑΚ 604583', 'Η ταυτότητά μου;\n- [NATIONAL_ID_1]'],
  ])('%s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    'steps one, two, 3 and 4, then a, b and c of part 12',
    'the password rules: 8 or 9 or 10 characters, a to z',
    'seats A 1, A 2, B 3, B 4, C 5, C 6, D 7, D 8, E 9, E 10 are free',
    'codes 4 5 1 5 0 4 4 5 in row 6 6 3 1 of sheet 8',
    'model AK 604583 is out of stock',
  ])('keeps: %s', (text) => {
    expect(mask(text)).toBe(text);
  });
});
