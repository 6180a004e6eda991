const digitsOf = (value: string): number[] => Array.from(value, (character) => character.charCodeAt(0) - 48);

const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);

/** ISO/IEC 7812-1 annex B (Luhn). `digits` holds ASCII digits only. */
export function luhn(digits: string): boolean {
  let sum = 0;
  let double = false;
  for (let index = digits.length - 1; index >= 0; index -= 1) {
    let digit = digits.charCodeAt(index) - 48;
    if (double) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
    double = !double;
  }
  return sum % 10 === 0;
}

/** ISO/IEC 7064 MOD 97-10 over letters and digits, letters counting as 10…35 (IBAN: rotate the first four to the end). */
export function mod97(alphanumeric: string): number {
  let remainder = 0;
  for (const character of alphanumeric) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

const VERHOEFF_PERMUTATION = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
];

/** Verhoeff's dihedral check (Aadhaar). */
export function verhoeff(digits: string): boolean {
  let check = 0;
  for (let position = 0; position < digits.length; position += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - position) - 48;
    const permuted = (VERHOEFF_PERMUTATION[position % 8] as string).charCodeAt(digit) - 48;
    check = dihedral(check, permuted);
  }
  return check === 0;
}

/** Product in the dihedral group of the pentagon, which Verhoeff's scheme is built on. */
function dihedral(left: number, right: number): number {
  const sign = left < 5 ? 1 : -1;
  const rotation = ((((left % 5) + sign * (right % 5)) % 5) + 5) % 5;
  return left < 5 === right < 5 ? rotation : rotation + 5;
}

/** A calendar day; `year` may be two digits (then the century is open and 29 February is let through). */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = year < 100 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (lengths[month - 1] as number);
}

/** Poland, 11 digits: date with century in the month, weights 1-3-7-9. */
export function pesel(value: string): boolean {
  const digits = digitsOf(value);
  const month = Number(value.slice(2, 4)) % 20;
  return (
    isCalendarDay(Number(value.slice(0, 2)), month, Number(value.slice(4, 6))) &&
    weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0
  );
}

/** Spain, DNI and NIE: eight characters and a control letter, number modulo 23. */
export function dni(value: string): boolean {
  const number = value.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(number) % 23] === value.at(-1);
}

/** Brazil, CPF: 11 digits, two check digits modulo 11. */
export function cpf(value: string): boolean {
  const digits = digitsOf(value);
  if (digits.every((digit) => digit === digits[0])) return false;
  const check = (length: number) => {
    const sum = digits.slice(0, length).reduce((total, digit, index) => total + digit * (length + 1 - index), 0);
    return ((sum * 10) % 11) % 10;
  };
  return check(9) === digits[9] && check(10) === digits[10];
}

