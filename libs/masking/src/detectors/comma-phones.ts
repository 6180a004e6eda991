import type { Cue } from '../cues/find-cues.ts';
import type { Detector, Finding, Scan } from '../scan.ts';
import { eachMatch } from '../text/matches.ts';
import { isPossibleInternational } from './phone-lengths.ts';

const GROUPS = '\\+?\\(?[0-9]{2,5}\\)?(?:, ?[0-9]{1,5}){2,4}';
const AFTER_CUE = new RegExp(`^["']?[ :=.]{1,4}(?:\\p{L}{1,6} ){0,2}["']?(${GROUPS})(?![0-9]|[.,][0-9])`, 'u');
const digitsOf = (text: string): string => text.replace(/[^0-9]/g, '');

const isPhone = (value: string): boolean => {
  const digits = digitsOf(value);
  return value.startsWith('+')
    ? isPossibleInternational(digits)
    : digits.length > 7 && digits.length < 13 && /[0-9]{3}/.test(value);
};

/** A number behind a word for telephones whose groups are parted by commas: "reach me at 020, 7365, 1261". */
export function commaPhone({ text }: Scan, cue: Cue): Finding | undefined {
  const match = AFTER_CUE.exec(text.slice(cue.end, cue.end + 56));
  const value = match?.[1];
  if (!match || !value || !isPhone(value)) return undefined;
  const end = cue.end + match[0].length;
  return { start: end - value.length, end, type: 'PHONE' };
}

/** The same, and other odd separators, alone in a line below a name: the end of a letter. */
const LINE =
  /(?<=\n)[ >]{0,3}(\+?\(?[0-9]{2,5}\)?(?:, ?[0-9]{1,6}){2,4}|\+?[0-9]{1,5}(?:([_|·~•])[0-9]{1,6})(?:\2[0-9]{1,6}){1,5})(?=[ ]?(?:\n|$))/g;
const NAMED_ABOVE = 96;

/** Reads the names found before. */
export const oddLinePhones: Detector = ({ text }, findings) => {
  const names = findings.filter(({ type }) => type === 'PERSON').map(({ end }) => end);
  if (names.length === 0) return;
  eachMatch(LINE, text, ({ index, 0: line, 1: value = '' }) => {
    const start = index + line.indexOf(value);
    if (isPhone(value) && names.some((end) => end <= start && end > start - NAMED_ABOVE))
      findings.push({ start, end: start + value.length, type: 'PHONE' });
  });
};
