import { type Fragment, labelled, optional, plain } from '../labelled-ticket.ts';
import { type Part, pickFor } from '../part.ts';
import type { Random } from '../random.ts';
import { luhnDigit, withIbanCheck } from './check-digits.ts';

/** ISO 13616 registry: the account part after the two check digits; `#` a digit, `?` a letter. */
const IBAN: Record<string, string> = {
  DE: '37040044##########',
  AT: '19043###########',
  CH: '00762############',
  FR: '20041010050###########76',
  BE: '539###########',
  NL: 'ABNA##########',
  GB: 'NWBK6016##########',
  IE: 'AIBK9311##########',
  IT: 'X0542811101############',
  ES: '21000418############',
  PT: '000201231234567890###',
  SE: '500000000##########3#',
  NO: '8601#######',
  DK: '0040##########',
  FI: '123456########',
  IS: '0159260076545510730###',
  PL: '1090101400000712########',
  CZ: '0800000019##########',
  SK: '1200000019##########',
  HU: '1177301611111018########',
  RO: 'AAAA1B31007593##########',
  BG: 'BNBG966110########',
  GR: '01101250000000############',
  HR: '1001005##########',
  SI: '26330############',
  RS: '26000560#########',
  EE: '22002210########',
  LT: '10000111010#####',
  LV: 'BANK0000435######',
  UA: '305299000002600#########',
  TR: '00061005197864########',
  IL: '0108000000########9##',
  SA: '80000000608010######',
  AE: '033123456789########',
  LU: '001940064475####',
  MT: 'MALT011000012345MTLC########',
  CY: '00200128000000120052####',
  LI: '08810#########AB',
  GE: 'NB0000000101######',
  AZ: 'NABZ000000001370100#####',
  QA: 'DOHB00001234567890ABCDEF#####',
  KW: 'CBKU0000000000001234560#####',
  BR: '00360305000010009795######C1',
  PK: 'SCBL0000001123######',
  MD: 'AG000225100013######',
  EG: '0019000500000000263######',
};
const IBAN_LENGTH: Record<string, number> = {
  DE: 22,
  AT: 20,
  CH: 21,
  FR: 27,
  BE: 16,
  NL: 18,
  GB: 22,
  IE: 22,
  IT: 27,
  ES: 24,
  PT: 25,
  SE: 24,
  NO: 15,
  DK: 18,
  FI: 18,
  IS: 26,
  PL: 28,
  CZ: 24,
  SK: 24,
  HU: 28,
  RO: 24,
  BG: 22,
  GR: 27,
  HR: 21,
  SI: 19,
  RS: 22,
  EE: 20,
  LT: 20,
  LV: 21,
  UA: 29,
  TR: 26,
  IL: 23,
  SA: 24,
  AE: 23,
  LU: 20,
  MT: 31,
  CY: 28,
  LI: 21,
  GE: 22,
  AZ: 28,
  QA: 29,
  KW: 30,
  BR: 29,
  PK: 24,
  MD: 24,
  EG: 29,
};

export const IBAN_COUNTRIES = Object.keys(IBAN);

/** An IBAN of the country, or of any where it has none; check digits right, length as the registry says. */
export function iban(random: Random, part: Part, country: string): string {
  const own = IBAN[country] ? country : random.pick(IBAN_COUNTRIES);
  const length = (IBAN_LENGTH[own] ?? 24) - 4;
  const account = random
    .pattern(IBAN[own] ?? '')
    .padEnd(length, random.digits(1))
    .slice(0, length);
  const number = withIbanCheck(own, account);
  const style = pickFor(part, random, ['fours', 'plain', 'dashes', 'lower', 'spaced check', 'dots']);
  const groups = number.match(/.{1,4}/g) ?? [];
  if (style === 'plain') return number;
  if (style === 'dashes') return groups.join('-');
  if (style === 'dots') return groups.join('.');
  if (style === 'lower') return groups.join(' ').toLowerCase();
  return style === 'spaced check' ? `${number.slice(0, 2)} ${number.slice(2, 4)} ${number.slice(4)}` : groups.join(' ');
}

