import { readdirSync, readFileSync } from 'node:fs';
import { foldText } from '../src/text/characters.ts';

/**
 * Words of one kind in a file of a folder of lists beside this module: it has a section for each kind, headed `# given`,
 * with white space between words.
 */
export function listed(folder: string, file: string, kind: string): string[] {
  const sections = readFileSync(new URL(`./${folder}/${file}`, import.meta.url), 'utf8').split(/^# /m);
  const section = sections.find((text) => text.startsWith(`${kind}\n`));
  return section?.split(/\s+/).slice(1).filter(Boolean) ?? [];
}

/** Files of a folder of lists. */
export const listsOf = (folder: string): string[] => readdirSync(new URL(`./${folder}/`, import.meta.url));

/** A listed word as readers of text see it: folded, without joiners. */
export const foldListed = (word: string): string => foldText(word.normalize('NFC').replace(/[\u200c\u200d]/g, ''));
