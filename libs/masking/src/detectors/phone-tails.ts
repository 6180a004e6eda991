import type { Detector, Finding } from '../scan.ts';
import { eachMatch } from '../text/matches.ts';
import { scannedPhone } from './scanned-phone.ts';

/** An extension behind a number. */
const EXTENSION =
  /^[ ,;(]{0,2}(?:ext|extn|extension|x|durchwahl|dw|nst|poste|p|anexo|ramal|int|interno|intern|wew|klapka|linka|mellék|toestel|tst|anknytning|lok|доб|вн|εσωτ|dahili|máy lẻ|内线|內線|内線|내선|שלוחה|تحويلة)\.?[ :]?\s?#?[0-9]{1,6}(?![0-9A-Za-z])/iu;
/** Another ending of the number before: "773-555-0162 or wife -0163", "555 0142/43". */
const OTHER_ENDING =
  /^(?:\s?(?:\/|,|;|or|oder|ou|o|of|eller|tai|lub|nebo|vagy|sau|или|або|ή|veya|או|أو|atau|hoặc)\s?)(?:\p{L}[\p{L}.]{0,15} ){0,3}?(-[0-9]{2,4}|(?<=\/ ?)[0-9]{1,3})(?![0-9A-Za-z/-]|[.:][0-9])/iu;
/** An extension that stands alone after its name: "Durchwahl -23". */
const NAMED =
  /(?<![\p{L}\p{N}])(?:durchwahl|durchw\.|nebenstelle|dw\.?)\s?[:.]?\s?(-?[0-9]{2,5})(?![0-9A-Za-z%]|[.,:/-][0-9])/giu;
/** Another number of a list. */
const NEXT = /^\s?(?:[/,;]|or|oder|ou|o|y|e|et|i|и|или|of|eller)\s/u;
const REACH = 48;

/** What is written behind a phone number and belongs to it. Reads the numbers found before. */
export const phoneTails: Detector = ({ text }, findings) => {
  const found: Finding[] = [];
  for (const { type, end } of findings) {
    if (type !== 'PHONE') continue;
    const after = text.slice(end, end + REACH);
    const extension = EXTENSION.exec(after)?.[0];
    // One of a few: an extension of one or two digits says nothing.
    if (extension && /[0-9]{3}$/.test(extension))
      found.push({ start: end - 1, end: end + extension.length, type: 'PHONE' });
    const list = NEXT.exec(after)?.[0];
    const scanned = list && scannedPhone(text, end + list.length - 1);
    if (scanned) found.push(scanned);
    const other = OTHER_ENDING.exec(after);
    if (other) {
      const stop = end + other[0].length;
      found.push({ start: stop - (other[1] as string).length, end: stop, type: 'PHONE' });
    }
  }
  eachMatch(NAMED, text, (match) => {
    const stop = match.index + match[0].length;
    found.push({ start: stop - (match[1] as string).length, end: stop, type: 'PHONE' });
  });
  for (const finding of found) findings.push(finding);
};
