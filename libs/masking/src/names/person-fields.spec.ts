import { describe, expect, it } from 'vitest';
import { maskText } from '../mask-text.ts';

const masked = (text: string) => String(maskText(text, { profile: 'result' }).masked);

describe('the value of a field that asks for a person', () => {
  it.each([
    ['Destinatário', 'Rael Gonçalves'],
    ['Kontaktna oseba', 'Marjanca Kaučič'],
    ['İlgili kişi', 'Sanavber Zengin'],
    ['جهة الاتصال', 'علي آل بن لافي'],
    ['المستلم', 'خلف آل معيض'],
    ['شخص رابط', 'محمدپارسا روحانی'],
    ['נמען', 'עלמה חורי'],
    ['যোগাযোগের ব্যক্তি', 'প্রদীপ প্রামানিক'],
    ['தொடர்பு நபர்', 'எழில்மன்னன் அகத்தியன்'],
    ['Saņēmējs', 'Mikels Purmals'],
    ['Получател', 'Паулин Братухчев'],
  ])('[C-OUT-1] is masked: %s: %s', (label, name) => {
    expect(masked(`E-4471 / 503\n${label}: ${name}\n4.2.1`)).toBe(`E-4471 / 503\n${label}: [PERSON_1]\n4.2.1`);
  });

  it.each([
    'Contact: Billing Support\nE-4471',
    'Klient: Dział Księgowości\nE-4471',
    'العميل: لا يستطيع الدخول\nE-4471',
    'Full name: not provided\nE-4471',
  ])('stays where it is none: %s', (text) => {
    expect(masked(text)).toBe(text);
  });
});
