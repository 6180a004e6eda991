import { isNumberOfThing } from '../cues/other-numbers.ts';
import type { DigitRun } from '../digit-run.ts';
import type { Detector, Finding, Scan } from '../scan.ts';
import { isDigit } from '../text/characters.ts';
import { eachMatch } from '../text/matches.ts';
import * as check from '../validators/checksums.ts';
import { numberCandidates } from './number-candidates.ts';
import { RulesByShape } from './rules-by-shape.ts';

interface Rule {
  /** Group lengths and separators as in `DigitRun.shape`. */
  shape: RegExp;
  valid: (digits: string) => boolean;
}

const day6 = (year: string, month: string, day: string) =>
  check.isCalendarDay(Number(year), Number(month), Number(day));

/** Numbers whose shape and check digits are strong enough to stand without a cue. */
const RULES: readonly Rule[] = [
  {
    shape: /^3-2-4$/,
    valid: (digits) => digits.slice(0, 3) !== '000' && digits.slice(3, 5) !== '00' && digits.slice(5) !== '0000',
  },
  { shape: /^3\.3\.3-2$/, valid: check.cpf },
  // A PESEL of 1920 or 2020 is more often the number of an invoice of this decade: `20261000391`.
  {
    shape: /^11$/,
    valid: (digits) => (!digits.startsWith('20') && check.pesel(digits)) || check.tckn(digits) || check.cpf(digits),
  },
  { shape: /^3\.4\.4\.2$|^3 4 4 2$|^13$/, valid: check.ahv },
  { shape: /^3-3-3[ -]2$/, valid: check.snils },
  { shape: /^2\.2\.2-3\.2$/, valid: check.belgianRegister },
  {
    shape: /^6-7$/,
    valid: (digits) =>
      day6(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)) && /[1-8]/.test(digits[6] as string),
  },
  {
    shape: /^[68]-4$/,
    valid: (digits) => check.personnummer(digits) || day6(digits.slice(4, 6), digits.slice(2, 4), digits.slice(0, 2)),
  },
  // Malaysia: date, place, serial.
  { shape: /^6-2-4$/, valid: (digits) => day6(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)) },
  { shape: /^6\/4$/, valid: check.rodneCislo },
  { shape: /^18$/, valid: check.chinaResident },
  { shape: /^13$/, valid: check.cnp },
  { shape: /^1 2 2 2 3 3 2$|^15$|^13 2$|^1 2 2 2 3 3 - ?2$/, valid: check.nir },
  { shape: /^4[ -]4[ -]4$/, valid: (digits) => !/^[01]/.test(digits) && check.verhoeff(digits) },
  { shape: /^4[ -]4[ -]4$/, valid: check.myNumber },
  { shape: /^2-8-1$/, valid: check.cuit },
  { shape: /^2 3 3 3$/, valid: check.steuerId },
];

/** Identifiers of letters and digits: shape, and the check where there is one. */
const WORDS: readonly { shape: RegExp; valid: (value: string) => boolean }[] = [
  {
    shape: /^[0-9]{8}-?[A-Z]$|^[XYZ]-?[0-9]{7}-?[A-Z]$/,
    valid: (value) => !/^(.)\1{7}/.test(value) && check.dni(value.replace(/-/g, '')),
  },
  {
    shape: /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/,
    valid: check.codiceFiscale,
  },
  { shape: /^[A-Z]{4}[0-9]{6}[HMX][A-Z]{5}[0-9A-Z][0-9]$/, valid: () => true },
  { shape: /^[0-9]{6}[-+ABCDEFYXWVU][0-9]{3}[0-9A-Y]$/, valid: check.hetu },
  { shape: /^[A-Z]{3}[ABCFGHJLPT][A-Z][0-9]{4}[A-Z]$/, valid: (value) => value[3] === 'P' },
  { shape: /^IDMEX[0-9]{9,13}$/, valid: () => true },
  { shape: /^[0-9]{17}X$/, valid: check.chinaResident },
  { shape: /^[12][0-9]{4}2[AB][0-9]{8}$/, valid: check.nir },
  { shape: /^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][0-9]{6}[A-D]$/, valid: () => true },
];

const CANDIDATE = /(?<![0-9A-Za-z_-])[0-9A-Z][0-9A-Z+-]{7,20}(?![0-9A-Za-z_])/y;
const NINO = /(?<![0-9A-Za-z])[A-Z]{2} [0-9]{2} [0-9]{2} [0-9]{2} [A-D](?![0-9A-Za-z])/y;
const RUT = /(?<![0-9A-Za-z.])[0-9]{1,2}\.[0-9]{3}\.[0-9]{3}-[0-9Kk](?![0-9A-Za-z])/y;
/** The same with whatever key people find: `75/635/279/2`, `12.345.678.5`. */
const ODD_RUT = /(?<![0-9A-Za-z./-])[0-9]{1,2}([./·_])[0-9]{3}\1[0-9]{3}[./·_-][0-9Kk](?![0-9A-Za-z])/g;
/** Letter by letter: `Y A Y P G 5 5 3 2 G`. */
const SPACED =
  /(?<![0-9A-Za-z])[0-9A-Z](?:([ .-])(?=[0-9A-Z](?![0-9A-Za-z]))[0-9A-Z]){7,17}(?![0-9A-Za-z]|[ .-][0-9A-Z](?![0-9A-Za-z]))/g;

const rules = new RulesByShape(RULES);

/** France's, Brazil's, Switzerland's and Belgium's in groups of their own, with check digits: no other number is written so. */
const UNMISTAKABLE = /^1 2 2 2 3 3 2$|^3\.3\.3-2$|^3\.4\.4\.2$|^2\.2\.2-3\.2$/;

/** No rule has fewer digits. */
const SHORTEST = 8;

