import type { Detector, Finding } from '../scan.ts';
import { eachMatch } from '../text/matches.ts';
import { luhn } from '../validators/checksums.ts';
import { isCard, isOtherNumber, MONTH_NAME } from './card.ts';

const MONTH_YEAR =
  /(?<![0-9./-])(?:(?:0?\s?[1-9]|1\s?[0-2])\s{0,2}[/._-]\s{0,2}(?:20)?(?:2\s?[2-9]|3\s?[0-9])|20(?:2[2-9]|3[0-9])[/.-](?:0?[1-9]|1[0-2])|20(?:2[2-9]|3[0-9])年\s?[0-9]{1,2}月|20(?:2[2-9]|3[0-9])년\s?[0-9]{1,2}월|(?:2[4-9]|3[0-9])년\s?[0-9]{1,2}월|[〇零一二三四五六七八九]{2,4}年[一二三四五六七八九十]{1,2}月)(?![0-9/.-]*[0-9])/u;
/** "oct 28", "septembre 2027". */
const NAMED_MONTH = new RegExp(`(?<!\\p{L})${MONTH_NAME}[.,]? ?(?:de |'|of )?(?:20)?(?:2[4-9]|3[0-9])(?![0-9])`, 'iu');
/** The day a card expires before its number: "2029年7月まで、5420…". */
const MONTH_BEFORE = /20(?:2[4-9]|3[0-9])年\s?[0-9]{1,2}月(?=(?:まで|末|有効|到期)[^0-9\n]{0,6}$)/u;
const SHORT_YEAR =
  /^(?:[ ,;|/]{1,3}(?:0[1-9]|1[0-2])(?:2[4-9]|3[0-5])(?![0-9])|=(?:2[4-9]|3[0-5])(?:0[1-9]|1[0-2])(?=[0-9]{3}))/;
/** Up to two words, then three or four digits; words that say error or order are none of these. */
const CHECK_VALUE =
  /^(?:[\s,،;|/:()-]{1,4}|[\s,،;|/:()]{0,4}(?:(?!error|err\b|fehler|erreur|errore|fejl|fel\b|virhe|blad|chyba|hiba|eroare|hata|ошибк|помилк|σφάλμα|שגיא|خطأ|त्रुटि|lỗi|status|http|code d.erreur|order|bestell|auftrag|commande|pedido|ordine|ticket|port|exit|was|wurde|got|le \d|am \d)\p{L}[\p{L}\p{M}.']{0,16}(?:[\s:.=#]{1,3}|(?<![A-Za-z.']))){1,2}(?:2[\s:.=]{1,3})?)([0-9]{3,4})(?![0-9\p{L}/:%-]|[,.][0-9]| ?(?:EUR|USD|€|\$|kr|zł|Kč|lei|TL|₽|грн))/iu;
/** Four groups of four with one odd mark between them, always the same: `5225|5861|7695|0398`. */
const ODDLY_SEPARATED =
  /(?<![0-9])[2-6][0-9]{3}([^0-9\p{L}\s]{1,3} ?| [^0-9\p{L}\s] | ?[ーｰ一ᅳㅡ] ?| {3,6})[0-9]{4}\1[0-9]{4}\1[0-9]{4}(?![0-9])/gu;

/** Digits in any groups with marks, gaps and line breaks between; only beside a word for cards. */
const SCATTERED = /(?<![0-9.])[2-6](?:[ ,.\-_\\\n|·/]{0,4}[0-9]){12,18}(?![0-9])/g;
const CARD_BEFORE =
  /card|pan\b|karte|kart|carte|tarjeta|cartao|carta|kaart|kort|number|nummer|visa|master|amex|卡|カード|카드|карт|καρτα|بطاق|כרטיס|कार्ड|\bthe\b|บัตร/u;

/** Digit by digit, with more between the groups: `4 5 3 9   -   1 4 8 8   -   …`, and 4-6-5 or 4-6-4. */
const WIDELY_SEPARATED =
  /(?<![0-9A-Za-z]|[0-9][ .,/-])[2-6](?: [0-9]){3}([ .\-/|·•*_,]{2,9})[0-9](?: [0-9]){3}(?:\1[0-9](?: [0-9]){3}\1[0-9](?: [0-9]){3}|(?: [0-9]){2}\1[0-9](?: [0-9]){3,4})(?![0-9A-Za-z]| ?[0-9](?![0-9/]))/g;
