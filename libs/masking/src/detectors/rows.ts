import { readName } from '../names/read-name.ts';
import type { Detector, Finding, Scan } from '../scan.ts';

const TELLING: ReadonlySet<Finding['type']> = new Set([
  'EMAIL',
  'PHONE',
  'IBAN',
  'CREDIT_CARD',
  'NATIONAL_ID',
  'PERSON',
]);
const OLD_DATE =
  /^"?(?:(?:19[0-9]{2}|200[0-9]|201[0-2])[-/.]?(?:0[1-9]|1[0-2])[-/.]?(?:0[1-9]|[12][0-9]|3[01])|[0-3]?[0-9][-/.][0-3]?[0-9][-/.](?:19[0-9]{2}|200[0-9]|201[0-2]))"?$/;
const LINE_MAX = 2_000;

/**
 * Lines of delimited records (CSV, HL7) that hold somebody's address or number: a date of long ago in a cell of its own
 * is a date of birth there, and a cell of nothing but name words is a name. Reads the findings made before it.
 */
export const rows: Detector = (scan, findings) => {
  const telling = findings
    .filter((finding) => TELLING.has(finding.type))
    .sort((left, right) => left.start - right.start);
  let next = 0;
  let token = 0;
  for (let line = 0; line < scan.text.length; ) {
    const newline = scan.text.indexOf('\n', line);
    const end = newline < 0 ? scan.text.length : newline;
    while (next < telling.length && (telling[next] as Finding).start < line) next += 1;
    while (token < scan.tokens.count && (scan.tokens.starts[token] as number) < line) token += 1;
    const personal = next < telling.length && (telling[next] as Finding).start < end;
    const delimiter = personal && end - line <= LINE_MAX ? delimiterOf(scan.text.slice(line, end)) : undefined;
    if (delimiter) readCells(scan, line, end, delimiter, token, findings);
    line = end + 1;
  }
};

/** A comma delimits records only where no space follows it: prose has one. */
const delimiterOf = (line: string) =>
  [';', '|', '\t', ','].find(
    (mark) => line.split(mark).length > (mark === ',' ? 4 : 3) && !(mark === ',' && line.includes(', ')),
  );

function readCells(scan: Scan, line: number, end: number, delimiter: string, first: number, findings: Finding[]): void {
  let token = first;
  let at = line;
  for (const cell of scan.text.slice(line, end).split(delimiter)) {
    const start = at + (cell.length - cell.trimStart().length) + (cell.trimStart().startsWith('"') ? 1 : 0);
    const stop = at + cell.trimEnd().replace(/"$/, '').length;
    while (token < scan.tokens.count && (scan.tokens.starts[token] as number) < start) token += 1;
    const name = token < scan.tokens.count && stop > start ? readName(scan, token) : undefined;
    if (OLD_DATE.test(cell.trim())) findings.push({ start, end: stop, type: 'DOB' });
    else if (name && name.start === start && name.end === stop && name.words > 1)
      findings.push({ start, end: stop, type: 'PERSON' });
    at += cell.length + 1;
  }
}
