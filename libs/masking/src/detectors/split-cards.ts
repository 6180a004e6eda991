import type { DigitRun } from '../digit-run.ts';
import type { Detector, Finding } from '../scan.ts';
import { foldText } from '../text/characters.ts';
import { eachMatch } from '../text/matches.ts';
import { isCard, isOtherNumber, mayBeginCard } from './card.ts';
import { ibanLength, isIban } from './iban.ts';

/** Words for cards, whatever their ending. */
const CARD =
  /card|karte|kart[aeiuoy]?\b|kartou|kartic|carte|tarjeta|targeta|cart[aã]o|cartao|\bcarta\b|kaart|kort|korti|kartya|kartel|visa|master|amex|maestro|plastic|卡|カード|카드|карт|καρτα|بطاق|کارت|کارڈ|כרטיס|कार्ड|কার্ড|கார்டு|కార్డ|บัตร|ბარათ|քարտ|ካርድ|kadi/u;
/** A number given in two parts. */
const HALVES =
  /half|halves|the rest|rest is|part|first (?:eight|four|8|6)|last (?:eight|four|8|6)|split|teil|halfte|vorder|vorne|hinten|moitie|debut|premier|deuxieme|mitad|primera|segunda|metade|primeira|resto|meta |inizia|finisce|prima|seconda|helft|eerste|tweede|halva|halvdel|forsta|sista|forste|siste|alku|loppu|puoli|polow|pierwsz|drug|polovi|prvni|druha|fele|masodik|elso|jumat|prima|половин|перв|втор|початок|кінец|перш|друг|μισο|πρωτ|δευτερ|yarisi|ilk|kalan|חצי|ראשונ|نصف|النصف|دفعتين|أول|حصہ|باقی|نیم|पहला|बाकी|आधा|前半|後半|后半|前八|后八|前八位|后八位|分两|分兩|앞|뒤|ครึ่ง|ნაწილ|մաս|setengah|sisanya|nusu|nửa|một nửa/u;
const BEFORE = 160;
const BETWEEN = 84;
const PART_MIN = 4;
const PART_MAX = 13;

/** Cards and IBANs that are given in two parts with words or lines between. */
export const splitNumbers: Detector = ({ text, folded, runs }, findings) => {
  if (runs.length === 0) return;
  for (let at = 0; at + 1 < runs.length; at += 1) {
    const first = runs[at] as DigitRun;
    if (first.count < PART_MIN || first.count > PART_MAX) continue;
    splitIban(text, runs, at, findings);
    if (!mayBeginCard(first.digits)) continue;
    if (/^[0-9]{1,3}(?:\.[0-9]{1,3}){3}$/.test(text.slice(first.start, first.end))) continue;
    const second = secondPart(text, runs, at);
    if (second === undefined && first.count !== 8) continue;
    const named = CARD.test(
      before(folded, first.start, BEFORE) + folded.slice(first.start, first.end + BETWEEN).split('\n\n')[0],
    );
    if (isOtherNumber(text, first.start) || isInWord(text, first) || (second && isInWord(text, second))) continue;
    if (second) {
      const valid = isCard(first.digits + second.digits);
      const said = HALVES.test(before(folded, first.start, 60) + folded.slice(first.start, second.start));
      if (said ? valid || named : valid && named && first.count > 5 && second.count > 5)
        for (const { start, end } of [first, second]) findings.push({ start, end, type: 'CREDIT_CARD' });
    }
    if (named) pushHalf(folded, first, findings);
  }
  const last = runs.at(-1);
  if (last && CARD.test(before(folded, last.start, BEFORE))) pushHalf(folded, last, findings);
};

/** What stands before a number, at most `reach` units of it and nothing from beyond a blank line. */
const before = (folded: string, at: number, reach: number): string => {
  const near = folded.slice(Math.max(0, at - reach), at);
  return near.slice(near.lastIndexOf('\n\n') + 1);
};

/** Digits inside a hexadecimal id are no part of a card. */
const isInWord = (text: string, { start, end }: DigitRun): boolean =>
  /[A-Za-z_]/.test(text[start - 1] ?? ' ') || /[A-Za-z_]/.test(text[end] ?? ' ');

