import type { Range } from '../digit-run.ts';
import type { Scan } from '../scan.ts';
import { Word, wordFlags } from './lexicon.ts';

const CAPITALISED =
  /^\p{Lu}[\p{L}\p{M}'’-]+(?: (?:\p{Lu}\.|\p{L}{1,3}|\p{Lu}[\p{L}\p{M}'’-]+)){0,2} \p{Lu}[\p{L}\p{M}'’-]+$/u;

/** A given name before a surname, both from the lists, and not both words besides: `Emily Price`, wherever it stands. */
export function isListedName({ text, folded }: Scan, { start, end }: Range): boolean {
  if (end - start > 48 || !CAPITALISED.test(text.slice(start, end))) return false;
  const first = wordFlags(folded, start, folded.indexOf(' ', start));
  const last = wordFlags(folded, folded.lastIndexOf(' ', end - 1) + 1, end);
  const isName = (first & Word.given) !== 0 && (last & (Word.surname | Word.given)) !== 0;
  return isName && (first & last & Word.everyday) === 0;
}
