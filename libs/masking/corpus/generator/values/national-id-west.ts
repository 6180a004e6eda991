import type { Random } from '../random.ts';
import { type Birth, ddmmyy, two, yymmdd, yyyymmdd } from './birth.ts';
import { luhnDigit, mod1110Digit, modOf, weighted } from './check-digits.ts';
import { type IdRule, retried } from './national-id-rule.ts';

const DNI = 'TRWAGMYFPDXBNJZSQVHLCKE';
const consonants = 'BCDFGLMNPRSTVZ';

/** The mod-11 digit, or `undefined` where the remainder is 10. */
const mod11 = (digits: string, weights: readonly number[]): string | undefined => {
  const rest = (11 - (weighted(digits, weights) % 11)) % 11;
  return rest === 10 ? undefined : String(rest);
};

/** One digit occurs twice among the first ten, one is missing, none leads with 0. */
function steuerId(random: Random): string {
  const nine = random.shuffle([...'123456789']);
  nine.splice(random.int(1, 9), 0, random.pick(['0', nine[0] as string, nine[4] as string]));
  const ten = nine.slice(0, 10).join('');
  const hasPair = new Set(ten).size < 10;
  const lead = hasPair ? ten : `${ten.slice(0, 9)}${ten[0]}`;
  return `${lead}${mod1110Digit(lead)}`;
}

