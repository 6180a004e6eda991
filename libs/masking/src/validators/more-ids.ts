import { isCalendarDay } from './checksums.ts';

const sum = (digits: string, weights: readonly number[]): number =>
  weights.reduce((total, weight, index) => total + weight * (digits.charCodeAt(index) - 48), 0);

/** Year, month and day of two digits each. */
export const isDay = (year: string, month: string, day: string): boolean =>
  isCalendarDay(Number(year), Number(month), Number(day));

/** Iran, کد ملی: ten digits, weights 10 to 2, modulo 11. */
export function iranian(value: string): boolean {
  const rest = sum(value, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return !/^(.)\1{9}$/.test(value) && (rest < 2 ? rest : 11 - rest) === value.charCodeAt(9) - 48;
}

/** Spain, número de la Seguridad Social: province, number, remainder modulo 97. */
export function spanishSocial(value: string): boolean {
  const province = Number(value.slice(0, 2));
  const number = value.slice(2, -2);
  const whole =
    number.length === 8 && Number(number) >= 10_000_000
      ? Number(value.slice(0, 10))
      : Number(number) + province * 10_000_000;
  return province > 0 && province < 67 && whole % 97 === Number(value.slice(-2));
}

/** Slovenia, davčna številka: eight digits, weights 8 to 2, modulo 11. */
export function slovenianTax(value: string): boolean {
  const rest = 11 - (sum(value, [8, 7, 6, 5, 4, 3, 2]) % 11);
  return value[0] !== '0' && rest % 11 !== 10 && (rest === 10 ? 0 : rest % 11) === value.charCodeAt(7) - 48;
}

/** Sri Lanka, the old NIC: year, day of the year (women add 500), serial. */
export function sriLankan(value: string): boolean {
  const day = Number(value.slice(2, 5)) % 500;
  return day >= 1 && day <= 366;
}

/** United Kingdom, driver number: surname, decade, month (women add 50), day, year, initials, check. */
export const driverNumber = (value: string): boolean =>
  isCalendarDay(Number(value[5]) * 10 + Number(value[10]), Number(value.slice(6, 8)) % 50, Number(value.slice(8, 10)));

/** Poland, dowód osobisty: three letters (A is 10) and six digits, the first of them a check digit. */
export const polishCard = (value: string): boolean =>
  [...value].reduce(
    (sum, sign, at) => sum + Number.parseInt(sign, 36) * ([7, 3, 1, 9, 7, 3, 1, 7, 3][at] as number),
    0,
  ) %
    10 ===
  0;

/** Quebec, NAM: letters of the name, year, month (women add 50), day, two more. */
export const quebecHealth = (value: string): boolean =>
  isDay(value.slice(4, 6), String(Number(value.slice(6, 8)) % 50), value.slice(8, 10));

/** Mexico, RFC of a natural person: letters of the name, date, three more. */
export const rfc = (value: string): boolean => isDay(value.slice(4, 6), value.slice(6, 8), value.slice(8, 10));

/** Germany, Versicherungsnummer of the pension insurance: area, date, letter, serial. */
export const germanPension = (value: string): boolean =>
  isDay(value.slice(6, 8), value.slice(4, 6), value.slice(2, 4)) && Number(value.slice(0, 2)) > 1;

/** Albania, NID: decade as a letter, year, month (women add 50), day, serial, letter. */
export const albanian = (value: string): boolean =>
  isDay(value.slice(1, 2), String(Number(value.slice(2, 4)) % 50), value.slice(4, 6));

/** Tanzania, NIDA: date of birth in front. */
export const tanzanian = (value: string): boolean =>
  /^(?:19|20)/.test(value) && isDay(value.slice(0, 4), value.slice(4, 6), value.slice(6, 8));

/** Mongolia, register: year, month (20 more since 2000), day. */
export const mongolian = (value: string): boolean =>
  isDay(value.slice(2, 4), String(Number(value.slice(4, 6)) % 20), value.slice(6, 8));

/** Kuwait, civil id: century, date. */
export const kuwaiti = (value: string): boolean =>
  /^[23]/.test(value) && isDay(value.slice(1, 3), value.slice(3, 5), value.slice(5, 7));

/** Bahrain, CPR: year and month. */
export const bahraini = (value: string): boolean => isDay(value.slice(0, 2), value.slice(2, 4), '01');

/** Belgium, national register number of the right shape: its date, bis numbers with 20 or 40 more in the month. */
export const belgianDate = (value: string): boolean =>
  isDay(value.slice(0, 2), String(Number(value.slice(2, 4)) % 20), value.slice(4, 6));

/** Latvia, personas kods: day, month, year, century (or 32 and no date). */
export const latvian = (value: string): boolean =>
  value.startsWith('32') ||
  (isDay(value.slice(4, 6), value.slice(2, 4), value.slice(0, 2)) && /[012]/.test(value[6] as string));
