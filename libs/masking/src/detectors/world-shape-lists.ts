import * as check from '../validators/checksums.ts';
import * as more from '../validators/more-ids.ts';
import * as world from '../validators/world-ids.ts';

const always = () => true;

export interface Digits {
  /** Group lengths and separators as in `DigitRun.shape`. */
  shape: RegExp;
  valid: (digits: string) => boolean;
  /** What the text speaks of; folded. Undefined where the shape is rare enough by itself. */
  spoken?: RegExp;
  /** Nothing else is written so, whatever it is called. */
  unlikeAny?: true;
}

/** Numbers with so rare a shape that a mistaken digit does not make them something else. */
export const DIGITS: readonly Digits[] = [
  { shape: /^3\.3\.3-2$/, valid: (digits) => !/^(.)\1{10}$/.test(digits) },
  { shape: /^3\.4\.4\.2$/, valid: (digits) => digits.startsWith('756') },
  // Indonesia's NPWP.
  { shape: /^2\.3\.3\.1-3\.3$/, valid: (digits) => !/^(.)\1{14}$/.test(digits), unlikeAny: true },
  {
    shape: /^[26]\/[4]$/,
    valid: (digits) =>
      digits.length === 10 &&
      more.isDay(digits.slice(0, 2), String((Number(digits.slice(2, 4)) % 50) % 20), digits.slice(4, 6)) &&
      !digits.endsWith('0000'),
  },
  { shape: /^6[·.-]4$/, valid: check.rodneCislo },
  { shape: /^2\.2\.2[-. ]3[-. ]2$|^6[- ]3[- .]2$/, valid: more.belgianDate },
  {
    shape: /^3-7-2$|^3\.7\.2$/,
    valid: (digits) => digits.startsWith('59') || Number(digits.slice(0, 10)) % 97 === Number(digits.slice(10)) % 97,
  },
  {
    shape: /^6 4 2 1$/,
    valid: (digits) =>
      more.isDay(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)) && /[01]/.test(digits[10] as string),
  },
  { shape: /^2\/[78]\/2$|^2 [78] 2$/, valid: more.spanishSocial },
  { shape: /^2\/[78]\/2$/, valid: (digits) => Number(digits.slice(0, 2)) < 67 },
  { shape: /^12$/, valid: (digits) => /^(?:19|20)/.test(digits) && check.personnummer(digits) },
  { shape: /^12$/, valid: more.spanishSocial, spoken: /seguridad social|seg\.? social|\bnuss\b|\bnaf\b|\bss\b/ },
  { shape: /^5-7-1$/, valid: (digits) => /^[1-8]/.test(digits) },
  { shape: /^8-5-5-2$/, valid: more.tanzanian },
  { shape: /^2-7-1$|^2-9-1$/, valid: always },
  { shape: /^6\/2\/1$/, valid: always },
  { shape: /^1 4 1 7 1 2$/, valid: (digits) => digits.startsWith('1') },
  { shape: /^1 3 4 [567]$/, valid: (digits) => /^[12].{3}(?:19|20)/.test(digits) },
  { shape: /^3-7-1$/, valid: always },
  { shape: /^4 5 4$/, valid: always },
  { shape: /^4-4-5$/, valid: (digits) => /^(?:0[1-9]|1[0-8])[0-9]{2}(?:19|20)/.test(digits) },
  { shape: /^2-8-1$/, valid: (digits) => /^(?:2[034567]|3[034])/.test(digits) },
  { shape: /^1-2-2-2-4$/, valid: world.balticCode },
  { shape: /^6-5$/, valid: more.latvian },
  { shape: /^7\.3\.3$|^7 3 3$|^7-6$/, valid: world.jmbg },
  { shape: /^2-4-4-4$/, valid: (digits) => digits.startsWith('91') },
  { shape: /^3\/3\/5$|^2\/3\/5$|^2 3\/4$/, valid: always },
  { shape: /^4 5 1$|^4 5 1 1$/, valid: world.medicare },
  { shape: /^[78]-1$/, valid: check.rut, spoken: /\brut\b|\brun\b|chile/ },
  { shape: /^10$/, valid: more.iranian, spoken: /کدملی|کد ملی|melli|meli code|شناسنامه/ },
  { shape: /^8$/, valid: more.slovenianTax, spoken: /davcn/ },
  { shape: /^12$|^4 4 4$/, valid: world.kazakh, spoken: /иин|\biin\b|жсн|zhsn/ },
  { shape: /^12$/, valid: more.kuwaiti, spoken: /المدني|civil id|kuwait/ },
  {
    shape: /^12$/,
    valid: (digits) => more.isDay(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)),
    spoken: /\bic\b|mykad|kad pengenalan|malaysia|\bkp\b|\bnric\b/,
  },
  { shape: /^12$/, valid: (digits) => digits.startsWith('10'), spoken: /\buan\b|epfo|provident|\bpf\b/ },
  { shape: /^4[ -]4[ -]4$/, valid: (digits) => /^[2-9]/.test(digits), spoken: /a+dh?a+r\b|आधार|uidai/ },
  { shape: /^9$/, valid: more.bahraini, spoken: /bahrain|البحرين|\bcpr\b/ },
  { shape: /^9$/, valid: world.israeli, spoken: /zehut|זהות|\bt\.?z\b|תז/ },
  { shape: /^9$|^3[ -]3[ -]3$/, valid: check.luhn, spoken: /\bnas\b|assurance sociale/ },
  { shape: /^11$/, valid: (digits) => /^2[23]/.test(digits), spoken: /\bbvn\b/ },
  { shape: /^11$/, valid: (digits) => /^[1-9]/.test(digits), spoken: /\bnin\b|nimc/ },
  {
    shape: /^8$/,
    valid: (digits) => /^[1-4]/.test(digits),
    spoken:
      /kenya|\bkra\b|\bnhif\b|m-?pesa|safaricom|huduma|kitambulisho|etims|itax|nairobi|mombasa|kisumu|nakuru|eldoret/,
  },
  { shape: /^11$/, valid: (digits) => /^1[057]/.test(digits), spoken: /\bruc\b|sunat/ },
  { shape: /^10$/, valid: (digits) => world.cpr(digits), spoken: /\bcpr\b|henvisning|sundhed|\bchi\b/ },
  {
    shape: /^13$/,
    valid: (digits) => /^[12][0-9]{4}/.test(digits) && Number(digits.slice(3, 5)) <= 12,
    spoken: /secu|\bnir\b|\bspi\b|insee/,
  },
  {
    shape: /^12$/,
    valid: always,
    spoken: /permis (?:de conduire|rose)|\bneph\b|\bcni\b|carte d.identite|carte nationale/,
  },
  {
    shape: /^12$/,
    valid: (digits) => /^(?:19|20)/.test(digits) && more.sriLankan(digits.slice(2)),
    spoken: /\bnic\b|හැඳුනුම්|அடையாள/,
  },
  { shape: /^10$/, valid: check.personnummer, spoken: /personn|samordn|fodelse|fodd\b/ },
  { shape: /^9$|^3 3 3$/, valid: (digits) => /^(?:1|20)/.test(digits), spoken: /obcank|obcansk/ },
];

