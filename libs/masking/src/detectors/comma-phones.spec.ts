import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => String(maskByRules(text, { profile: 'result' }).masked);

describe('telephones with separators that nobody dials', () => {
  it.each([
    ['You can reach me at 020, 7365, 1261 or by mail', 'You can reach me at [PHONE_1] or by mail'],
    ['Tel.: +57, 601, 4185, 697', 'Tel.: [PHONE_1]'],
    ['Anh gọi số 0912 . 547 . 92 . 3 nhé', 'Anh gọi số [PHONE_1] nhé'],
    ['Best regards,\nAnna Keller\n098_611_89_349', 'Best regards,\n[PERSON_1]\n[PHONE_1]'],
  ])('[C-OUT-1] masks %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each(['phone lines 12, 13, 14, 15 are dead', 'ports 443, 8443, 9000, 9001 stay open'])('leaves %s', (text) => {
    expect(mask(text)).toBe(text);
  });
});
