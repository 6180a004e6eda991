import type { Detector, Finding } from '../scan.ts';

/** A number written the way people write telephones: groups of two to five digits, or the whole of a mobile number. */
const NUMBER =
  /^(\+?\(?[0-9]{1,5}\)?(?:[ ./-]{1,2}[0-9]{1,5}){1,5}|(?:0[1-9][0-9]{7,9}|[679][0-9]{8}|[6-9][0-9]{9}|3[0-9]{9}|[78]9[0-9]{9}|1[3-9][0-9]{9}|[2-9][0-9]{2}[2-9][0-9]{6}))(?![0-9A-Za-z]|[-:/.,][0-9])/;
/** Who it is, in brackets, and what divides a name from its number. */
const BETWEEN = /^(?:['"]|\.)?(?: ?\([^()\n]{1,24}\))?(?:\s?[,:;·|–—✆☎☏📞📱-]{1,2}\s?['"]?|\s{1,3}|\t)/u;
const DATE =
  /^[0-3]?[0-9][./ -][01]?[0-9][./ -](?:19|20)?[0-9]{2}(?![0-9])|^(?:19|20)[0-9]{2}[./ -][01]?[0-9][./ -][0-3]?[0-9]/;
const REACH = 64;
const SHORTEST = 8;
const LONGEST = 12;

/** Numbers right behind a name: "mother: Trine R. 31 73 41 87", "Odete (reception), 258 73 91 60". Reads the names found. */
export const phonesOfNames: Detector = ({ text }, findings) => {
  const found: Finding[] = [];
  for (const { type, end } of findings) {
    if (type !== 'PERSON') continue;
    const between = BETWEEN.exec(text.slice(end, end + REACH));
    // In a chat the name before a colon is who answers, with whatever number was asked for.
    if (!between || between[0].includes(':')) continue;
    const start = end + between[0].length;
    const number = NUMBER.exec(text.slice(start, start + 24))?.[1];
    const digits = number?.replace(/[^0-9]/g, '').length ?? 0;
    if (!number || digits < SHORTEST || digits > LONGEST || DATE.test(number) || isAmount(number)) continue;
    found.push({ start, end: start + number.length, type: 'PHONE' });
  }
  for (const finding of found) findings.push(finding);
};

/** `1 204 500`, `44.182.077`: groups of three behind a short one are an amount or an id. */
const isAmount = (number: string): boolean =>
  /^[1-9][0-9]{0,2}(?:\.[0-9]+){3}$/.test(number) ||
  (/^[1-9][0-9]{0,2}(?:[ .][0-9]{3}){2}$/.test(number) && !/^[6-9][0-9]{2}/.test(number));

/** In a line of records that names somebody, a cell that is nothing but a mobile number. */
const CELL =
  /(?<=[\t;|,]\s?['"]?)(\+?(?:0[1-9][0-9]{8,10}|[78]9[0-9]{9}|[67][0-9]{8}|[6-9][0-9]{9}|[2-9][0-9]{2}[2-9][0-9]{6}|[0-9]{2} [0-9]{2} [0-9]{2} [0-9]{2}|[0-9]{4} [0-9]{4}|0[0-9]{1,4}[ -][0-9]{3,8}(?:[ -][0-9]{2,4}){0,2}|[2679][0-9]{2} [0-9]{3} [0-9]{3}|[2679][0-9] [0-9]{3} [0-9]{2} [0-9]{2}|[0-9]{2} 9?[0-9]{4}-[0-9]{4}))(?=['"]?\s?(?:[\t;|,)]|\n|$))/g;

const RECORD_MAX = 600;

/** Reads the names and addresses found before. */
export const phonesInRecords: Detector = ({ text }, findings) => {
  const lines = new Set<number>();
  for (const { type, start } of findings) {
    if (type !== 'PERSON' && type !== 'EMAIL') continue;
    const from = Math.max(0, start - RECORD_MAX);
    const newline = text.slice(from, start).lastIndexOf('\n');
    if (newline >= 0 || from === 0) lines.add(from + newline + 1);
  }
  for (const line of lines) {
    const record = text.slice(line, line + RECORD_MAX).split('\n', 1)[0] as string;
    if (record.split(/[\t;|]|,(?! )|', ?'/).length < 3) continue;
    for (const match of record.matchAll(CELL)) {
      const start = line + match.index;
      findings.push({ start, end: start + match[0].length, type: 'PHONE' });
    }
  }
};
