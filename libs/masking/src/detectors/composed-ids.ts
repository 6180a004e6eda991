import { readIdentity } from '../cues/identity-after.ts';
import { isNumberOfThing, isOtherNumber } from '../cues/other-numbers.ts';
import type { Finding, Scan } from '../scan.ts';
import { TokenKind } from '../text/tokens.ts';
import { WordSet } from '../text/word-set.ts';

/**
 * What the document or register of a number has to do with, as words begin that say it; folded. No list holds every name
 * that people make of these and of a word for "number".
 */
const KIND = [
  'identi|citizen|taxpayer|tax(?= )|social (?:secur|insur)|insurance|national ins|driv(?:er.?s?|ing) (?:lic|perm)|medicare|medicaid|voter|elector|residen|immigra|refugee|asylum|pension|birth cert|adh?aa?r',
  '[a-z]*(?:ausweis|fuhrerschein|fahrerlaubnis|krankenv|krankenk|rentenv|sozialv|versichert|aufenthalt|personenkenn)|steuer|identif|geburtsurk',
  'permis|secu|sejour|fiscal|impot|contribu|vitale|electeur|allocat|naissance',
  'cedula|conduc|seguridad social|seguro social|afiliad|sanitar|extranj|elector|tributar|soporte|nacimiento|ciudadan|utente|seguranca social|benefici|habilita|eleitor|estrangeir|cidadao|nascimento|patente|soggiorno|assistit|previdenz',
  '[a-z]*(?:rijbewijs|verzeker|verblijf|vreemdeling|rijksregister|legitima)|belasting|zorgpas',
  '[a-z]*(?:korkort|k[oø]rekort|f[oø]rerkort|forsakring|forsikring|sygesikring|sundhed|helsekort|uppehall|ophold|opphold)|skatt|f[oø]dsel|henkilo|ajokort|oleskelu|vero(?:tunn|num)|okuskirt|dvalarl',
  'dowod|tozsamo|praw[ao] jazdy|ubezpiecz|podatk|pobyt|legitymac|emeryt|prukaz|preukaz|obcan|ridic|vodic|pojisten|poisten|zdravotn|rodne|rodny|danov|szemely|[a-z]*igazolvany|jogositv|lakcim|adoazon|tartozk|asigur|buletin|sedere|osobn|licn|vozac|vozn|zdravst|osigur|zavarov|porezn|davcn',
  'удостовер|посвідч|водител|водійс|страхов|социаль|соціаль|осигур|налогопл|платника|податк|данъч|жительств|посвідк|пенсион|пенсій|личн|шофьор|возач|здравств|куәлік',
  'ταυτοτητ|διπλωμα|οδηγησ|ασφαλισ|φορολογ|διαμονης|μητρωο',
  'kimli[kg]|ehliyet|surucu|sigorta|vergi|ikamet|nufus|vesiqe|guvohnoma|shaxs',
  '(?:ال)?(?:هوي[ةه]|رخص[ةه]|اقام[ةه]|ضريب|ضمان|قومي|وطني|مدني|ناخب)|ملی|گواهینامه|بیمه|شناسنامه|اقامت|شناختی|(?:ה)?(?:זהות|רישיון|רשיון)|ביטוח לאומי',
  'पहचान|लाइसेंस|मतदाता|राशन|आधार|পরিচয|লাইসেন্স|அடையாள|గుర్తింపు',
  'identitas|pengenalan|pendudu|kependudu|mengemudi|memandu|lesen|lisensi|pajak|cukai|jaminan|can cuoc|chung minh|bang lai|phep lai|thue|bao hiem|dinh danh|kitambulisho|leseni|bima|mpiga|lisensya',
  'isikut|juhilo|juhilub|elamislo|kindlust|apliecib|vaditaj|uzturesan|apdrosin|nodok|tapatyb|vairuotoj|draudim|gyventi|mokesc|leternjoft|sigurim',
].join('|');
const NUMBERS =
  'no nr num n nº n° nro number nummer numero numer numar numarul numret nummeret cislo c broj br stevilka st szam szama sz numeris numurs номер номера αριθμος αρ numara numarasi numaram رقم شماره מספר מס नंबर नं संख्या নম্বর নং nomor nombor so ma namba nambari nomeri id'.split(
    ' ',
  );
