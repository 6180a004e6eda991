import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => String(maskByRules(text, { profile: 'result' }).masked);

describe('names in small letters', () => {
  it.each([
    ['kære hr. lund jeg har et spørgsmål', 'kære hr. [PERSON_1] jeg har et spørgsmål'],
    ['dear mr rau', 'dear mr [PERSON_1]'],
    ['u mevrouw de ruiter, graag antwoord', 'u mevrouw [PERSON_1], graag antwoord'],
    ['αγαπητή κυρία ευταξίας, ευχαριστώ', 'αγαπητή κυρία [PERSON_1], ευχαριστώ'],
    ['pani prosi o fakturę', 'pani prosi o fakturę'],
    ['monsieur bonjour', 'monsieur bonjour'],
  ])('stand behind a title: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    ['my colleague era roob saw it', 'my colleague [PERSON_1] saw it'],
    ['prisijungta kaip eglė kazlauskienė, tas pats', 'prisijungta kaip [PERSON_1], tas pats'],
    ['kontot tillhör nathalie b. fransson som har slutat', 'kontot tillhör [PERSON_1] som har slutat'],
    ['logget inn som oliver holm, samme resultat', 'logget inn som [PERSON_1], samme resultat'],
    ['a fiók tulajdonosa fábián soma aki már elment', 'a fiók tulajdonosa [PERSON_1] aki már elment'],
    ['kontaktní osoba: marian ševčík-navrátil', 'kontaktní osoba: [PERSON_1]'],
    ['att.\nraul branco - www.shop.example', 'att.\n[PERSON_1] - www.shop.example'],
    ['bhai harpreet bol raha hu', 'bhai [PERSON_1] bol raha hu'],
    ['kérem visszautalni ma', 'kérem visszautalni ma'],
    ['mano dėdė sako', 'mano dėdė sako'],
  ])('are given names that are words, too, with a surname that is none: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });
});

describe('surnames that are words of support life', () => {
  it.each([
    ['My colleague Raquel Jenkins saw the same thing', 'My colleague [PERSON_1] saw the same thing'],
    ['Thanks,\nEmmanuel Bosch', 'Thanks,\n[PERSON_1]'],
    ['Merhaba Necati Bey, sipariş', 'Merhaba [PERSON_1] Bey, sipariş'],
    ['The Jenkins job is red, Bosch too', 'The Jenkins job is red, Bosch too'],
  ])('are surnames behind a given name: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });
});
