import { isNumberOfThing, isOtherNumber } from '../cues/other-numbers.ts';
import type { PiiType } from '../types.ts';
import { luhn } from '../validators/checksums.ts';
import { isDayOfThing } from './dates-of-things.ts';
import { after, before, cut, type Edge } from './edge.ts';
import { cutsDate, isMachineMade, isObjectId, isPartOfVersion, isTimestamp } from './machine-values.ts';
import { countsGoods } from './other-number.ts';
import { isSample, isTestCard } from './samples.ts';
import { password, secret } from './secret-edges.ts';

const digitsOf = (value: string): string => value.replace(/[^0-9]/g, '');
const isZero = (value: string): boolean => /^0{4,}$/.test(digitsOf(value));
/** `555-555-5555`: what forms show. */
const isOneDigit = (value: string): boolean => /^([0-9])\1{6,}$/.test(digitsOf(value));

/** Numbers of customers, members, contracts and cases right before what is written like somebody's number. */
const NUMBERED =
  /(?<!\p{L})(?:reservation|booking|reserva|buchung(?:snummer|snr)?|prenotazione|voucher|coupon|gutschein|receipt|kunden(?:nummer|nr)|mitglieds(?:nummer|nr)|vertrags(?:nummer|nr)|customer (?:no|number|id)|client (?:no|number|id)|member(?:ship)? (?:no|number|id)|policy|num(?:ero|\.)? (?:de )?client[e]?|n\.? client[e]?|klantnummer|kundnummer|kundenr|asiakasnumero|numer klienta|zakaznicke cislo|ugyfelszam|cod client|номер клиента|номер пакета|musteri no|ns|s\/n|sn|sagsnr|sagsnummer|rif|riferimento|barcode|strichcode|barras|ref|upc|ean|gtin|sscc|imei|iccid|meid|mac|zaehler\p{L}*|zahler\p{L}*|meter)\.?(?: ?(?:is|ist|est|es|e|nr|no|n|number|№|#)\.?)?[:#º°( ]{1,3}$/u;

const VERSION =
  /^(?:\p{L} )?(?:[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{3,5}\.[0-9]{1,5}|20[0-9]{2}(?:\.[0-9]{1,2}){3}|[0-9]\.[0-9]{3}\.[0-9]{4})$/u;
const ZONE = /^\+(?:0[0-9]|1[0-4]):?(?:00|30|45)(?![0-9])/;
const phone: Edge = (scan, finding) => {
  const value = scan.text.slice(finding.start, finding.end);
  if (isZero(value) || isOneDigit(value) || isSample(scan.folded, finding.start)) return undefined;
  // The register of a land office: `WA1M/00044718/8`.
  if (value.startsWith('00') && /[A-Z0-9]\/$/.test(scan.text.slice(Math.max(0, finding.start - 2), finding.start)))
    return undefined;
  if (scan.text[finding.start - 1] === '+' && value.startsWith('+')) return undefined;
  // "+0100 1920x1080", `11:19:04,040 53.167 ms`: the size of a picture, behind a time.
  if (/^[0-9]x[0-9]{3,4}$/.test(value) && /\+0[0-9]{3} [0-9]{2,3}$/.test(before(scan, finding, 9))) return undefined;
  if (/[0-9]:[0-9]{2},$/.test(before(scan, finding, 5))) return undefined;
  if (/^[(+0-9]/.test(value) && !value.startsWith('+') && NUMBERED.test(before(scan, finding, 40))) return undefined;
  if (value.includes('\n') && /\p{Lu}-$/u.test(scan.text.slice(Math.max(0, finding.start - 2), finding.start)))
    return undefined;
  // The rows of a query: "VALUES (88123, …", "where id in (40112".
  if (/^\([0-9]{4,6}$/.test(value)) return undefined;
  // A version; the zone behind a time of day; a code whose letters go on.
  if (VERSION.test(value)) return undefined;
  if (ZONE.test(value) && /[0-9]:[0-9]{2}(?:[.,][0-9]{1,9})? ?$/.test(before(scan, finding, 16))) return undefined;
  if (/^[a-z]{1,4}[0-9]/.test(after(scan, finding, 5)) && !/^(?:x|ext|xt|p|w|n)[0-9]/.test(after(scan, finding, 5)))
    return undefined;
  // "4916080512 siparişi": the word behind a number says what it counts.
  const counted = /^ (\p{L}{4,24})/u.exec(scan.folded.slice(finding.end, finding.end + 26))?.[1];
  if (
    /^[0-9]{5,}(?:\/20)?[0-9]{2,}$/.test(value) &&
    ((counted && isOtherNumber(counted)) || isNumberOfThing(scan.folded, finding.start))
  )
    return undefined;
  const lone = /(?<=[0-9])[ .-][oOlI]$/.exec(value)?.[0].length ?? 0;
  if (lone > 0) return cut(finding, finding.start, finding.end - lone);
  const list = /[0-9]\s?\n\s{0,4}[0-9]{1,2}$/.exec(value);
  return list && /^[.)]/.test(after(scan, finding, 1))
    ? cut(finding, finding.start, finding.start + value.lastIndexOf('\n'))
    : finding;
};

/** "step 4000 1234 …", "Ref PHX 4418 …": numbers of things that fail a card's checksum. */
const STEPPED =
  /(?<!\p{L})(?:step|ref|sn|s\/n|serial|code|код|kod|codigo|suivi|batch|batch no|order(?: number)?(?: in the fixture)?(?: is)?|marn|banco|ag)[.:)]?(?: \p{L}{2,4})?[ :]{1,2}$/u;
const card: Edge = (scan, finding) => {
  const value = scan.text.slice(finding.start, finding.end);
  const digits = digitsOf(value);
  // Dates, versions and the end of a bracket that digits were read across.
  if (/^[0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{2}|[0-9]{4})$|^20[0-9]{2}-[01][0-9]-[0-3][0-9]$/.test(value)) return undefined;
  const bracket = /^[0-9 ]{4,12}\) ?[—–-]? ?/.exec(value)?.[0].length ?? 0;
  if (bracket > 0) return cut(finding, finding.start + bracket, finding.end);
  if (digits.length < 12) return finding;
  // What forms are filled with.
  if (/^[0-9]0{3}(?:[ -]?0{4}){2,3}$/.test(value)) return undefined;
  // "BUG-3006⏎1705150200332": the number of a case above the time of a line.
  const line = value.indexOf('\n');
  if (
    line > 0 &&
    (/^\.[0-9]/.test(after(scan, finding, 2)) ||
      /\p{L}[-_#]$|[$€£]/u.test(before(scan, finding, 3)) ||
      /^T[0-9]{2}/.test(after(scan, finding, 3)) ||
      isTimestamp(scan.text, finding.start + value.lastIndexOf('\n') + 1, finding.end))
  )
    return undefined;
  if (isZero(digits)) return undefined;
  if (luhn(digits)) return finding;
  if (isTestCard(scan.folded, finding.start)) return undefined;
  const isThing = isNumberOfThing(scan.folded, finding.start) || countsGoods(scan.folded, finding.start);
  return isThing || STEPPED.test(before(scan, finding, 40)) ? undefined : finding;
};

const ISSUER = /^[ -]{0,3}(?:SSP|SESP|SDS|DETRAN|IFP|PC|PM|SJS|POLITEC|MTE)(?:[/ -]{1,3}[A-Z]{2})?(?![0-9A-Za-z])/;

const nationalId: Edge = (scan, finding) => {
  const value = scan.text.slice(finding.start, finding.end);
  // `3848276298@atlanta.example`: of a call or message; "n° de série 8K4471X2".
  if (
    (/^[0-9]{8,}$/.test(value) && after(scan, finding, 1) === '@') ||
    (/[0-9][A-Z]+[0-9]/.test(value) && /n(?:um\p{L}{0,4})?[°º.o]? de serie[ :]{1,2}$/u.test(before(scan, finding, 20)))
  )
    return undefined;
  // A day behind a small word: "حتى 11/06/2011".
  if (/^\p{L}+ [0-3]?[0-9]\/[01]?[0-9]\/(?:19|20)[0-9]{2}$/u.test(value)) return undefined;
  // Numbers of cases and errors; the name of the number before it.
  if (/^[A-Z]{2,4}\/[0-9]{1,4}\/20[0-9]{2}|^[0-9]{2}\/[0-9]{5}$|0x[0-9A-F]{2}|^[0-9]?[a-f][0-9a-f]{5,7}$/.test(value))
    return undefined;
  // "708 740 804 08. 302-43…": the next sentence begins with a number, too.
  const stop = /(?<=[0-9])\. (?=[0-9])/.exec(value)?.index ?? 0;
  if (stop > 0 && digitsOf(value.slice(0, stop)).length > 7) return cut(finding, finding.start, finding.start + stop);
  const label = /^(?:NAM|NI|DUF-nr|NISS|CURP|RFC|NHS|SSN)[ :.]{1,2}(?=\S{2})/.exec(value)?.[0].length ?? 0;
  if (label > 0) return cut(finding, finding.start + label, finding.end);
  // Who issued it in Brazil: "RG 1.884.207 SSP/PE".
  const issuer = ISSUER.exec(scan.text.slice(finding.end, finding.end + 16))?.[0].length ?? 0;
  if (issuer > 0) return { ...finding, end: finding.end + issuer };
  // "the licence until 03/2028"; a form's sample.
  return /^(?:0?[1-9]|1[0-2])\/20[0-9]{2}$/.test(value) ||
    VERSION.test(value) ||
    isZero(value) ||
    !/[0-9\p{Lo}]|\p{L} \p{L}/u.test(value)
    ? undefined
    : spoken(scan, finding);
};

/** Samples of forms and handbooks: `XX00 0000 …`, `NL00TEST…`. */
const iban: Edge = ({ text }, finding) => {
  const value = text.slice(finding.start, finding.end);
  // `ch_32vs…`: an identifier of a payment.
  // "no 016-555 0183. Ask": small words; a creditor's identifier and a mandate (SEPA).
  if (/^[a-z]{2} [0-9].*[0-9]\. \p{L}/u.test(value) || /[ ,].*[A-Za-z]{5}|[A-Za-z]{5}.*[ ,]/.test(value))
    return undefined;
  if (/^[a-z]{2}_/.test(value)) return undefined;
  return /^[A-Z]{2}[0-9]{2} ?ZZZ|^RUM|^XX|TEST(?=[0-9])|^[A-Z]{2}00(?:[ -]?0){8}|X{4}/i.test(value)
    ? undefined
    : finding;
};

/** An invoice that is to be marked as paid, in the cases and with the small words of each language. */
const AS_PAID =
  /^[^\p{L}\n]{0,3}(?:(?:as|als|comme|como|come|som|jako|ako|ca|като|как|як|ως|olarak|kaip|ka|mint|kao|kot|sebagai|la|da|को) (?:\p{L}{1,12} )?(?:paid|settled|bezahlt|beglichen|pay|regl|acquitt|pag|abonad|sald|betaald|voldaan|betal|betalt|oplac|zaplac|uhrad|rendez|platit|achit|оплач|сплач|плат|плаћ|plac|apmok|apmaks|maksetu|πληρ|εξοφλ|oden|dibayar|lunas|thanh toan|bayad)|maksetuksi|makstuks|kifizetettnek|rendezettnek|odendi|als bezahlt|כשולמ|भुगतान|مدفوع|를 결제|을 결제|ว่าชำระ|标记为|標記為|を支払)/u;
const account: Edge = (scan, finding) => {
  if (isSample(scan.folded, finding.start)) return undefined;
  const value = scan.text.slice(finding.start, finding.end);
  // `302-1234567-1234567` is how a large shop numbers its orders.
  if (/^[0-9]{3}-[0-9]{7}-[0-9]{7}$/.test(value)) return undefined;
  if (/^(?:ORD|INV|SO|PO|BUG|PR|OPS|REQ|TKT|CASE|WO|RMA)-[0-9]/.test(value)) return undefined;
  if (AS_PAID.test(scan.folded.slice(finding.end, finding.end + 40))) return undefined;
  if (/^[0-3]?[0-9][./-][01]?[0-9][./-](?:19|20)[0-9]{2}$/.test(value)) return undefined;
  if (/^[A-Z]{1,3}[-/]?20[0-9]{2}[/-]|^[01]?[0-9][/.]20[0-9]{2}$/.test(value)) return undefined;
  if (isZero(value) || countsGoods(scan.folded, finding.start) || /(?<!\p{L})re $/u.test(before(scan, finding, 4)))
    return undefined;
  const label = /^(?:clé|cle|key|dv) (?=[0-9])/iu.exec(value)?.[0].length ?? 0;
  const tail = /(?<=[0-9])(?: [\p{L}\p{M}]+)+$/u.exec(value)?.[0] ?? '';
  return cut(finding, finding.start + label, finding.end - (/[^\x20-\x7e]/.test(tail) ? tail.length : 0));
};

/** "on the second of May": the small words of a sentence around a value in words. */
const LEADS = /^(?:on the |on |the |le |el |em |am |il |om |den )/iu;
const TRAILS = /[ ,.]{1,3}(?:and um|and|um|et|o|e|y|i|und|deu|is|och|og|en)$/iu;
const spoken: Edge = ({ text }, finding) => {
  const value = text.slice(finding.start, finding.end);
  if (!/^[\p{L}\p{M}]+[ ,-][\p{L}\p{M}]+/u.test(value)) return finding;
  const lead = LEADS.exec(value)?.[0].length ?? 0;
  const trail = TRAILS.exec(value)?.[0].length ?? 0;
  return cut(finding, finding.start + lead, finding.end - trail);
};

const birth: Edge = (scan, finding) => {
  const value = scan.text.slice(finding.start, finding.end);
  if (isZero(value) || /^(?:01[./-]01[./-]1900|1900-01-01|0001-01-01)$/.test(value)) return undefined;
  if (
    isSample(scan.folded, finding.start) ||
    isDayOfThing(scan.folded, finding.start, finding.end) ||
    isPartOfVersion(scan.text, finding.start, finding.end)
  )
    return undefined;
  if (
    /^ (?:\([^)\n]{0,40}\) )?(?:angelegt|erstellt|erfasst|ausgestellt|aangemaakt|gemaakt|created|opened|issued)(?!\p{L})/u.test(
      after(scan, finding, 64),
    )
  )
    return undefined;
  // A moment, to the second.
  if (/^[T ,]{1,2}[0-2]?[0-9]:[0-5][0-9]:[0-5][0-9]|^T[0-2][0-9][0-5][0-9]/.test(after(scan, finding, 12)))
    return undefined;
  // Versions and sections: "R 4.4.2", "4.1.⏎23h40".
  if (/^[0-9]\.[0-9]{1,2}\.[0-9]$/.test(value) || /\n[0-9]{1,2}h/.test(`${value}${after(scan, finding, 1)}`))
    return undefined;
  const lead = /^(?:(?:to_)?date\(?\s?['"]|\p{L}[\p{L} ]{2,24}, (?=[0-9]))/iu.exec(value)?.[0].length ?? 0;
  return spoken(scan, { ...finding, start: finding.start + lead });
};

const expiry: Edge = (scan, finding) => {
  // A whole date is that of a document; certificates, licences and warranties expire, too.
  if (/^[/.-][0-9]{1,2}(?![0-9])/.test(after(scan, finding, 4))) return undefined;
  return OTHER_EXPIRY.test(
    before(scan, finding, 90)
      .split(/[.!?]\s/)
      .at(-1) as string,
  )
    ? undefined
    : spoken(scan, finding);
};
const OTHER_EXPIRY =
  /(?<!\p{L})(?:tls|ssl|certificat\p{L}*|zertifikat\p{L}*|certyfikat\p{L}*|сертификат\p{L}*|licen[cst]\p{L}*|lizenz\p{L}*|lisens\p{L}*|licencj\p{L}*|лиценз\p{L}*|warrant\p{L}*|garanti\p{L}*|passport|reisepass\p{L}*|ausweis|visa bis|fuhrerschein|domain|subscription|abo|batch|lots?|charge|chargennummer|vaccin\p{L}*|dose|muszaki|mot|itv|stk|tuv)(?!\p{L})(?![^.]{0,60}(?:card|karte|carte|tarjeta|kort|kaart|карт|[0-9]{4}[ -]?[0-9]{4}))/u;

/** Words that are put where a mailbox goes: "name at domain dot com". */
const SAMPLE =
  /^(?:n[\W_]*a[\W_]*m[\W_]*e|user|username|you|your[._-]?name|vorname[._-]nachname|first[._-]?name[._-]?last[._-]?name|someone|somebody|nombre|nom|nome|naam|mail|email|e-mail)(?:@| at | \(at\) |\[at\])(?:domain|example|company|firma|firm|beispiel|exemple|ejemplo|esempio|bedrijf|provider|host|server|mail|email)(?:\.| dot |\(punkt\))/iu;
const email: Edge = (scan, finding) => {
  const value = scan.text.slice(finding.start, finding.end);
  if (SAMPLE.test(value) || /=40[0-9.]+$/.test(value)) return undefined;
  // `Call-ID: 38482…@atlanta.example` (RFC 3261 §20.8): a call; numbers of mailboxes are shorter.
  if (/^[0-9a-f.-]{12,}@/i.test(value) && /(?:call|message|content)-?id["']?[:=] ?<?$/u.test(before(scan, finding, 16)))
    return undefined;
  // `@help@social.example`: who somebody is in a network of servers.
  if (/(?:^|[\s(])@$/.test(scan.text.slice(Math.max(0, finding.start - 2), finding.start))) return undefined;
  // `https://key@host`: who logs in, and no mailbox.
  if (scan.text.slice(Math.max(0, finding.start - 3), finding.start) === '://') return undefined;
  if (
    /@[0-9]{1,3}(?:\.[0-9]{1,3}){3}$/.test(value) ||
    /@[^@]*\.(?:xlsx?|docx?|csv|pdf|png|jpe?g|zip|txt|log|exe|dll|sql|sh|tgz|gz)$/i.test(value)
  )
    return undefined;
  const lead =
    (/\n/.test(value) && !/@/.test(value) ? value.lastIndexOf('\n') + 1 : 0) ||
    /^(?:邮箱是?|信箱是?|メールは?|이메일은?)(?=[a-z0-9])/iu.exec(value)?.[0].length ||
    (/@/.test(value) &&
      /^[^@]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}](?=[a-z0-9][a-z0-9._+-]*@)/iu.exec(
        value,
      )?.[0].length) ||
    (/^(?:邮箱是?|信箱是?|メールは?|이메일은?|mij op|el correu|correu|correo|sposti|adres|at|op|mail|e-?mail|is|es|est) (?=\S)|^\p{Lu}+_[0-9]+\n/iu.exec(
      value,
    )?.[0].length ??
      0);
  const tail =
    /(?<=[a-z])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/iu.exec(value)?.[0].length ??
    0;
  return cut(finding, finding.start + lead, finding.end - tail);
};

/** What a map shows, corner by corner. */
const BOUNDS = /(?:bbox|bounding ?box|bounds|extent|envelope|viewport)[-+0-9.,:= ("'[\]]{0,60}$/u;
const geo: Edge = (scan, finding) => {
  if (BOUNDS.test(before(scan, finding, 72))) return undefined;
  if (countsGoods(scan.folded, finding.start)) return undefined;
  const lead = /^gps[ :=]{1,2}(?=lat|[-+0-9])/i.exec(scan.text.slice(finding.start, finding.end));
  return cut(finding, finding.start + (lead?.[0].length ?? 0), finding.end);
};

/** Sessions, traces and requests are written like hardware addresses: `session a91f-00c4-7e21`. */
const REQUESTED =
  /(?:trace|span|session\p{L}*|sitzung\p{L}*|request|req|requete|peticion|solicitud|richiesta|anfrage|pyynto|zadost|zadanie|запрос|заявка|запит|correlation|idempot\p{L}*|job|run|build|lot|batch|serial|revision|id)["'`]?[:=# ]{1,3}["'`]?$/u;
const mac: Edge = (scan, finding) => {
  const value = scan.text.slice(finding.start, finding.end);
  // Broadcast, nothing yet, and what manuals fill in.
  if (/^(..)\1{5}$/.test(value.replace(/[^0-9A-Za-z]/g, ''))) return undefined;
  // `2026.0417.1182`: a protocol's number by its year.
  if (/^20[0-9]{2}\.[0-9]{4}\.[0-9]{4}$/.test(value)) return undefined;
  return /^[0-9a-f]{4}[-.][0-9a-f]{4}[-.][0-9a-f]{4}$/i.test(value) && REQUESTED.test(before(scan, finding, 24))
    ? undefined
    : finding;
};

/** What clocks, versions and identifiers made by machines hold is nobody's number. */
const ofPerson =
  (edge: Edge): Edge =>
  (scan, finding) => {
    const { text } = scan;
    const { start, end } = finding;
    const isNobodys =
      isMachineMade(text, start, end) ||
      isObjectId(text, start, end) ||
      isTimestamp(text, start, end) ||
      cutsDate(text, start, end);
    return isNobodys ? undefined : edge(scan, finding);
  };

/** By type, what is done at the edges of values that are no names and no addresses. */
export const VALUE_EDGES: Partial<Record<PiiType, Edge>> = {
  PHONE: ofPerson(phone),
  CREDIT_CARD: ofPerson(card),
  NATIONAL_ID: ofPerson(nationalId),
  PASSPORT: ofPerson((_, finding) => finding),
  IBAN: ofPerson(iban),
  BANK_ACCOUNT: ofPerson(account),
  DOB: ofPerson(birth),
  CARD_EXPIRY: expiry,
  EMAIL: email,
  PASSWORD: password,
  SECRET: secret,
  GEO: ofPerson(geo),
  MAC: mac,
};
