import { readNameLists } from './name-lists.ts';

/** What a word is; the values are those of {@link readNameLists}, added up. */
export const Word = { given: 1, surname: 2, everyday: 4, place: 8 } as const;

/** Open addressing over 32-bit hashes: no string is made to build it or to ask it. */
const SLOTS = 1 << 19;
const hashes = new Uint32Array(SLOTS);
const flags = new Uint8Array(SLOTS);

const SEED = 0x811c9dc5; // FNV-1a, 32 bits, over UTF-16 units
const PRIME = 0x01000193;
const mix = (hash: number, code: number) => Math.imul(hash ^ code, PRIME);
const finish = (hash: number) => (hash ^ (hash >>> 15)) >>> 0 || 1;

function slotOf(hash: number): number {
  let slot = hash & (SLOTS - 1);
  while (hashes[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & (SLOTS - 1);
  return slot;
}

const FIRST_LETTER = 96;
const ZERO = 48;

/** Reads front-coded words: a character below the letters says how much of the word before is kept. */
function load(words: string, flag: number): void {
  const prefix = new Uint32Array(64);
  for (let at = 0; at < words.length; ) {
    let length = words.charCodeAt(at) - ZERO;
    let hash = length === 0 ? SEED : (prefix[length - 1] as number);
    at += 1;
    for (let code = words.charCodeAt(at); at < words.length && code >= FIRST_LETTER; code = words.charCodeAt(at)) {
      hash = mix(hash, code);
      prefix[length] = hash;
      length += 1;
      at += 1;
    }
    const key = finish(hash);
    const slot = slotOf(key);
    hashes[slot] = key;
    flags[slot] = flag;
  }
}

for (const [flag, words] of readNameLists()) load(words, flag);

/** Flags of the folded word `text[start, end)`, 0 where no list has it. */
export function wordFlags(text: string, start = 0, end = text.length): number {
  let hash = SEED;
  for (let at = start; at < end; at += 1) hash = mix(hash, text.charCodeAt(at));
  return flags[slotOf(finish(hash))] as number;
}
