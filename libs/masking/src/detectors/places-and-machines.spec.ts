import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => maskByRules(text, { profile: 'result' });

const FOUND: readonly (readonly [type: string, marked: string])[] = [
  ['GEO', "position ⟦N 59° 18.412' E 010° 29.604'⟧ sent"],
  ['GEO', 'second try ⟦31T BH 58213 27495⟧; the app hangs'],
  ['MAC', 'the coordinator has ⟦0013.A200.4C8D⟧.'],
  ['MAC', 'MAC:⟦44:DF:65:9A:03:EE⟧ is new'],
  ['MAC', 'desk phone (mac ⟦E2ABD5A84495⟧)'],
  ['IBAN', '那笔打⟦DE89 3704 0044 0532 0130 00⟧'],
  ['CREDIT_CARD', 'karttan çekin ⟦9792 0900 0000 0003⟧'],
  ['MAC', 'the MAC is ⟦3C 52 82 0E F7 24⟧, thanks'],
  ['MAC', 'port ⟦3c52-820e-f724⟧ flaps'],
  ['MAC', 'kiosk;⟦3c5282.0fe814⟧;free'],
  ['IP', 'KYC-2203 client=⟦39.40.119.88⟧ req=6f0e'],
  ['EMAIL', 'min mail er ⟦lene snabel-a rosenkål punktum example⟧ men feltet tager den ikke'],
  ['EMAIL', 'mail ⟦eleni papaki thalassa teleia example⟧ den to pairnei'],
];

const KEPT = [
  'order 1234-5678-9012 and id 550e8400-e29b-41d4-a716-446655440000',
  'Mac users of build 202611181204 see it',
  'ab:3c:52:82:0e:f7:24 has seven pairs',
  'Upgraded from 18.2.0.114 to 18.2.1.7 on 4 Nov',
  '客户端 5.1.7.168 没问题',
  'checksum 123456.654321 and 0x12 stay',
];

describe('places, machines and addresses said in words', () => {
  it.each(FOUND)('[C-OUT-3] masks as %s: %s', (type, marked) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const value = /⟦([^⟧]+)⟧/.exec(marked)?.[1];
    expect(mask(text).spans.map((span) => [span.type, text.slice(span.start, span.end)])).toEqual([[type, value]]);
  });

  it.each(KEPT)('[C-OUT-1] keeps: %s', (text) => {
    expect(mask(text).masked).toBe(text);
  });
});
