import type { Random } from '../random.ts';
import { type Birth, ddmmyy, two, yymmdd } from './birth.ts';
import { luhnDigit, mod1110Digit, modOf, weighted } from './check-digits.ts';
import { type IdRule, retried } from './national-id-rule.ts';

const pesel = (random: Random, birth: Birth) => {
  const month = two(birth.month + (birth.year < 2000 ? 0 : 20));
  const sex = random.int(0, 4) * 2 + (birth.male ? 1 : 0);
  const ten = `${two(birth.year % 100)}${month}${two(birth.day)}${random.digits(3)}${sex}`;
  return `${ten}${(10 - (weighted(ten, [1, 3, 7, 9]) % 10)) % 10}`;
};

/** Czech and Slovak birth number since 1954: divisible by 11. */
const rodneCislo = (random: Random, birth: Birth) => {
  const year = Math.max(birth.year, 1955);
  const date = `${two(year % 100)}${two(birth.month + (birth.male ? 0 : 50))}${two(birth.day)}`;
  return retried(() => {
    const nine = `${date}${random.digits(3)}`;
    const rest = modOf(nine, 11);
    return rest === 10 ? undefined : `${nine}${rest}`;
  });
};

const hungarian = (random: Random) =>
  retried(() => {
    const nine = `8${random.digits(8)}`;
    const rest = weighted(nine, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11;
    return rest === 10 ? undefined : `${nine}${rest}`;
  });

const cnp = (random: Random, birth: Birth) => {
  const lead = (birth.year < 2000 ? 1 : 5) + (birth.male ? 0 : 1);
  const twelve = `${lead}${yymmdd(birth)}${two(random.int(1, 46))}${random.pattern('##%')}`;
  const rest = weighted(twelve, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
  return `${twelve}${rest === 10 ? 1 : rest}`;
};

const egn = (random: Random, birth: Birth) => {
  const month = birth.month + (birth.year < 2000 ? 0 : 40);
  const nine = `${two(birth.year % 100)}${two(month)}${two(birth.day)}${random.digits(3)}`;
  return `${nine}${(weighted(nine, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10}`;
};

const amka = (random: Random, birth: Birth) => {
  const ten = `${ddmmyy(birth)}${random.digits(4)}`;
  return `${ten}${luhnDigit(ten)}`;
};

const afm = (random: Random) => {
  const eight = random.pattern('%#######');
  return `${eight}${(weighted(eight, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10}`;
};

const oib = (random: Random) => {
  const ten = random.pattern('%#########');
  return `${ten}${mod1110Digit(ten)}`;
};

/** Unique number of a citizen in the countries of former Yugoslavia; the region tells which. */
const jmbg = (regions: readonly number[]) => (random: Random, birth: Birth) =>
  retried(() => {
    const serial = String(random.int(birth.male ? 0 : 500, birth.male ? 499 : 999)).padStart(3, '0');
    const twelve = `${two(birth.day)}${two(birth.month)}${String(birth.year).slice(1)}${two(random.pick(regions))}${serial}`;
    const rest = (11 - (weighted(twelve, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
    return rest === 10 ? undefined : `${twelve}${rest}`;
  });

/** Estonia and Lithuania: sex and century, date, serial, two-stage mod 11. */
const baltic = (random: Random, birth: Birth) => {
  const ten = `${(birth.year < 2000 ? 3 : 5) + (birth.male ? 0 : 1)}${yymmdd(birth)}${random.digits(3)}`;
  const first = weighted(ten, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  const rest = first < 10 ? first : weighted(ten, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11;
  return `${ten}${rest % 10}`;
};

const latvian = (random: Random, birth: Birth) =>
  retried(() => {
    const ten = `${ddmmyy(birth)}${birth.year < 2000 ? 1 : 2}${random.digits(3)}`;
    const rest = (1101 - weighted(ten, [1, 6, 3, 7, 9, 10, 5, 8, 4, 2])) % 11;
    return rest > 9 ? undefined : `${ten}${rest}`;
  });

const ukrainian = (random: Random, birth: Birth) => {
  const days = Math.round((Date.UTC(birth.year, birth.month - 1, birth.day) - Date.UTC(1899, 11, 31)) / 86_400_000);
  const sex = random.int(0, 4) * 2 + (birth.male ? 1 : 0);
  const nine = `${days}${random.digits(3)}${sex}`;
  const sum = -Number(nine[0]) + weighted(nine.slice(1), [5, 7, 9, 4, 6, 10, 5, 7]);
  return `${nine}${(((sum % 11) + 11) % 11) % 10}`;
};

const innPerson = (random: Random) => {
  const ten = `${random.pick(['77', '78', '50', '66', '16', '23'])}${random.digits(8)}`;
  const first = (weighted(ten, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10;
  const second = (weighted(`${ten}${first}`, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10;
  return `${ten}${first}${second}`;
};

const snils = (random: Random) => {
  const nine = random.pattern('1########');
  return `${nine}${two((weighted(nine, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100)}`;
};

const turkish = (random: Random) => {
  const nine = random.pattern('%########');
  const odd = weighted(nine, [1, 0]);
  const even = weighted(nine, [0, 1]);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return `${nine}${tenth}${(odd + even + tenth) % 10}`;
};

/** Numbers of persons in eastern and south-eastern Europe and Turkey. */
export const EASTERN_IDS: readonly IdRule[] = [
  { country: 'PL', make: pesel, formats: ['###########'], cues: ['PESEL', 'mój PESEL', 'numer PESEL'] },
  { country: 'CZ', make: rodneCislo, formats: ['######/####', '##########'], cues: ['rodné číslo', 'r.č.', 'RČ'] },
  { country: 'SK', make: rodneCislo, formats: ['######/####', '##########'], cues: ['rodné číslo', 'r. č.'] },
  { country: 'HU', make: hungarian, formats: ['##########'], cues: ['adóazonosító jel', 'adóazonosító'] },
  { country: 'RO', make: cnp, formats: ['#############'], cues: ['CNP', 'codul numeric personal', 'CNP-ul meu'] },
  { country: 'BG', make: egn, formats: ['##########'], cues: ['ЕГН', 'моето ЕГН'] },
  { country: 'GR', make: amka, formats: ['###########', '###### #####'], cues: ['ΑΜΚΑ', 'αριθμός ΑΜΚΑ'] },
  { country: 'GR', make: afm, formats: ['#########'], cues: ['ΑΦΜ', 'Α.Φ.Μ.'] },
  { country: 'HR', make: oib, formats: ['###########'], cues: ['OIB', 'moj OIB'] },
  { country: 'SI', make: jmbg([50]), formats: ['#############'], cues: ['EMŠO', 'EMŠO številka'] },
  { country: 'RS', make: jmbg([71, 72, 73, 74, 80]), formats: ['#############'], cues: ['JMBG', 'matični broj'] },
  { country: 'EE', make: baltic, formats: ['###########'], cues: ['isikukood', 'minu isikukood'] },
  { country: 'LT', make: baltic, formats: ['###########'], cues: ['asmens kodas', 'a. k.'] },
  { country: 'LV', make: latvian, formats: ['######-#####', '###########'], cues: ['personas kods', 'p.k.'] },
  { country: 'UA', make: ukrainian, formats: ['##########'], cues: ['РНОКПП', 'ІПН', 'ідентифікаційний код'] },
  { country: 'RU', make: innPerson, formats: ['############'], cues: ['ИНН', 'мой ИНН'] },
  { country: 'RU', make: snils, formats: ['###-###-### ##', '###########'], cues: ['СНИЛС', 'номер СНИЛС'] },
  {
    country: 'TR',
    make: turkish,
    formats: ['###########', '### ### ### ##'],
    cues: ['TC kimlik no', 'T.C. Kimlik No', 'TCKN', 'kimlik numaram'],
  },
];