export interface Written {
  /** How many letters, or else digits, stand together at its beginning. */
  first: readonly number[];
  type?: 'PASSPORT';
  /** In capitals, with its usual separators. */
  shape: RegExp;
  valid?: (compact: string) => boolean;
  /** Lower case counts, too: the check or the shape leaves little doubt. */
  anyCase?: true;
  spoken?: RegExp;
}

/** A text that speaks of passports. */
const PASSPORT =
  /passport|reisepass|passeport|pasaporte|passaport|paspoort|paszport|\bcestovn\w* pas|utlevel|pasaport|паспорт|διαβατηρ|דרכון|جواز|پاسپورت|پاسپورٹ|पासपोर्ट|পাসপোর্ট|ho chieu|paspor|护照|護照|パスポート|여권/;

/** Identifiers that begin with a letter. */
export const LETTER_FIRST: readonly Written[] = [
  {
    first: [2, 3, 4, 5],
    shape: /[A-Z9]{5}[ -]?[0-9][0156][0-9][0-3][0-9]{2}[ -]?[A-Z9]{2}[ -]?[0-9A-Z][A-Z]{2}/y,
    valid: more.driverNumber,
  },
  {
    first: [2],
    shape: /[A-Z]{2}([ ./-]?)[0-9]{2}\1[0-9]{2}\1[0-9]{2}\1[A-D]/y,
    valid: (value) => !/^(?:GB|RR|SE|FR|DE|NO)/.test(value),
  },
  { first: [1], shape: /A# ?[0-9]{3}-[0-9]{3}-[0-9]{3}/y },
  {
    first: [1],
    shape: /A[#-]? ?[0-9]{3}-?[0-9]{3}-?[0-9]{2,3}/y,
    spoken: /uscis|green card|immigration|\balien\b|i-?485|i-?765|\bead\b/,
  },
  { first: [3], shape: /GHA-?[0-9]{9}-?[0-9]/y, anyCase: true },
  { first: [1], shape: /[AP][0-9]{9}[A-Z]/y },
  { first: [4], shape: /[A-Z]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}/y, valid: more.quebecHealth },
  {
    first: [1],
    shape:
      /[A-Z][0-9]{4}-[0-9]{5}-[0-9]{5}|[A-Z][0-9]{3}-[0-9]{4}-[0-9]{4}(?:-[0-9]{2})?|[A-Z][0-9]{3}-[0-9]{3}-[0-9]{2}-[0-9]{3}-[0-9]|[A-Z]-[0-9]{3}-[0-9]{3}-[0-9]{3}-[0-9]{3}|[A-Z][0-9]{4} [0-9]{5} [0-9]{5}|[A-Z][0-9]{4}-[0-9]{6}-[0-9]{2}/y,
  },
  { first: [4], shape: /[A-Z]{4}[0-9]{6}[0-9A-Z]{3}/y, valid: more.rfc },
  { first: [6], shape: /[A-Z]{6}[0-9]{8}[HM][0-9]{3}/y },
  {
    first: [3, 6],
    shape:
      /[A-Z]{3} ?[A-Z]{3} ?[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-7LMNPQRSTUV][0-9LMNPQRSTUV] ?[A-Z][0-9LMNPQRSTUV]{3} ?[A-Z]/y,
    anyCase: true,
  },
  { first: [2], shape: /[A-Z]{2}[0-9]{5}[A-Z]{2}/y, spoken: /identita|\bcie\b|\bc\.i\.|documento|carta/ },
  { first: [1], shape: /[XYZ][-.]?[0-9]{7}[-.]?[A-Z]/y, valid: check.dni, anyCase: true },
  { first: [1], shape: /[A-T][0-9][0156][0-9][0-3][0-9]{4}[A-W]/y, valid: more.albanian },
  { first: [2], shape: /C[MF][0-9]{2}[0-9A-Z]{10}/y, valid: (value) => value.replace(/[^0-9]/g, '').length > 5 },
  { first: [1], shape: /[VE]-[0-9]{1,2}\.[0-9]{3}\.[0-9]{3}|[VEJPG]-[0-9]{8}-[0-9]/y },
  { first: [2], shape: /[A-Z]{2}[0-9]{8}[A-Z]{2}/y, spoken: /在留|ざいりゅう|zairyu|residence card/ },
  { first: [2], shape: /[А-ЯӨҮ]{2} ?[0-9]{8}/y, valid: (value) => more.mongolian(value) },
  { first: [2], shape: /[A-Z]{2}[- ]?[0-9]{2}[- ]?(?:19|20)[0-9]{2}[0-9]{7}/y },
  { first: [3], shape: /[A-Z]{3} ?[0-9]{3} ?[0-9]{3}/y, valid: more.polishCard, spoken: /dowod|dowodu|osobist/ },
  { first: [2], shape: /[A-Z]{2} ?[0-9]{3} ?[0-9]{3}/y, spoken: /obciansk|\bop\b.{0,24}[a-z]{2} ?[0-9]{3}/ },
  { first: [2], shape: /[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ]{2}[ -]?[0-9]{6}/y, spoken: /ταυτοτητ|δελτιο/ },
  { first: [3], shape: /[A-Z]{3}[0-9]{7}/y, spoken: /voter|epic|मतदा|वोटर|ভোটার|வாக்காளர்|ఓటర|ಮತದಾರ/ },
  { first: [3], shape: /[A-Z]{3}[0-9]{4}/y, spoken: /\bnhi\b/ },
  { first: [2], shape: /AN[0-9]{10}/y, spoken: /sanitari|nuhsa|andaluc/ },
  { first: [2], shape: /[A-Z]{2}[0-9]{6}/y, spoken: /\bnz\b.{0,40}licen|licence version|new zealand|aotearoa/ },
  { first: [1, 2], shape: /[A-Z]{1,2}-[0-9]{4,7} [0-9]/y, spoken: /carta de condu|\bcarta\b/ },
  { first: [1, 2], shape: /[A-Z]{1,2} ?[0-9]{7}|[A-Z]{2}[0-9]{6}/y, type: 'PASSPORT', spoken: PASSPORT },
  {
    first: [1],
    shape: /[A-Z] ?[0-9]{9}/y,
    spoken: /krankenversich|gesundheitskarte|\begk\b|versichertennummer|krankenkasse/,
  },
  { first: [2], shape: /SE(?:19|20)?[0-9]{10}01/y, valid: (value) => check.luhn(value.slice(-12, -2)) },
  { first: [1], shape: /[A-Z][0-9]{12}/y, spoken: /ssnit/ },
  {
    first: [5],
    shape: /[A-Z]{5} ?[0-9]{4} ?[A-Z]/y,
    valid: (value) => value[3] === 'P',
    anyCase: true,
    spoken: /\bpan\b|पैन|income tax/,
  },
];

const MBI = '[AC-HJKMNP-RT-Y]';
/** Identifiers that begin with a digit. */
export const DIGIT_FIRST: readonly Written[] = [
  {
    first: [1],
    shape: new RegExp(`[1-9]${MBI}[0-9AC-HJKMNP-RT-Y][0-9]-?${MBI}[0-9AC-HJKMNP-RT-Y][0-9]-?${MBI}{2}[0-9]{2}`, 'y'),
  },
  { first: [3], shape: /[0-9]{3}-[0-9]{2}-[0-9]{4}-?[A-FJKMTW][0-9A-Z]?/y },
  { first: [9], shape: /[0-9]{9}[VX]/y, valid: more.sriLankan, anyCase: true },
  { first: [7], shape: /[0-9]{7}[ABCEHKM][0-9]{3}(?:PB|BA|BI)[0-9]/y, anyCase: true },
  { first: [2, 8], shape: /[0-9]{2}[ .]?[0-9]{6}[ .]?[A-Z][ .]?[0-9]{3}/y, valid: more.germanPension },
  { first: [8, 9], shape: /[0-9]{8} ?[0-9] ?[A-Z]{2}[0-9]/y },
  {
    first: [1, 2],
    shape: /[0-9]{1,2}\.[0-9]{3}\.[0-9]{3}-?[A-Z]/y,
    anyCase: true,
    valid: (value) => check.dni(value.padStart(9, '0')),
  },
  { first: [8], shape: /[0-9]{8}-?[A-Z]/y, anyCase: true, valid: check.dni },
  {
    first: [2, 6],
    shape: /[0-9]{6}-(?:[A-Z]{2}[0-9]{2}|[A-Z][0-9]{3})|[0-9]{2} [0-9]{2} [0-9]{2}-[A-Z][0-9]{3}/y,
    valid: (value) => more.isDay(value.slice(0, 2), value.slice(2, 4), value.slice(4, 6)),
  },
  {
    first: [6],
    shape: /[0-9]{6}[-+A-FU-Y][0-9]{3}[0-9A-Y]/y,
    anyCase: true,
    valid: (value) => value.length === 11 && check.hetu(value),
  },
  {
    first: [1, 2],
    shape:
      /[0-9]{1,2}\/[A-Z\u1000-\u109f]{3,24}\((?:\u1014\u102d\u102f\u1004\u103a|\u1027\u100a\u1037\u103a|\u1015\u103c\u102f|NAING|[NCPET])\) ?[0-9]{6}/y,
    anyCase: true,
  },
  { first: [2], shape: /[0-9]{2}-[0-9]{6,7} ?-?[A-Z] ?-?[0-9]{2}/y },
  { first: [2], shape: /[0-9]{2}[A-Z]{2}[0-9]{5}/y, type: 'PASSPORT', spoken: PASSPORT },
  { first: [3], shape: /[0-9]{3}-[0-9]{6}-[0-9]{4}[A-Z]/y },
  { first: [7, 8], shape: /[0-9]{7,8}-[0-9K]/y, anyCase: true, valid: check.rut, spoken: /\brut\b|\brun\b|chile/ },
  {
    first: [7],
    shape: /[0-9]{7} ?[A-W][A-IW]?/y,
    valid: world.pps,
    spoken: /\bpps|upsp|\bpsp\b|public services|phearsanta/,
  },
];
