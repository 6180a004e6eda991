import { brotliDecompressSync } from 'node:zlib';
import { PACKED_CLUSTERS } from './packed-clusters.ts';

/** Languages whose words have clusters; names of the whole world stand among them. */
export const CLUSTER_LANGUAGES = ['en', 'de', 'es'] as const;
/** Keys of words have this many bits: of a hundred words that have no cluster, one seems to have one. */
const KEY_BITS = 25;
const CAPITALISED = 0x5bd1e995;

/** Key of a word by its working hash; "Mark" and "mark" are used like different words. */
export function keyOf(hash: number, isCapitalised: boolean): number {
  const own = isCapitalised ? hash ^ CAPITALISED : hash;
  const once = Math.imul(own ^ (own >>> 16), 0x85ebca6b);
  return (once ^ (once >>> 13)) >>> (32 - KEY_BITS);
}

/** Numbers of the clusters of one word in Brown's tree, 0 where a language has none; lower bits are higher up. */
export interface Clusters {
  readonly en: number;
  readonly de: number;
  readonly es: number;
  /** The one of the language that has the word most often, told apart from those of the others. */
  readonly main: number;
}

const COLUMNS_BEFORE = 3;

/** A word's row by its key: open addressing, as the table is asked for every word of a text. */
class ClusterTable {
  readonly #keys: Int32Array;
  readonly #rows: (Clusters | undefined)[];
  readonly #mask: number;

  /** @param table count of words; by language count of clusters and their numbers; then columns of bytes, see build-clusters.ts */
  constructor(table: Buffer) {
    const count = table.readUInt32LE(0);
    let at = 4;
    const numbers = CLUSTER_LANGUAGES.map(() => {
      const size = table.readUInt32LE(at);
      const own = [0, ...Array.from({ length: size }, (_, index) => table.readUInt32LE(at + 4 + index * 4))];
      at += 4 + size * 4;
      return own;
    });
    const byte = (column: number, index: number): number => table[at + column * count + index] as number;
    const wide = (column: number, index: number): number => byte(column, index) + byte(column + 1, index) * 256;
    const slots = 2 ** Math.ceil(Math.log2(count * 1.6));
    this.#mask = slots - 1;
    this.#keys = new Int32Array(slots).fill(-1);
    this.#rows = new Array(slots);
    const shared = new Map<string, Clusters>();
    let key = 0;
    for (let index = 0; index < count; index += 1) {
      key += wide(0, index);
      const own = numbers.map(
        (ofLanguage, language) => ofLanguage[wide(COLUMNS_BEFORE + language * 2, index)] as number,
      );
      const most = byte(COLUMNS_BEFORE - 1, index);
      const name = `${own} ${most}`;
      const [en = 0, de = 0, es = 0] = own;
      const clusters = shared.get(name) ?? { en, de, es, main: 1 + most + 3 * (own[most] as number) };
      shared.set(name, clusters);
      let slot = key & this.#mask;
      while (this.#keys[slot] !== -1) slot = (slot + 1) & this.#mask;
      this.#keys[slot] = key;
      this.#rows[slot] = clusters;
    }
  }

  get(key: number): Clusters | undefined {
    let slot = key & this.#mask;
    for (let held = this.#keys[slot]; held !== -1; held = this.#keys[slot]) {
      if (held === key) return this.#rows[slot];
      slot = (slot + 1) & this.#mask;
    }
    return undefined;
  }
}

let table: ClusterTable | undefined;

/** The clusters of a word as it is written, or else of the same word written large or small. */
export function clustersOf(hash: number, isCapitalised: boolean): Clusters | undefined {
  table ??= new ClusterTable(brotliDecompressSync(Buffer.from(PACKED_CLUSTERS, 'base64')));
  return table.get(keyOf(hash, isCapitalised)) ?? table.get(keyOf(hash, !isCapitalised));
}
