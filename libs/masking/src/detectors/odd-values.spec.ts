import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => maskByRules(text, { profile: 'result' });

const FOUND = [
  'other card ⟦5425|2334|3010|9903⟧, ok',
  'phone ⟦206·555·0143⟧, ok',
  'call ⟦07713 // 448 // 901⟧ ok',
  'call ⟦0_7_7_1_3 // 4_4_8 // 9_0_1⟧ ok',
  'моят е ⟦08 8 -- 731 --\n 90 -- 44⟧, ok',
  'phone ⟦077*13*448*901⟧ ok',
  'card ⟦4111//1111//1111//1111⟧ ok',
  'Telefon ⟦[0] [3] [9] [1] 55 08 77⟧, ok',
  '電話番号は入力できません：⟦080★3059★1627⟧。宛',
  'phone split so it stays:\n⟦0161\n 496\n 0123⟧\nok',
  'our office: ⟦196 . 201 . 214 . 88⟧, ok',
  'seen from ⟦192[.]0[.]2[.]10⟧ ok',
  'SENTRY_DSN=https://⟦0f4e2c9988aa11⟧@o1182.ingest.example/44190',
  'also: ⟦ottokar{ät}blumenau{pkt}example⟧, ok',
  'Mail ⟦gesa*at*tiedje*dot*example⟧ ok',
  'Мејл: ⟦milunka [et] skola-breza [tacka] example⟧ ok',
  'correo: ⟦c.paredes (a) cartarara . example⟧ ok',
  'mail is ⟦m-i-r-i-a-m at g-o-r-s-e-b-a-n-k dot example⟧, ok',
  '씁니다 ⟦dokgo 골뱅이 haneul 쩜 example⟧ 로',
  'komba: ⟦komba kwenye mwezi nukta example⟧ ok',
  'поштам: ⟦samat нүкте b ит белгісі dala нүкте example⟧ , ок',
  'WA ⟦0-8-1-2-1-6-7-2-1-7-9-8⟧ ok',
  'phone ⟦9.8.9.1.2.2.1.6.9.4.2.3⟧ ok',
  'card ⟦4 2 4 2 4 2 4 2 4 2 4 2 4 2 4 2⟧ ok',
  'konto ⟦D-E-8-9-3-7-0-4-0-0-4-4-0-5-3-2-0-1-3-0-0-0⟧ ok',
  'konto ⟦D.E.8.9.3.7.0.4.0.0.4.4.0.5.3.2.0.1.3.0.0.0⟧ ok',
  'iban ⟦DE89_3704_0044_0532_0130_00⟧ ok',
  'رقم الهوية: ⟦784ー1964ー7039291ー9⟧',
  'カード番号 ⟦4111ー1111ー1111ー1111⟧ のエラー',
  'pay ⟦4111\t\t1111\t\t1111\t\t1111⟧, please',
  '個人番号 ⟦1234\t5678\t9018⟧を確認',
  'please telephone ⟦O15394 55 O142⟧ between ten and noon',
  'sms to ⟦(303) 555-0119 ext. 704⟧ queued',
  'WhatsApp me: ⟦+65 9143\n2279⟧ thanks',
  'ring me on ⟦020 7946\n0958⟧, please',
  'Personal · Durchwahl ⟦-23⟧ · gut',
  'ABA as before, Account ⟦55 0417 7288⟧ please',
  'né le ⟦24081995⟧ à Lyon',
];

const KEPT = [
  'released 1.2.3.4.5.6.7.8.9 and 0.0.0.0.0.0.0.0.0',
  'oid 1.3.6.1.4.1.311.21.8 is unknown',
  'bits 0 1 0 1 1 0 1 0 0 1 1 0 set',
  'サーバーのエラー5ー回、ポート3ー番',
  'column 12|34|56|78 and 2024|11|05',
  'count 1 2 3 4 5 6 7 8 9',
  'rows 0..100 and 10--20, 1::2::3, since 2020--2021, 05 // 06',
  'area 077*13 mm, 24*60*60*1000 ms',
  'phones fail since 01.02.2024 - 05.02.2024, for 12 users, with 0 1 2 errors',
  'see option (a) above . then f(a) x.y and version 1. 2. 3. 4',
  '*bold* text *at* noon. *dot* matrix',
  'IO: 1O24 blocks, O2 level, lO0p',
  'Account 12345678 was closed by support',
  'extension cord 230 V, poste de travail 4711',
  'total\n1 204 115\n2 300 981',
];

describe('numbers held apart, divided or named in passing', () => {
  it.each(FOUND)('[C-OUT-1] masks the value and nothing else in: %s', (marked) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const value = /⟦([^⟧]+)⟧/.exec(marked)?.[1];
    expect(mask(text).spans.map(({ start, end }) => text.slice(start, end))).toEqual([value]);
  });

  it.each(KEPT)('[C-OUT-1] keeps: %s', (text) => {
    expect(mask(text).masked).toBe(text);
  });

  it('[C-OUT-1] masks both of two passwords, and both spellings of one birthday', () => {
    const passwords = mask('Recovery codes 7rq2-m9xk and bb41-0zpw; password Fern#77 or Moss#78 fails');
    expect(passwords.masked).not.toMatch(/7rq2|bb41|Fern|Moss/);
    const dates = mask('my date of birth, 12 December 1953, typed as 12/12/53 and 531212, on 12/11/2026');
    expect(dates.masked).not.toMatch(/1953|53/);
    expect(dates.masked).toContain('12/11/2026');
  });

  it('[C-OUT-1] masks a number on a line of its own under a signature', () => {
    const { masked } = mask('Mit freundlichen Grüßen\nPetra Baumgartner\nNordlicht GmbH\n22 75 60 54');
    expect(masked).not.toContain('22 75 60 54');
  });
});