/** Government identifiers by shape and checksum, without a cue. */
export const nationalIds: Detector = (scan, findings) => {
  for (const run of numberCandidates(scan)) {
    if (run.count < SHORTEST) continue;
    if (
      rules.of(run.shape).some((rule) => rule.valid(run.digits)) &&
      isFree(scan.text, run) &&
      (UNMISTAKABLE.test(run.shape) || !isNumberOfThing(scan.folded, run.start))
    ) {
      findings.push({ start: run.start, end: run.end, type: 'NATIONAL_ID' });
    }
  }
  const { count, starts, kinds } = scan.tokens;
  for (let token = 0; token < count; token += 1) {
    const start = starts[token] as number;
    if (kinds[token] === 0 || !isUpper(scan.text.charCodeAt(start))) continue;
    const end = writtenIdentifier(scan.text, start);
    if (end > 0) findings.push({ start, end, type: 'NATIONAL_ID' });
  }
  for (const pattern of BY_CODE)
    eachMatch(pattern, scan.text, (match) => {
      const value = match[1] as string;
      const start = match.index + match[0].lastIndexOf(value);
      findings.push({ start, end: start + value.length, type: 'NATIONAL_ID' });
    });
};

/** Identifiers of letters and digits read out one by one, and Chile's with odd separators. */
export function spacedLetters({ text }: Scan, findings: Finding[]): void {
  eachMatch(SPACED, text, ({ index, 0: spaced }) => {
    const value = spaced.replace(/[^0-9A-Z]/g, '');
    if (WORDS.some(({ shape, valid }) => shape.test(value) && valid(value)))
      findings.push({ start: index, end: index + spaced.length, type: 'NATIONAL_ID' });
  });
  eachMatch(ODD_RUT, text, ({ index, 0: value }) => {
    if (check.rut(value.replace(/[^0-9Kk]/g, '').toUpperCase()))
      findings.push({ start: index, end: index + value.length, type: 'NATIONAL_ID' });
  });
}

/** Social security numbers by the qualifiers of X12, and identifiers by their system in FHIR and HL7. */
const BY_CODE: readonly RegExp[] = [
  /(?:REF\*(?:SY|TJ)|NM1\*[^~\n]{0,80}\*34)\*([0-9]{9})(?=[~*\n\s]|$)/g,
  /(?:us-ssn|nhs-number|2\.16\.840\.1\.113883\.4\.1|1\.2\.250\.1\.213\.1\.4\.8|2\.16\.528\.1\.1007\.3\.1|1\.2\.208\.176\.1\.2|1\.2\.752\.129\.2\.1\.3\.1|1\.2\.246\.21|fhir\/sid\/\w{2,12}|bsn|ssn)"\s?,\s{0,12}"value"\s?:\s?"([0-9][0-9A-Za-z -]{4,20})(?=")/g,
  // The Aadhaar's stand-in.
  /(?<![0-9A-Za-z])VID(?: no\.?| number)?[ :#-]{1,3}(9[0-9]{3} ?[0-9]{4} ?[0-9]{4} ?[0-9]{4})(?![0-9])/g,
];

const isUpper = (code: number) => isDigit(code) || (code >= 65 && code <= 90);

/** End of the identifier of letters and digits that begins at `start`, or 0. */
function writtenIdentifier(text: string, start: number): number {
  if (text.charCodeAt(start + 1) > 90) return 0;
  const word = mayBeCandidate(text, start) ? matchAt(CANDIDATE, text, start) : undefined;
  if (word !== undefined && WORDS.some(({ shape, valid }) => shape.test(word) && valid(word)))
    return start + word.length;
  const spaced = text[start + 2] === ' ' ? matchAt(NINO, text, start) : undefined;
  if (spaced !== undefined) return start + spaced.length;
  const dotted = text[start + 1] === '.' || text[start + 2] === '.' ? matchAt(RUT, text, start) : undefined;
  return dotted !== undefined && check.rut(dotted.replace(/[.-]/g, '').toUpperCase()) ? start + dotted.length : 0;
}

/** Whether eight units that a candidate may have stand here. */
function mayBeCandidate(text: string, start: number): boolean {
  for (let at = start; at < start + 8; at += 1) {
    const code = text.charCodeAt(at);
    if (!isUpper(code) && code !== 43 && code !== 45) return false;
  }
  return true;
}

const matchAt = (pattern: RegExp, text: string, start: number): string | undefined => {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0];
};

/** `/citizens/44051401359`, `/kyc/35202-1234567-1_front.jpg`: the path of a person's record or of what somebody sent. */
const PATH_OF_PERSON =
  /\/(?:citizen|person|patient|people|individual|taxpayer|resident|insured|beneficiar|holder|kyc|identit|upload|document|scan|ssn|pesel|cpf|dni|bsn|national-?id|cidadao|ciudadano|paciente|buerger|versicherte)\w{0,6}\/$/i;

/** Whether the last part of such a path begins at `start`. */
export const isInPathOfPerson = (text: string, start: number): boolean =>
  text[start - 1] === '/' && PATH_OF_PERSON.test(text.slice(Math.max(0, start - 24), start));

/** Not part of a longer identifier, an amount, a date with time or an object id. */
const isFree = (text: string, run: DigitRun) =>
  !/[A-Za-z]/.test(text[run.start - 1] ?? ' ') &&
  !/[A-Za-z]/.test(text[run.end] ?? ' ') &&
  (!/[0-9A-Za-z][-.:/]$/.test(text.slice(Math.max(0, run.start - 2), run.start)) ||
    isInPathOfPerson(text, run.start)) &&
  !/^[-.:][0-9]|^[-:][A-Za-z]/.test(text.slice(run.end, run.end + 2));
