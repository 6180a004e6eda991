import { unpackedBytes } from '../packed.ts';
import { PACKED_CLUSTERS } from './packed-clusters.ts';
import { placeIn } from './word-planes.ts';

/** Languages whose words have clusters; names of the whole world stand among them. */
export const CLUSTER_LANGUAGES = ['en', 'de', 'es'] as const;
/** Keys of words have this many bits: of a hundred words that have no cluster, one seems to have one. */
const KEY_BITS = 25;
const CAPITALISED = 0x5bd1e995;

/** Key of a word by its working hash; "Mark" and "mark" are used like different words. */
export function keyOf(hash: number, isCapitalised: boolean): number {
  return placeIn(isCapitalised ? hash ^ CAPITALISED : hash, KEY_BITS);
}

/**
 * What other words a word is used like. By row of a word, the numbers of its clusters in Brown's tree, whose lower bits are
 * higher up; 0 where a language has none. Row 0 is that of all words without clusters.
 */
export class WordClusters {
  readonly en: Uint32Array;
  readonly de: Uint32Array;
  readonly es: Uint32Array;
  /** The one of the language that has the word most often, told apart from those of the others. */
  readonly main: Uint32Array;
  /** Open addressing: a key and its row, side by side. */
  readonly #slots: Int32Array;
  readonly #mask: number;

  /** @param table count of words; by language count of clusters and their numbers; then columns of bytes, see build-clusters.ts */
  constructor(table: Buffer) {
    const count = table.readUInt32LE(0);
    let at = 4;
    const numbers = CLUSTER_LANGUAGES.map(() => {
      const size = table.readUInt32LE(at);
      const own = Uint32Array.from({ length: size + 1 }, (_, index) =>
        index === 0 ? 0 : table.readUInt32LE(at + index * 4),
      );
      at += 4 + size * 4;
      return own;
    });
    const byte = (column: number, row: number): number => table[at + column * count + row - 1] as number;
    const wide = (column: number, row: number): number => byte(column, row) + byte(column + 1, row) * 256;
    const columnOf = (language: number): Uint32Array =>
      Uint32Array.from({ length: count + 1 }, (_, row) =>
        row === 0 ? 0 : ((numbers[language] as Uint32Array)[wide(COLUMNS_BEFORE + language * 2, row)] as number),
      );
    this.en = columnOf(0);
    this.de = columnOf(1);
    this.es = columnOf(2);
    this.main = Uint32Array.from(this.en, (_, row) => {
      if (row === 0) return 0;
      const most = byte(COLUMNS_BEFORE - 1, row);
      return 1 + most + 3 * ([this.en, this.de, this.es][most]?.[row] as number);
    });
    const slots = 2 ** Math.ceil(Math.log2(count * 1.6));
    this.#mask = slots - 1;
    this.#slots = new Int32Array(slots * 2).fill(-1);
    for (let row = 1, key = 0; row <= count; row += 1) {
      key += wide(0, row);
      let slot = key & this.#mask;
      while (this.#slots[slot * 2] !== -1) slot = (slot + 1) & this.#mask;
      this.#slots[slot * 2] = key;
      this.#slots[slot * 2 + 1] = row;
    }
  }

  /** The row of a word as it is written, or else of the same word written large or small. */
  rowOf(hash: number, isCapitalised: boolean): number {
    return this.#rowOfKey(keyOf(hash, isCapitalised)) || this.#rowOfKey(keyOf(hash, !isCapitalised));
  }

  #rowOfKey(key: number): number {
    const slots = this.#slots;
    let slot = key & this.#mask;
    for (let held = slots[slot * 2]; held !== -1; held = slots[slot * 2]) {
      if (held === key) return slots[slot * 2 + 1] as number;
      slot = (slot + 1) & this.#mask;
    }
    return 0;
  }
}

/** Columns of the table before those of the languages: two of distances between keys, and which language has a word most often. */
const COLUMNS_BEFORE = 3;

let loaded: WordClusters | undefined;

/** The clusters that the package brings; unpacked when they are first asked for. */
export function wordClusters(): WordClusters {
  loaded ??= new WordClusters(unpackedBytes(PACKED_CLUSTERS));
  return loaded;
}
