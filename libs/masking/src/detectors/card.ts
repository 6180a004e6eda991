import type { Cue } from '../cues/find-cues.ts';
import type { DigitRun, Range } from '../digit-run.ts';
import type { Detector, Finding, Scan } from '../scan.ts';
import { foldText, isUnspaced } from '../text/characters.ts';
import { luhn } from '../validators/checksums.ts';
import { countsGoods } from './other-number.ts';

/** Lengths by issuer (ISO/IEC 7812): Amex 15, Diners 14–19, Visa 13/16/19, Mastercard 16, UnionPay, Maestro, JCB 15–19, Mir, Discover, Troy, mada, Humo, UzCard, ArCa, Belkart, cards of Korea. */
const ISSUERS =
  /^(?:3[47][0-9]{13}|3(?:0[0-5]|095|[689])[0-9]{11,16}|4(?:[0-9]{12}|[0-9]{15}|[0-9]{18})|5[1-5][0-9]{14}|2(?:22[1-9][0-9]{12}|2[3-9][0-9]{13}|[3-6][0-9]{14}|7[01][0-9]{13}|720[0-9]{12})|220[0-4][0-9]{12,15}|62[0-9]{14,17}|8[12][0-9]{14,17}|(?:9792|8600|9860|94[0-9]{2}|9682|9051|9112)[0-9]{12}|(?:5[0678]|6)[0-9]{11,18}|35[0-9]{14,17}|(?:1800|2131)[0-9]{11})$/;

export const isCard = (digits: string) =>
  digits.length >= 13 && digits.length <= 19 && ISSUERS.test(digits) && luhn(digits);
/** Whether an issuer's number may begin so. */
export const mayBeginCard = (digits: string) => /^(?:[2-6]|9792|8600|9860|94|9682|9051|9112)/.test(digits);
const isGrouped = (shape: string) =>
  /^4(?:(?: 4){3}|(?: {2}4){3}|(?:-4){3})$/.test(shape) || /^4[ -]6[ -]5$/.test(shape);

/** Card numbers: windows of digit groups that pass an issuer's length and Luhn, anywhere. */
export const cards: Detector = (scan, findings) => {
  for (const run of scan.runs) cardsInRun(scan.text, run, findings);
};

/** What `cards` does with one run of digits. */
export function cardsInRun(text: string, run: DigitRun, findings: Finding[]): void {
  // `302-1234567-1234567` is how a large shop numbers its orders.
  if (run.count < 13 || (run.count === 17 && run.shape === '3-7-7')) return;
  // The key of a Brazilian invoice: forty-four digits in fours.
  if (run.count === 44 && /^4(?: 4){10}$/.test(run.shape)) return;
  const before = findings.length;
  windows(text, run.groups(), findings);
  if (findings.length === before && isGrouped(run.shape) && mayBeginCard(run.digits) && !isOtherNumber(text, run.start))
    findings.push({ start: run.start, end: run.end, type: 'CREDIT_CARD', unsure: 'card_shape_without_checksum' });
}

function windows(text: string, groups: readonly Range[], findings: Finding[]): void {
  for (let first = 0; first < groups.length; first += 1) {
    const { start } = groups[first] as Range;
    // No issuer's numbers begin otherwise.
    if (!'2345689'.includes(text[start] as string) && !text.startsWith('1800', start)) continue;
    let digits = '';
    for (let last = first; last < groups.length && digits.length <= 19; last += 1) {
      const group = groups[last] as Range;
      digits += text.slice(group.start, group.end);
      if (!isCard(digits) || isPartOfWord(text, start, group.end) || isOtherNumber(text, start)) continue;
      findings.push({ start, end: group.end, type: 'CREDIT_CARD', certain: true });
      first = last;
      break;
    }
  }
}

