import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => maskByRules(text, { profile: 'result' });

const KEPT = [
  'insurance claim no 12345678 and license plate number 12345678',
  'licence key count 12345678',
  'Lieferscheinnummer: 48221199',
  'driver licence server no 12345678',
  'transaction id 4539148803436467',
  'login failed, pid 20418',
];

const FOUND = [
  'núm. de soporte ⟦BAA648072⟧ no sale',
  'vairuotojo paz. nr. ⟦76969966⟧',
  'Bewohnerparkausweisnummer: ⟦48221199⟧',
  'nº permiso de trabajo ⟦12345678⟧',
  'mit sygesikringsnr ⟦2405420126⟧',
  'tajszámom ⟦123456788⟧ nem jó',
  '/uploads/kyc/⟦35202-1234567-1⟧_front.jpg returns 404',
  'PAN card: ⟦abcpe 1234 f⟧',
  'Agent: y su documento?\nCliente: ⟦52345678⟧',
  'мій ІПН: 3021415926, дитини ⟦4012345678⟧',
];

describe('numbers of persons behind names that nobody has listed', () => {
  it.each(KEPT)('[C-OUT-1] keeps: %s', (text) => {
    expect(mask(text).masked).toBe(text);
  });

  it.each(FOUND)('[C-OUT-1] masks the number in: %s', (marked) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const value = /⟦([^⟧]+)⟧/.exec(marked)?.[1] as string;
    expect(mask(text).spans.map(({ start, end }) => text.slice(start, end))).toContain(value);
  });
});
