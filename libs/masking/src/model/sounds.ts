import { unpackedBytes } from '../packed.ts';
import { HASH_SEED, hashStep } from '../text/vocabulary.ts';
import { PACKED_SOUNDS } from './packed-sounds.ts';

/** A sound's place in a bitmap of 2²². */
export const SOUND_BITS = 22;
const PLANE = 2 ** SOUND_BITS / 8;

export const placeOfSound = (hash: number): number => {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (once ^ (once >>> 13)) >>> (32 - SOUND_BITS);
};

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

export const hashOfSound = (sound: string): number => {
  let hash = HASH_SEED;
  for (let at = 0; at < sound.length; at += 1) hash = hashStep(hash, sound.charCodeAt(at));
  return hash | 0;
};

export const Sounds = { given: 8, surname: 16 } as const;

let planes: Uint8Array | undefined;

/** Whether a word in a script of India sounds like a given name or a surname that is known in Latin letters. */
export function soundsLike(folded: string, start: number, end: number): number {
  planes ??= unpackedBytes(PACKED_SOUNDS);
  const sound = soundOf(folded, start, end);
  if (sound.length < 3) return 0;
  const block = folded.charCodeAt(start) & 0xff80;
  const place = placeOfSound(hashOfSound(block === TAMIL ? voiceless(sound) : sound));
  const bit = 1 << (place & 7);
  const byte = place >>> 3;
  return (
    ((planes[byte] as number) & bit ? Sounds.given : 0) | ((planes[PLANE + byte] as number) & bit ? Sounds.surname : 0)
  );
}
