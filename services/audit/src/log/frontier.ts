import { EMPTY_ROOT, HASH_BYTES, nodeHash } from './hash.ts';

/** Height of one tile: 256 hashes wide (C2SP tlog-tiles). */
export const TILE_HEIGHT = 8;
export const TILE_WIDTH = 256;

/** Told each time 256^level leaves are complete: `index` counts such subtrees from the left. */
export type OnTileRoot = (level: number, index: number, hash: Buffer) => void;

/**
 * The right edge of an RFC 6962 tree: the roots of its perfect subtrees, largest first. It is all that is needed to
 * append and to know the root, so it fits in one row (at most 53 hashes).
 */
export class Frontier {
  #size: number;
  readonly #hashes: Buffer[];

  constructor(size = 0, hashes: readonly Buffer[] = []) {
    if (hashes.length !== ones(size)) throw new Error(`a frontier of size ${size} cannot have ${hashes.length} hashes`);
    this.#size = size;
    this.#hashes = [...hashes];
  }

  /** Reads what {@link bytes} wrote. Throws where the length does not fit the size. */
  static parse(size: number, bytes: Uint8Array): Frontier {
    if (bytes.length % HASH_BYTES !== 0) throw new Error(`a frontier of ${bytes.length} bytes is not whole hashes`);
    const hashes: Buffer[] = [];
    for (let at = 0; at < bytes.length; at += HASH_BYTES) hashes.push(Buffer.from(bytes.subarray(at, at + HASH_BYTES)));
    return new Frontier(size, hashes);
  }

  get size(): number {
    return this.#size;
  }

  /** The subtree roots, 32 bytes each, largest subtree first. */
  bytes(): Buffer {
    return Buffer.concat(this.#hashes);
  }

  /** Adds one leaf hash at index `size`. */
  append(leaf: Buffer, onTileRoot?: OnTileRoot): void {
    this.#hashes.push(leaf);
    let height = 0;
    // Each trailing one bit of the old size is a perfect subtree that the new leaf completes.
    for (let left = this.#size; left % 2 === 1; left = Math.floor(left / 2)) {
      const right = this.#hashes.pop() as Buffer;
      const merged = nodeHash(this.#hashes.pop() as Buffer, right);
      this.#hashes.push(merged);
      height += 1;
      if (height % TILE_HEIGHT === 0) onTileRoot?.(height / TILE_HEIGHT, Math.floor(this.#size / 2 ** height), merged);
    }
    this.#size += 1;
  }

  /** Merkle tree hash of everything appended (RFC 6962 §2.1). */
  root(): Buffer {
    return this.#hashes.length === 0 ? EMPTY_ROOT : this.#hashes.reduceRight((right, left) => nodeHash(left, right));
  }
}

function ones(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}
