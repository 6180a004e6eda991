import { describe, expect, it } from 'vitest';
import { soundOf, soundOfLatin, soundsLike } from './sounds.ts';

const sound = (word: string) => soundOf(word, 0, word.length);

describe('what a word in a script of India sounds like [C-OUT-1]', () => {
  it.each([
    ['पूजा', 'pooja'],
    ['शांति', 'shanti'],
    ['संजीवनी', 'sanjeevani'],
    ['गायकवाड़', 'gaikwad'],
    ['श्रीनिवास', 'srinivas'],
    ['వెంకట', 'venkata'],
    ['લક્ષ્મી', 'lakshmi'],
    ['অনিতা', 'anita'],
  ])('%s is %s', (word, latin) => {
    expect(sound(word)).toBe(soundOfLatin(latin));
  });

  it.each(['शांति', 'मोनिका', 'வெங்கட்', 'ગીતા'])('%s is a name that is known in Latin letters', (word) => {
    expect(soundsLike(word, 0, word.length)).not.toBe(0);
  });

  it.each(['खाता', 'भुगतान', 'ধন্যবাদ', 'ఫ'])('%s is none', (word) => {
    expect(soundsLike(word, 0, word.length)).toBe(0);
  });
});
