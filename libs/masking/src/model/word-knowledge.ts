import { hashOf } from '../text/vocabulary.ts';
import { PACKED_WORDS } from './packed-words.ts';
import { WordPlanes } from './word-planes.ts';

export const WORD_BITS = 24;

/** What is known of a word; surnames are those that the lexicon of names has not. */
export const Known = { frequent: 1, common: 2, surname: 4 } as const;

const planes = new WordPlanes(PACKED_WORDS, WORD_BITS, [Known.frequent, Known.common, Known.surname]);

/** Flags of a folded word, see `Known`, by its working hash. */
export const knowledgeOf = (hash: number): number => planes.flagsOf(hash);

/** The same by the folded word itself. */
export const knowledgeOfWord = (word: string): number => knowledgeOf(hashOf(word));

/** Whether some language has the folded word among its most frequent ones. */
export const isCommon = (word: string): boolean => (knowledgeOfWord(word) & Known.common) !== 0;

/** Whether some language has the folded word among its frequent ones. */
export const isFrequent = (word: string): boolean => (knowledgeOfWord(word) & Known.frequent) !== 0;