/** What stands right before a number that is no card whatever its check digit says: "order number in the fixture is …". */
const OTHER_NUMBER =
  /(?:^|[^\p{L}])(?:not a card|no card|keine karte|order|bestellung|bestellnummer|commande|pedido|ordine|bestelling|beställning|ordre|zamówienie|objednávka|rendelés|заказ|замовлення|sku|ean|gtin|upc|isbn|imei|batch|charge|serial|seriennummer|tracking|trk|parcel|sendung|invoice|ticket|case|trace|request|span|correlation|fixture|asset|part|article|artikel|meter|policy|shipment|waybill|awb|order_?id|transaction(?:_?id)?|txn|charge_?id|reference)(?:[ _-]?(?:number|no|nr|id|num|code|nummer))?\.?(?: in the \p{L}{2,12})?(?: is| was| ist|:|=|#| no\.?)?[ "'#:=]{0,3}$/iu;
export const isOtherNumber = (text: string, start: number): boolean =>
  OTHER_NUMBER.test(text.slice(Math.max(0, start - 44), start)) ||
  (text[start - 1] !== '_' &&
    !/[0-9]{2}\s?[/.-]\s?(?:20)?[23][0-9](?![0-9])|cv[vc]|exp/i.test(text.slice(start + 13, start + 64)) &&
    countsGoods(foldText(text.slice(Math.max(0, start - 44), start)), Math.min(44, start)));

/** Digits inside a hexadecimal id or a longer name are no card. */
const isPartOfWord = (text: string, start: number, end: number) =>
  /[A-Za-z_]/.test(text[start - 1] ?? ' ') ||
  /[A-Za-z_]/.test(text[end] ?? ' ') ||
  /[0-9A-Fa-f]-$/.test(text.slice(Math.max(0, start - 2), start));

/** Maestro's shortest: so few digits pass Luhn too often to be a card without a cue. */
const isMaestroOf12 = (digits: string) =>
  /^(?:5[0678]|6|0604)[0-9]+$/.test(digits) && digits.length === 12 && luhn(digits);

/** A number of card length after a cue: people mistype their cards, so no checksum is asked for. */
export function cuedCard(scan: Scan, cue: Cue, runFrom: (at: number) => DigitRun | undefined): Finding | undefined {
  const run = runFrom(cue.end);
  if (!run || run.start - cue.end > 32 || run.count > 19 || (run.count < 13 && !isMaestroOf12(run.digits)))
    return undefined;
  const dated = /^20[0-9]{2}[-_./][01]/.test(scan.text.slice(run.start, run.start + 7)) || run.shape.includes('_');
  return dated ||
    isPartOfWord(scan.text, run.start, run.end) ||
    scan.text.slice(cue.end, run.start).includes('\x7f') ||
    !/^(?:[2-6]|0604|1800|9792|8600|9860|8[12]|94|9682|9051|9112)/.test(run.digits)
    ? undefined
    : { start: run.start, end: run.end, type: 'CREDIT_CARD' };
}

/** Months by how they begin, in the languages of Europe; enough behind a card or its "valid thru". */
export const MONTH_NAME =
  '(?:jan|fe[bv]|m[aä]r|m[aä]rz|apr|ma[ijy]|ju[ln]|jui|juli|aug|ago|ao[uû]t|sep|set|o[ck]t|ott|out|nov|de[cz]|dic|ene|abr|gen|mag|giu|lug|mrt|mei|янв|фев|мар|апр|май|мая|июн|июл|авг|сен|окт|ноя|дек|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|oca|şub|nis|haz|tem|ağu|eyl|eki|kas|ara|ledn|únor|břez|dub|květ|červ|srp|září|říj|list|pros|sty|lut|kwi|cze|lip|sie|wrz|paź|gru|tam|hel|maa|huh|tou|kes|hei|elo|syy|lok|mar|jou)\\p{L}{0,8}';
const EXPIRY = new RegExp(
  `^(?:(?:0[1-9]|1[0-2]|[1-9])\\s?[/\\-._]\\s?'?(?:20)?[2-4][0-9]|(?:0[1-9]|1[0-2]) ?[2-4][0-9]|(?:0[1-9]|1[0-2]) 20[2-4][0-9]|20[2-4][0-9][/\\-.](?:0[1-9]|1[0-2])|(?:0[1-9]|1[0-2])/7[0-4]|${MONTH_NAME}[.,]? ?(?:de |'|of )?(?:20)?[2-4][0-9]|20[2-4][0-9]年\\s?[0-9]{1,2}月|[2-4][0-9]년\\s?[0-9]{1,2}월|20[2-4][0-9]년\\s?[0-9]{1,2}월|[〇零一二三四五六七八九]{2,4}年[一二三四五六七八九十]{1,2}月|[0-9]{1,2}月\\s?/?\\s?20?[2-4][0-9]年)(?![0-9]|-[0-9])`,
  'iu',
);

const YEAR_FIRST = /^[23][0-9][/.]?(?:0[1-9]|1[0-2])(?![0-9])/;

/** An expiry date after "valid thru" and its translations. */
export function cuedExpiry(scan: Scan, cue: Cue): Finding | undefined {
  const gap =
    /^[^0-9\p{L}\n\x7f]{0,12}(?:(?:date|is|до|do|am|am:|في)[^0-9\p{L}\n\x7f]{1,4})?/u.exec(
      scan.text.slice(cue.end, cue.end + 32),
    )?.[0].length ?? 0;
  const at = cue.end + gap;
  const near = scan.text.slice(at, at + 28);
  // Hungary writes the year first; with a card before it, `30/04` is no day.
  const match =
    EXPIRY.exec(near) ??
    (CARD_NEAR.test(scan.text.slice(Math.max(0, cue.start - 64), cue.start)) ? YEAR_FIRST.exec(near) : null);
  return match ? { start: at, end: at + match[0].length, type: 'CARD_EXPIRY' } : undefined;
}

/** "Behind" and "three digits" are of a card where one, or the day it expires, stands near. */
const BEHIND =
  /^(?!.*(?:cvv|cvc|cvx|cryp|secur|sicher|segur|sicur|pruf|card|karte|cart|kort|tarj))(?:[\p{L}\p{M}]+|[34] [\p{L}\p{M}]+|the back|[\p{L}\p{M}]{2,3} [\p{L}\p{M}]+)$/u;
const CARD_NEAR = /[0-9](?:[ -]?[0-9]){11,18}|(?<![0-9])(?:0?[1-9]|1[0-2])\s?[/.-]\s?'?(?:20)?[23][0-9](?![0-9])/;

/** The check value after "CVC" and its translations: three or four digits. */
export function cuedCvv(scan: Scan, cue: Cue): Finding | undefined {
  if (
    BEHIND.test(scan.folded.slice(cue.start, cue.end)) &&
    !CARD_NEAR.test(scan.text.slice(Math.max(0, cue.start - 140), cue.end + 48))
  )
    return undefined;
  const gap = /^[^0-9\n\x7f]{0,16}/.exec(scan.text.slice(cue.end, cue.end + 16))?.[0].length ?? 0;
  const at = cue.end + gap;
  const match = /^(?:[0-9]{3,4}|[0-9](?:[ -][0-9]){2,3})(?![0-9A-Za-z]|[ -][0-9])/.exec(scan.text.slice(at, at + 9));
  const beside = at === cue.end && !isUnspaced(scan.text.charCodeAt(at - 1));
  return match && !beside ? { start: at, end: at + match[0].length, type: 'CARD_CVV' } : undefined;
}
