/*
 * Compiles what other words a word is used like: node data/build-clusters.ts DIR writes src/model/packed-clusters.ts. DIR holds
 * the unpacked package of PyPI `spacy-lookups-data` 1.0.5:
 *
 *   pip download --no-deps -d DIR spacy-lookups-data==1.0.5, then unzip in DIR
 *
 * spacy-lookups-data (Explosion, MIT) carries Brown clusters (Brown et al. 1992) of the words of English, German and Spanish:
 * given names stand together, surnames, towns, verbs. The lower bits of a cluster's number are its place high up in the tree.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CLUSTER_LANGUAGES, keyOf } from '../src/model/word-clusters.ts';
import { foldText } from '../src/text/characters.ts';
import { hashOf } from '../src/text/vocabulary.ts';
import { packed, writePacked } from './packed-source.ts';

/** Of each language so many of its most frequent words are kept. */
const WORDS = 120_000;

interface Entry {
  clusters: number[];
  /** Logarithms of how frequent the word is in each language. */
  frequencies: number[];
}

const folder = process.argv[2] ?? process.exit(2);
const read = (name: string): Record<string, number> =>
  JSON.parse(gunzipSync(readFileSync(join(folder, 'spacy_lookups_data/data', name))).toString());

const entries = new Map<number, Entry>();
/** By language, every cluster that a kept word is in. */
const numbers = CLUSTER_LANGUAGES.map(() => new Map<number, number>());
for (const [language, code] of CLUSTER_LANGUAGES.entries()) {
  const clusters = read(`${code}_lexeme_cluster.json.gz`);
  const frequencies = read(`${code}_lexeme_prob.json.gz`);
  const words = Object.keys(clusters)
    .filter((word) => clusters[word] !== 0 && word in frequencies && /^[\p{L}\p{M}]{2,}$/u.test(word))
    .sort((left, right) => (frequencies[right] as number) - (frequencies[left] as number));
  let kept = 0;
  for (const word of words) {
    if (kept === WORDS) break;
    const folded = foldText(word);
    const key = keyOf(hashOf(folded) | 0, /^\p{Lu}/u.test(word));
    const entry = entries.get(key) ?? { clusters: [0, 0, 0], frequencies: [-99, -99, -99] };
    if (folded.length < 2 || entry.clusters[language] !== 0) continue;
    entry.clusters[language] = clusters[word] as number;
    entry.frequencies[language] = frequencies[word] as number;
    entries.set(key, entry);
    const known = numbers[language] as Map<number, number>;
    if (!known.has(clusters[word] as number)) known.set(clusters[word] as number, known.size + 1);
    kept += 1;
  }
}

const sorted = [...entries].sort(([left], [right]) => left - right);
const columns: number[][] = [];
let before = 0;
const distances = sorted.map(([key]) => {
  const distance = key - before;
  before = key;
  return distance;
});
columns.push(distances.map((distance) => distance & 255));
columns.push(distances.map((distance) => distance >> 8));
columns.push(sorted.map(([, { frequencies }]) => frequencies.indexOf(Math.max(...frequencies))));
for (const [language, known] of numbers.entries()) {
  const places = sorted.map(([, { clusters }]) => known.get(clusters[language] as number) ?? 0);
  columns.push(places.map((place) => place & 255));
  columns.push(places.map((place) => place >> 8));
}
const heads = numbers.map((known) => Uint32Array.from([known.size, ...known.keys()]));
const table = Buffer.concat([
  Buffer.from(Uint32Array.of(sorted.length).buffer),
  ...heads.map((head) => Buffer.from(head.buffer)),
  ...columns.map((column) => Buffer.from(column)),
]);
const origin = 'Brown clusters (spacy-lookups-data, Explosion, MIT), made by data/build-clusters.ts';
const kib = writePacked('model/packed-clusters.ts', 'PACKED_CLUSTERS', origin, packed(table));
process.stderr.write(`${sorted.length} words, ${kib} KiB written\n`);
