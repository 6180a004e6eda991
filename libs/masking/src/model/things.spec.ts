import { describe, expect, it } from 'vitest';
import { foldText } from '../text/characters.ts';
import { hashOf } from '../text/vocabulary.ts';
import { Thing, thingsOf } from './things.ts';

const of = (word: string) => thingsOf(hashOf(foldText(word)));

describe('what a word names besides people [C-OUT-1]', () => {
  it.each([
    ['Abteilungsleiterin', Thing.term],
    ['Zákazník', Thing.term],
    ['Październik', Thing.term],
    ['Бухгалтерия', Thing.term],
    ['Hepsiburada', Thing.brand],
    ['Viessmann', Thing.brand],
    ['Achterhoek', Thing.place],
    ['Новоуральск', Thing.place],
    ['Άμφισσα', Thing.place],
  ])('knows %s', (word, flag) => {
    expect(of(word) & flag).toBe(flag);
  });

  it.each(['Müllerová', 'Subramanian', 'Ανδρέου'])('knows nothing of %s', (word) => {
    expect(of(word)).toBe(0);
  });
});
