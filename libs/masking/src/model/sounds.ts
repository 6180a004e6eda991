import { hashOf } from '../text/vocabulary.ts';
import { PACKED_SOUNDS } from './packed-sounds.ts';
import { WordPlanes } from './word-planes.ts';

export const SOUND_BITS = 22;

/** The scripts of India from Devanagari to Malayalam lie in blocks of one layout (ISCII, Unicode 16 §12.1). */
const FIRST_BLOCK = 0x0900;
const LAST_BLOCK = 0x0d7f;
const TAMIL = 0x0b80;

/** What a character of such a block sounds like, by its place in the block; a vowel `a` is not written down. */
const SOUNDS = soundsOf(
  '01n 02n 07i 08i 09u 0au 0bri 0ei 0fi 10i 12u 13u 14u 15k 16k 17g 18g 19n 1ac 1bc 1cj 1dj 1en 1ft 20t 21d 22d 23n 24t 25t 26d 27d 28n 29n 2ap 2bp 2cb 2db 2em 2fi 30r 31r 32l 33l 34l 35v 36s 37s 38s 3fi 40i 41u 42u 43ri 46i 47i 48i 4au 4bu 4cu 58k 59k 5ag 5bj 5cd 5dd 5ep 5fi',
);

function soundsOf(table: string): string[] {
  const sounds: string[] = Array.from({ length: 128 }, () => '');
  for (const entry of table.split(' ')) sounds[Number.parseInt(entry.slice(0, 2), 16)] = entry.slice(2);
  return sounds;
}

export const isIndic = (code: number): boolean => code >= FIRST_BLOCK && code <= LAST_BLOCK;

/** How a word in a script of India sounds, roughly: consonants without breath, three vowels less `a`. */
export function soundOf(folded: string, start: number, end: number): string {
  let sound = '';
  for (let at = start; at < end; at += 1) {
    const code = folded.charCodeAt(at);
    if (isIndic(code)) sound += SOUNDS[code & 0x7f];
  }
  return settled(sound);
}

/** The same of a folded name in Latin letters, as it is spelled in India. */
export const soundOfLatin = (name: string): string =>
  settled(
    name
      .replace(/[^a-z]/g, '')
      .replace(/chh?|c(?=[eiy])/g, (found) => (found === 'c' ? 's' : '!'))
      .replace(/ck|c|q/g, 'k')
      .replaceAll('!', 'c')
      .replace(/x/g, 'ks')
      .replace(/ph|f/g, 'p')
      .replace(/[ah]/g, '')
      .replace(/[eiy]+/g, 'i')
      .replace(/[ou]+/g, 'u')
      .replace(/w/g, 'v')
      .replace(/z/g, 'j'),
  );

const settled = (sound: string): string => sound.replace(/(.)\1+/g, '$1').replace(/n(?=[pb])/g, 'm');

/** Tamil writes no voice: `k` is read for `g` too. */
export const voiceless = (sound: string): string =>
  settled(sound.replace(/g/g, 'k').replace(/[cj]/g, 's').replace(/d/g, 't').replace(/b/g, 'p')).replace(/^/, '!');

/** Beside what is known of a word (`word-knowledge.ts`): what it sounds like. */
export const Sounds = { given: 8, surname: 16 } as const;

const planes = new WordPlanes(PACKED_SOUNDS, SOUND_BITS, [Sounds.given, Sounds.surname]);

/** Whether a word in a script of India sounds like a given name or a surname that is known in Latin letters. */
export function soundsLike(folded: string, start: number, end: number): number {
  const sound = soundOf(folded, start, end);
  if (sound.length < 3) return 0;
  const block = folded.charCodeAt(start) & 0xff80;
  return planes.flagsOf(hashOf(block === TAMIL ? voiceless(sound) : sound));
}
