import type { Finding, Scan } from '../scan.ts';
import { eachMatch } from '../text/matches.ts';

const US_STATE =
  '(?:A[LKZR]|C[AOT]|D[EC]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])';

/** Addresses by their place in the messages and records that machines exchange; group 1 is the address. */
const PLACES: readonly RegExp[] = [
  // RFC 6350 §6.3.1: post office box; extended; street; locality; region; code; country.
  /(?<=(?:^|\n|\.)(?:ADR|LABEL)(?:;[^:\n]{0,60})?:);{0,2}([^;\s][^;\n]{2,80};[^\n]{3,120}?)(?=;?\s?(?:\n|$))/g,
  // HL7 v2 §2A.88, XAD: street^other^city^state^code.
  /(?<=[|~])((?=[^|~\n]{0,60}[0-9])[^|^~\n]{3,60}\^[^|^~\n]{0,40}\^[\p{L} .'-]{2,30}(?:\^[A-Z]{0,3}(?:\^[0-9A-Z -]{0,10})?)?)(?=[\^|~\n]|$)/gu,
  // EDIFACT NAD: street and number, town, region, code, country.
  /(?<=NAD\+[A-Z]{2,3}\+[^+'\n]{0,40}\+[^+'\n]{0,80}\+[^+'\n]{1,80}\+)([^+'\n]{3,80}\+[^+'\n]{2,40}(?:\+[^+'\n]{0,12}){1,3})(?='|\n|$)/g,
  // ASC X12 N3 and N4: the lines of a street; town, state and code.
  /(?<=(?:^|[~\n])N3\*)([^~\n*]{3,60}(?:\*[^~\n*]{1,60})?)(?=[~\n]|$)/g,
  /(?<=(?:^|[~\n])N4\*)([^~\n*]{2,40}\*[A-Z]{0,3}\*[0-9A-Z -]{3,12}(?:\*[A-Z]{2,3})?)(?=[~*\n]|$)/g,
  // RFC 4517 §3.3.28: lines of a postal address with a dollar sign between.
  /(?<=(?:postal|registered|street)Address:{1,2}\s)([^\n$]{3,80}(?:\s?\$\s?[^\n$]{2,60}){1,5})/gi,
];
/** A cell with a house number, a name in capitals and the kind of street. */
const STREET_CELL =
  /(?<=[|;\t])([0-9]{1,6} (?:[NSEW]{1,2} )?[0-9A-Z][0-9A-Z .'-]{1,32} (?:ST|AVE|RD|BLVD|LN|DR|CT|PL|WAY|HWY|PKWY|CIR|TER|TRL)(?: (?:APT|UNIT|STE|FL|RM|LOT|#)? ?[0-9A-Z-]{1,6}(?: FL)?)?|GENERAL DELIVERY)(?=[|;\t])/g;
/** The state and the code of a town in cells beside one another: `|MN|55454|`. */
const CODE_CELL = new RegExp(`(?<=[|;\\t]${US_STATE}[|;\\t])([0-9]{5}(?:-?[0-9]{4})?)(?=[|;\\t\\n]|$)`, 'g');

/** EDIFACT COM: a number, and that it is one for voice, facsimile or mobile. */
const DIALLED = /(?<=COM\+)([0-9+() -]{6,20})(?=:(?:TE|FX|AL|TL)(?![A-Z]))/g;

/** Addresses in vCards, HL7, EDIFACT, X12, directories and rows of payrolls. */
export function messageAddresses({ text }: Scan, findings: Finding[]): void {
  const push = (match: RegExpExecArray): void => {
    const value = match[1] as string;
    if (!/\p{L}{2}|[0-9]{4}/u.test(value)) return;
    const start = match.index + match[0].lastIndexOf(value);
    findings.push({ start, end: start + value.length, type: 'ADDRESS' });
  };
  for (const pattern of PLACES) eachMatch(pattern, text, push);
  eachMatch(STREET_CELL, text, push);
  eachMatch(CODE_CELL, text, push);
  eachMatch(DIALLED, text, ({ index, 0: value }) => {
    findings.push({ start: index, end: index + value.length, type: 'PHONE' });
  });
}
