import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => String(maskByRules(text, { profile: 'result' }).masked);

describe('the edges of a name', () => {
  it.each([
    ['Vous pouvez appeler M. Honoré Vasseur pour la facture', 'Vous pouvez appeler M. [PERSON_1] pour la facture'],
    ['que llame a D. Eustaquio por la tarde', 'que llame a D. [PERSON_1] por la tarde'],
    ['Tolong sampaikan ke Bu Endang juga', 'Tolong sampaikan ke Bu [PERSON_1] juga'],
    ['es hängt bei meiner Mutter Walburga', 'es hängt bei meiner Mutter [PERSON_1]'],
    ['Customer: Mnr. van Schalkwyk (policy 12)', 'Customer: Mnr. [PERSON_1] (policy 12)'],
    ['QA on call: Pharm. Aisha Bello-Danjuma', 'QA on call: Pharm. [PERSON_1]'],
    ['Appelez Tonton Sékou demain', 'Appelez Tonton [PERSON_1] demain'],
  ])('are behind the title: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    ['Herr der Lage sind wir nicht.', 'Herr der Lage sind wir nicht.'],
    ['La signora risiede al piano di sopra', 'La signora risiede al piano di sopra'],
    ['MSH|LAB|ADT^A08|MSG00417', 'MSH|LAB|ADT^A08|MSG00417'],
  ])('and of a title alone there are none: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    ['sono Livia Sartori di Montecchio S.r.l. e', 'sono [PERSON_1] di Montecchio S.r.l. e'],
    ['ik ben Sietske Hoving van Grobbink Groep', 'ik ben [PERSON_1] van Grobbink Groep'],
    ["c'est Odile Pasquier de Établissements Trouvé", "c'est [PERSON_1] de Établissements Trouvé"],
    ['sunt Ionela Petcu de la Brad și Fiii SRL', 'sunt [PERSON_1] de la Brad și Fiii SRL'],
    ['u spreekt met Ellen van der Meij van Zilt N.V.', 'u spreekt met [PERSON_1] van Zilt N.V.'],
    ['Sou da Blue Harbor S.A. em Lisboa', 'Sou da Blue Harbor S.A. em Lisboa'],
  ])('end before the firm somebody speaks for: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    ['Szóljanak Fábián Mátyástól is.', 'Szóljanak [PERSON_1] is.'],
    ['Bejelentkezve mint Takács Vencel, ugyanaz', 'Bejelentkezve mint [PERSON_1], ugyanaz'],
    ['Kirjautuneena Hannu Saarinen, sama tulos', 'Kirjautuneena [PERSON_1], sama tulos'],
    ['Laba diena, čia Darius Butkus iš UAB', 'Laba diena, čia [PERSON_1] iš UAB'],
    ['Patvirtino Živilė Butkienė, 2025', 'Patvirtino [PERSON_1], 2025'],
    ['Затвердив Захар Луговий учора', 'Затвердив [PERSON_1] учора'],
    ['Moi Helena,\nMinut tavoittaa illalla', 'Moi [PERSON_1],\nMinut tavoittaa illalla'],
    ['Asun osoitteessa, joka on vanha', 'Asun osoitteessa, joka on vanha'],
    ['Dan staat er een fout', 'Dan staat er een fout'],
  ])('begin behind the word that begins the sentence: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it('keeps an initial where nothing shows that it is a form of address', () => {
    expect(mask('ask M. Whitcombe about it')).toBe('ask [PERSON_1] about it');
  });

  it('takes the office given as a name for none', () => {
    const known = { name: 'Secrétariat' };
    expect(String(maskByRules('Le secrétariat ouvre à 9h', { profile: 'result', known }).masked)).toBe(
      'Le secrétariat ouvre à 9h',
    );
  });
});