/** The tracks of a magnetic stripe (ISO/IEC 7813): `%B4539…^`, `4539…=2709`, `4539…D2709`. */
const TRACK = /%?[Bb]([0-9]{13,19})\^|(?<![0-9A-Za-z])([0-9]{13,19})(?=[=D][0-9]{4})/g;

/** Over two lines, with the mark of a line that goes on: `6225071\\⏎638988557`, `4539 1488-⏎> 0343 6467`. */
const OVER_LINES =
  /(?<![0-9A-Za-z])[2-6](?:[ .-]{0,3}[0-9]){3,15}[ .-]{0,3}[\\=,_|]? ?\n[ >|\t*-]{0,6}[0-9](?:[ .-]{0,3}[0-9]){2,14}(?![0-9])/g;

export const oddlySeparatedCards: Detector = ({ text, folded }, findings) => {
  eachMatch(ODDLY_SEPARATED, text, ({ index, 0: card }) => {
    // Four numbers of a list have commas between them, too.
    if (/[,;:] /.test(card) && !CARD_BEFORE.test(folded.slice(Math.max(0, index - 40), index + card.length + 20)))
      return;
    if (luhn(card.replace(/[^0-9]/g, '')))
      findings.push({ start: index, end: index + card.length, type: 'CREDIT_CARD' });
  });
  eachMatch(WIDELY_SEPARATED, text, ({ index, 0: card }) => {
    if (isCard(card.replace(/[^0-9]/g, '')))
      findings.push({ start: index, end: index + card.length, type: 'CREDIT_CARD', certain: true });
  });
  eachMatch(OVER_LINES, text, ({ index, 0: lines }) => {
    let digits = '';
    for (const { index: at, 0: group } of lines.matchAll(/[0-9]+/g)) {
      digits += group;
      if (isCard(digits) && !isOtherNumber(text, index)) {
        findings.push({ start: index, end: index + at + group.length, type: 'CREDIT_CARD' });
        return;
      }
    }
  });
  eachMatch(TRACK, text, (match) => {
    const digits = (match[1] ?? match[2]) as string;
    const start = match.index + match[0].indexOf(digits);
    if (isCard(digits)) findings.push({ start, end: start + digits.length, type: 'CREDIT_CARD', certain: true });
  });
  eachMatch(SCATTERED, text, ({ index, 0: card }) => {
    if (
      isCard(card.replace(/[^0-9]/g, '')) &&
      CARD_BEFORE.test(folded.slice(Math.max(0, index - 40), index)) &&
      !isOtherNumber(text, index)
    )
      findings.push({ start: index, end: index + card.length, type: 'CREDIT_CARD' });
  });
};

const REACH = 44;

/** Expiry dates and check values that follow a card number, whatever words stand between. Reads the cards found before. */
export const cardNeighbours: Detector = ({ text }, findings) => {
  const cards = findings.filter((finding) => finding.type === 'CREDIT_CARD' && !finding.unsure);
  for (const card of cards) {
    const after = text.slice(card.end, card.end + REACH);
    const next = after.search(/\n.{0,8}\n|\n\n|[.!?] \p{Lu}/u);
    const near = next < 0 ? after : after.slice(0, next);
    const match = MONTH_YEAR.exec(near) ?? NAMED_MONTH.exec(near);
    const before = MONTH_BEFORE.exec(text.slice(Math.max(0, card.start - REACH), card.start));
    if (before) {
      const start = Math.max(0, card.start - REACH) + before.index;
      findings.push({ start, end: start + before[0].length, type: 'CARD_EXPIRY' });
    }
    let end = card.end;
    if (match) {
      end = card.end + match.index + match[0].length;
      findings.push({ start: card.end + match.index, end, type: 'CARD_EXPIRY' });
    } else {
      const short = SHORT_YEAR.exec(near);
      if (short) {
        const start = card.end + (/[0-9]/.exec(short[0])?.index ?? 0);
        end = card.end + short[0].length;
        findings.push({ start, end, type: 'CARD_EXPIRY' });
      }
    }
    if (end > card.end) pushCheckValue(text, end, findings);
  }
};

function pushCheckValue(text: string, from: number, findings: Finding[]): void {
  const value = CHECK_VALUE.exec(text.slice(from, from + 40));
  if (!value) return;
  const end = from + value[0].length;
  findings.push({ start: end - (value[1] as string).length, end, type: 'CARD_CVV' });
}
