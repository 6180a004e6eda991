import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => maskByRules(text, { profile: 'result' });

const FOUND = [
  'card declined pan=⟦4 5 3 9   -   1 4 8 8   -   0 3 4 3   -   6 4 6 7⟧ exp',
  'Visa ⟦3 7 0 1   -   8 6 8 5 6 6   -   9 1 4 3 0⟧ 02/2030',
  'charged on ⟦6225071\\\n638988557⟧, twice',
  'bitte an: ⟦D E 7 3  7 0 1 5  0 0 0 0  7 7 7 9  9 7 3 7  7 4⟧. Leerzeichen stehen',
  '⟦4539, 1488, 0343, 6467⟧ visa',
  '⟦4539...1488...0343...6467⟧ visa',
  'Mit kort ⟦2221 ー 7298 ー 6885 ー 0523⟧ blev trukket',
  'i paid with ⟦6597 - 5440 - 7539 -\n 3184⟧ today',
  'pan=⟦3528 \n0090  0641  8980⟧ exp',
  'kart ⟦9792--0140--0080--7655⟧ kabul etmedi',
  'track2=⟦4539148803436467⟧D2709101',
  '%B⟦4539148803436467⟧^DOE/JANE^2709101?',
  'iban=⟦DE89+3704+0044+0532+0130+00⟧&bic=x',
  'IBAN⟦DE89370400440532013000⟧ rejected',
  'account ⟦IT60X054281110I000000123456⟧ on the scan',
  'betaald op ⟦NL . 91 . ABNA . 0417 . 1643 . 00⟧ vandaag',
  'overfør til ⟦NO93.8\\\n601.1117.947⟧, takk',
];

const KEPT = [
  'order 302-1234567-1234567, EAN 4006381333931, tracking 1Z999AA10123456784 and 1700000000000',
  'ids 4539, 1488, 0343 are tickets, build 4539.1488, NO05 and SE45 are servers, IBANDE is a brand',
  'rows 12 | 14 | 16 | 18 and invoice 2026-000123456 of 4,539.14',
];

describe('cards and IBANs in odd groups', () => {
  it.each(FOUND)('[C-OUT-3] masks the number in: %s', (marked) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const value = /⟦([^⟧]+)⟧/s.exec(marked)?.[1] as string;
    const found = mask(text).spans.map(({ start, end }) => text.slice(start, end));
    expect(found.some((own) => own.includes(value))).toBe(true);
  });

  it.each(KEPT)('[C-OUT-1] keeps: %s', (text) => {
    expect(mask(text).masked).toBe(text);
  });

  it('[C-OUT-3] masks a card in base64 whose groups stand apart', () => {
    const blob = Buffer.from('4539 - 1488 - 0343 - 6467').toString('base64');
    expect(mask(`card ${blob} charged`).masked).not.toContain(blob);
  });

  it('[C-OUT-3] masks the whole address of a webhook, which is all its secret', () => {
    const hook = `https://hooks.slack.com/services/T4MMA73AF/BLAGVBOBU/${'4kykGX8YF9ZX'}GM5y0h84pe29`;
    expect(mask(`posts to ${hook} now`).masked).toBe('posts to [SECRET_1] now');
  });
});
