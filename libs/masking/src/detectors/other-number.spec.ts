import { describe, expect, it } from 'vitest';
import { maskText } from '../mask-text.ts';

const mask = (text: string) => maskText(text, { profile: 'result' }).masked;

const KEPT = [
  '受付番号は2611-00955です',
  '문의번호 010-2611-0053 입니다',
  'nouveau lot n° 3700 9978 0632 9655 refusé',
  'Billet 057 2417 931 002',
  'Folio 4539 0000 1111 2223.',
  'chave de acesso 3526 1112 3456 7890 1234 5500 1000 0441 7210 0044 1882',
  'n° de série 8K4471X2',
  'numer zamówienia 4400 1198 2207 5531',
];

describe('numbers of orders, parcels and requests', () => {
  it.each(KEPT)('[C-OUT-1] keeps: %s', (text) => {
    expect(mask(text)).toBe(text);
  });

  it('[C-OUT-3] masks a card with the day it expires, whatever stands before it', () => {
    expect(mask('zaak 4111 1111 1111 1111 tot en met 06/31 cvc 513')).toContain('[CREDIT_CARD_1]');
  });
});
