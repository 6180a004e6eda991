import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';
import { foldText } from '../text/characters.ts';
import { isAbbreviation } from './abbreviations.ts';
import { IDENTITY_BY_COUNTRY, PASSPORTS } from './identity-world.ts';

const typed = (text: string) =>
  maskByRules(text, { profile: 'result' }).spans.map((span) => [span.type, text.slice(span.start, span.end)]);
const unmarked = (marked: string) => marked.replace(/[⟦⟧]/g, '');
const values = (marked: string) => Array.from(marked.matchAll(/⟦([^⟧]*)⟧/g), (match) => match[1]);

describe('numbers of persons behind what they are called', () => {
  it('[C-OUT-1] knows every name of every country as a cue', () => {
    const phrases = [...Object.values(IDENTITY_BY_COUNTRY), PASSPORTS].join('|').split('|');
    const leaking = phrases.filter(
      (phrase) =>
        !isAbbreviation(foldText(phrase)) &&
        String(maskByRules(`x, ${phrase}: 48217735, ok`, { profile: 'result' }).masked).includes('48217735'),
    );
    expect(leaking.filter((phrase) => !/^(?:licence|license|permis|права)$/.test(phrase))).toEqual([]);
  });

  it.each<[type: string, marked: string]>([
    ['NATIONAL_ID', 'SSS ⟦34-1182045-7⟧ di makalog'],
    ['NATIONAL_ID', 'CI seria ⟦MX nr. 481999⟧, eliberată ieri'],
    ['NATIONAL_ID', 'mi cédula es la ⟦52.441.999⟧ de Bogotá'],
    ['NATIONAL_ID', 'BI antigo n.º ⟦72464999 7⟧, sim'],
    ['NATIONAL_ID', 'Perso: ⟦L9T72MXW8⟧ gültig bis 08.06.2031'],
    ['NATIONAL_ID', 'DNI/NIE ⟦73639299Q⟧ ok'],
    ['NATIONAL_ID', 'البطاقة الوطنية ⟦199144182999⟧ وماستر'],
    ['NATIONAL_ID', 'ຂ້ອຍ ເລກບັດປະຈຳຕົວ ⟦123456789⟧'],
    ['NATIONAL_ID', '⟦4417882019⟧ is my cedula'],
    ['NATIONAL_ID', 'my ic ⟦850927125999⟧ cannot la'],
    ['NATIONAL_ID', '{"irdNo":"⟦30303499⟧","x":1}'],
    ['NATIONAL_ID', 'nationalId=⟦48217735⟧'],
    ['NATIONAL_ID', 'cnic ⟦35202 dash 5550188 dash 3⟧ hai'],
    ['NATIONAL_ID', 'National lnsurance: ⟦QQ l2 34 S6 C⟧.'],
    ['PASSPORT', 'pass – ⟦P1498999⟧ – f.'],
    ['PASSPORT', 'paspoort ⟦NXK4RP799⟧ mocht ook niet'],
    ['PASSPORT', 'PP ⟦EQ0441999⟧ DOB later'],
  ])('[C-OUT-1] masks as %s: %s', (type, marked) => {
    expect(typed(unmarked(marked))).toEqual(values(marked).map((value) => [type, value]));
  });

  it.each([
    'The PESEL field is required. Invoice 46906192 is open',
    'CNP\tData emiterii\n00417\tx',
    'utr SBINR52026111900417 returned',
    'license expired on 2026-11-04',
    'CC note #88017 sent',
    'PPS-2026-7315 is the reference',
    'nin.js 4821773 is minified',
    'permission denied for uid=1000 pid 28811',
    'the licence LIC-2209-B is tied to it',
    'le 1234567 est en stock',
  ])('keeps the numbers of things: %s', (text) => {
    expect(typed(text)).toEqual([]);
  });
});
