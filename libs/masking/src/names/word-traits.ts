import { vocabulary } from '../text/vocabulary.ts';
import { Word, wordFlags } from './lexicon.ts';
import { CUE_WORDS, NOT_NAMES, PARTICLES } from './words.ts';

/** What a word of a text is: its flags in the lists of names, and which of the sets of words it is in. */
export const Trait = { ...Word, notName: 16, cue: 32, particle: 64 } as const;

/** Of the traits, those that the lists of names give. */
export const WORD_FLAGS = 15;

const COMPUTED = 128;

vocabulary.addAll([...NOT_NAMES, ...CUE_WORDS, ...PARTICLES]);
/** By vocabulary id. */
let known = new Uint8Array(1 << 14);

/** Traits of a word of the vocabulary; words that are not in it are in none of the sets. */
export function traitsOfId(id: number): number {
  const traits = known[id] ?? 0;
  return traits === 0 ? compute(id) : traits & ~COMPUTED;
}

function compute(id: number): number {
  if (id >= known.length) {
    const grown = new Uint8Array(id * 2);
    grown.set(known);
    known = grown;
  }
  const word = vocabulary.wordOf(id);
  const traits =
    wordFlags(word) |
    (NOT_NAMES.has(word) ? Trait.notName : 0) |
    (CUE_WORDS.has(word) ? Trait.cue : 0) |
    (PARTICLES.has(word) ? Trait.particle : 0);
  known[id] = traits | COMPUTED;
  return traits;
}
