import { foldListed, listed, listsOf } from './word-lists.ts';

/** Languages whose script separates no words, and Korean; their names are compiled by build-unspaced.ts. */
const EAST_ASIAN = new Set(['ko.txt', 'zh.txt']);

/** Given names, surnames, names of foreigners in the language's script, and those of all these that are words besides. */
export type NameKind = 'given' | 'surname' | 'foreign' | 'word';

/** Names as the files have them. */
export const eastAsianNames = (kind: Exclude<NameKind, 'word'>): string[] =>
  [...EAST_ASIAN].flatMap((file) => listed('native', file, kind));

/** Folded names of all other languages; names with marks are left out. */
export const nativeNames = (kind: NameKind): string[] =>
  listsOf('native')
    .filter((file) => !EAST_ASIAN.has(file))
    .flatMap((file) => listed('native', file, kind))
    .map(foldListed)
    .filter((name) => /^[\p{L}\p{M}]{2,}$/u.test(name));
