import { isSample } from '../samples.ts';
import { after, before, cut, type Edge } from './edge.ts';
import { digitsOf, isZero, spoken, VERSION } from './value.ts';

/** The serial number of a thing right before a number: "n° de série 8K4471X2". */
const SERIAL = /n(?:um\p{L}{0,4})?[°º.o]? de serie[ :]{1,2}$/u;
/** A day behind a small word: "حتى 11/06/2011". */
const DAY = /^\p{L}+ [0-3]?[0-9]\/[01]?[0-9]\/(?:19|20)[0-9]{2}$/u;
/** Numbers of cases and errors. */
const CASE = /^[A-Z]{2,4}\/[0-9]{1,4}\/20[0-9]{2}|^[0-9]{2}\/[0-9]{5}$|0x[0-9A-F]{2}|^[0-9]?[a-f][0-9a-f]{5,7}$/;
/** The name of the number, before it. */
const LABEL =
  /^(?:NAM|NI|DUF-nr|NISS|CURP|RFC|NHS|SSN|NIE|NIF|DNI|CPF|CNP|BSN|PESEL|OIB|JMBG|PPSN?|TFN|NRIC|СНИЛС|ИНН|РНОКПП|ЕГН|ЈМБГ)[ :.]{1,2}(?=\S{2})/;
/** Who issued it in Brazil: "RG 1.884.207 SSP/PE". */
const ISSUER = /^[ -]{0,3}(?:SSP|SESP|SDS|DETRAN|IFP|PC|PM|SJS|POLITEC|MTE)(?:[/ -]{1,3}[A-Z]{2})?(?![0-9A-Za-z])/;
/** "the licence until 03/2028". */
const MONTH = /^(?:0?[1-9]|1[0-2])\/20[0-9]{2}$/;

export const nationalId: Edge = (scan, finding) => {
  const { start, end } = finding;
  const value = scan.text.slice(start, end);
  // `3848276298@atlanta.example`: of a call or message.
  if (/^[0-9]{8,}$/.test(value) && after(scan, finding, 1) === '@') return undefined;
  if (/[0-9][A-Z]+[0-9]/.test(value) && SERIAL.test(before(scan, finding, 20))) return undefined;
  if (DAY.test(value) || CASE.test(value) || isSample(scan.folded, start)) return undefined;
  // "708 740 804 08. 302-43…": the next sentence begins with a number, too.
  const stop = /(?<=[0-9])\. (?=[0-9])/.exec(value)?.index ?? 0;
  if (stop > 0 && digitsOf(value.slice(0, stop)).length > 7) return cut(finding, start, start + stop);
  const label = LABEL.exec(value)?.[0].length ?? 0;
  if (label > 0) return cut(finding, start + label, end);
  const issuer = ISSUER.exec(scan.text.slice(end, end + 16))?.[0].length ?? 0;
  if (issuer > 0) return { ...finding, end: end + issuer };
  if (MONTH.test(value) || VERSION.test(value) || isZero(value) || !/[0-9\p{Lo}]|\p{L} \p{L}/u.test(value))
    return undefined;
  return spoken(scan, finding);
};