const NUMBER = `(?:${NUMBERS.join('|')})`;
const NUMBER_WORDS = new WordSet(NUMBERS);
const LAST = String.raw`\p{L}{0,16}(?:[ -]\p{L}{1,12}){0,3}`;
/** "work permit no.", "Bewohnerausweisnummer", "núm. de soporte", right before its value. */
const LABEL = new RegExp(
  String.raw`(?<!\p{L})(?:(?:${KIND})\p{L}{0,20}(?:[ -]\p{L}{1,14}){0,2}[ .-]{1,2}${NUMBER}|${NUMBER}[.:°º]{0,2} (?:\p{L}{1,5}[ ']){0,2}(?:${KIND})${LAST}|[a-z]{0,20}(?:${KIND})\p{L}{0,20}(?:nr|nummer|nummeret|numret|numero|numeroni|szam\p{L}{0,3}))[.°º]?[ :=#"'(]{1,4}(?:(?:is|ist|lautet|est|es|e|ar|er|on|to|je|:|=) ?[:"']?)?$`,
  'u',
);
/** What else is numbered near such words. */
const THING =
  /(?<!\p{L})(?:claim|plate|software|key|keys|server|file|printer|policy|polic\p{L}*|count|form|article|section|paragraph|law|decree|check|media|bescheid|gesetz|formular|antrag|loi|article|ley|legge|wet|lag|lov|ustaw\p{L}*|zakon\p{L}*)(?!\p{L})/u;
/** Names that are one word with their "number". */
const JOINED = /(?:nr|nummer|nummeret|numret|numero|numeroni|szam\p{L}{0,3})$/u;
/** Letters before the digits of a document. */
const SERIES = /^\p{Lu}{1,4} ?[0-9]/u;
const TOKENS_BACK = 14;
const REACH = 64;
const DIGITS_MIN = 6;

/** Numbers of persons behind names that nobody has listed: the kind of document and a word for "number". */
export function composedIds(scan: Scan, findings: Finding[]): void {
  const { text, folded } = scan;
  const { count, starts, kinds } = scan.tokens;
  let passed = 0;
  for (let token = 1; token < count; token += 1) {
    const start = starts[token] as number;
    if (start < passed || kinds[token] === 0 || !' :=#"\'('.includes(text[start - 1] as string)) continue;
    const isNumber = kinds[token] === TokenKind.number;
    // `AB1234567`, `ZV 123456`.
    if (!isNumber && !SERIES.test(text.slice(start, start + 6))) continue;
    if (!speaksOfNumber(scan, token)) continue;
    const near = folded.slice(Math.max(0, start - REACH), start);
    const label = LABEL.exec(near.slice(Math.max(near.lastIndexOf('\n'), near.search(/[;,!?](?=[^;,!?]*$)/)) + 1))?.[0];
    if (!label || THING.test(label) || isNumberOfThing(folded, start)) continue;
    if ((label.match(/\p{L}+/gu) ?? []).some(isOtherNumber)) continue;
    const end = readIdentity(scan, start);
    if (end === 0 || text.slice(start, end).replace(/[^0-9]/g, '').length < DIGITS_MIN) continue;
    passed = end;
    findings.push({ start, end, type: 'NATIONAL_ID' });
  }
}

/** Whether a word for "number" stands among the last ones, which few numbers have. */
function speaksOfNumber(scan: Scan, token: number): boolean {
  const { ids, kinds } = scan.tokens;
  let words = 0;
  for (let at = token - 1; at >= 0 && at > token - TOKENS_BACK && words < 7; at -= 1) {
    if (kinds[at] !== TokenKind.word) continue;
    words += 1;
    if (NUMBER_WORDS.hasId(ids[at] as number) || (words < 3 && JOINED.test(scan.folding(at)))) return true;
  }
  return false;
}
