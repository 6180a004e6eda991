import { unpackedBytes } from '../packed.ts';
import { hashOf } from '../text/vocabulary.ts';
import { PACKED_WORDS } from './packed-words.ts';

/** A word's place in a bitmap of 2²⁴: of a hundred words that are not in it, about three seem to be. */
export const BITS = 24;

export const placeOf = (hash: number): number => {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (once ^ (once >>> 13)) >>> (32 - BITS);
};

/** What is known of a word; surnames are those that the lexicon of names has not. */
export const Known = { frequent: 1, common: 2, surname: 4 } as const;

let planes: Uint8Array | undefined;

/** Flags of a folded word, see `Known`, by its working hash. */
export function knowledgeOf(hash: number): number {
  planes ??= unpackedBytes(PACKED_WORDS);
  const place = placeOf(hash);
  const bit = 1 << (place & 7);
  const byte = place >>> 3;
  const plane = 2 ** BITS / 8;
  return (
    ((planes[byte] as number) & bit ? Known.frequent : 0) |
    ((planes[plane + byte] as number) & bit ? Known.common : 0) |
    ((planes[2 * plane + byte] as number) & bit ? Known.surname : 0)
  );
}

/** The same by the folded word itself. */
export const knowledgeOfWord = (word: string): number => knowledgeOf(hashOf(word));

/** Whether some language has the folded word among its most frequent ones. */
export const isCommon = (word: string): boolean => (knowledgeOfWord(word) & Known.common) !== 0;

/** Whether some language has the folded word among its frequent ones. */
export const isFrequent = (word: string): boolean => (knowledgeOfWord(word) & Known.frequent) !== 0;
