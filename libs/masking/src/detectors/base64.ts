import type { Detector } from '../scan.ts';

const BLOB = /(?<![0-9A-Za-z+/_=-])[0-9A-Za-z+/_-]{24,}={0,2}(?![0-9A-Za-z+/_-])/g;
const TEXTUAL = /^[\t\n\r\x20-\x7e\u00a0-\uffff]*$/;

/** Whether decoded text tells of a person: an address, a personal field name, a key, or a long number. */
const PERSONAL =
  /[\w.+-]{1,64}@[\w-]{1,63}\.|"?(?:name|email|phone|address|birth|passw|secret|token|card|iban)"?\s{0,2}[:=]|[^\s:]{2,64}:[^\s:]{4,64}$|[0-9](?:[ -]?[0-9]){8}/i;

/** Base64 and base64url of text that holds personal values; hashes and ids do not decode to text. */
export const encodedText: Detector = ({ text }, findings) => {
  for (const match of text.matchAll(BLOB)) {
    if (/^[0-9a-f-]+$/i.test(match[0]) || /^[a-z/_-]+$/.test(match[0])) continue;
    const decoded = Buffer.from(match[0], 'base64').toString('utf8');
    if (decoded.length >= 12 && TEXTUAL.test(decoded) && !decoded.includes('\ufffd') && PERSONAL.test(decoded)) {
      const type = decoded.includes('@') ? 'EMAIL' : 'SECRET';
      findings.push({ start: match.index, end: match.index + match[0].length, type });
    }
  }
};