const norwegian = (random: Random, birth: Birth) =>
  retried(() => {
    const nine = `${ddmmyy(birth)}${birth.year < 2000 ? random.int(100, 499) : random.int(500, 999)}`;
    const first = mod11(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
    const second = first && mod11(`${nine}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    return first && second && `${nine}${first}${second}`;
  });

const nationalInsurance = (random: Random) =>
  `${random.string(1, 'ABCEGHJKLMNPRSTWXYZ')}${random.string(1, 'ABCEGHJKLMPRSTWX')}${random.digits(6)}${random.string(1, 'ABCD')}`;

const nhs = (random: Random) =>
  retried(() => {
    const nine = `${random.int(4, 7)}${random.digits(8)}`;
    const digit = mod11(nine, [10, 9, 8, 7, 6, 5, 4, 3, 2]);
    return digit && `${nine}${digit}`;
  });

const pps = (random: Random) => {
  const seven = random.digits(7);
  return `${seven}${'WABCDEFGHIJKLMNOPQRSTUV'[weighted(seven, [8, 7, 6, 5, 4, 3, 2]) % 23]}`;
};

const insee = (random: Random, birth: Birth) => {
  const thirteen = `${birth.male ? 1 : 2}${two(birth.year % 100)}${two(birth.month)}${two(random.int(21, 89))}${random.pattern('##%')}${random.pattern('##%')}`;
  return `${thirteen}${two(97 - modOf(thirteen, 97))}`;
};

const rijksregister = (random: Random, birth: Birth) => {
  const nine = `${yymmdd(birth)}${String(random.int(1, 997)).padStart(3, '0')}`;
  return `${nine}${two(97 - modOf(birth.year < 2000 ? nine : `2${nine}`, 97))}`;
};

const bsn = (random: Random) =>
  retried(() => {
    const eight = random.pattern('%#######');
    const digit = weighted(eight, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    return digit === 10 ? undefined : `${eight}${digit}`;
  });

const austrian = (random: Random, birth: Birth) =>
  retried(() => {
    const serial = random.pattern('%##');
    const date = ddmmyy(birth);
    const digit = weighted(`${serial}0${date}`, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11;
    return digit === 10 ? undefined : `${serial}${digit}${date}`;
  });

const ahv = (random: Random) => {
  const twelve = `756${random.digits(9)}`;
  return `${twelve}${(10 - (weighted(twelve, [1, 3]) % 10)) % 10}`;
};

/** Values of the characters of an Italian code at odd places, 0-9 then A-Z (D.M. 23/12/1976). */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

const codiceFiscale = (random: Random, birth: Birth) => {
  const day = birth.male ? birth.day : birth.day + 40;
  const body = `${random.string(6, consonants)}${two(birth.year % 100)}${'ABCDEHLMPRST'[birth.month - 1]}${two(day)}${random.pick(['H501', 'F205', 'L219', 'A944', 'D612', 'G273', 'F839'])}`;
  let sum = 0;
  for (const [at, character] of [...body].entries()) {
    const value = /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65;
    sum += at % 2 === 0 ? (ODD[value] ?? 0) : value;
  }
  return `${body}${String.fromCharCode(65 + (sum % 26))}`;
};

const dni = (random: Random) => {
  const number = random.pattern('%#######');
  return `${number}${DNI[Number(number) % 23]}`;
};

const nie = (random: Random) => {
  const lead = random.int(0, 2);
  const number = random.digits(7);
  return `${'XYZ'[lead]}${number}${DNI[Number(`${lead}${number}`) % 23]}`;
};

const nif = (random: Random) => {
  const eight = `${random.int(1, 2)}${random.digits(7)}`;
  const rest = weighted(eight, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return `${eight}${rest < 2 ? 0 : 11 - rest}`;
};

const personnummer = (random: Random, birth: Birth) => {
  const nine = `${yymmdd(birth)}${random.digits(3)}`;
  return `${nine}${luhnDigit(nine)}`;
};

const cpr = (random: Random, birth: Birth) =>
  `${ddmmyy(birth)}${birth.year < 2000 ? random.int(0, 3) : random.int(4, 9)}${random.digits(3)}`;

const hetu = (random: Random, birth: Birth) => {
  const serial = String(random.int(2, 899)).padStart(3, '0');
  const check = '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(`${ddmmyy(birth)}${serial}`) % 31];
  return `${ddmmyy(birth)}${birth.year < 2000 ? '-' : 'A'}${serial}${check}`;
};

const kennitala = (random: Random, birth: Birth) =>
  retried(() => {
    const eight = `${ddmmyy(birth)}${random.int(20, 99)}`;
    const digit = mod11(eight, [3, 2, 7, 6, 5, 4, 3, 2]);
    return digit && `${eight}${digit}${birth.year < 2000 ? 9 : 0}`;
  });

const longSwedish = (random: Random, birth: Birth) => {
  const short = personnummer(random, birth);
  return `${yyyymmdd(birth).slice(0, 2)}${short}`;
};

/** Numbers of persons in western and northern Europe. */
export const WESTERN_IDS: readonly IdRule[] = [
  {
    country: 'DE',
    make: steuerId,
    formats: ['## ### ### ###', '###########', '##/###/###/###'],
    cues: ['Steuer-ID', 'IdNr.', 'Steueridentifikationsnummer', 'steuerliche Identifikationsnummer'],
  },
  {
    country: 'AT',
    make: austrian,
    formats: ['#### ######', '##########', '####-######'],
    cues: ['SVNR', 'Sozialversicherungsnummer', 'SV-Nummer'],
  },
  {
    country: 'CH',
    make: ahv,
    formats: ['###.####.####.##', '### #### #### ##'],
    cues: ['AHV-Nummer', 'AHV-Nr.', 'Sozialversicherungsnummer'],
  },
  {
    country: 'FR',
    make: insee,
    formats: ['# ## ## ## ### ### ##', '###############', '#.##.##.##.###.###.##'],
    cues: ['numéro de sécurité sociale', 'NIR', 'n° de sécu', 'Sécurité sociale'],
  },
  {
    country: 'BE',
    make: rijksregister,
    formats: ['##.##.##-###.##', '###########'],
    cues: ['numéro national', 'rijksregisternummer', 'NISS'],
  },
  {
    country: 'NL',
    make: bsn,
    formats: ['#########', '#### ## ###', '###.###.###'],
    cues: ['BSN', 'burgerservicenummer', 'mijn BSN-nummer'],
  },
  {
    country: 'GB',
    make: nationalInsurance,
    formats: ['## ## ## ## #', '#########'],
    cues: ['National Insurance number', 'NI number', 'NINO'],
  },
  { country: 'GB', make: nhs, formats: ['### ### ####', '##########'], cues: ['NHS number', 'NHS no.'] },
  { country: 'IE', make: pps, formats: ['########'], cues: ['PPS number', 'PPSN'] },
  {
    country: 'IT',
    make: codiceFiscale,
    formats: ['################', '###### ##### #####'],
    cues: ['codice fiscale', 'C.F.', 'cod. fisc.'],
  },
  { country: 'ES', make: dni, formats: ['#########', '########-#', '##.###.###-#'], cues: ['DNI', 'mi DNI', 'NIF'] },
  { country: 'ES', make: nie, formats: ['#########', '#-#######-#'], cues: ['NIE', 'mi NIE'] },
  {
    country: 'PT',
    make: nif,
    formats: ['#########', '### ### ###'],
    cues: ['NIF', 'contribuinte', 'número de contribuinte'],
  },
  {
    country: 'SE',
    make: personnummer,
    formats: ['######-####', '##########'],
    cues: ['personnummer', 'pers.nr', 'mitt personnummer'],
  },
  {
    country: 'SE',
    make: longSwedish,
    formats: ['########-####', '############'],
    cues: ['personnummer', 'mitt personnummer'],
  },
  {
    country: 'NO',
    make: norwegian,
    formats: ['###### #####', '###########'],
    cues: ['fødselsnummer', 'personnummer', 'fnr'],
  },
  { country: 'DK', make: cpr, formats: ['######-####', '##########'], cues: ['CPR-nummer', 'CPR', 'cpr-nr.'] },
  { country: 'FI', make: hetu, formats: ['###########'], cues: ['henkilötunnus', 'hetu', 'henkilötunnukseni'] },
  { country: 'IS', make: kennitala, formats: ['######-####', '##########'], cues: ['kennitala'] },
];
