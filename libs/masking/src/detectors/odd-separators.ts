import type { Detector, Finding } from '../scan.ts';
import { eachMatch } from '../text/matches.ts';
import { luhn, mod97 } from '../validators/checksums.ts';
import { mayBeginCard } from './card.ts';
import { isPossibleInternational } from './phone-lengths.ts';

/** Groups of digits with one odd separator throughout: `5225|5861|7695|0398`, `206·555·0143`, `0:1:5:2:1:5:5:5:0`. */
const GROUPED =
  /(?<![0-9A-Za-z.|·•∙~_=+*])\+?[0-9]{1,6} ?([|·•∙⋅~_=+*\\])(?: ?[0-9]{1,6} ?\1){1,10} ?[0-9]{1,6}(?![0-9A-Za-z]|[|·•∙~_=+*\\][0-9A-Za-z])/gu;
/** The same with a separator written twice: `0_7_7_1_3 // 4_4_8 // 9_0_1`, `08 8 -- 731 -- 90 -- 44`. */
const DOUBLED =
  /(?<![0-9A-Za-z.|·_=+*/-])\+?[0-9](?:[ _.]?[0-9]){0,6} ?(\/\/|--|\|\||\.\.|::|__|~~|\*\*)(?:[ \n]{0,2}[0-9](?:[ _.]?[0-9]){0,6} ?\1){0,6}[ \n]{0,2}[0-9](?:[ _.]?[0-9]){0,6}(?![0-9A-Za-z/*|_~:-]|\.[.0-9A-Za-z])/gu;
/** Digit by digit: `0-8-1-2-1-6-7`, `9.1.9.8.9`, `4 0 4 1 6`, `3 - 7 - 0 - 5`. */
const SINGLE =
  /(?<![0-9A-Za-z]|[0-9][ .,/-])\+?[0-9]( ?[-._/,|·] ?| )(?:[0-9]\1){6,30}[0-9](?![0-9A-Za-z]|[ .,/-][0-9])/g;
/** The same for accounts that begin with a country: `I.T.1.8.X`, `E - E - 8 - 3`, `BR82_00_3603`. */
const LETTERED =
  /(?<![0-9A-Za-z])[A-Z]( ?[-._/|·] ?| )[A-Z]\1[0-9]\1[0-9](?:\1[0-9A-Za-z]){11,30}(?![0-9A-Za-z])|(?<![0-9A-Za-z])[A-Z]{2}[0-9]{2}([_/|·.,])(?:[0-9A-Za-z]{1,6}\2){2,12}[0-9A-Za-z]{1,6}(?![0-9A-Za-z])/g;

const isCard = (digits: string) => digits.length >= 13 && digits.length <= 19 && mayBeginCard(digits) && luhn(digits);
const isCounting = (digits: string) =>
  '01234567890123456789'.includes(digits) || '98765432109876543210'.includes(digits);

/** Cards, phone numbers and IBANs whose digits are held apart by characters that no such number is written with. */
export const oddlySeparated: Detector = ({ text }, findings) => {
  const push = (index: number, value: string, type: Finding['type'], certain?: true) =>
    findings.push({ start: index, end: index + value.length, type, ...(certain ? { certain } : {}) });
  for (const pattern of [GROUPED, DOUBLED])
    eachMatch(pattern, text, ({ index, 0: value }) => {
      const digits = value.replace(/[^0-9]/g, '');
      const isSum = pattern === GROUPED && (value.startsWith('0') ? /[=+]/ : /[=+*]/).test(value.slice(1));
      if (isCard(digits)) push(index, value, 'CREDIT_CARD', true);
      else if (!isSum && isPhone(value, digits)) push(index, value, 'PHONE');
    });
  eachMatch(SINGLE, text, ({ index, 0: value }) => {
    const digits = value.replace(/[^0-9]/g, '');
    if (new Set(digits).size < 4 || isCounting(digits)) return;
    if (isCard(digits)) push(index, value, 'CREDIT_CARD', true);
    else if (digits.length > 8) push(index, value, digits.length > 15 ? 'BANK_ACCOUNT' : 'PHONE');
  });
  eachMatch(LETTERED, text, ({ index, 0: value }) => {
    const compact = value.replace(/[^0-9A-Za-z]/g, '').toUpperCase();
    if (compact.length > 14 && compact.length < 35 && mod97(compact.slice(4) + compact.slice(0, 4)) === 1)
      push(index, value, 'IBAN', true);
  });
};

/** North America's 3-3-4, and numbers that are international or begin with the trunk zero. */
const isPhone = (value: string, digits: string): boolean =>
  /^\+?[2-9][0-9]{2}[^0-9]{1,3}[2-9][0-9]{2}[^0-9]{1,3}[0-9]{4}$/.test(value) ||
  (value.startsWith('+') && isPossibleInternational(digits)) ||
  (/^0[1-9]/.test(digits) && digits.length > 8 && digits.length < 13);

/** Scanned numbers in which O stands for 0 and l or I for 1: `O15394 55 O142`, `o9o5 55o 149`. */
const SCANNED =
  /(?<![0-9A-Za-z])(?=[0-9OolI -]{0,24}[OolI])[+0Oo][0-9OolI]{2,6}(?:[ -][0-9OolI]{2,6}){1,4}(?![0-9A-Za-z])/g;

export const scannedPhones: Detector = ({ text }, findings) =>
  eachMatch(SCANNED, text, ({ index, 0: value }) => {
    const read = value.replace(/[^0-9OolI]/g, '').length;
    if (read > 8 && read < 14 && value.replace(/[^0-9]/g, '').length > read / 2)
      findings.push({ start: index, end: index + value.length, type: 'PHONE' });
  });
