import { isCalendarDay, luhn } from './checksums.ts';

const sum = (digits: string, weights: readonly number[]): number =>
  weights.reduce((total, weight, index) => total + weight * (digits.charCodeAt(index) - 48), 0);
const digitAt = (digits: string, index: number) => digits.charCodeAt(index) - 48;
const date6 = (year: string, month: string, day: string) => isCalendarDay(Number(year), Number(month), Number(day));

/** Norway, fødselsnummer: date and two check digits modulo 11 (D-numbers add 40 to the day). */
export function fodselsnummer(value: string): boolean {
  const first = (11 - (sum(value, [3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11)) % 11;
  const second = (11 - (sum(value, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return (
    date6(value.slice(4, 6), value.slice(2, 4), String(Number(value.slice(0, 2)) % 40)) &&
    first === digitAt(value, 9) &&
    second === digitAt(value, 10)
  );
}

/** South Africa: date, citizenship, Luhn over 13 digits. */
export const southAfrican = (value: string): boolean =>
  date6(value.slice(0, 2), value.slice(2, 4), value.slice(4, 6)) && /[012]/.test(value[10] as string) && luhn(value);

/** Estonia and Lithuania: century, date, check digit modulo 11 with a second row of weights. */
export function balticCode(value: string): boolean {
  const first = sum(value, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  const second = sum(value, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11;
  const check = first < 10 ? first : second < 10 ? second : 0;
  return (
    /^[1-6]/.test(value) &&
    date6(value.slice(1, 3), value.slice(3, 5), value.slice(5, 7)) &&
    check === digitAt(value, 10)
  );
}

/** Former Yugoslavia, JMBG: day, month, three digits of the year, modulo 11. */
export function jmbg(value: string): boolean {
  const rest = 11 - (sum(value, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return (
    // Born since 1900: milliseconds of a clock would be of 1846.
    /^(?:9|0[0-4])/.test(value.slice(4)) &&
    isCalendarDay(Number(`1${value.slice(4, 7)}`), Number(value.slice(2, 4)), Number(value.slice(0, 2))) &&
    (rest > 9 ? 0 : rest) === digitAt(value, 12)
  );
}

/** Bulgaria, ЕГН: date with the century in the month, weights modulo 11. */
export function egn(value: string): boolean {
  return (
    date6(value.slice(0, 2), String(Number(value.slice(2, 4)) % 20), value.slice(4, 6)) &&
    (sum(value, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === digitAt(value, 9)
  );
}

/** Croatia, OIB: ISO/IEC 7064 MOD 11,10. */
export function oib(value: string): boolean {
  let product = 10;
  for (let index = 0; index < 10; index += 1) {
    const part = (digitAt(value, index) + product) % 10 || 10;
    product = (part * 2) % 11;
  }
  return (11 - product) % 10 === digitAt(value, 10);
}

/** Greece, ΑΦΜ: nine digits, powers of two modulo 11. */
export const afm = (value: string): boolean =>
  value !== '000000000' && (sum(value, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === digitAt(value, 8);

/** Greece, ΑΜΚΑ: date and Luhn over eleven digits. */
export const amka = (value: string): boolean =>
  date6(value.slice(4, 6), value.slice(2, 4), value.slice(0, 2)) && luhn(value);

/** Israel, teudat zehut: nine digits, Luhn from the left. */
export const israeli = (value: string): boolean => luhn(value.padStart(9, '0'));

/** Saudi Arabia, national identity and iqama: ten digits from 1 or 2, Luhn. */
export const saudi = (value: string): boolean => /^[12]/.test(value) && luhn(value);

/** Thailand: 13 digits, weights 13 to 2, modulo 11. */
export const thai = (value: string): boolean =>
  /^[1-8]/.test(value) &&
  (11 - (sum(value, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === digitAt(value, 12);

/** Austria, Sozialversicherungsnummer: serial, check digit, date. */
export function austrianSocial(value: string): boolean {
  return (
    date6(value.slice(8, 10), value.slice(6, 8), value.slice(4, 6)) &&
    sum(value, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === digitAt(value, 3)
  );
}

/** Kazakhstan, ИИН: date, century, check digit modulo 11 with a second row of weights. */
export function kazakh(value: string): boolean {
  const first = sum(value, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
  const check = first < 10 ? first : sum(value, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11;
  return date6(value.slice(0, 2), value.slice(2, 4), value.slice(4, 6)) && check === digitAt(value, 11);
}

/** Egypt: century, date, governorate; 14 digits. */
export const egyptian = (value: string): boolean =>
  /^[23]/.test(value) &&
  date6(value.slice(1, 3), value.slice(3, 5), value.slice(5, 7)) &&
  Number(value.slice(7, 9)) <= 35;

/** Indonesia, NIK: region, date (women add 40 to the day), serial; 16 digits. */
export const nik = (value: string): boolean =>
  /^[1-9][1-9]/.test(value) &&
  date6(value.slice(10, 12), value.slice(8, 10), String(Number(value.slice(6, 8)) % 40)) &&
  !value.endsWith('0000');

/** Vietnam, CCCD: province, century and sex, year; 12 digits. */
export const cccd = (value: string): boolean => /^0[0-9]{2}[0-3]/.test(value) && Number(value.slice(0, 3)) <= 96;

/** Iceland, kennitala: date and modulo 11. */
export const kennitala = (value: string): boolean =>
  date6(value.slice(4, 6), value.slice(2, 4), value.slice(0, 2)) &&
  (11 - (sum(value, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === digitAt(value, 8);

/** Denmark, CPR: a date and four digits; newer numbers carry no check digit. */
export const cpr = (value: string): boolean => date6(value.slice(4, 6), value.slice(2, 4), value.slice(0, 2));

/** Ecuador, cédula: province and Luhn over ten digits. */
export const ecuadorian = (value: string): boolean =>
  Number(value.slice(0, 2)) >= 1 && Number(value.slice(0, 2)) <= 24 && /[0-6]/.test(value[2] as string) && luhn(value);

/** Australia, tax file number: nine digits, modulo 11. */
export const tfn = (value: string): boolean => sum(value, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0;

/** Australia, Medicare: ten digits from 2 to 6, modulo 10. */
export const medicare = (value: string): boolean =>
  /^[2-6]/.test(value) && sum(value, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === digitAt(value, 8);

/** Hungary, TAJ: nine digits, weights 3 and 7. */
export const taj = (value: string): boolean => sum(value, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 === digitAt(value, 8);

/** Hungary, adóazonosító: ten digits from 8, modulo 11. */
export const hungarianTax = (value: string): boolean =>
  value.startsWith('8') && sum(value, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 === digitAt(value, 9);

/** Taiwan: a letter, nine digits, weights modulo 10. */
export function taiwanese(value: string): boolean {
  const code = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(value[0] as string) + 10;
  return (Math.floor(code / 10) + (code % 10) * 9 + sum(value.slice(1), [8, 7, 6, 5, 4, 3, 2, 1, 1])) % 10 === 0;
}

/** Singapore, NRIC and FIN: a letter, seven digits and a check letter. */
export function nric(value: string): boolean {
  const [letter] = value;
  const offset = letter === 'T' || letter === 'G' ? 4 : letter === 'M' ? 3 : 0;
  const rest = (sum(value.slice(1), [2, 7, 6, 5, 4, 3, 2]) + offset) % 11;
  return (
    ('ST'.includes(letter as string) ? 'JZIHGFEDCBA' : letter === 'M' ? 'KLJNPQRTUWX' : 'XWUTRQPNMLK')[
      letter === 'M' ? 10 - rest : rest
    ] === value[8] || letter === 'M'
  );
}

/** Ireland, PPS number: seven digits and a check letter modulo 23. */
export function pps(value: string): boolean {
  const extra = value.length > 8 && value[8] !== 'W' ? (value.charCodeAt(8) - 64) * 9 : 0;
  return 'WABCDEFGHIJKLMNOPQRSTUV'[(sum(value, [8, 7, 6, 5, 4, 3, 2]) + extra) % 23] === value[7];
}

/** Portugal, NIF: nine digits, weights 9 to 2, modulo 11. */
export const nif = (value: string): boolean => {
  const rest = 11 - (sum(value, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return /^[1235]/.test(value) && (rest > 9 ? 0 : rest) === digitAt(value, 8);
};
