import { LETTERS, type Random } from '../random.ts';
import { type Birth, two, yymmdd, yyyymmdd } from './birth.ts';
import { luhnDigit, verhoeffDigit, weighted } from './check-digits.ts';
import { type IdRule, retried } from './national-id-rule.ts';

const down = (from: number, to = 2) => Array.from({ length: from - to + 1 }, (_, at) => from - at);

const ssn = (random: Random) =>
  `${retried(() => {
    const area = random.int(1, 899);
    return area === 666 ? undefined : String(area).padStart(3, '0');
  })}${two(random.int(1, 99))}${String(random.int(1, 9999)).padStart(4, '0')}`;

const withLuhn = (body: string) => `${body}${luhnDigit(body)}`;

const CURP = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';
const curp = (random: Random, birth: Birth) => {
  const c = 'BCDFGHJKLMNPQRSTVWXYZ';
  const state = random.pick(['DF', 'JC', 'NL', 'MC', 'PL', 'VZ', 'BC', 'YN']);
  const body = `${random.string(1, c)}${random.string(1, 'AEIOU')}${random.string(2, c)}${yymmdd(birth)}${birth.male ? 'H' : 'M'}${state}${random.string(3, c)}${birth.year < 2000 ? random.digits(1) : 'A'}`;
  let sum = 0;
  for (const [at, character] of [...body].entries()) sum += CURP.indexOf(character) * (18 - at);
  return `${body}${(10 - (sum % 10)) % 10}`;
};

const cpf = (random: Random) => {
  const digit = (digits: string, from: number) => {
    const rest = weighted(digits, down(from)) % 11;
    return rest < 2 ? 0 : 11 - rest;
  };
  const nine = random.pattern('%########');
  const ten = `${nine}${digit(nine, 10)}`;
  return `${ten}${digit(ten, 11)}`;
};

