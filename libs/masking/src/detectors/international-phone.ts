import type { DigitRun } from '../digit-run.ts';
import type { Finding } from '../scan.ts';
import { isPossibleInternational } from './phone-lengths.ts';
import { firstNumber } from './phone-parts.ts';

/** Whether a run follows a plus, or begins with 00 as one dials it in most of the world. */
export function isInternational(text: string, run: DigitRun): boolean {
  const before = text.slice(Math.max(0, run.start - 2), run.start);
  return (
    /(?:^|[^0-9A-Za-z])\+\(?$/.test(before) ||
    before === '+' ||
    (run.count > 10 && /^00[1-9]/.test(run.digits) && !/[0-9A-Za-z]$/.test(before))
  );
}

/** The part of a run on its first line, before a comma: no phone number goes on after either. */
export function phoneText(text: string, run: DigitRun): { start: number; text: string } {
  const start = text[run.start - 1] === '(' ? run.start - 1 : run.start;
  return { start, text: firstNumber(text.slice(start, run.end)) };
}

export const digitsIn = (text: string): number => text.replace(/[^0-9]/g, '').length;

/** Takes the longest valid number a run begins with, so that a time written after a number stays. */
export function internationalPhone(text: string, run: DigitRun): Finding | undefined {
  const { start, text: written } = phoneText(text, run);
  const plus = text[start - 1] === '+' ? start - 1 : start;
  const count = digitsIn(written);
  if (count < 8) return undefined;
  for (let size = written.length, tries = 0; size > 7 && tries < 4; tries += 1) {
    const digits = written
      .slice(0, size)
      .replace(/[^0-9]/g, '')
      .replace(/^00/, '');
    if (isPossibleInternational(digits)) return { start: plus, end: start + size, type: 'PHONE' };
    const cut = written.slice(0, size).search(/[^0-9][0-9]+$/);
    if (cut < 0) break;
    size = cut;
  }
  return count <= 15 ? { start: plus, end: start + written.length, type: 'PHONE' } : undefined;
}
