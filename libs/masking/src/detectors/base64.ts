import { Word, wordFlags } from '../names/lexicon.ts';
import type { TextDetector } from '../scan.ts';
import { foldText, isAlphanumeric } from '../text/characters.ts';

const SHORTEST = 16;
const TEXTUAL = /^[\t\n\r\x20-\x7e\u00a0-\uffff]*$/;

/** Whether decoded text tells of a person: an address, a personal field name, a key, or a long number. */
const PERSONAL =
  /[\w.+-]{1,64}@[\w-]{1,63}\.|"?(?:name|email|phone|address|birth\w{0,6}|passw\w{0,6}|pwd|secret|token|card|iban|ssn)"?\s{0,2}[:=]|^[^\s:{}[\]",]{2,64}:[^\s:{}[\]",]{4,64}$|[0-9](?:[ .-]{0,3}[0-9]){8}|[A-Z]{2}[0-9]{2}(?:[ .-]{0,3}[0-9A-Z]{4}){3}/i;

/** `[0-9A-Za-z+/_-]`: the alphabets of RFC 4648 §4 and §5. */
const ALPHABET = Uint8Array.from({ length: 128 }, (_, code) =>
  isAlphanumeric(code) || code === 43 || code === 47 || code === 45 || code === 95 ? 1 : 0,
);
const isEncoding = (code: number) => code < 128 && ALPHABET[code] === 1;

/** Base64 and base64url of text that holds personal values; hashes and ids do not decode to text. */
export const encodedText: TextDetector = ({ text, starts, ends }, findings) => {
  for (let start = 0; start < text.length; ) {
    // A run of at least `SHORTEST` covers every `SHORTEST`th unit of the text: look there first.
    if (start + SHORTEST > text.length) return;
    let last = start + SHORTEST - 1;
    while (last >= start && isEncoding(text.charCodeAt(last))) last -= 1;
    if (last >= start) {
      start = last + 1;
      continue;
    }
    let end = start + SHORTEST;
    while (end < text.length && isEncoding(text.charCodeAt(end))) end += 1;
    // Not the rest of a padded value, but the value of `key=`.
    if (text[start - 1] !== '=' || /[A-Za-z_"']/.test(text[start - 2] ?? ' ')) {
      const padded = text[end] === '=' ? (text[end + 1] === '=' ? end + 2 : end + 1) : end;
      const type = holds(text.slice(start, padded));
      if (type && (padded > end || !isEncoding(text.charCodeAt(padded)))) findings.push({ start, end: padded, type });
      else {
        // `…Ng=⏎Pass`: padding at the end of a line reads like a soft line break (RFC 2045 §6.7).
        let line = start + 1;
        while (line < end && (starts[line] as number) - (ends[line - 1] as number) < 2) line += 1;
        const own = line < end && line - start >= SHORTEST ? holds(text.slice(start, line)) : undefined;
        if (own) findings.push({ start, end: line, type: own });
      }
    }
    start = end + 1;
  }
};

/** Two to four capitalised words, one of them in the lists of names. */
const isFullName = (decoded: string): boolean =>
  /^\p{Lu}[\p{L}'-]{1,24}(?: \p{Lu}[\p{L}'.-]{0,24}){1,3}$/u.test(decoded) &&
  foldText(decoded)
    .split(/[ '-]/)
    .some((word) => (wordFlags(word) & (Word.given | Word.surname)) !== 0 && (wordFlags(word) & Word.everyday) === 0);

/** Hashes, words, and what would decode to a byte that begins no character of UTF-8 (RFC 3629 §4). */
const NO_TEXT = /^(?:[g-v+/_-]|[0-9A-Fa-f-]+$|[a-z/_-]+$)/;

const MAC = /^[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}$/;
const PHONE = /^(?:\+[0-9][0-9 ().-]{7,18}[0-9]|\([0-9]{3}\) ?[0-9]{3}-[0-9]{4}|[0-9]{3}-[0-9]{3}-[0-9]{4})$/;

/** What a base64 run holds, if it holds something personal. */
function holds(blob: string): 'EMAIL' | 'SECRET' | 'PERSON' | 'MAC' | 'PHONE' | undefined {
  if (NO_TEXT.test(blob)) return undefined;
  const decoded = Buffer.from(blob, 'base64').toString('utf8');
  if (decoded.length < 12 || !TEXTUAL.test(decoded) || decoded.includes('\ufffd')) return undefined;
  if (isFullName(decoded)) return 'PERSON';
  if (MAC.test(decoded)) return 'MAC';
  if (PHONE.test(decoded)) return 'PHONE';
  if (!PERSONAL.test(decoded)) return undefined;
  return decoded.includes('@') ? 'EMAIL' : 'SECRET';
}
