import { PACKED_THINGS } from './packed-things.ts';
import { WordPlanes } from './word-planes.ts';

export const THING_BITS = 20;

/** Beside what is known of a word (`word-knowledge.ts`): whether it names something that is no person. */
export const Thing = { term: 32, brand: 64, place: 128 } as const;

const planes = new WordPlanes(PACKED_THINGS, THING_BITS, [Thing.term, Thing.brand, Thing.place]);

/** Flags of a folded word, see `Thing`, by its working hash. */
export const thingsOf = (hash: number): number => planes.flagsOf(hash);
