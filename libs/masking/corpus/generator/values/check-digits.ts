import type { Random } from '../random.ts';

/* Check-digit arithmetic of the generator, written apart from the masker's validators: each is the other's judge. */

const digitAt = (digits: string, at: number) => digits.charCodeAt(at) - 48;

/** Sum of digit × weight; weights repeat when there are more digits. */
export function weighted(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) sum += digitAt(digits, at) * (weights[at % weights.length] ?? 0);
  return sum;
}

/** ISO/IEC 7812-1 annex B: the digit that completes `digits`. */
export function luhnDigit(digits: string): string {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = digitAt(digits, digits.length - 1 - at);
    const doubled = digit * 2;
    sum += at % 2 === 1 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}

/** Remainder of a decimal number of any length. */
export function modOf(digits: string, modulus: number): number {
  let rest = 0;
  for (let at = 0; at < digits.length; at += 1) rest = (rest * 10 + digitAt(digits, at)) % modulus;
  return rest;
}

/** ISO 7064 MOD 11,10. */
export function mod1110Digit(digits: string): string {
  let product = 10;
  for (let at = 0; at < digits.length; at += 1) {
    const sum = (digitAt(digits, at) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}

const VERHOEFF_PERMUTATION = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** Product in the dihedral group D5. */
function dihedral(a: number, b: number): number {
  const turned = a < 5 ? (a + b) % 5 : (((a - b) % 5) + 5) % 5;
  return a < 5 === b < 5 ? turned : turned + 5;
}

/** Verhoeff, 1969: the digit that completes `digits`. */
export function verhoeffDigit(digits: string): string {
  let check = 0;
  for (let at = 0; at < digits.length; at += 1) {
    let digit = digitAt(digits, digits.length - 1 - at);
    for (let turn = 0; turn < (at + 1) % 8; turn += 1) digit = VERHOEFF_PERMUTATION[digit] ?? 0;
    check = dihedral(check, digit);
  }
  return String(check < 5 ? (5 - check) % 5 : check);
}

/** ISO 13616: two check digits and the account, `country` first. */
export function withIbanCheck(country: string, account: string): string {
  const numeric = `${account}${country}00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return `${country}${String(98 - modOf(numeric, 97)).padStart(2, '0')}${account}`;
}

/** Digits with a wrong last one on purpose: an order number that looks like a card. */
export const failingLuhn = (digits: string, random: Random): string =>
  `${digits}${(Number(luhnDigit(digits)) + random.int(1, 9)) % 10}`;
