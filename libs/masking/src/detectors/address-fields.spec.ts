import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const masked = (text: string) =>
  maskByRules(text, { profile: 'result' }).masked.replace(/\[ADDRESS_[0-9]+\]/g, '[ADDRESS]');

describe('the fields of an address', () => {
  it('masks the members of an address in JSON, XML, SQL and the lines of a form', () => {
    expect(masked('{"l1":"Dun Aengus","l2":"12 Kilmurvey Road","town":"Galway"}')).toBe(
      '{"l1":"[ADDRESS]","l2":"[ADDRESS]","town":"[ADDRESS]"}',
    );
    expect(masked('<Adr1>4 quai Vauban</Adr1><CP>29200</CP><Ville>BREST</Ville>')).toBe(
      '<Adr1>[ADDRESS]</Adr1><CP>[ADDRESS]</CP><Ville>[ADDRESS]</Ville>',
    );
    expect(masked("SET addr1='88 Zone 4', addr2='Diepkloof', pcode='1864' WHERE id = 7")).toBe(
      "SET addr1='[ADDRESS]', addr2='[ADDRESS]', pcode='[ADDRESS]' WHERE id = 7",
    );
  });

  it('leaves fields that are empty or name no address', () => {
    for (const text of ['{"line1":null,"line2":null}', 'region: eu-west-1', 'street = required'])
      expect(masked(text)).toBe(text);
  });
});
