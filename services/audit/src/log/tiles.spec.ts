import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBundle, encodeBundle, levelsOf, parseTilePath, tilePath, tilesOfLevel } from './tiles.ts';

describe('C2SP tlog-tiles', () => {
  it('writes the path of the specification: groups of three digits, all but the last with an x', () => {
    expect(tilePath({ level: 0, n: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: 1, n: 0, width: 8 })).toBe('tile/1/000.p/8');
    expect(tilePath({ level: 'entries', n: 1_000, width: 112 })).toBe('tile/entries/x001/000.p/112');
  });

  it('reads back every path it writes', () => {
    const level = fc.oneof(fc.nat(7), fc.constant('entries' as const));
    fc.assert(
      fc.property(level, fc.nat(2 ** 40), fc.integer({ min: 1, max: 256 }), (level, n, width) => {
        expect(parseTilePath(tilePath({ level, n, width }))).toEqual({ level, n, width });
      }),
    );
  });

  it.each([
    'tile/0/../../etc/passwd',
    'tile/00/000',
    'tile/8/000',
    'tile/0/0',
    'tile/0/x000/001',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/000/',
    'tile/entries/x001',
  ])('refuses the path %s', (path) => {
    expect(parseTilePath(path)).toBeUndefined();
  });

  it('knows the tiles of a tree of 70,000 entries', () => {
    expect([...levelsOf(70_000)]).toEqual([0, 1, 2]);
    expect([...levelsOf(0)]).toEqual([0]);
    expect([...tilesOfLevel(0, 70_000)]).toHaveLength(274);
    expect([...tilesOfLevel(1, 70_000, 1)]).toEqual([{ level: 1, n: 1, width: 17 }]);
    expect([...tilesOfLevel(2, 70_000)]).toEqual([{ level: 2, n: 0, width: 1 }]);
    expect([...tilesOfLevel('entries', 0)]).toEqual([]);
  });

  it('frames entries with a big-endian uint16 length, and tells a cut bundle from a whole one', () => {
    const entries = [Buffer.from('a'), Buffer.alloc(0), Buffer.alloc(65_535, 7)];
    const bundle = encodeBundle(entries);
    expect(bundle.subarray(0, 5).toString('hex')).toBe('0001610000');
    expect(decodeBundle(bundle)).toEqual({ entries, whole: true });
    expect(decodeBundle(bundle.subarray(0, -1))).toEqual({ entries: entries.slice(0, 2), whole: false });
    expect(() => encodeBundle([Buffer.alloc(65_536)])).toThrow(RangeError);
  });
});
