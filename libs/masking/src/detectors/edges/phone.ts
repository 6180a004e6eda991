import { isNumberOfThing, isOtherNumber } from '../../cues/other-numbers.ts';
import type { Finding, Scan } from '../../scan.ts';
import { isSample } from '../samples.ts';
import { after, before, cut, type Edge, type Test, writtenBefore } from './edge.ts';
import { digitsOf, isZero, VERSION } from './value.ts';

/** `555-555-5555`: what forms show. */
const isOneDigit = (value: string): boolean => /^([0-9])\1{6,}$/.test(digitsOf(value));

/** Numbers of customers, members, contracts and cases right before what is written like somebody's number. */
const NUMBERED =
  /(?<!\p{L})(?:reservation|booking|reserva|buchung(?:snummer|snr)?|prenotazione|voucher|coupon|gutschein|receipt|kunden(?:nummer|nr)|mitglieds(?:nummer|nr)|vertrags(?:nummer|nr)|customer (?:no|number|id)|client (?:no|number|id)|member(?:ship)? (?:no|number|id)|policy|num(?:ero|\.)? (?:de )?client[e]?|n\.? client[e]?|klantnummer|kundnummer|kundenr|asiakasnumero|numer klienta|zakaznicke cislo|ugyfelszam|cod client|номер клиента|номер пакета|musteri no|ns|s\/n|sn|sagsnr|sagsnummer|rif|riferimento|barcode|strichcode|barras|ref|upc|ean|gtin|sscc|imei|iccid|meid|mac|zaehler\p{L}*|zahler\p{L}*|meter)\.?(?: ?(?:is|ist|est|es|e|nr|no|n|number|№|#)\.?)?[:#º°( ]{1,3}$/u;

const ZONE = /^\+(?:0[0-9]|1[0-4]):?(?:00|30|45)(?![0-9])/;

/** What is written like a phone number and is none. */
const NO_PHONE: readonly Test[] = [
  (value, { folded }, { start }) => isZero(value) || isOneDigit(value) || isSample(folded, start),
  // The register of a land office: `WA1M/00044718/8`.
  (value, scan, finding) => value.startsWith('00') && /[A-Z0-9]\/$/.test(writtenBefore(scan, finding, 2)),
  (value, { text }, { start }) => text[start - 1] === '+' && value.startsWith('+'),
  // "+0100 1920x1080", `11:19:04,040 53.167 ms`: the size of a picture, behind a time.
  (value, scan, finding) =>
    /^[0-9]x[0-9]{3,4}$/.test(value) && /\+0[0-9]{3} [0-9]{2,3}$/.test(before(scan, finding, 9)),
  (_, scan, finding) => /[0-9]:[0-9]{2},$/.test(before(scan, finding, 5)),
  (value, scan, finding) => /^[(0-9]/.test(value) && NUMBERED.test(before(scan, finding, 40)),
  (value, scan, finding) => value.includes('\n') && /\p{Lu}-$/u.test(writtenBefore(scan, finding, 2)),
  // The rows of a query: "VALUES (88123, …", "where id in (40112".
  (value) => /^\([0-9]{4,6}$/.test(value) || VERSION.test(value),
  // The zone behind a time of day; a code whose letters go on.
  (value, scan, finding) => ZONE.test(value) && /[0-9]:[0-9]{2}(?:[.,][0-9]{1,9})? ?$/.test(before(scan, finding, 16)),
  (_, scan, finding) =>
    /^[a-z]{1,4}[0-9]/.test(after(scan, finding, 5)) && !/^(?:x|ext|xt|p|w|n)[0-9]/.test(after(scan, finding, 5)),
  countsThings,
];

/** "4916080512 siparişi": the word behind a number, or before it, says what it counts. */
function countsThings(value: string, { folded }: Scan, { start, end }: Finding): boolean {
  if (!/^[0-9]{5,}(?:\/20)?[0-9]{2,}$/.test(value)) return false;
  const counted = /^ (\p{L}{4,24})/u.exec(folded.slice(end, end + 26))?.[1];
  return (counted !== undefined && isOtherNumber(counted)) || isNumberOfThing(folded, start);
}

export const phone: Edge = (scan, finding) => {
  const value = scan.text.slice(finding.start, finding.end);
  if (NO_PHONE.some((isNone) => isNone(value, scan, finding))) return undefined;
  const lone = /(?<=[0-9])[ .-][oOlI]$/.exec(value)?.[0].length ?? 0;
  if (lone > 0) return cut(finding, finding.start, finding.end - lone);
  const list = /[0-9]\s?\n\s{0,4}[0-9]{1,2}$/.exec(value);
  return list && /^[.)]/.test(after(scan, finding, 1))
    ? cut(finding, finding.start, finding.start + value.lastIndexOf('\n'))
    : finding;
};
