import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decode } from '@msgpack/msgpack';

/** Words of one language with how frequent they are on Zipf's scale: 3 for one that occurs a thousand times in 10⁹ words. */
export interface FrequentWords {
  language: string;
  words: Iterable<readonly [word: string, zipf: number]>;
}

/** The largest list of each language of PyPI `wordfreq` 3.1.1, unpacked in a folder. */
export function* frequentWords(folder: string): Generator<FrequentWords> {
  const lists = join(folder, 'wordfreq/data');
  const files = readdirSync(lists);
  for (const file of files) {
    const [, size, language] = /^(small|large)_(\w+)\.msgpack\.gz$/.exec(file) ?? [];
    if (!language || (size === 'small' && files.includes(`large_${language}.msgpack.gz`))) continue;
    yield { language, words: wordsIn(join(lists, file)) };
  }
}

function* wordsIn(file: string): Generator<readonly [word: string, zipf: number]> {
  const [, ...buckets] = decode(gunzipSync(readFileSync(file))) as [unknown, ...string[][]];
  // The bucket number is the frequency in hundredths of a bel below 1; Zipf's scale counts from 10⁻⁹.
  for (const [bucket, words] of buckets.entries()) for (const word of words) yield [word, 9 - bucket / 100];
}
