import { foldListed, listed, listsOf } from './word-lists.ts';

/** Words of forms, screens and offices, months, feasts and peoples; brands and products; places. */
export type ThingKind = 'term' | 'brand' | 'place';

/** Folded words of all languages; names of several words by each of them. */
export const thingsListed = (kind: ThingKind): Set<string> =>
  new Set(
    listsOf('things')
      .flatMap((file) => listed('things', file, kind))
      .flatMap((word) => foldListed(word).split('-'))
      .filter((word) => word.length > 1),
  );
