import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const unmarked = (marked: string) => marked.replace(/[⟦⟧]/g, '');
const typed = (text: string) =>
  maskByRules(text, { profile: 'result' }).spans.map((span) => [span.type, text.slice(span.start, span.end)]);
const values = (marked: string) => Array.from(marked.matchAll(/⟦([^⟧]*)⟧/g), (match) => match[1]);
const person = (marked: string) => values(marked).map((value) => ['NATIONAL_ID', value]);

describe('numbers of persons that show themselves', () => {
  it.each([
    'it says ⟦OKAFO 853127 CN9XY⟧ there',
    'and ⟦GHA-587943999-9⟧ linked',
    'the pin ⟦A032590999U⟧ on file',
    'on file ⟦1EG4-TE5-MK99⟧ today',
    'la carte ⟦THIM 9457 0899⟧ passe',
    'was ⟦S532-1789-9199⟧ before',
    'is ⟦46/22178123/83⟧ ok',
    'das ist ⟦12 111272 G 899⟧ hier',
    'der ist ⟦71 993/8799⟧ auf',
    'het is ⟦640229-117-99⟧ of',
    'mine ⟦35202-2342662-9⟧ ok',
    'old ⟦856420418V⟧ here',
    'mimi ⟦19920417-14112-00003-99⟧ ok',
    'is ⟦CF92104100K8QL⟧ ok',
    'jam ⟦I35428795M⟧ ketu',
    'вот ⟦4150558A027PB5⟧ тут',
    'on ⟦4-67-08-07-6256⟧ ja',
    'plik ⟦56090554994⟧.csv'.replace('plik ', 'plik dump_'),
  ])('[C-OUT-1] masks %s', (marked) => {
    expect(typed(unmarked(marked))).toEqual(person(marked));
  });

  it.each([
    'skan dowodu przyszedł, numer się zgadza (⟦CLY118519⟧)',
    'občiansky preukaz diktovala ako ⟦HK 571 820⟧',
    'občanku mám novou (⟦209 641 387⟧).',
    'δελτίο ⟦ΑΟ 092340⟧, σφάλμα 2.07',
  ])('[C-OUT-1] masks what a text that speaks of documents has: %s', (marked) => {
    expect(typed(unmarked(marked))).toEqual(person(marked));
  });

  it('[C-OUT-1] keeps what has another check digit than a Polish document', () => {
    expect(typed('skan dowodu przyszedł, sprawa się zgadza (CLY118518)')).toEqual([]);
  });

  it('[C-OUT-1] divides the cells and the items of a list before it reads them', () => {
    expect(typed('| 660625-14-1691 | ok |')).toEqual([['NATIONAL_ID', '660625-14-1691']]);
    expect(typed('1. 100599-2728  Storm')[0]).toEqual(['NATIONAL_ID', '100599-2728']);
  });

  it.each([
    'Numer zamówienia 82062674790',
    'zakázka 850101/0001',
    'Đơn 048217320275 ok',
    'at 1707846396195 ms',
    'the A-123-456-789 adapter',
    '송장 6891-0044-7712 이고',
    'the example 000.000.000-00',
  ])('keeps the numbers of things: %s', (text) => {
    expect(typed(text)).toEqual([]);
  });
});

describe('the second number of a kind', () => {
  it.each([
    'PESEL ⟦66062176561⟧, córka wpisała ⟦66062176516⟧ wczoraj',
    'SIN ⟦404 447 880⟧ typed as ⟦404 447 808⟧ by payroll',
    'BSN ⟦270450026⟧, andere ⟦270450O26⟧ (letter O)',
    'my ID is ⟦991124 1742 08 8⟧ his ⟦170311 5820 08 3⟧',
  ])('[C-OUT-1] masks the mistyped and the corrected one: %s', (marked) => {
    expect(typed(unmarked(marked))).toEqual(person(marked));
  });

  it('[C-OUT-1] masks the correction however it is written', () => {
    expect(typed('wrong CNIC: 11223344, correct is AB 112-2399')).toEqual([
      ['NATIONAL_ID', '11223344'],
      ['NATIONAL_ID', 'AB 112-2399'],
    ]);
  });

  it('[C-OUT-1] reads columns whose head is what a country calls its number', () => {
    const text = 'lp;namba ya nida;status\n1;48217735;ok\n2;99217735;ok';
    expect(typed(text.replace('lp', 'name'))).toEqual([
      ['NATIONAL_ID', '48217735'],
      ['NATIONAL_ID', '99217735'],
    ]);
  });

  it('[C-OUT-1] masks the passports of the whole family', () => {
    expect(typed('passport Z5518299 14FEB26, U7710399 02SEP26').map(([type, value]) => [type, value])).toContainEqual([
      'PASSPORT',
      'U7710399',
    ]);
  });

  it('keeps an order that is as long as the number before it', () => {
    expect(typed('BSN 270450026, order 270450027')).toEqual([['NATIONAL_ID', '270450026']]);
  });
});