/** The number close behind that makes a card of it: one with a check digit, or sixteen digits together. */
function secondPart(text: string, runs: readonly DigitRun[], at: number): DigitRun | undefined {
  const first = runs[at] as DigitRun;
  for (let next = at + 1; next < Math.min(runs.length, at + 3); next += 1) {
    const second = runs[next] as DigitRun;
    if (second.start - first.end > BETWEEN || text.slice(first.end, second.start).includes('\n\n')) return undefined;
    const count = first.count + second.count;
    if (second.count < PART_MIN || second.count > PART_MAX || count < 13) continue;
    if (count === 16 || isCard(first.digits + second.digits)) return second;
  }
  return undefined;
}

/** One half alone, called that: "the first half is 4020-1188". */
function pushHalf(folded: string, { start, end, count, digits }: DigitRun, findings: Finding[]): void {
  if (count !== 8 || !/^[2-6]/.test(digits) || /^20[0-9]{2}[01][0-9]/.test(digits)) return;
  if (HALVES.test(before(folded, start, 24)) && CARD.test(before(folded, start, 80)))
    findings.push({ start, end, type: 'CREDIT_CARD' });
}

/** `DE78-8793-3248 … 1156-6955-16`: the country before the first part, the length and the check digits of both. */
function splitIban(text: string, runs: readonly DigitRun[], at: number, findings: Finding[]): void {
  const first = runs[at] as DigitRun;
  const country = text.slice(first.start - 2, first.start).toUpperCase();
  const length = ibanLength(country);
  if (length === 0 || /[0-9A-Za-z]/.test(text[first.start - 3] ?? ' ')) return;
  for (let next = at + 1; next < Math.min(runs.length, at + 4); next += 1) {
    const second = runs[next] as DigitRun;
    if (second.start - first.end > BETWEEN || text.slice(first.end, second.start).includes('\n\n')) return;
    if (first.count + second.count + 2 !== length || !isIban(country + first.digits + second.digits)) continue;
    findings.push({ start: first.start - 2, end: first.end, type: 'IBAN', certain: true });
    findings.push({ start: second.start, end: second.end, type: 'IBAN', certain: true });
    return;
  }
}

/** Four groups with the same words between: "2221 then 4614 then 1627 then 4374", `card[]=2221&card[]=4614&…`. */
const WORDS_BETWEEN =
  /(?<![0-9])[2-6][0-9]{3}([^0-9\n]{0,6}[\p{L}&][^0-9\n]{1,16})[0-9]{4}\1[0-9]{4}\1[0-9]{4}(?![0-9])/gu;

export const partedCards: Detector = ({ text, folded }, findings) => {
  eachMatch(WORDS_BETWEEN, text, ({ index, 0: groups, 1: between }) => {
    const end = index + groups.length;
    const digits = groups.replace(/[^0-9]/g, '');
    if (isCard(digits) && CARD.test(before(folded, index, BEFORE) + foldText(between as string)))
      findings.push({ start: index, end, type: 'CREDIT_CARD', certain: true });
  });
};

/** Four groups in which letters stand for digits that look like them: `4O24 2792 O79I 9O7I`. */
const SCANNED =
  /(?<![0-9A-Za-z])[0-9OoQDIlSBZ]{4}([ -]?)[0-9OoQDIlSBZ]{4}\1[0-9OoQDIlSBZ]{4}\1[0-9OoQDIlSBZ]{4}(?![0-9A-Za-z])/g;
const READ: Record<string, string> = { O: '0', o: '0', Q: '0', D: '0', I: '1', l: '1', S: '5', B: '8', Z: '2' };

export const scannedCards: Detector = ({ text }, findings) => {
  for (const match of text.matchAll(SCANNED)) {
    const digits = match[0].replace(/[^0-9A-Za-z]/g, '').replace(/[A-Za-z]/g, (letter) => READ[letter] as string);
    if (/[A-Za-z]/.test(match[0]) && /[0-9].*[0-9].*[0-9].*[0-9]/.test(match[0]) && isCard(digits))
      findings.push({ start: match.index, end: match.index + match[0].length, type: 'CREDIT_CARD', certain: true });
  }
};
