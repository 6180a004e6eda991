import { TILE_HEIGHT, TILE_WIDTH } from './frontier.ts';
import { EMPTY_ROOT, nodeHash } from './hash.ts';

/** Where subtree roots come from: `count` roots of 256^level leaves each, from subtree `from` on; never across a tile. */
export interface HashSource {
  hashes(level: number, from: number, count: number): Promise<Buffer[]>;
}

/** Merkle tree hash of the first `size` entries (RFC 6962 §2.1). */
export async function rootAt(size: number, source: HashSource): Promise<Buffer> {
  return size === 0 ? EMPTY_ROOT : subtreeHash(0, size, source);
}

/** Audit path of entry `index` in the tree of `size` entries, leaf side first (RFC 6962 §2.1.1). Throws RangeError. */
export async function inclusionProof(index: number, size: number, source: HashSource): Promise<Buffer[]> {
  if (!(index >= 0 && index < size)) throw new RangeError(`entry ${index} is not in a tree of ${size}`);
  const ranges: [number, number][] = [];
  let [lo, hi] = [0, size];
  while (hi - lo > 1) {
    const middle = lo + split(hi - lo);
    if (index < middle) {
      ranges.push([middle, hi]);
      hi = middle;
    } else {
      ranges.push([lo, middle]);
      lo = middle;
    }
  }
  return Promise.all(ranges.reverse().map(([from, to]) => subtreeHash(from, to, source)));
}

/** Proof that the tree of `first` entries is a prefix of the tree of `second` (RFC 6962 §2.1.2). Throws RangeError. */
export async function consistencyProof(first: number, second: number, source: HashSource): Promise<Buffer[]> {
  if (!(first >= 0 && first <= second)) throw new RangeError(`a tree of ${first} is no prefix of one of ${second}`);
  if (first === 0 || first === second) return [];
  const ranges: [number, number][] = [];
  let [lo, hi, whole] = [0, second, true];
  while (hi !== first) {
    const middle = lo + split(hi - lo);
    if (first <= middle) {
      ranges.push([middle, hi]);
      hi = middle;
    } else {
      ranges.push([lo, middle]);
      lo = middle;
      whole = false;
    }
  }
  if (!whole) ranges.push([lo, hi]);
  return Promise.all(ranges.reverse().map(([from, to]) => subtreeHash(from, to, source)));
}

/** Checks an audit path against a root (RFC 9162 §2.1.3.2). */
export function verifyInclusion(
  leaf: Buffer,
  index: number,
  size: number,
  proof: readonly Buffer[],
  root: Buffer,
): boolean {
  if (!(index >= 0 && index < size)) return false;
  let [fn, sn, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(sibling, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && hash.equals(root);
}

/** Checks that `firstRoot` (of `first` entries) is a prefix of `secondRoot` (of `second`) (RFC 9162 §2.1.4.2). */
export function verifyConsistency(
  first: { size: number; root: Buffer },
  second: { size: number; root: Buffer },
  proof: readonly Buffer[],
): boolean {
  if (first.size > second.size) return false;
  if (first.size === second.size) return proof.length === 0 && first.root.equals(second.root);
  if (first.size === 0) return proof.length === 0 && first.root.equals(EMPTY_ROOT);
  const path = isPowerOfTwo(first.size) ? [first.root, ...proof] : [...proof];
  let [fn, sn] = [first.size - 1, second.size - 1];
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)];
  const seed = path.shift();
  if (!seed) return false;
  let [fr, sr] = [seed, seed];
  for (const hash of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [nodeHash(hash, fr), nodeHash(hash, sr)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      sr = nodeHash(sr, hash);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && fr.equals(first.root) && sr.equals(second.root);
}

/** Hash of entries [lo, hi), where lo is a multiple of the largest power of two below hi − lo (always so in RFC 6962). */
async function subtreeHash(lo: number, hi: number, source: HashSource): Promise<Buffer> {
  const leaves = hi - lo;
  if (isPowerOfTwo(leaves)) {
    const height = Math.log2(leaves);
    const level = Math.floor(height / TILE_HEIGHT);
    const count = 2 ** (height % TILE_HEIGHT);
    return fold(await source.hashes(level, lo / TILE_WIDTH ** level, count));
  }
  const middle = lo + split(leaves);
  const [left, right] = await Promise.all([subtreeHash(lo, middle, source), subtreeHash(middle, hi, source)]);
  return nodeHash(left, right);
}

/** Root of a perfect subtree from its 2^k row of hashes. */
function fold(row: readonly Buffer[]): Buffer {
  let level = row;
  while (level.length > 1) {
    const next: Buffer[] = [];
    for (let i = 0; i < level.length; i += 2) next.push(nodeHash(level[i] as Buffer, level[i + 1] as Buffer));
    level = next;
  }
  const [root] = level;
  if (!root) throw new Error('the hash source answered nothing');
  return root;
}

/** Largest power of two strictly below n (n > 1). */
function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

function half(n: number): number {
  return Math.floor(n / 2);
}

function isPowerOfTwo(n: number): boolean {
  return Number.isInteger(Math.log2(n));
}
