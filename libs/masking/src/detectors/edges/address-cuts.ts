import { PHRASES } from '../../cues/phrases.ts';
import { foldText } from '../../text/characters.ts';
import { lineEnd } from '../../text/lines.ts';
import { luhn } from '../../validators/checksums.ts';

/** Standards, laws and weaknesses by their numbers: "See RFC 6749 section 4.1, ISO 27001 and PCI DSS 4.0". */
const CITED =
  /(?:^|[\s(,.;])(?:(?:see|per|cf|siehe|voir|véase|veja|vedi|zie|se|zob|viz|lásd|vezi|см|див|вж) )?(?:RFC|ISO|IEC|IEEE|NIST|ANSI|FIPS|PCI|CVE|CWE|OWASP|PKCS|GDPR|HIPAA|ECMA|ITU)(?:[/ -](?:IEC|TS|TR|SP|DSS|T))?[ -]?[0-9][^\n]*/iu;
const CARD_LIKE = /(?<![0-9])[0-9](?:[ -]{0,3}[0-9]){12,18}(?![0-9])/;
/** Two capitals, two digits and groups of four: no address holds them. */
const IBAN_LIKE = /(?<![0-9A-Z])[A-Z]{2}[0-9]{2}(?:[ -]?[0-9A-Z]{4}){3,7}/;
/** A telephone number and the words behind it. */
const ONLY_DIALLED = /^(?:\p{L}+[ ,]+){0,6}\+[0-9][0-9 ()./-]{6,24}$/u;
const DIALLED = /^\+?\(?[0-9]{2,4}\)?(?: [0-9]{2,4}){2,4}(?![0-9/-])(?!,? \p{Lu})/u;
/** An identifier before the address: no house has eight digits. */
const LONG_NUMBER = /^[0-9]{8,}[.,;: ]{1,3}/;
/** The rest of a date that a sentence ends with: "2024-11-⟪27. …". */
const DAY = /^[0-3][0-9][.,;]?\s{1,2}/;
const IN_DATE = /(?:19|20)[0-9]{2}-[01][0-9]-$/;
const DATE_BEGUN = /[,\s]{1,2}(?:19|20)[0-9]{2}(?:-[01][0-9])?$/;
const DATE_GOES_ON = /^-[0-3][0-9](?![0-9])/;

/** "Ersatzgerät an …", "ENOSPC. Gyvenu …": the end of a sentence before the address. */
const SAID =
  /^(?!(?:Baile|Cnoc|Gort|Cill|Loch|Ard|Béal|Sráid|Bóthar|Tulach|Carraig|Ceann|Inis|Droim|Ráth|Páirc) )\p{Lu}[\p{L}\p{M}]{3,24} (?:an(?! (?:der|den|dem|die))|nach|to|till|naar) (?=[\p{Lu}0-9])|^(?:\p{Lu}{4,}|\p{Lu}\p{Ll}{5,})\. (?=\p{Lu})|^(?:na|no|em|en|au|ve?|we?|pe) (?=\p{Lu})/u;

/** One-word closings and greetings, thanks among them. */
const CLOSINGS = new Set(
  [...PHRASES['sign-off'].split('|'), ...PHRASES.greeting.split('|')].map(foldText).filter((word) => word.length > 2),
);
const UNSPACED_CLOSING = /^(?:谢谢|謝謝|感谢|感謝|此致|敬上|祝好|よろしく|ありがとう|以上|감사|고맙|수고|ขอบคุณ|ขอแสดง)/;
const LAST_LINE = /\n["'>*\s]{0,4}(\p{L}[\p{L}\p{M}]*)[^\n0-9]{0,24}$/u;
const COMPLETE = /(?:^|[^0-9])[0-9]{5,6}[ ,.]{0,2}$/;

/** `T 01536 …`, `N 076 …`, `Std 03 20 …`: a telephone and its label on the next line. */
const DIAL_LINE = /\n(?:[TNMFWPDG]|Std|मो)\.?[.:]? ?[+(0-9०-९][0-9०-९ ()/.-]{6,24}$/u;

/** Start and end of the address within what was taken for one, without what belongs to other values beside it. */
export function withoutNeighbours(text: string, from: number, to: number): readonly [start: number, end: number] {
  let [start, end] = [from, to];
  if (IN_DATE.test(text.slice(Math.max(0, start - 8), start)))
    start += DAY.exec(text.slice(start, start + 6))?.[0].length ?? 0;
  if (/[0-9]/.test(text[start - 1] ?? '')) start += /^[0-9]*[.,;: ]{0,3}/.exec(text.slice(start, end))?.[0].length ?? 0;
  start += LONG_NUMBER.exec(text.slice(start, Math.min(end, start + 40)))?.[0].length ?? 0;
  start += SAID.exec(text.slice(start, Math.min(end, start + 48)))?.[0].length ?? 0;
  if (/^IBAN\b/.test(text.slice(start, start + 5))) return [start, start];
  const said = text.slice(start, end);
  if (DIALLED.test(said) || ONLY_DIALLED.test(said)) return [start, start];
  const cited = CITED.exec(text.slice(start, end));
  if (cited) end = start + cited.index;
  const card = CARD_LIKE.exec(text.slice(start, end));
  if (card && luhn(card[0].replace(/[^0-9]/g, ''))) end = beforeLabel(text, start, start + card.index);
  const iban = IBAN_LIKE.exec(text.slice(start, end));
  if (iban) end = beforeLabel(text, start, start + iban.index);
  const date =
    DATE_GOES_ON.test(text.slice(end, end + 4)) && DATE_BEGUN.exec(text.slice(Math.max(start, end - 10), end));
  if (date) end -= date[0].length;
  if (date && !/[0-9]/.test(text.slice(start, end))) return [start, start];
  const near = Math.max(start, end - 36);
  const dialled = DIAL_LINE.exec(text.slice(near, Math.min(end + 36, lineEnd(text, end))));
  if (dialled) end = Math.min(end, near + dialled.index);
  const line = LAST_LINE.exec(text.slice(Math.max(start, end - 48), end));
  if (line) {
    const at = end - line[0].length;
    const goesOn = /^ \p{Ll}/u.test(text.slice(end, end + 2)) && COMPLETE.test(text.slice(Math.max(start, at - 9), at));
    const word = line[1] as string;
    if (goesOn || CLOSINGS.has(foldText(word)) || CLOSINGS.has(foldText(line[0].trim())) || UNSPACED_CLOSING.test(word))
      end = at;
  }
  while (end > start && /[\s,;(]/.test(text[end - 1] as string)) end -= 1;
  return [start, end];
}

/** Back over the words that name what follows: "⏎Kartennummer 3829 …", `رقم البطاقة 5054 …`. */
function beforeLabel(text: string, start: number, at: number): number {
  const label = /(?:^|[\n,;.])[^\n,;.0-9]{0,40}$/.exec(text.slice(start, at));
  return label ? start + label.index : at;
}
