import { mod97 } from './checksums.ts';

const sum = (digits: string, weights: readonly number[]): number =>
  weights.reduce((total, weight, index) => total + weight * (digits.charCodeAt(index) - 48), 0);

/** Argentina, CBU and CVU: 22 digits in two blocks, weights 7-1-3-9 each (BCRA A 2530). */
export function cbu(digits: string): boolean {
  const check = (block: string, weights: readonly number[]) =>
    (10 - (sum(block, weights) % 10)) % 10 === block.charCodeAt(block.length - 1) - 48;
  return (
    digits.length === 22 &&
    check(digits.slice(0, 8), [7, 1, 3, 9, 7, 1, 3]) &&
    check(digits.slice(8), [3, 9, 7, 1, 3, 9, 7, 1, 3, 9, 7, 1, 3])
  );
}

/** Mexico, CLABE: 18 digits, weights 3-7-1 modulo 10. */
export function clabe(digits: string): boolean {
  let total = 0;
  for (let index = 0; index < 17; index += 1)
    total += ((digits.charCodeAt(index) - 48) * ([3, 7, 1][index % 3] as number)) % 10;
  return digits.length === 18 && (10 - (total % 10)) % 10 === digits.charCodeAt(17) - 48;
}

/** Norway, kontonummer: 11 digits, modulo 11. */
export function norwegianAccount(digits: string): boolean {
  const rest = 11 - (sum(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return digits.length === 11 && rest % 11 === digits.charCodeAt(10) - 48;
}

/** Poland, NRB: 26 digits, an IBAN without its country. */
export const polishAccount = (digits: string): boolean =>
  digits.length === 26 && mod97(`${digits.slice(2)}PL${digits.slice(0, 2)}`) === 1;

/** Hungary, GIRO: 16 or 24 digits in blocks of eight, weights 9-7-3-1. */
export function hungarianAccount(digits: string): boolean {
  const weights = [9, 7, 3, 1, 9, 7, 3, 1, 9, 7, 3, 1, 9, 7, 3, 1];
  const head = sum(digits.slice(0, 8), weights.slice(0, 8)) % 10 === 0;
  const tail = digits.slice(8);
  return (digits.length === 16 || digits.length === 24) && head && sum(tail, weights.slice(0, tail.length)) % 10 === 0;
}

/** Spain, CCC: bank, branch, two check digits, account; weights modulo 11. */
export function spanishAccount(digits: string): boolean {
  const check = (block: string, weights: readonly number[]) => {
    const rest = 11 - (sum(block, weights) % 11);
    return rest === 10 ? 1 : rest % 11;
  };
  return (
    digits.length === 20 &&
    check(digits.slice(0, 8), [4, 8, 5, 10, 9, 7, 3, 6]) === digits.charCodeAt(8) - 48 &&
    check(digits.slice(10), [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]) === digits.charCodeAt(9) - 48
  );
}

/** United States, ABA routing number: nine digits, weights 3-7-1. */
export const routingNumber = (digits: string): boolean =>
  digits.length === 9 && sum(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0;
