/*
 * Compiles what names sound like: node data/build-sounds.ts writes src/model/packed-sounds.ts, from the names in
 * src/names/packed-names.ts.
 */
import { hashOfSound, placeOfSound, SOUND_BITS, soundOf, soundOfLatin, voiceless } from '../src/model/sounds.ts';
import { readNameLists } from '../src/names/name-lists.ts';
import { frontDecoded } from './front-coding.ts';
import { packed, writePacked } from './packed-source.ts';

const planes = [1, 2].map((flag) => {
  const bits = Buffer.alloc(2 ** SOUND_BITS / 8);
  const sounds = new Set<string>();
  for (const [flags, words] of readNameLists())
    if ((flags & flag) !== 0)
      for (const word of frontDecoded(words)) {
        const sound = /^[a-z]/.test(word) ? soundOfLatin(word) : soundOf(word, 0, word.length);
        if (sound.length > 2) sounds.add(sound).add(voiceless(sound));
      }
  for (const sound of sounds) {
    const place = placeOfSound(hashOfSound(sound));
    bits[place >>> 3] = (bits[place >>> 3] as number) | (1 << (place & 7));
  }
  process.stderr.write(`${sounds.size} sounds\n`);
  return bits;
});
const kib = writePacked(
  'model/packed-sounds.ts',
  'PACKED_SOUNDS',
  'What names sound like, made by data/build-sounds.ts',
  packed(Buffer.concat(planes)),
);
process.stderr.write(`${kib} KiB written\n`);
