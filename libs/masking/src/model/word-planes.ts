import { unpackedBytes } from '../packed.ts';

/** A number of `bits` bits that follows from a hash, mixed as MurmurHash3 begins its last step: like hashes lie apart. */
export function placeIn(hash: number, bits: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (once ^ (once >>> 13)) >>> (32 - bits);
}

/**
 * Sets of words, each a bitmap of 2^`bits` places, end to end (`data/packed-source.ts`). A word is known by its hash: of a
 * hundred words that are in no set, one to three seem to be in one. Unpacked when first asked.
 */
export class WordPlanes {
  readonly #packed: string;
  readonly #bits: number;
  readonly #flags: readonly number[];
  #bytes: Uint8Array | undefined;

  /** @param flags what a word of each set is, in their order */
  constructor(packed: string, bits: number, flags: readonly number[]) {
    this.#packed = packed;
    this.#bits = bits;
    this.#flags = flags;
  }

  /** What a word is, added up, by its working hash. */
  flagsOf(hash: number): number {
    this.#bytes ??= unpackedBytes(this.#packed);
    const place = placeIn(hash, this.#bits);
    const bit = 1 << (place & 7);
    const size = 2 ** this.#bits / 8;
    let known = 0;
    for (let plane = 0; plane < this.#flags.length; plane += 1)
      if (((this.#bytes[plane * size + (place >>> 3)] as number) & bit) !== 0) known |= this.#flags[plane] as number;
    return known;
  }
}
