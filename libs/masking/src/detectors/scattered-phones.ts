import { type Cue, findCues } from '../cues/find-cues.ts';
import type { Detector } from '../scan.ts';
import { eachMatch } from '../text/matches.ts';

/** Eight to fifteen digits (E.164 §6.2.1), whatever signs, spaces and line breaks hold them apart. */
const SCATTERED =
  /(?<![\p{L}\p{N}])[+([{]{0,2}[0-9](?:[^\p{L}\p{M}\p{N}\x7f:;%$€£"]{0,5}[0-9]){7,14}(?![\p{L}\p{N}])/gu;
/** One digit after the other, or signs between that no number is written with. */
const SINGLE = /^[^0-9]*[0-9](?:[^0-9]+[0-9])+$/;
const ODD = /[0-9][^0-9]*(?:[^0-9 ()./+-]|[^0-9 ] ?[^0-9 ]|\n)[^0-9]*[0-9]/u;
const DATE = /(?<![0-9])[0-3]?[0-9][./-][01]?[0-9][./-](?:19|20)?[0-9]{2}|(?:19|20)[0-9]{2}[./-][01]?[0-9]/;
/** How far before the number the word for a telephone may stand. */
const REACH = 80;

/** Phone numbers written so that nothing finds them: `[0] [3] [9] [1] 55 08 77`, `080★3059★1627`, `5.9.3.–.4.1.–.8.8.–.2.0`. */
export const scatteredPhones: Detector = (scan, findings) => {
  const { text } = scan;
  let phones: readonly Cue[] | undefined;
  let next = 0;
  eachMatch(SCATTERED, text, ({ index, 0: value }) => {
    const isSingle = SINGLE.test(value);
    if (!(isSingle || (/^[^0-9]*0|^\+/.test(value) && ODD.test(value))) || DATE.test(value)) return;
    phones ??= findCues(scan).filter(({ kind }) => kind === 'phone');
    while (next < phones.length && (phones[next] as Cue).end <= index - REACH) next += 1;
    if (next === phones.length || (phones[next] as Cue).start >= index) return;
    findings.push({ start: index, end: index + value.length, type: 'PHONE' });
  });
};
