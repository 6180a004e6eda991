import type { Detector, Finding, Scan } from '../scan.ts';
import { mod97 } from '../validators/checksums.ts';

/** Length by country (ISO 13616 registry). */
const LENGTHS = new Map(
  'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20'
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))] as const),
);

const LONGEST = 34;

/** IBANs by country length and ISO 7064 check digits, with any single separators; the shape alone is unsure. */
export const ibans: Detector = (scan, findings) => {
  const { tokens } = scan;
  for (let token = 0; token < tokens.count; token += 1) {
    if (tokens.kinds[token] !== 1) continue;
    const end = tokens.ends[token] as number;
    const country = scan.text.slice(end - 2, end).toUpperCase();
    const length = LENGTHS.get(country);
    if (!length || end - (tokens.starts[token] as number) !== 2) continue;
    const finding = read(scan, end - 2, length);
    if (finding) findings.push(finding);
  }
};

function read(scan: Scan, start: number, length: number): Finding | undefined {
  let compact = '';
  let gaps = 0;
  let end = start;
  for (let at = start; at < scan.text.length && compact.length < length && at < start + LONGEST * 2; at += 1) {
    const character = scan.text[at] as string;
    if (/[0-9A-Za-z]/.test(character)) {
      compact += character.toUpperCase();
      gaps = 0;
      end = at + 1;
    } else if (!' -.\n'.includes(character) || ++gaps > 2) {
      break;
    }
  }
  if (compact.length !== length || !/^[A-Z]{2}[0-9]{2}/.test(compact) || /[0-9A-Za-z]/.test(scan.text[end] ?? ' '))
    return undefined;
  if (mod97(compact.slice(4) + compact.slice(0, 4)) === 1) return { start, end, type: 'IBAN' };
  const grouped = /^[A-Z]{2}[0-9]{2}(?: [0-9A-Z]{4}){3,7}(?: [0-9A-Z]{1,3})?$/.test(scan.text.slice(start, end));
  const mostlyDigits = compact.replace(/[^0-9]/g, '').length >= 10;
  return grouped && mostlyDigits ? { start, end, type: 'IBAN', unsure: 'iban_shape_without_checksum' } : undefined;
}
