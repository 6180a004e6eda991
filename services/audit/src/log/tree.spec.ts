import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Frontier } from './frontier.ts';
import { EMPTY_ROOT, leafHash } from './hash.ts';
import {
  consistencyProof,
  type HashSource,
  inclusionProof,
  rootAt,
  verifyConsistency,
  verifyInclusion,
} from './proof.ts';

/** Leaves and roots of the Certificate Transparency reference tests (merkle_tree_test, RFC 6962 §2.1). */
const CT_LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const CT_ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const CT_PATHS: { index: number; size: number; path: string[] }[] = [
  { index: 0, size: 1, path: [] },
  {
    index: 0,
    size: 8,
    path: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
  {
    index: 5,
    size: 8,
    path: [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  { index: 2, size: 3, path: ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'] },
];
const CT_CONSISTENCY: { first: number; second: number; path: string[] }[] = [
  {
    first: 6,
    second: 8,
    path: [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  {
    first: 2,
    second: 5,
    path: [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  },
];

/** A tree kept whole, for what the tiles of a log would answer. */
function grow(leaves: Buffer[]): { source: HashSource; roots: Buffer[] } {
  const levels: Buffer[][] = [leaves, [], [], []];
  const frontier = new Frontier();
  const roots = [frontier.root()];
  for (const leaf of leaves) {
    frontier.append(leaf, (level, index, hash) => {
      (levels[level] as Buffer[])[index] = hash;
    });
    roots.push(frontier.root());
  }
  const hashes: HashSource['hashes'] = async (level, from, count) =>
    (levels[level] as Buffer[]).slice(from, from + count);
  return { source: { hashes }, roots };
}
const numbered = (count: number) => Array.from({ length: count }, (_, i) => leafHash(Buffer.from(`entry ${i}`)));
const flip = (hash: Buffer, bit: number) => {
  const flipped = Buffer.from(hash);
  const at = Math.floor(bit / 8) % flipped.length;
  flipped[at] = (flipped[at] as number) ^ (1 << (bit % 8));
  return flipped;
};

describe('RFC 6962 Merkle tree', () => {
  const ct = grow(CT_LEAVES.map((hex) => leafHash(Buffer.from(hex, 'hex'))));
  const big = grow(numbered(700));
  const sizes = fc.integer({ min: 1, max: 700 });

  it('has the published root at every size of the reference tree', () => {
    expect(ct.roots.map((root) => root.toString('hex'))).toEqual(CT_ROOTS);
    expect(EMPTY_ROOT.toString('hex')).toBe(CT_ROOTS[0]);
  });

  it.each(CT_PATHS)('makes the published audit path of leaf $index in $size', async ({ index, size, path }) => {
    expect((await inclusionProof(index, size, ct.source)).map((hash) => hash.toString('hex'))).toEqual(path);
  });

  it.each(CT_CONSISTENCY)('makes the published consistency proof $first → $second', async ({ first, second, path }) => {
    expect((await consistencyProof(first, second, ct.source)).map((hash) => hash.toString('hex'))).toEqual(path);
  });

  it('refuses an index or size outside the tree', async () => {
    await expect(inclusionProof(8, 8, ct.source)).rejects.toThrow(RangeError);
    await expect(inclusionProof(-1, 8, ct.source)).rejects.toThrow(RangeError);
    await expect(consistencyProof(9, 8, ct.source)).rejects.toThrow(RangeError);
    expect(verifyInclusion(ct.roots[0] as Buffer, 0, 0, [], EMPTY_ROOT)).toBe(false);
  });

  it('[C-AU-3] verifies the proof of every leaf at every size, and no flipped bit, other index or cut proof', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), async (size, pick, bit) => {
        const index = pick % size;
        const leaf = leafHash(Buffer.from(`entry ${index}`));
        const root = big.roots[size] as Buffer;
        const proof = await inclusionProof(index, size, big.source);
        expect(verifyInclusion(leaf, index, size, proof, root)).toBe(true);
        expect(verifyInclusion(flip(leaf, bit), index, size, proof, root)).toBe(false);
        expect(verifyInclusion(leaf, index, size, proof, flip(root, bit))).toBe(false);
        if (size > 1) expect(verifyInclusion(leaf, (index + 1) % size, size, proof, root)).toBe(false);
        if (proof.length > 0) {
          const at = pick % proof.length;
          expect(verifyInclusion(leaf, index, size, proof.with(at, flip(proof[at] as Buffer, bit)), root)).toBe(false);
          expect(verifyInclusion(leaf, index, size, proof.slice(1), root)).toBe(false);
        }
        expect(verifyInclusion(leaf, index, size, [...proof, root], root)).toBe(false);
      }),
    );
  });

  it('[C-AU-3] verifies the consistency of every pair of sizes, and no flipped bit or cut proof', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, sizes, fc.nat(), async (a, b, bit) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)].map((size) => ({
          size,
          root: big.roots[size] as Buffer,
        })) as [{ size: number; root: Buffer }, { size: number; root: Buffer }];
        const proof = await consistencyProof(first.size, second.size, big.source);
        expect(verifyConsistency(first, second, proof)).toBe(true);
        expect(verifyConsistency({ ...first, root: flip(first.root, bit) }, second, proof)).toBe(false);
        expect(verifyConsistency(first, { ...second, root: flip(second.root, bit) }, proof)).toBe(false);
        for (const at of proof.keys()) {
          const bad = proof.with(at, flip(proof[at] as Buffer, bit));
          expect(verifyConsistency(first, second, bad)).toBe(false);
          expect(verifyConsistency(first, second, proof.toSpliced(at, 1))).toBe(false);
        }
      }),
    );
  });

  it('has the same root whether computed from the right edge or from the tiles', async () => {
    for (const size of [0, 1, 255, 256, 257, 511, 512, 513, 700]) {
      expect(await rootAt(size, big.source)).toEqual(big.roots[size]);
    }
  });

  it('continues from a stored frontier as if never interrupted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 99 }), (first, more) => {
        const leaves = numbered(first + more);
        const before = new Frontier();
        for (const leaf of leaves.slice(0, first)) before.append(leaf);
        const after = Frontier.parse(first, before.bytes());
        for (const leaf of leaves.slice(first)) after.append(leaf);
        expect(after.root()).toEqual(big.roots[first + more]);
      }),
      { numRuns: 30 },
    );
  });

  it('refuses a stored frontier that does not fit its size', () => {
    expect(() => Frontier.parse(3, Buffer.alloc(32))).toThrow('size 3');
    expect(() => Frontier.parse(1, Buffer.alloc(31))).toThrow('whole hashes');
  });
});