const cuil = (random: Random, birth: Birth) =>
  retried(() => {
    const ten = `${birth.male ? 20 : 27}${random.int(10, 45)}${random.digits(6)}`;
    const rest = (11 - (weighted(ten, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
    return rest === 10 ? undefined : `${ten}${rest}`;
  });

const rut = (random: Random) => {
  const eight = `${random.int(10, 24)}${random.digits(6)}`;
  const rest = (11 - (weighted(eight, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return `${eight}${rest === 10 ? 'K' : rest}`;
};

const ecuadorian = (random: Random) => withLuhn(`${two(random.int(1, 24))}${random.int(0, 5)}${random.digits(6)}`);

const uruguayan = (random: Random) => {
  const seven = `${random.int(1, 5)}${random.digits(6)}`;
  return `${seven}${(10 - (weighted(seven, [2, 9, 8, 7, 6, 3, 4]) % 10)) % 10}`;
};

const teudatZehut = (random: Random) => withLuhn(random.pattern('%#######'));
const southAfrican = (random: Random, birth: Birth) =>
  withLuhn(`${yymmdd(birth)}${birth.male ? random.int(5, 9) : random.int(0, 4)}${random.digits(3)}08`);
const saudi = (random: Random) => withLuhn(`${random.int(1, 2)}${random.digits(8)}`);
const emirates = (random: Random, birth: Birth) => withLuhn(`784${birth.year}${random.digits(7)}`);

const melli = (random: Random) => {
  const nine = `${random.pick(['001', '004', '127', '228', '443'])}${random.digits(6)}`;
  const rest = weighted(nine, down(10)) % 11;
  return `${nine}${rest < 2 ? rest : 11 - rest}`;
};

const aadhaar = (random: Random) => {
  const eleven = `${random.int(2, 9)}${random.digits(10)}`;
  return `${eleven}${verhoeffDigit(eleven)}`;
};

const pan = (random: Random) =>
  `${random.string(3, LETTERS)}P${random.string(1, LETTERS)}${random.digits(4)}${random.string(1, LETTERS)}`;

const chinese = (random: Random, birth: Birth) => {
  const area = random.pick(['110101', '310104', '440305', '330106', '510107', '420111', '320102']);
  const sex = random.int(0, 4) * 2 + (birth.male ? 1 : 0);
  const body = `${area}${yyyymmdd(birth)}${random.digits(2)}${sex}`;
  return `${body}${'10X98765432'[weighted(body, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11]}`;
};

/** Values of the leading letter of a Taiwanese number, A to Z. */
const TAIWAN = [10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33];
const taiwanese = (random: Random, birth: Birth) => {
  const letter = random.int(0, 25);
  const eight = `${birth.male ? 1 : 2}${random.digits(7)}`;
  const sum = weighted(`${TAIWAN[letter]}${eight}`, [1, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  return `${LETTERS[letter]}${eight}${(10 - (sum % 10)) % 10}`;
};

const hongKong = (random: Random) => {
  const letter = random.int(0, 25);
  const six = random.digits(6);
  const rest = (11 - ((36 * 9 + (letter + 10) * 8 + weighted(six, down(7))) % 11)) % 11;
  return `${LETTERS[letter]}${six}(${rest === 10 ? 'A' : rest})`;
};

const nric = (random: Random) => {
  const lead = random.pick(['S', 'T', 'F', 'G'] as const);
  const seven = random.digits(7);
  const rest = (weighted(seven, [2, 7, 6, 5, 4, 3, 2]) + (lead === 'T' || lead === 'G' ? 4 : 0)) % 11;
  return `${lead}${seven}${(lead === 'S' || lead === 'T' ? 'JZIHGFEDCBA' : 'XWUTRQPNMLK')[rest]}`;
};

const thai = (random: Random) => {
  const twelve = `${random.int(1, 8)}${random.digits(11)}`;
  return `${twelve}${(11 - (weighted(twelve, down(13)) % 11)) % 10}`;
};

const korean = (random: Random, birth: Birth) => {
  const twelve = `${yymmdd(birth)}${(birth.year < 2000 ? 1 : 3) + (birth.male ? 0 : 1)}${random.digits(5)}`;
  return `${twelve}${(11 - (weighted(twelve, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10}`;
};

const myNumber = (random: Random) => {
  const eleven = random.pattern('%##########');
  const rest = weighted(eleven, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return `${eleven}${rest < 2 ? 0 : 11 - rest}`;
};

const nik = (random: Random, birth: Birth) =>
  `${random.pick(['317401', '327304', '357801', '337205'])}${two(birth.male ? birth.day : birth.day + 40)}${two(birth.month)}${two(birth.year % 100)}${random.pattern('000%')}`;

const cccd = (random: Random, birth: Birth) =>
  `${random.pick(['001', '079', '048', '031', '092'])}${(birth.year < 2000 ? 0 : 2) + (birth.male ? 0 : 1)}${two(birth.year % 100)}${random.digits(6)}`;

const myKad = (random: Random, birth: Birth) =>
  `${yymmdd(birth)}${random.pick(['01', '07', '10', '14'])}${random.digits(4)}`;

const tfn = (random: Random) =>
  retried(() => {
    const nine = random.pattern('%########');
    return weighted(nine, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0 ? nine : undefined;
  });

const ird = (random: Random) =>
  retried(() => {
    const eight = `0${random.int(49, 99)}${random.digits(5)}`;
    const rest = (11 - (weighted(eight, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
    return rest === 10 ? undefined : `${eight.slice(1)}${rest}`;
  });

/** Numbers of persons outside Europe. */
export const WORLD_IDS: readonly IdRule[] = [
  {
    country: 'US',
    make: ssn,
    formats: ['###-##-####', '### ## ####'],
    cues: ['SSN', 'social security number', 'my social is', 'Social Security No.'],
  },
  {
    country: 'CA',
    make: (random) => withLuhn(random.pattern('%#######')),
    formats: ['### ### ###', '###-###-###'],
    cues: ['SIN', 'social insurance number'],
  },
  { country: 'MX', make: curp, formats: ['##################'], cues: ['CURP', 'mi CURP'] },
  { country: 'BR', make: cpf, formats: ['###.###.###-##', '###########'], cues: ['CPF', 'meu CPF', 'CPF nº'] },
  { country: 'AR', make: cuil, formats: ['##-########-#', '###########'], cues: ['CUIL', 'CUIT'] },
  { country: 'CL', make: rut, formats: ['##.###.###-#', '########-#'], cues: ['RUT', 'mi RUT'] },
  { country: 'EC', make: ecuadorian, formats: ['##########', '#########-#'], cues: ['cédula', 'número de cédula'] },
  { country: 'UY', make: uruguayan, formats: ['#.###.###-#', '########'], cues: ['C.I.', 'cédula de identidad'] },
  { country: 'IL', make: teudatZehut, formats: ['#########'], cues: ['תעודת זהות', 'ת.ז.', 'מספר זהות'] },
  {
    country: 'ZA',
    make: southAfrican,
    formats: ['#############', '###### #### ###'],
    cues: ['ID number', 'South African ID'],
  },
  { country: 'SA', make: saudi, formats: ['##########'], cues: ['رقم الهوية', 'الهوية الوطنية'] },
  {
    country: 'AE',
    make: emirates,
    formats: ['###-####-#######-#', '###############'],
    cues: ['الهوية الإماراتية', 'Emirates ID', 'رقم الهوية'],
  },
  { country: 'IR', make: melli, formats: ['##########', '###-######-#'], cues: ['کد ملی', 'شماره ملی'] },
  {
    country: 'IN',
    make: aadhaar,
    formats: ['#### #### ####', '############', '####-####-####'],
    cues: ['Aadhaar', 'आधार नंबर', 'Aadhaar no.'],
  },
  { country: 'IN', make: pan, formats: ['##########'], cues: ['PAN', 'PAN card', 'पैन नंबर'] },
  { country: 'CN', make: chinese, formats: ['##################'], cues: ['身份证号', '身份证号码', '身份证'] },
  { country: 'TW', make: taiwanese, formats: ['##########'], cues: ['身分證字號', '身分證號'] },
  { country: 'HK', make: hongKong, formats: ['##########'], cues: ['HKID', '香港身份證'] },
  { country: 'SG', make: nric, formats: ['#########'], cues: ['NRIC', 'NRIC no.', 'FIN'] },
  {
    country: 'TH',
    make: thai,
    formats: ['#-####-#####-##-#', '#############'],
    cues: ['เลขบัตรประชาชน', 'เลขประจำตัวประชาชน'],
  },
  { country: 'KR', make: korean, formats: ['######-#######'], cues: ['주민등록번호', '주민번호'] },
  {
    country: 'JP',
    make: myNumber,
    formats: ['#### #### ####', '############', '####-####-####'],
    cues: ['マイナンバー', '個人番号'],
  },
  { country: 'ID', make: nik, formats: ['################'], cues: ['NIK', 'nomor KTP', 'No. KTP'] },
  {
    country: 'VN',
    make: cccd,
    formats: ['############', '### ### ### ###'],
    cues: ['CCCD', 'số CCCD', 'căn cước công dân'],
  },
  { country: 'MY', make: myKad, formats: ['######-##-####'], cues: ['MyKad', 'IC no.', 'NRIC'] },
  { country: 'AU', make: tfn, formats: ['### ### ###', '#########'], cues: ['TFN', 'tax file number'] },
  { country: 'NZ', make: ird, formats: ['##-###-###', '##.###.###'], cues: ['IRD number', 'IRD'] },
];
