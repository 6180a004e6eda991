import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => String(maskByRules(text, { profile: 'result' }).masked);

describe('codes that open nothing', () => {
  it.each([
    'alarm panel event code 1130, then restore',
    'The code is broken since release 4471',
    'Die PIN-Brief-Nummer 00441 fehlt',
    'Slevový kód PODZIM20, kód prodejny 0441',
    'رمز عبور را فراموش کردم، کد خطا 1042',
    'Κωδικός εργαζομένου: 00312, κωδικός σχολείου 1951023',
    'Código promocional OUTONO20, código da loja 0441',
  ])('[C-OUT-1] stay: %s', (text) => {
    expect(mask(text)).toBe(text);
  });

  it.each([
    ['the door code of the shop is 4821', 'the door code of the shop is [PASSWORD_1]'],
    ['alarm code 1130 still works', 'alarm code [PASSWORD_1] still works'],
    ['Der PIN-Brief sagt, die PIN lautet 7719', 'Der PIN-Brief sagt, die PIN lautet [PASSWORD_1]'],
  ])('[C-OUT-3] are told from those that do: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });
});
