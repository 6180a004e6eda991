import type { Detector } from '../scan.ts';
import { eachMatch } from '../text/matches.ts';

const NUMERIC =
  /(?<![0-9A-Za-z./-])(?:([0-9]{1,4})([./-])([0-9]{1,2})\2([0-9]{1,4})|([0-9]{6}|[0-9]{8}))(?![0-9A-Za-z]|[./-][0-9])/g;

/** Day and year in two digits each, and the month where it is a number: what two spellings of one date share. */
const keysOf = (date: string): string[] => {
  const numbers = date.match(/[0-9]{1,8}/g) ?? [];
  if (numbers.length === 0) return [];
  if (numbers.length === 1) {
    const [all] = numbers as [string];
    if (all.length === 6) return [key(all.slice(0, 2), all.slice(4)), key(all.slice(4), all.slice(0, 2))];
    return all.length === 8 ? [key(all.slice(0, 2), all.slice(6)), key(all.slice(6), all.slice(2, 4))] : [];
  }
  const [first, last] = [numbers[0] as string, numbers.at(-1) as string];
  if (numbers.length === 2) return first.length === 4 ? [key(last, first)] : [key(first, last)];
  // A day and a month that change places are still the same date to whoever wrote both.
  return first.length === 4
    ? [key(last, first), key(numbers[1] as string, first)]
    : [key(first, last), key(numbers[1] as string, last)];
};
const key = (day: string, year: string): string => `${Number(day)} ${year.slice(-2)}`;

/** A date of birth written a second time in another way: "12 December 1953, typed as 12/12/53 and 531212". */
export const repeatedBirthDates: Detector = ({ text }, findings) => {
  const known = new Set<string>();
  for (const { type, start, end } of findings) {
    if (type === 'DOB') for (const each of keysOf(text.slice(start, end)).slice(0, 1)) known.add(each);
  }
  if (known.size === 0) return;
  eachMatch(NUMERIC, text, ({ index, 0: date }) => {
    if (keysOf(date).some((each) => known.has(each)))
      findings.push({ start: index, end: index + date.length, type: 'DOB' });
  });
};
