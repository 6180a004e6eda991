import type { Finding } from '../scan.ts';

/** Digits with letters that a scan, or somebody who evades a filter, writes for them: `6O8 658 O25`, `O88 7З3 О4 18`. */
const SCANNED =
  /^[\s:.=]{1,4}((?=[^\n]{0,24}[OolISBОоЗз])\+?[(]?[0-9OolISBОоЗз](?:(?:[ .()/-]|\) )?[0-9OolISBОоЗз]){7,14})(?![0-9\p{L}])/u;

/** The number behind a word for telephones in which letters stand for some of its digits. */
export function scannedPhone(text: string, from: number): Finding | undefined {
  const match = SCANNED.exec(text.slice(from, from + 40));
  if (!match) return undefined;
  const value = match[1] as string;
  const digits = value.replace(/[^0-9]/g, '').length;
  const letters = value.replace(/[^OolISBОоЗз]/g, '').length;
  if (letters === 0 || digits < letters * 2 || digits + letters > 15) return undefined;
  const end = from + match[0].length;
  return { start: end - value.length, end, type: 'PHONE' };
}
