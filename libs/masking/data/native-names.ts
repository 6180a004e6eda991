import { readdirSync, readFileSync } from 'node:fs';
import { foldText } from '../src/text/characters.ts';

const FOLDER = new URL('./native/', import.meta.url);
/** Languages whose script separates no words, and Korean; their names are compiled by build-unspaced.ts. */
const EAST_ASIAN = new Set(['ko.txt', 'zh.txt']);

/** Given names, surnames, names of foreigners in the language's script, and those of all these that are words besides. */
export type NameKind = 'given' | 'surname' | 'foreign' | 'word';

/** Names of one kind in a file: it has a section for each, headed `# given`, with white space between names. */
function namesIn(file: string, kind: NameKind): string[] {
  const sections = readFileSync(new URL(file, FOLDER), 'utf8').split(/^# /m);
  const section = sections.find((text) => text.startsWith(`${kind}\n`));
  return section?.split(/\s+/).slice(1).filter(Boolean) ?? [];
}

/** Names as the files have them. */
export const eastAsianNames = (kind: Exclude<NameKind, 'word'>): string[] =>
  [...EAST_ASIAN].flatMap((file) => namesIn(file, kind));

/** Folded names of all other languages; joiners, which readers of text do not see, are left out, and so are names with marks. */
export const nativeNames = (kind: NameKind): string[] =>
  readdirSync(FOLDER)
    .filter((file) => !EAST_ASIAN.has(file))
    .flatMap((file) => namesIn(file, kind))
    .map((name) => foldText(name.normalize('NFC').replace(/[\u200c\u200d]/g, '')))
    .filter((name) => /^[\p{L}\p{M}]{2,}$/u.test(name));
