import { describe, expect, it } from 'vitest';
import { Random } from '../random.ts';
import { IBAN_COUNTRIES, iban } from './bank.ts';
import { birthOf } from './birth.ts';
import { failingLuhn, luhnDigit, mod1110Digit, modOf, verhoeffDigit, withIbanCheck } from './check-digits.ts';
import { NATIONAL_IDS } from './national-id.ts';

describe('check digits of the generator', () => {
  it('completes published examples', () => {
    expect(luhnDigit('411111111111111')).toBe('1');
    expect(luhnDigit('7992739871')).toBe('3');
    expect(mod1110Digit('8609574271')).toBe('9');
    expect(mod1110Digit('6943515153')).toBe('0');
    expect(verhoeffDigit('236')).toBe('3');
    expect(verhoeffDigit('12345')).toBe('1');
    expect(withIbanCheck('DE', '370400440532013000')).toBe('DE89370400440532013000');
    expect(withIbanCheck('GB', 'WEST12345698765432')).toBe('GB82WEST12345698765432');
  });

  it('makes IBANs of every country that pass mod 97', () => {
    const random = new Random(1);
    for (const country of IBAN_COUNTRIES) {
      for (let attempt = 0; attempt < 20; attempt += 1) {
        const number = iban(random, 'ci', country)
          .replace(/[^A-Za-z0-9]/g, '')
          .toUpperCase();
        const numeric = (number.slice(4) + number.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
          String(letter.charCodeAt(0) - 55),
        );
        expect(modOf(numeric, 97), `${country} ${number}`).toBe(1);
      }
    }
  });

  it('numbers the people of at least 30 countries, each number in full in each of its formats', () => {
    expect(new Set(NATIONAL_IDS.map(({ country }) => country)).size).toBeGreaterThanOrEqual(30);
    const random = new Random(2);
    for (const { make, formats, country } of NATIONAL_IDS) {
      for (let attempt = 0; attempt < 50; attempt += 1) {
        const number = make(random, birthOf(random, random.chance(0.5)));
        for (const format of formats) expect(format.match(/#/g), `${country} ${format}`).toHaveLength(number.length);
      }
    }
  });

  it('makes order numbers that no checksum takes for a card', () => {
    const random = new Random(3);
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const digits = failingLuhn(random.digits(15), random);
      expect(luhnDigit(digits.slice(0, -1))).not.toBe(digits.at(-1));
    }
  });
});
