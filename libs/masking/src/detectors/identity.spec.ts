import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => maskByRules(text, { profile: 'result' });

const FOUND = [
  'CI Bolivia ⟦1234567 LP⟧',
  'le numéro est le bon : ⟦2 95 06 33 063 118 08⟧',
  '상담원: 주민번호 말씀해 주시겠어요?\n고객: ⟦880412-2384716⟧',
  'податковий номер батька: ⟦2867412095⟧, дякую',
  'BI de Angola ⟦003456789LA042⟧, não aceita',
  'a passageira, RG ⟦1.884.207 SSP/PE⟧, nascida em Olinda',
  'NIF Madagascar ⟦4000123456⟧ refusé',
  'mi cc es ⟦52345678⟧ y no aparece',
  'права ⟦7716 123456⟧ не принимает',
  'pan card no. ⟦abcpe1234f⟧ rejected',
  'personnr ⟦811218+9876⟧ går inte',
  'NHI no. ⟦ZAC5361⟧ mismatch',
  'we got ⟦112233445⟧ (BSN) twice',
  '{"type":"national_id","value":"⟦85073012345⟧"}',
  'document_type: "DNI", document_number: "⟦30123456⟧"',
  'NM1*IL*1*X*Y****34*⟦219099999⟧~',
  '{"system":"urn:oid:2.16.840.1.113883.4.1","value":"⟦219099999⟧"}',
  'GET /api/v1/citizens/⟦44051401359⟧/documents',
  'OIB: ⟦625 215\n63895⟧\nAdresa: Rijeka',
  'her SSN: ⟦536-22-\n4821⟧, please check',
  'CPF: ⟦529.982.\n247-25⟧ recusado',
  'numer PESEL: ⟦44051\n401359⟧, dziękuję',
  'DL: ⟦WDLNYAMB770K⟧',
];

const KEPT = [
  'STAN 071930 RRN 632416018082, code 00 approved',
  'CI build 1234567 and CC line 88017, BI report 2026 of Angola office 12',
  '{"type":"order","value":"85073012345x"} and document_type: "invoice", document_number: "4471"',
  'REF*BM*219099 and NM1*IL*1*X*Y****MI*1123',
  'GET /api/v1/orders/440514/documents, v1beta1 and sha256abc12345',
];

describe('numbers of persons beside a country, in another member, by their code and in a path', () => {
  it.each(FOUND)('[C-OUT-1] masks the number in: %s', (marked) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const value = /⟦([^⟧]+)⟧/.exec(marked)?.[1] as string;
    expect(mask(text).spans.map(({ start, end }) => text.slice(start, end))).toContain(value);
  });

  it.each(KEPT)('[C-OUT-1] keeps: %s', (text) => {
    expect(mask(text).masked).toBe(text);
  });

  it.each([
    ['PESEL 90010112345.\n2 faktury', '.\n2 faktury'],
    ['BSN 111222333\n12 dozen', '\n12 dozen'],
    ['numer PESEL: 44051\n401358, dziękuję', '\n401358, dziękuję'],
  ])('[C-OUT-1] keeps the line below that is no part of the number: %s', (text, kept) => {
    expect(mask(text).masked.endsWith(kept)).toBe(true);
  });

  it('[C-OUT-1] masks a number again that is repeated without its separators', () => {
    const { masked } = mask('SSN 486-20-4454 fails.\n\nfwiw 486204454 without dashes is accepted');
    expect(masked).not.toMatch(/4454/);
  });
});
