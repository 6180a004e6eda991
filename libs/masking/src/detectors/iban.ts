import type { Detector, Finding } from '../scan.ts';
import { Feature, isAlphanumeric, isDigit } from '../text/characters.ts';
import { eachMatch } from '../text/matches.ts';
import { mod97 } from '../validators/checksums.ts';

/** Length by country (ISO 13616 registry). */
const LENGTHS =
  'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 IR26 AO25 BF28 BI27 BJ28 CF27 CG27 CI28 CM27 CV25 DJ27 DZ26 FK18 GA27 GQ27 GW25 HN28 KM27 MA28 MG27 ML28 MN20 MZ25 NE28 NI28 OM23 RU33 SN28 SO23 TD27 TG28 YE30';

/** By the two letters of a country, 26 × 26; 0 where there are no IBANs. */
const lengthOf = new Uint8Array(26 * 26);
for (const entry of LENGTHS.split(' ')) {
  lengthOf[(entry.charCodeAt(0) - 65) * 26 + entry.charCodeAt(1) - 65] = Number(entry.slice(2));
}

/** Length of the IBANs of a country by its two capitals, or 0. */
export const ibanLength = (country: string): number =>
  /^[A-Z]{2}$/.test(country) ? (lengthOf[(country.charCodeAt(0) - 65) * 26 + country.charCodeAt(1) - 65] as number) : 0;

/** ISO 7064 check digits, as IBANs have them. */
const hasCheckDigits = (compact: string): boolean => mod97(compact.slice(4) + compact.slice(0, 4)) === 1;

/** Whether letters and digits without separators are an IBAN: length of the country and ISO 7064 check digits. */
export const isIban = (compact: string): boolean =>
  compact.length === ibanLength(compact.slice(0, 2)) && hasCheckDigits(compact);

const LONGEST = 34;

/** IBANs by country length and ISO 7064 check digits, with any single separators; the shape alone is unsure. */
export const ibans: Detector = (scan, findings) => {
  const { text } = scan;
  const { count, kinds, starts, ends } = scan.tokens;
  for (let token = 0; token < count; token += 1) {
    const start = starts[token] as number;
    const finding = kinds[token] === 1 && (ends[token] as number) - start === 2 ? ibanAt(text, start) : undefined;
    if (finding) findings.push(finding);
  }
  eachMatch(GLUED, text, ({ index }) => {
    const finding = ibanAt(text, index + 4);
    if (finding) findings.push(finding);
  });
  eachMatch(SPREAD, text, ({ index, 1: first = '', 2: second = '' }) => {
    const finding = read(text, index, ibanLength(first + second));
    if (finding) findings.push(finding);
  });
  eachMatch(OF_ANY_LENGTH, text, ({ index, 0: compact }) => {
    const registered = ibanLength(compact.slice(0, 2)) || compact.length + 1;
    const isNear = compact.length !== registered && Math.abs(compact.length - registered) < 3;
    if (isNear && compact.replace(/[^0-9]/g, '').length > 8 && hasCheckDigits(compact))
      findings.push({ start: index, end: index + compact.length, type: 'IBAN', certain: true });
  });
  if ((scan.features & Feature.unspaced) === 0) return;
  eachMatch(UNSPACED_BEFORE, text, ({ index }) => {
    const finding = ibanAt(text, index);
    if (finding) findings.push(finding);
  });
};

/** What has the check digits of an IBAN, and not quite its country's length: registries grow, and people mistype. */
const OF_ANY_LENGTH = /(?<![0-9A-Za-z])[A-Z]{2}[0-9]{2}[0-9A-Z]{10,30}(?![0-9A-Za-z])/g;

/** `IBANDE89…`: the word and the number without a space. */
const GLUED = /IBAN(?=[A-Z]{2} ?[0-9]{2})/gi;

/** `D E 7 3  7 0 1 5 …`: each for itself. */
const SPREAD = /(?<![0-9A-Za-z])([A-Z]) {1,2}([A-Z]) {1,2}[0-9] {1,2}[0-9](?= {1,3}[0-9A-Z] )/g;

/** `打DE83…`: a script without spaces before it. */
const UNSPACED_BEFORE = /(?<=[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])[A-Z]{2}(?= ?[0-9]{2})/g;

/** The IBAN that begins with the two letters at `start`. */
export function ibanAt(text: string, start: number): Finding | undefined {
  const length = countryLength(text, start);
  return length === 0 ? undefined : read(text, start, length);
}

/** Length of the IBANs of the country whose two letters, followed by a digit within three separators, stand at `at`. */
function countryLength(text: string, at: number): number {
  const first = (text.charCodeAt(at) & ~32) - 65;
  const second = (text.charCodeAt(at + 1) & ~32) - 65;
  if (first < 0 || first > 25 || second < 0 || second > 25) return 0;
  const length = lengthOf[first * 26 + second] as number;
  if (length === 0) return 0;
  for (let digit = at + 2; digit < at + 6; digit += 1) if (isDigit(text.charCodeAt(digit))) return length;
  return 0;
}

function read(text: string, start: number, length: number): Finding | undefined {
  let compact = '';
  let gaps = 0;
  let end = start;
  for (let at = start; at < text.length && compact.length < length && at < start + LONGEST * 2; at += 1) {
    if (isAlphanumeric(text.charCodeAt(at))) {
      compact += text[at];
      gaps = 0;
      end = at + 1;
      // Two letters, two check digits: most words of two letters end here.
      if (compact.length === 3 && !isDigit(text.charCodeAt(at))) return undefined;
    } else {
      gaps += 1;
      if (gaps > 3 || !' -.\n=~_·•*/|+,\\'.includes(text[at] as string) || (text[at] === '\n' && text[at - 1] === '\n'))
        break;
    }
  }
  if (compact.length !== length || isAlphanumeric(text.charCodeAt(end))) return undefined;
  compact = compact.toUpperCase();
  if (!/^[A-Z]{2}[0-9]{2}/.test(compact)) return undefined;
  if (hasCheckDigits(compact)) return { start, end, type: 'IBAN', certain: true };
  // Scanned: O for 0, I and L for 1.
  const read = compact.slice(0, 2) + compact.slice(2).replace(/[OIL]/g, (letter) => (letter === 'O' ? '0' : '1'));
  if (read !== compact && hasCheckDigits(read)) return { start, end, type: 'IBAN', certain: true };
  const grouped = /^[A-Z]{2} ?[0-9]{2}(?: [0-9A-Z]{4}){3,7}(?: [0-9A-Z]{1,3})?$/.test(text.slice(start, end));
  const mostlyDigits = compact.replace(/[^0-9]/g, '').length >= 10;
  return grouped && mostlyDigits ? { start, end, type: 'IBAN', unsure: 'iban_shape_without_checksum' } : undefined;
}
