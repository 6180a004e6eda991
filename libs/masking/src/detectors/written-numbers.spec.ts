import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const unmarked = (marked: string) => marked.replace(/[⟦⟧]/g, '');
const typed = (text: string) =>
  maskByRules(text, { profile: 'result' }).spans.map((span) => [span.type, text.slice(span.start, span.end)]);
const values = (marked: string) => Array.from(marked.matchAll(/⟦([^⟧]*)⟧/g), (match) => match[1]);

describe('numbers of persons, accounts and cards', () => {
  it.each<[type: string, marked: string]>([
    ['DOB', 'bin am ⟦23. 11. 1966⟧ geboren'],
    ['DOB', 'DOB ⟦07MAR74⟧'],
    ['DOB', 'ella nació el ⟦30/08/1962⟧.'],
    ['DOB', 'birthday ⟦29-Feb-2000⟧'],
    ['DOB', 'né le ⟦24081995⟧'],
    ['NATIONAL_ID', 'Führerschein (Nr. ⟦B072RRE2I55⟧) abgelehnt'],
    ['NATIONAL_ID', 'South African ID ⟦8001015009087⟧'],
    ['NATIONAL_ID', 'DPI ⟦2514 88120 0901⟧'],
    ['PASSPORT', 'Паспорт серия ⟦69 09 № 417720⟧'],
    ['PASSPORT', 'MRZ ⟦P<GBRHARGREAVES<<TILDA<ROSE<<<<<<<<<<<<<<<<<⟧'],
    ['BANK_ACCOUNT', 'sort code 40-36-23 account ⟦51200176⟧'.replace('40-36-23', '⟦40-36-23⟧')],
    ['BANK_ACCOUNT', 'bel ⟦123-4-56789-0⟧ bank'],
    ['CREDIT_CARD', 'other card ⟦5225|5861|7695|0398⟧.'],
    ['GEO', 'pin ⟦9C3R3F3X+PQ⟧ is the gate'],
    ['GEO', 'got ⟦lat 51.0543⟧ there'],
  ])('[C-OUT-1] masks as %s: %s', (type, marked) => {
    expect(typed(unmarked(marked))).toEqual(values(marked).map((value) => [type, value]));
  });

  it('[C-OUT-1] masks expiry and check value behind a card, whatever stands between', () => {
    expect(typed('Karta 4242 4242 4242 4242 (do 10/2027) kód 551')).toEqual([
      ['CREDIT_CARD', '4242 4242 4242 4242'],
      ['CARD_EXPIRY', '10/2027'],
      ['CARD_CVV', '551'],
    ]);
  });

  it('[C-OUT-1] reads tables by their heads', () => {
    const text = 'id;apellido;nombre;fecha nacimiento\n00871;Etchegaray;María Belén;1990-02-03';
    expect(typed(text)).toEqual([
      ['PERSON', 'Etchegaray'],
      ['PERSON', 'María Belén'],
      ['DOB', '1990-02-03'],
    ]);
  });

  it.each([
    'order number 4242424242424242 in the fixture',
    'run 623604b4-1376-4b65-a57e-0d0222fbcf21 in Dublin',
    'epoch 1970-01-01, born in the cloud',
    'firmware 10.1.12.3 and subnet 10.0.1.0/24',
    'the certificate is valid until 08/2027',
    'order 302-6088098-0130998 shipped',
    'trace 29c2029cf32874deaacd4001c3a703f7 at 00:19:59',
    'SKU 4323-0455-3971-7914',
  ])('keeps %s', (text) => {
    expect(typed(text)).toEqual([]);
  });
});

describe('codes, passwords and keys', () => {
  it.each<[type: string, marked: string]>([
    ['PASSWORD', '⟦519 204⟧ is your Driftgate code'],
    ['PASSWORD', 'Your Driftgate code: ⟦G-884173⟧'],
    ['PASSWORD', 'De eenmalige code was ⟦237824⟧.'],
    ['PASSWORD', 'einmalkennwort: ⟦wB8-kkz-31⟧'],
    ['PASSWORD', 'Router admin / ⟦tr0utStream⟧.'],
    ['PASSWORD', 'redis-cli -h redis.internal -a ⟦harbour6269!⟧ PING'],
    ['PASSWORD', 'mysql -u x -p⟦jKHj0xuK0oR2⟧ -e "SHOW"'],
    ['SECRET', 'license key ⟦5O950-B4XOL-J8ZPL-PICYU⟧'],
    ['SECRET', 'AccountKey=⟦SmXqB0o9SMkZqBycce9saVPJm6vaEekv16RxgSVW7oWHY3Wo==⟧'],
    ['SECRET', 'API key ⟦732d6a45-18ca-4d39-ac0f-43a9fb4d9799⟧'],
    ['SECRET', '"jwt_signing": "⟦ZlJCsgMdAM986zPYVJTCHKOFh8KlreLJWju7q7wpb8⟧"'],
    ['SECRET', 'telegram bot ⟦6120448817:AAH8wOT3LEfL32PcDDvulV7echkmbUpc0lq⟧'],
  ])('[C-OUT-3] masks as %s: %s', (type, marked) => {
    expect(typed(unmarked(marked))).toEqual(values(marked).map((value) => [type, value]));
  });

  it.each([
    'you can simply pass the MagicString instance itself',
    'token expired at 2026-11-20T07:42:11Z, idempotency_key=order-2026-11-20-a',
    '"token": "vault:kv/data/app#password", "request_id": "7"',
    'exit code 137, error code E-217',
    'password must have at least 12 characters',
  ])('keeps %s', (text) => {
    expect(typed(text)).toEqual([]);
  });
});
