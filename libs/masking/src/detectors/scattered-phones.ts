import { type Cue, findCues } from '../cues/find-cues.ts';
import type { Detector, Finding } from '../scan.ts';
import { eachMatch } from '../text/matches.ts';

/** Eight to fifteen digits (E.164 §6.2.1), whatever signs, spaces and line breaks hold them apart. */
const SCATTERED =
  /(?<![\p{L}\p{N}])[+([{]{0,2}[0-9](?:[^\p{L}\p{M}\p{N}\x7f:;%$€£"]{0,5}[0-9]){7,14}(?![\p{L}\p{N}])/gu;
/** One digit after the other, or signs between that no number is written with. */
const SINGLE = /^[^0-9]*[0-9](?:[^0-9]+[0-9])+$/;
const ODD = /[0-9][^0-9]*(?:[^0-9 ()./+-]|[^0-9 ] ?[^0-9 ]|\n)[^0-9]*[0-9]/u;
const DATE = /(?<![0-9])[0-3]?[0-9][./-][01]?[0-9][./-](?:19|20)?[0-9]{2}|(?:19|20)[0-9]{2}[./-][01]?[0-9]/;
/** What others found there is a part of such a number at most; a whole value beside it is left alone. */
const PART_MAX = 7;
/** How far before the number the word for a telephone may stand. */
const REACH = 80;

/** Phone numbers written so that nothing finds them: `[0] [3] [9] [1] 55 08 77`, `080★3059★1627`, `5.9.3.–.4.1.–.8.8.–.2.0`. */
export const scatteredPhones: Detector = (scan, findings) => {
  const { text } = scan;
  let phones: readonly Cue[] | undefined;
  let whole: Uint8Array | undefined;
  let next = 0;
  eachMatch(SCATTERED, text, ({ index, 0: value }) => {
    const isSingle = SINGLE.test(value);
    if (!(isSingle || (/^[^0-9]*0|^\+/.test(value) && ODD.test(value))) || DATE.test(value)) return;
    phones ??= findCues(scan).filter(({ kind }) => kind === 'phone');
    while (next < phones.length && (phones[next] as Cue).end <= index - REACH) next += 1;
    if (next === phones.length || (phones[next] as Cue).start >= index) return;
    whole ??= wholeValues(findings, text.length);
    const end = index + value.length;
    if (!whole.subarray(index, end).includes(1)) findings.push({ start: index, end, type: 'PHONE' });
  });
};

/** Which units of a text are of a value that is more than a part of a number. */
function wholeValues(findings: readonly Finding[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  for (const { start, end } of findings) if (end - start > PART_MAX) whole.fill(1, start, end);
  return whole;
}