/** Türkiye, T.C. kimlik no: 11 digits, two check digits. */
export function tckn(value: string): boolean {
  const digits = digitsOf(value);
  const odd = weighted(digits, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
  const even = weighted(digits, [0, 1, 0, 1, 0, 1, 0, 1]);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return digits[0] !== 0 && tenth === digits[9] && (odd + even + tenth) % 10 === digits[10];
}

/** Netherlands, BSN: nine digits, the "elfproef". */
export function bsn(value: string): boolean {
  return weighted(digitsOf(value), [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0;
}

/** France, NIR: 13 characters and a two-digit key, 97 − n mod 97; Corsica's 2A and 2B count as 19 and 18. */
export function nir(value: string): boolean {
  const number = value.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return /^[0-9]{13}$/.test(number) && 97 - Number(BigInt(number) % 97n) === Number(value.slice(13, 15));
}

/** Germany, Steuer-Identifikationsnummer: 11 digits, ISO/IEC 7064 MOD 11,10. */
export function steuerId(value: string): boolean {
  let product = 10;
  for (const digit of digitsOf(value.slice(0, 10))) {
    const sum = (digit + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return value[0] !== '0' && (11 - product) % 10 === value.charCodeAt(10) - 48;
}

/** China, resident identity number (GB 11643): 17 digits and a check character, ISO/IEC 7064 MOD 11-2. */
export function chinaResident(value: string): boolean {
  const sum = weighted(digitsOf(value.slice(0, 17)), [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
  const day = isCalendarDay(Number(value.slice(6, 10)), Number(value.slice(10, 12)), Number(value.slice(12, 14)));
  return day && '10X98765432'[sum % 11] === value.at(-1);
}

/** Russia, SNILS: nine digits and a two-digit sum modulo 101. */
export function snils(value: string): boolean {
  const sum = weighted(digitsOf(value), [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101;
  return (sum === 100 ? 0 : sum) === Number(value.slice(9, 11));
}

/** Russia, personal INN: 12 digits, two check digits. */
export function inn(value: string): boolean {
  const digits = digitsOf(value);
  const first = (weighted(digits, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10;
  const second = (weighted(digits, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10;
  return first === digits[10] && second === digits[11];
}

/** Ukraine, RNOKPP: ten digits, signed weights modulo 11. */
export function rnokpp(value: string): boolean {
  const digits = digitsOf(value);
  const sum = weighted(digits, [-1, 5, 7, 9, 4, 6, 10, 5, 7]);
  return (((sum % 11) + 11) % 11) % 10 === digits[9];
}

/** Korea, resident registration number: date, gender, check digit (numbers issued before October 2020). */
export function koreaResident(value: string): boolean {
  const day = isCalendarDay(Number(value.slice(0, 2)), Number(value.slice(2, 4)), Number(value.slice(4, 6)));
  const digits = digitsOf(value);
  return day && (11 - (weighted(digits, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10 === digits[12];
}

/** Japan, "My Number": 12 digits, check digit modulo 11. */
export function myNumber(value: string): boolean {
  const digits = digitsOf(value);
  const remainder = weighted(digits, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return (remainder <= 1 ? 0 : 11 - remainder) === digits[11];
}

const FISCAL_ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/** Italy, codice fiscale: 16 characters, control letter modulo 26. */
export function codiceFiscale(value: string): boolean {
  let sum = 0;
  for (let index = 0; index < 15; index += 1) {
    const number = Number.parseInt(value[index] as string, 36);
    const rank = number > 9 ? number - 10 : number;
    sum += index % 2 === 0 ? (FISCAL_ODD[rank] as number) : rank;
  }
  return String.fromCharCode(65 + (sum % 26)) === value[15];
}

/** Chile, RUT: digits and a check character modulo 11 (K stands for ten). */
export function rut(value: string): boolean {
  const digits = digitsOf(value.slice(0, -1)).reverse();
  const sum = digits.reduce((total, digit, index) => total + digit * (2 + (index % 6)), 0);
  return '0K987654321'[sum % 11] === value.at(-1);
}

/** Argentina, CUIT and CUIL: 11 digits, check digit modulo 11. */
export function cuit(value: string): boolean {
  return weighted(digitsOf(value), [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
}

/** Switzerland, AHV number: 756 and an EAN-13 check digit. */
export function ahv(value: string): boolean {
  return value.startsWith('756') && weighted(digitsOf(value), [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0;
}

/** Czechia and Slovakia, rodné číslo: ten digits divisible by eleven, +50 (women) and +20 in the month. */
export function rodneCislo(value: string): boolean {
  const month = (Number(value.slice(2, 4)) % 50) % 20;
  return isCalendarDay(Number(value.slice(0, 2)), month, Number(value.slice(4, 6))) && Number(value) % 11 === 0;
}

/** Finland, henkilötunnus: control character modulo 31. */
export function hetu(value: string): boolean {
  const number = Number(value.slice(0, 6) + value.slice(7, 10));
  return (
    isCalendarDay(Number(value.slice(4, 6)), Number(value.slice(2, 4)), Number(value.slice(0, 2))) &&
    '0123456789ABCDEFHJKLMNPRSTUVWXY'[number % 31] === value.at(-1)
  );
}

/** Sweden, personnummer: date and Luhn over ten digits (coordination numbers add 60 to the day). */
export function personnummer(value: string): boolean {
  const ten = value.slice(-10);
  const day = Number(ten.slice(4, 6)) % 60;
  return isCalendarDay(Number(ten.slice(0, 2)), Number(ten.slice(2, 4)), day) && luhn(ten);
}

/** United Kingdom, NHS number: ten digits, check digit modulo 11. */
export function nhs(value: string): boolean {
  return weighted(digitsOf(value), [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;
}

/** Romania, CNP: 13 digits, date in the middle, check digit modulo 11. */
export function cnp(value: string): boolean {
  const remainder = weighted(digitsOf(value), [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
  const day = isCalendarDay(Number(value.slice(1, 3)), Number(value.slice(3, 5)), Number(value.slice(5, 7)));
  return day && value[0] !== '0' && (remainder === 10 ? 1 : remainder) === value.charCodeAt(12) - 48;
}

/** Belgium, national register number: date, serial, 97 − n mod 97 (2 in front for births since 2000). */
export function belgianRegister(value: string): boolean {
  const check = Number(value.slice(9, 11));
  const number = Number(value.slice(0, 9));
  return 97 - (number % 97) === check || 97 - ((2_000_000_000 + number) % 97) === check;
}