/** Accounts without an IBAN, with the words before each: `|` around the number, `~` around what only names the bank. */
const ACCOUNTS: Record<string, readonly string[]> = {
  US: ['account number |#########|, routing ~0210000##', 'acct # |############', 'checking account |##########'],
  CA: ['account |#####-###-#######', 'account number |#######'],
  GB: ['sort code ~20-##-##~, account number |########', 'account no. |########'],
  IE: ['sort code ~93-##-##~, account |########'],
  AU: ['BSB ~06#-###~, account number |#########', 'BSB ~73#-###~ acct |######'],
  NZ: ['account number |01-####-#######-00', 'bank account |12-3###-#######-50'],
  IN: ['A/C no. |###########|, IFSC ~HDFC000####', 'खाता संख्या |############'],
  JP: ['普通口座 |#######', '口座番号 |#######'],
  CN: ['银行账号 |6222############', '账号：|3100##############'],
  TW: ['銀行帳號 |############', '帳號 |###-##-#######'],
  KR: ['계좌번호 |###-##-######', '계좌 |###-######-##-###'],
  BR: ['agência ~####~, conta |#####-#', 'conta corrente |######-#'],
  MX: ['CLABE |0121800#########%#', 'cuenta |##########'],
  AR: ['CBU |28500109########%########', 'cuenta |####-#######'],
  VN: ['số tài khoản |#############', 'STK |##########'],
  ID: ['nomor rekening |##########', 'no. rek |###-#######'],
  TH: ['เลขที่บัญชี |###-#-#####-#', 'บัญชีเลขที่ |##########'],
  RU: ['расчётный счёт |408178#############', 'номер счёта |4081781#############'],
  DE: ['Kontonummer |#########|, BLZ ~37040044', 'Konto-Nr. |##########'],
  CZ: ['číslo účtu |##-##########/0800', 'účet |##########/0100'],
  HU: ['bankszámlaszám |11773###-########-00000000', 'számlaszám |1177####-########'],
  PL: ['numer konta |## 1090 1014 0000 0712 #### ####'],
  SE: ['kontonummer |8327-9,### ### ###-#', 'bankgiro |###-####'],
  NO: ['kontonummer |#### ## #####'],
  DK: ['reg.nr. ~####~, konto |##########'],
  ZA: ['account no |##########'],
  MY: ['no. akaun |############', 'akaun Maybank |5140########'],
  IL: ['מספר חשבון |######'],
  HR: ['broj računa |##########'],
  IR: ['شماره حساب |####-###-########-#'],
};

/** Words, account numbers, and numbers of banks, in order. */
export function bankAccount(random: Random, part: Part, country: string): Fragment[] {
  const pieces = pickFor(part, random, ACCOUNTS[country] ?? ACCOUNTS.US ?? []).split(/([|~][^|~]+)[|~]?/);
  return pieces.map((piece) => {
    if (piece.startsWith('|')) return labelled('BANK_ACCOUNT', random.pattern(piece.slice(1)));
    return piece.startsWith('~') ? optional('BANK_ACCOUNT', random.pattern(piece.slice(1))) : plain(piece);
  });
}

const BRANDS: readonly [prefixes: readonly string[], length: number][] = [
  [['4'], 16],
  [['51', '52', '53', '54', '55'], 16],
  [['2221', '2720', '2512'], 16],
  [['34', '37'], 15],
  [['6011', '65'], 16],
  [['3528', '3589'], 16],
  [['36', '38'], 14],
  [['6212', '6225'], 16],
  [['50', '6304'], 16],
];

export interface Card {
  number: string;
  expiry: string;
  cvv: string;
}

/** A payment card with a right check digit, as people write it. */
export function card(random: Random, part: Part): Card {
  const [prefixes, length] = random.pick(BRANDS);
  const prefix = random.pick(prefixes);
  const body = `${prefix}${random.digits(length - prefix.length - 1)}`;
  const number = `${body}${luhnDigit(body)}`;
  const groups = length === 16 ? /^(.{4})(.{4})(.{4})(.{4})$/ : /^(.{4})(.{6})(.{4,5})$/;
  const separator = pickFor(part, random, [' ', '-', '', ' ', '.', ' - ', '  ']);
  const [month, year] = [String(random.int(1, 12)).padStart(2, '0'), random.int(27, 34)];
  const expiry = pickFor(part, random, ['M/Y', 'M/20Y', 'M-Y', 'M / Y', '20Y-M', 'M.Y', 'MY']);
  return {
    number:
      separator === ''
        ? number
        : number.replace(groups, (_, ...parts: string[]) => parts.slice(0, length === 16 ? 4 : 3).join(separator)),
    expiry: expiry.replace('M', month).replace('Y', String(year)),
    cvv: random.digits(length === 15 ? 4 : 3),
  };
}
