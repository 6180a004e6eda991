import type { Finding, Scan } from '../scan.ts';

/** Lines of records: at least four cells. */
const CELLS_MIN = 4;
const LINE_MAX = 600;
/** Somebody's name: two words and more in capitals or with capitals, a comma perhaps, no digits. */
const NAME =
  /^["'(]{0,2}\p{Lu}[\p{L}\p{M}.’'-]{0,24}(?:[ ,]{1,2}(?:\p{Lu}[\p{L}\p{M}.’'-]{0,24}|de|da|do|dos|van|von|bin|binti|al|el|la|y|@)){1,6}["']?$|^["'(]{0,2}[\p{Lo}\p{M}]{2,5}(?: [\p{Lo}\p{M}]{2,12}){0,4}["']?$/u;
/** One name in capitals, where surname and given name have cells of their own. */
const SURNAME = /^["']?\p{Lu}[\p{Lu}’'-]{2,24}["']?$/u;
const BIRTH =
  /^["']?(?:(?:19[0-9]{2}|20[01][0-9])[-/.]?(?:0[1-9]|1[0-2])[-/.]?(?:0[1-9]|[12][0-9]|3[01])|[0-3]?[0-9][-/.][0-3]?[0-9][-/.](?:19[0-9]{2}|20[01][0-9]))["']?$/;
const CONTACT = /@|^["']?\+?[0-9(][0-9 ().-]{7,18}["']?$/;
/** Nine to thirteen digits, in groups perhaps, a check letter perhaps; no date, amount or telephone number. */
const NUMBER = /^["']?([0-9]{2,13}(?:[ -][0-9]{2,10}){0,4}(?:[ -]?[A-Z])?)["']?$/;

/** The cell of a person's row that no other cell explains: `ABBATE|ROCCO|J|243658261|19790304|55 WATER ST`. */
export function personRows({ text }: Scan, findings: Finding[]): void {
  if (!/[|;\t]|','/.test(text)) return;
  for (let line = 0; line < text.length; ) {
    const newline = text.indexOf('\n', line);
    const end = newline < 0 ? text.length : newline;
    if (end - line > 24 && end - line < LINE_MAX) readRow(text.slice(line, end), line, findings);
    line = end + 1;
  }
}

function readRow(row: string, at: number, findings: Finding[]): void {
  const delimiter =
    row.split('|').length > CELLS_MIN ? '|' : [';', '\t', "','"].find((mark) => row.split(mark).length >= CELLS_MIN);
  if (!delimiter) return;
  const cells = row.split(delimiter);
  const trimmed = cells.map((cell) => cell.trim());
  const named = trimmed.some((cell) => NAME.test(cell)) || trimmed.filter((cell) => SURNAME.test(cell)).length > 1;
  if (!named) return;
  const births = trimmed.filter((cell) => BIRTH.test(cell)).length;
  const numbers = trimmed.filter(
    (cell) =>
      (NUMBER.test(cell) || CONTACT.test(cell)) && (cell.includes('@') || cell.replace(/[^0-9]/g, '').length > 8),
  ).length;
  if (births === 0 && numbers < 2) return;
  let start = at;
  for (const cell of cells) {
    const value = NUMBER.exec(cell.trim())?.[1];
    const digits = value?.replace(/[^0-9]/g, '') ?? '';
    if (
      value &&
      digits.length > 8 &&
      digits.length < 14 &&
      !BIRTH.test(cell.trim()) &&
      !/^1[67][0-9]{8}(?:[0-9]{3})?$/.test(digits)
    ) {
      const own = start + cell.indexOf(value);
      findings.push({ start: own, end: own + value.length, type: 'NATIONAL_ID' });
    }
    start += cell.length + delimiter.length;
  }
}
