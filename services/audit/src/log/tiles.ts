import { TILE_WIDTH } from './frontier.ts';

/** Longest entry: entry bundles carry a uint16 length (C2SP tlog-tiles, "Log Entries"). */
export const MAX_ENTRY_BYTES = 65_535;

/** A tile's place: `level` 0–7 of hashes or the entries themselves, index `n`, and how many of its 256 are there. */
export interface TileName {
  level: number | 'entries';
  n: number;
  width: number;
}

/** Path below the log's prefix: `tile/<L>/<N>[.p/<W>]`, N in groups of three digits, all but the last with an `x`. */
export function tilePath({ level, n, width }: TileName): string {
  const digits = String(n);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) as string[];
  const last = groups.pop() as string;
  const path = [...groups.map((group) => `x${group}`), last].join('/');
  return `tile/${level}/${path}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/** Reads a tile path; undefined for anything that {@link tilePath} would not write, so no other path passes. */
export function parseTilePath(path: string): TileName | undefined {
  const [, level, groups, width] =
    /^tile\/(entries|[0-7])\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path) ?? [];
  if (!level || !groups) return undefined;
  const tile: TileName = {
    level: level === 'entries' ? 'entries' : Number(level),
    n: Number(groups.replaceAll(/[x/]/g, '')),
    width: width ? Number(width) : TILE_WIDTH,
  };
  return tilePath(tile) === path ? tile : undefined;
}

/** Names of the tiles, full and partial, that `level` has in a tree of `size` entries, from tile `from` on. */
export function* tilesOfLevel(level: number | 'entries', size: number, from = 0): Generator<TileName> {
  const items = level === 'entries' ? size : Math.floor(size / TILE_WIDTH ** level);
  for (let n = from; n * TILE_WIDTH < items; n += 1) {
    yield { level, n, width: Math.min(TILE_WIDTH, items - n * TILE_WIDTH) };
  }
}

/** Levels of hashes that a tree of `size` entries has at least one hash on. */
export function* levelsOf(size: number): Generator<number> {
  for (let level = 0; level === 0 || size >= TILE_WIDTH ** level; level += 1) yield level;
}

/** Entry bundle: each entry behind its length, big-endian uint16. */
export function encodeBundle(entries: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    }),
  );
}

/** Entries of a bundle; `whole` is false where the bytes end inside an entry (those before it are returned). */
export function decodeBundle(bytes: Buffer): { entries: Buffer[]; whole: boolean } {
  const entries: Buffer[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + 2 > bytes.length) return { entries, whole: false };
    const end = at + 2 + bytes.readUInt16BE(at);
    if (end > bytes.length) return { entries, whole: false };
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return { entries, whole: true };
}
