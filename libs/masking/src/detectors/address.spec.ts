import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const unmarked = (marked: string) => marked.replace(/[⟦⟧]/g, '');
const expected = (marked: string) => marked.replace(/⟦[^⟧]*⟧/g, '[ADDRESS]');
const masked = (text: string) =>
  maskByRules(text, { profile: 'result' }).masked.replace(/\[ADDRESS_[0-9]+\]/g, '[ADDRESS]');

describe('addresses as the countries write them', () => {
  it.each([
    'Ship to ⟦418 Larkspur Lane, Seattle, WA 98101⟧ please',
    'ship it to ⟦Flat 3, 92 Tannery Road, Bradford BD3 9JN⟧.',
    'Office: ⟦The Slip, 2 North Pier, Oban PA34 5QD⟧',
    'bill ⟦P.O. Box 40117-00100, Nairobi⟧',
    'Anschrift: ⟦Hinter der Mühle 7, 26121 Oldenburg⟧.',
    'wohne in der ⟦Bergstraße 112, A-5020 Salzburg⟧',
    'domicile : ⟦chemin des Bosquets 4, 1800 Vevey⟧',
    'JE SUIS ICI, ⟦14 RUE DES CORDELIERS, 35000 RENNES⟧.',
    'endereço ⟦Rua Augusta, 1508, ap 72, São Paulo - SP, 01304-001⟧.',
    'Avisen a ⟦Avda. del Puerto s/n, 36201 Vigo (Pontevedra)⟧',
    'Abito in ⟦Via dei Tigli 31, 53024 Montalcino SI⟧.',
    'pakket naar ⟦Prinsengracht 9, 4770 UH Breda⟧.',
    'adres: ⟦ul. Kwiatowa 8 m. 15, 60-123 Poznań⟧',
    'adresu (⟦Na Příkopě 12, 110 00 Praha 1⟧)',
    'Cím: ⟦1117 Budapest, Tisza utca 9.⟧'.replace('.⟧', '⟧.'),
    'адрес: ⟦634050, Томск, пер. Батенькова, д. 5, кв. 18⟧',
    'живу за адресою ⟦вул. Городоцька, 174, кв. 36, 79022 Львів⟧.',
    'Åter till ⟦Vallmogatan 6 B, 602 20 Norrköping⟧',
    'Adres: ⟦Menekşe Sokak No: 63, 76608 Artvin⟧',
    '住所は⟦〒150-0043 東京都渋谷区道玄坂2-11-4⟧です',
    '收货地址:⟦广东省深圳市南山区科技园南路18号3栋502室⟧。',
    'Giao hàng về ⟦số 12 ngõ 88 phố Võng Thị, Tây Hồ, Hà Nội⟧.',
  ])('[C-OUT-1] masks %s', (marked) => {
    expect(masked(unmarked(marked))).toBe(expected(marked));
  });

  it('[C-OUT-1] masks the members of an address, not every city', () => {
    expect(masked('{"line1":"48 Harrow Lane","city":"Duluth","zip":"55802"}')).toBe(
      '{"line1":"[ADDRESS]","city":"[ADDRESS]","zip":"[ADDRESS]"}',
    );
    expect(masked('{"city":"Duluth","ok":true}')).toBe('{"city":"Duluth","ok":true}');
  });

  it.each([
    'Step 4, Error 50012 Timeout',
    'new Address4(bytes) returns the address of the subnet',
    'Turing 3.18.22 with Loki',
    'Release 12 Fixes, Build 12345 Failed',
    'region europe-west3 (Frankfurt), node 17',
    '12 retries on the main street of the pipeline',
  ])('keeps %s', (text) => {
    expect(masked(text)).toBe(text);
  });
});
