import { abbreviationOf, isEveryday, isPlain } from '../cues/abbreviations.ts';
import { isInsideCode, isMereWord } from '../cues/cue-context.ts';
import type { Cue } from '../cues/find-cues.ts';
import { identityAfter, identityBefore, shapedAfter } from '../cues/identity-after.ts';
import { isNumberOfThing } from '../cues/other-numbers.ts';
import type { Finding, Scan } from '../scan.ts';

/** Words that may stand between a cue of several words and its value. */
const WORDS_AFTER_PHRASE = 6;

/** Numbers by which states know a person: behind their cue, or before it where nothing follows. */
export const identity =
  (type: 'NATIONAL_ID' | 'PASSPORT', maxWords: number) =>
  (scan: Scan, cue: Cue): Finding | undefined => {
    if (isInsideCode(scan, cue)) return undefined;
    const name = scan.folded.slice(cue.start, cue.end);
    const abbreviations = abbreviationOf(name)?.filter((own) => own.type === type);
    if (abbreviations && abbreviations.length > 0) {
      if (!isMeant(scan, cue)) return undefined;
      const range =
        shapedAfter(scan, cue, abbreviations) ??
        (isPlain(name) && !/^-|^\.\w/.test(scan.text.slice(cue.end, cue.end + 2))
          ? identityAfter(scan, cue, 1)
          : undefined);
      return range && !isHash(scan.text.slice(range.start, range.end)) ? { ...range, type } : undefined;
    }
    if (isMereWord(scan, cue)) return undefined;
    const range =
      identityAfter(scan, cue, name.includes(' ') ? WORDS_AFTER_PHRASE : maxWords) ?? identityBefore(scan, cue);
    return range && !isHash(scan.text.slice(range.start, range.end)) ? { ...range, type } : undefined;
  };

/** "le", "pass" and "pan" are words; "LE" and "pan:" are not. `Message-ID` and "order id" are of other things. */
const isMeant = ({ text, folded }: Scan, cue: Cue): boolean =>
  !/[-_@]/.test(text[cue.start - 1] ?? ' ') &&
  !isNumberOfThing(folded, cue.start) &&
  (!isEveryday(folded.slice(cue.start, cue.end)) ||
    /^\p{Lu}{2}/u.test(text.slice(cue.start, cue.end)) ||
    /^["']?\s{0,2}[:=]|^ (?:no|nr|number|is|n°)|^ [0-9]{9}/.test(text.slice(cue.end, cue.end + 10)));

/** UUIDs and hashes are no one's number. */
const isHash = (value: string): boolean =>
  value.length > 11 && /[a-f]/.test(value) && /^[0-9a-f]+(?:-[0-9a-f]+)*$/.test(value);
