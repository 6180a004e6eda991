import { describe, expect, it } from 'vitest';
import { maskText } from '../mask-text.ts';

const masked = (text: string) => String(maskText(text, { profile: 'result' }).masked);

describe('what the tagger takes for part of a version', () => {
  it('[C-OUT-1] stays masked where it is written as only a phone number is', () => {
    expect(masked('the build is 4.18.2 +12065550143 jo@shop.example')).toBe('the build is 4.18.2 [PHONE_1] [EMAIL_1]');
  });

  it('[C-OUT-1] stays masked where no version looks like it', () => {
    expect(masked('the build is 4.18.2 203.0.113.7 the build is 4.18.2')).toBe(
      'the build is 4.18.2 [IP_1] the build is 4.18.2',
    );
  });

  it('[C-OUT-1] is unmasked where it may be one', () => {
    expect(masked('the patch 19.25.0.0 replaces 19.24.0.0 of the release')).toBe(
      'the patch 19.25.0.0 replaces 19.24.0.0 of the release',
    );
  });
});

describe('what rules took for more than a value', () => {
  it.each([
    ['Caller: Only Stan, he is ninety-one', 'Caller: Only [PERSON_1], he is ninety-one'],
    [
      '2 more.\nMod Ling: Hello both.\nMod Ling: thanks',
      '2 more.\nMod [PERSON_1]: Hello both.\nMod [PERSON_1]: thanks',
    ],
  ])('is cut from a name: %s', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  it.each([
    'You can change the hotspot password in Settings. Default is on the label',
    'Done. PASS=143 WARN=0 ERROR=1 SKIP=2',
    'ticket PW-77182, says he paid',
  ])('is no password: %s', (text) => {
    expect(masked(text)).toBe(text);
  });
});

describe('a given name beside a surname', () => {
  it.each([
    ['that Marné Pretorius scheduled scripts on', 'that [PERSON_1] scheduled scripts on'],
    ['That is my neighbour! Lehlohonolo Mokhele, he irrigates', 'That is my neighbour! [PERSON_1], he irrigates'],
  ])('[C-OUT-1] is masked where either alone says too little: %s', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });
});

describe('what goes on beside a value', () => {
  it.each([
    ['Onze FG is Annemarijn de Cock, privacy@betonwerk.example', 'Onze FG is [PERSON_1], [EMAIL_1]'],
    ['qanday kod qoʻygan?\nZilola >> aytishicha 1972, dedi', 'qanday kod qoʻygan?\n[PERSON_1] >> [PASSWORD_1], dedi'],
  ])('[C-OUT-1] is masked with it: %s', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });
});

describe('what stands over and over', () => {
  it('is no value: a text of nothing but one date settles at once', () => {
    const dates = '12/12/2012 '.repeat(1_490).slice(0, 16_384);
    expect(masked(dates)).toBe(dates);
  });
});
