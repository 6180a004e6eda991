import type { Cue } from '../cues/find-cues.ts';
import type { Finding, Scan } from '../scan.ts';
import { isUnspaced, isWordCode } from '../text/characters.ts';
import { opensNothing } from './one-time-code.ts';

/** What opens a door, stops an alarm or unlocks a telephone: `9136`, `0514#`, `#24*`, `7 3 1 9`, `B8859`, `73#19`, `K4-72-QA`. */
const CODE =
  /(?:[0-9](?:[ .-][0-9]){2,7}[#*]?|[0-9]{2}(?:[ .-][0-9]{2}){1,3}[#*]?|[0-9]{3}[ -][0-9]{3}|[0-9]{4}[ -][0-9]{4}|[#*]{0,2}[0-9]{1,5}[#*][0-9]{1,5}[#*]?|[#*][0-9]{2}[#*]|[#*]{0,2}[0-9]{3,8}[#*]{0,2}|(?=[0-9A-Z-]{0,12}[0-9])[A-Z0-9]{2,4}(?:-[A-Z0-9]{2,5}){1,3}|[A-Z]{1,2}[0-9]{3,6}[A-Z]{0,2}[#*]?|[0-9]{2,5}(?:[A-Z]{1,2}|[А-Я])[0-9]{0,3}[A-Z]?[#*]?)(?![0-9A-Za-zА-Яа-я%/°€$£]|[.,:-][0-9]| ?(?:EUR|USD|kr|zł|Kč|km|kg|cm|mm|°|h\b|Uhr|min|sek|€|£))/y;
/** Sentences, brackets of remarks and the next field end what a cue speaks of. */
const STOP = /[.!?;\n\t|\x7f]/;
const REACH = 40;
const WORDS = 6;

/** Codes of doors, alarms, safes and devices after their name, on its line and a few words away at most. */
export function cuedAccessCode({ text }: Scan, cue: Cue): Finding | undefined {
  const stop = Math.min(text.length, cue.end + REACH);
  let words = 0;
  for (let at = cue.end; at < stop && words <= WORDS; at += 1) {
    const character = text[at] as string;
    if (STOP.test(character) && !(character === '.' && text[at + 1] !== ' ')) return undefined;
    const begins = /[0-9A-Z#*]/.test(character) && (at === cue.end || !isAttached(text, at));
    if (begins) {
      CODE.lastIndex = at;
      const code = CODE.exec(text)?.[0];
      if (code !== undefined && isSaid(text, cue, at, code))
        return { start: at, end: at + code.length, type: 'PASSWORD' };
      // "on level 2"
      if (/[0-9]/.test(character) && !/^[0-9]{1,2} \p{Ll}/u.test(text.slice(at, at + 4))) return undefined;
    }
    if (character === ' ') words += 1;
  }
  return undefined;
}

const isAttached = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at - 1);
  return (isWordCode(code) && !isUnspaced(code)) || '_/-.'.includes(text[at - 1] as string);
};

/** What says that three digits are the whole code: "the combination of the lock is 419". */
const LINKED = /(?:[:=]|(?:^|\s)(?:is|ist|est|es|é|è|er|är|on|to|jest|je|este|е|είναι|это|це))\s["'„“«]?$/u;

/** "the PIN of the alarm was changed to 6641", in the languages of the tickets. */
const CHANGED =
  /(?:chang|geändert|umgestellt|veranderd|gewijzigd|cambiad|alterad|mudad|mudou|cambiat|modifi|ändra|endret|ændret|bytt|zmieni|změn|zmen|смен|помен|измен|змін).{1,14}\s["'„“«]?$/iu;

/** Digits among it, no date, no year a few words away, no error and no postcode. */
function isSaid(text: string, cue: Cue, at: number, code: string): boolean {
  const far = at - cue.end > 4 && !LINKED.test(text.slice(cue.end, at));
  if (!/[0-9]/.test(code) || (/^[0-9]{3}$/.test(code) && far)) return false;
  // A one-time code stands close, and 504 is how something failed.
  if (
    cue.kind === 'one-time' &&
    (/^[0-9]{3}$/.test(code) || (at - cue.end > 16 && !CHANGED.test(text.slice(cue.end, at))))
  )
    return false;
  if (/^(?:19|20)[0-9]{2}$/.test(code) && at - cue.end > 6) return false;
  return !opensNothing(text.slice(Math.max(0, cue.start - 10), at + code.length + 8));
}
