import { DigitRun } from '../digit-run.ts';
import { isDigit } from '../text/characters.ts';

/** What divides two numbers that a run of digits takes for one: the end of a sentence, a cell, a slash with spaces. */
const DIVIDED = /(?<! )[.:] (?=[0-9(])|\s{2,}|\n|\t| ?\| ?| \/ /g;
/** A space between two numbers that are both written with dashes: `4-2-19 0234-55-0171`. */
const SPACED = / (?=\(?0[0-9]{1,4}\)?-)/g;
const PHONE_MIN = 8;

/** The numbers that one run of digits may hold, where it holds more than one; nothing where it does not divide. */
export function phoneParts(text: string, run: DigitRun): DigitRun[] {
  const written = text.slice(run.start, run.end);
  const marks = written.search(DIVIDED) >= 0 ? DIVIDED : /-.* .*-/.test(written) ? SPACED : undefined;
  if (marks === undefined || run.count < PHONE_MIN) return [];
  const parts: DigitRun[] = [];
  let from = 0;
  const push = (to: number) => {
    let start = from;
    let end = to;
    while (start < end && !isDigit(written.charCodeAt(start))) start += 1;
    while (end > start && !isDigit(written.charCodeAt(end - 1))) end -= 1;
    const part = new DigitRun(text, run.start + start, run.start + end);
    if (part.count >= PHONE_MIN) parts.push(part);
  };
  for (const match of written.matchAll(marks)) {
    push(match.index);
    from = match.index + match[0].length;
  }
  push(written.length);
  return parts.length > 0 && (parts[0] as DigitRun).count < run.count ? parts : [];
}

/** The beginning of a number up to where another begins: a cell, a list, a new sentence, a slash behind nine digits. */
export function firstNumber(written: string): string {
  const line = written.split(/[\n\t,*|]/)[0] as string;
  for (const match of line.matchAll(/(?<! )\. | {2,}| \/ /g)) {
    const digits = line.slice(0, match.index).replace(/[^0-9]/g, '').length;
    if (digits > (match[0] === ' / ' ? 8 : 6)) return line.slice(0, match.index);
  }
  return line;
}
