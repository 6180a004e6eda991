import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

/** Numbers as generators of test data and people make them: right in what is checked, odd in what is not. */
const masked = (text: string) => String(maskByRules(text, { profile: 'result' }).masked);

describe('cards of odd lengths', () => {
  it.each([
    ['Card number: 180048667625769', 'Card number: [CREDIT_CARD_1]'],
    ['I paid with card 676129717911 twice', 'I paid with card [CREDIT_CARD_1] twice'],
    ['I paid with card 060438264602 twice', 'I paid with card [CREDIT_CARD_1] twice'],
  ])('[C-OUT-1] %s', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  it('twelve digits without a word for a card, or with a wrong check digit, are none', () => {
    for (const text of ['parcel 676129717911 is late', 'card batch 676129717912 is late'])
      expect(masked(text)).toBe(text);
  });
});

describe('IBANs of no length in the registry', () => {
  it.each(['TH567059949147', 'GB34VKLJ3187088042922', 'PH047688652585024247', 'BD85CQAA955675253'])(
    '[C-OUT-1] %s passes the check digits, and is masked',
    (iban) => {
      expect(masked(`Refund to ${iban} please.`)).toBe('Refund to [IBAN_1] please.');
    },
  );

  it.each(['PH047688652585024248', 'GB34VKLJ3187088042923', 'SN12QWERTYUIOPA9'])('%s does not', (code) => {
    expect(masked(`See article ${code} please.`)).toBe(`See article ${code} please.`);
  });
});

describe('extensions behind phone numbers', () => {
  it.each(['(675)619-3575x01560', '415-206-3391x884', '+1-312-884-0196x51', '001-702-331-9045x2207'])(
    '[C-OUT-1] %s is masked whole',
    (phone) => {
      expect(masked(`Call ${phone} after 3pm.`)).toBe('Call [PHONE_1] after 3pm.');
    },
  );

  it('[C-OUT-1] ten digits are a phone number where the word for it stands behind', () => {
    expect(masked('Walla Walla\n4709980577 fax\n4739075232 (office)')).toBe(
      'Walla Walla\n[PHONE_1] fax\n[PHONE_2] (office)',
    );
  });

  it('a resolution has none', () => {
    expect(masked('at 1920x1080 and 2560x1440')).toBe('at 1920x1080 and 2560x1440');
  });
});

describe('addresses of the armed forces, Australia, Chile and Colombia', () => {
  it.each([
    'USS Dixon, FPO AP 68230',
    'PSC 3561, Box 8893, APO AP 49232',
    'Unit 1535 Box 2709, DPO AE 19563',
    '4 Cooper Street, North Beverly, QLD, 2748',
    'San Martín 932 Of. 7681, Putre, Región de Arica y Parinacota',
    'carrera 58 # 44-37 sur, torre 8, apto 604',
    'Cll 12A No. 4-37',
  ])('[C-OUT-1] %s', (address) => {
    expect(masked(`Mi dirección: ${address}`)).toBe('Mi dirección: [ADDRESS_1]');
  });
});

describe('a name before an address in angle brackets', () => {
  it.each(['Germán Quintero', 'Virginia B. Quiróz', 'Tanya Wilson'])('[C-OUT-1] %s is masked whole', (name) => {
    expect(masked(`Fixes: 9fe05d4\nReviewed-by: ${name} <x@core.example>`)).toBe(
      'Fixes: 9fe05d4\nReviewed-by: [PERSON_1] <[EMAIL_1]>',
    );
  });
});

describe('base64 of nothing but a value', () => {
  it.each([
    ['(518) 706-6371', 'PHONE'],
    ['1a:00:45:4e:06:d4', 'MAC'],
    ['Jason Luna-Ortega', 'PERSON'],
  ])('[C-OUT-1] %s', (value, type) => {
    expect(masked(`see ${Buffer.from(value).toString('base64')} please`)).toBe(`see [${type}_1] please`);
  });

  it('of an id stays', () => {
    const id = Buffer.from('ORDER-518/70663').toString('base64');
    expect(masked(`node ${id} is down`)).toBe(`node ${id} is down`);
  });
});

describe('a UUID in a variable of the environment', () => {
  const uuid = '01e7f295-51b6-42ec-a744-4fd7edda5daa';
  it.each(['SNYK_TOKEN', 'CIRCLE_API_TOKEN', 'APP_SECRET'])('[C-OUT-1] is a secret in %s', (name) => {
    expect(masked(`export ${name}=${uuid}`)).toBe(`export ${name}=[SECRET_1]`);
  });
  it.each(['NEXT_TOKEN', 'TRACE_ID', 'REQUEST_TOKEN'])('is none in %s', (name) => {
    expect(masked(`export ${name}=${uuid}`)).toBe(`export ${name}=${uuid}`);
  });
});
