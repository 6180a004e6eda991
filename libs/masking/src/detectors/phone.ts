import type { Cue } from '../cues/find-cues.ts';
import type { DigitRun } from '../digit-run.ts';
import type { Detector, Finding, Scan } from '../scan.ts';
import { commaPhone } from './comma-phones.ts';
import { digitsIn, internationalPhone, isInternational, phoneText } from './international-phone.ts';
import { countsGoods } from './other-number.ts';
import { behindExtension } from './phone-extension.ts';
import { phoneParts } from './phone-parts.ts';
import { scannedPhone } from './scanned-phone.ts';

/** National formats that are written like nothing else: leading zero in groups, US 3-3-4, Brazil, Russia, China. */
const NATIONAL: readonly RegExp[] = [
  /^1-[2-9][0-9]{2}-[2-9][0-9]{2}-[0-9]{4}$/,
  /^0 ?\([0-9]{2,4}\) ?[0-9]{3} [0-9]{2} [0-9]{2}$/,
  /^[89][0-9]{2} [0-9]{2} [0-9]{2} [0-9]{2}$/,
  /^[49][0-9]{2} [0-9]{2} [0-9]{3}$/,
  /^\(?[2-9][0-9]{2}\)?[ .-]{1,2}[2-9][0-9]{2}[ .-][0-9]{4}$/,
  /^\(?0[1-9][0-9]{0,4}\)?(?:[ ./-]{1,3}[0-9]{2,8}){1,5}$/,
  /^06[ -]?1[ -][0-9]{3}[ -][0-9]{4}$/,
  /^0[1-9][0-9]{8,9}$/,
  /^1[3-9][0-9](?:[0-9]{8}|[ -][0-9]{4}[ -][0-9]{4})$/,
  /^\(?[1-9][0-9]\)? ?9?[0-9]{4}-[0-9]{4}$/,
  /^8 ?[-(]?[0-9]{3}[-)]? ?[0-9]{3}[ -][0-9]{2}[ -][0-9]{2}$/,
  /^[67][0-9]{2} [0-9]{2} [0-9]{2} [0-9]{2}$/,
  // Digits left over at the end or held apart: `0172 8642 9 17`, `06 39 98 7 4 1 2`, `0 45 02 / 9 50 10`.
  /^\(?0 ?[1-9](?=[0-9]*[ /-])(?=(?:[ ./()-]*[0-9]){7,10}$)[0-9]{0,5}\)?(?:[ ./()-]{1,3}[0-9]{1,8}){1,7}$/,
  /^\([2-9][0-9]{2}\)[2-9][0-9]{2}-[0-9]{4}$/,
  // India; Australia's 13 and 1300; Colombia; Finland and Sweden held apart.
  /^[6-9][0-9]{4}[ -][0-9]{5}$/,
  /^1[389]00 [0-9]{3} [0-9]{3}$/,
];

/** `4709980577 fax`: ten digits as North America's begin, and what they reach. */
const BARE = /^[2-9][0-9]{2}[2-9][0-9]{6}$/;
const NAMED_BEHIND = /^ ?[-(]? ?(?:office|fax|mobile|cell|home|work)(?![\p{L}-])/u;

const DATE_LIKE =
  /^(?:[0-3]?[0-9][./-][01]?[0-9][./-](?:19|20)?[0-9]{2}|(?:19|20)[0-9]{2}[./-][01]?[0-9][./-][0-3]?[0-9])(?![0-9]|[./-][0-9]{2}(?![0-9]))/;
const MEASURE_BEFORE = /(?:[0-9A-Za-z_#=][-.:_/]?|[#$€£¥]\s?)$/;

/** Phone numbers that show themselves: international, or in an unmistakable national format. */
export const phones: Detector = (scan, findings) => {
  for (const run of scan.runs) {
    if (run.count < 8) continue;
    const found = findings.length;
    pushPhone(scan, run, findings);
    if (findings.length > found && (findings.at(-1) as Finding).end >= run.end - 1) continue;
    for (const part of phoneParts(scan.text, run)) {
      if (findings.length === found || part.start >= (findings.at(-1) as Finding).end) pushPhone(scan, part, findings);
    }
  }
};

function pushPhone(scan: Scan, run: DigitRun, findings: Finding[]): void {
  const finding = isInternational(scan.text, run) ? internationalPhone(scan.text, run) : nationalPhone(scan, run);
  if (
    finding &&
    !OTHER_NUMBER.test(scan.folded.slice(Math.max(0, run.start - 20), run.start)) &&
    !(countsGoods(scan.folded, run.start) && scan.text[run.start - 1] !== '+')
  )
    findings.push(finding);
}

function nationalPhone(scan: Scan, run: DigitRun): Finding | undefined {
  const { start, text } = phoneText(scan.text, run);
  const count = digitsIn(text);
  if (count < 8 || count > 13 || DATE_LIKE.test(text)) return undefined;
  const before = scan.text.slice(Math.max(0, start - 2), start);
  const end = behindExtension(scan.text, start + text.length);
  const after = scan.text.slice(end, end + 2);
  if (MEASURE_BEFORE.test(before) || /^[A-Za-z_]|^[-:.][0-9A-Za-z]/.test(after)) return undefined;
  const isPhone =
    NATIONAL.some((format) => format.test(text)) ||
    (BARE.test(text) && NAMED_BEHIND.test(scan.folded.slice(end, end + 12)));
  return isPhone ? { start, end, type: 'PHONE' } : undefined;
}

/** Cues that also stand before other numbers; they ask for something written like a phone number. */
const WEAK =
  /^(?:number|number is|the number is|contact|contacts|contacto|kontakt|nummer ist|unter der|meine nummer|ihre nummer|numeros?|num|il num|el numero|del numero|en el numero|este numero|al numero|nummeret|nummer er|numeroon|numeron|numero on|numero oli|na numer|numer to|pod numer|la nr|pe nr|na cislo|cislo na|na cisle|на номер|по номеру|номерок|за номером|на број|на телефон|номір|numri im|νουμερο|kin|tg|telegram|privat|funk|avisar|svar til|gik til|skal være|or on|hotline nummer|ara|office|desk|ext|fax|text|line id|signal|standard|direct|s|kontakt na|gsm|simi|goi|alo|nomor|nomer|number ending|or|sms|rr|nummer|m|txt|ring|piga|nummer|номер|мой номер|नंबर|numero|t|m|p|hp|zap|ara|cap|call|ring|dial|call me|kom|nr)$/;
const OTHER_NUMBER =
  /(?:(?<!\p{L})(?:ersatzteil|pakbon|lieferschein|packing slip|albaran|bolla|ddt|teil|teilenummer|artikel|artikelnummer|art|part|part no|sku|ean|gtin|imei|isbn|serien\p{L}{0,8}|s\/n|sn|meter|zahler|zahlernummer|licen\p{L}{0,4}|lizenz|tracking|track|guia|resi|parcel|colis|paquete|pacco|zasil\p{L}{1,3}|przesyl\p{L}{1,3}|pnr|utr|rma|barcode|redress control|control|lot|batch no|charge|kid|ocr|kennzahl|inventar\p{L}{0,8}|asset|sachnummer|teile|pedido n|orden|bestilling|tilausnumero|arve|rachunek|faktura|szamla|invoice no|receipt|kvitto|bon|recu|ticket no|dossier)|student|pupil|meter|subscriber|member|membership|badge|employee|staff|payroll|patient|chart|loyalty|transaction|transaktion|order|invoice|ticket|account|card|error|case|reference|ref|serial|bestell|rechnungs|kunden|commande|pedido|factura|заказ\p{L}{0,3}|версия|build|job|batch|auftrag|vorgang|sendung|paket|ordine|pratica|fattura|spedizione|dossier|facture|colis|caso|envio|bestelling|zaak|arende|sag|sak|tilaus|zamowienia|objednavky|rendeles|comanda|поръчка|παραγγελιας|siparis|pesanan|don hang)[^\p{L}]{0,3}$/u;

/** Ten digits in a row as mobile numbers of Italy, India, Spain, China and North America begin. */
const MOBILE = /^(?:3[2-9][0-9]{8}|[6-9][0-9]{9}|[67][0-9]{8}|1[3-9][0-9]{9}|[2-9][0-9]{2}[2-9][0-9]{6})$/;
/** "Numero 348…" at the start of a phrase is a phone's, "Auftrag Nummer 348…" is not; "ring me" is always. */
const beginsPhrase = ({ folded }: Scan, cue: Cue): boolean =>
  /^(?:call|ring|dial)/.test(folded.slice(cue.start, cue.end)) ||
  /(?:^|[.,;:!?(\n]\s?|(?:my|mein|mon|mi|meu|mio|mijn|mitt|mit|moj|мой|benim) )$/u.test(
    folded.slice(Math.max(0, cue.start - 6), cue.start),
  );

/** The word that joins a cue and its number: "mi cel es 55 1234 5678". */
const LINKED =
  /(?:^|[\s:])(?:is|its|it s|was|be|ist|war|lautet|lautete|est|c est|cest|etait|es|era|sera|son|e|er|var|ar|on|oli|jest|to|je|bylo|bol|bola|az|este|era|ειναι|einai|ine|adalah|ialah|la|no|nro|n|nr|num|br|tel|so|ay|ni|at|on|in|unter|al|au|en|el|del|the|der|die|das|dem|den|det|de|du|do|da|o|a|il|lo|le|me|under|pa|op|po|pod|na|za|u|w|til|till|tel|ke|di|ya|sto|στο|на|до|по|у|это|был|number|nummer|numero|numer|now|jetzt|ahora|agora|ora|adesso|nu|nyt|nuna|teraz|ted|ahora|hier|here|aqui|also|tambien|aussi|auch|maintenant|vieux|nouveau|new|old|neu|alt|nuevo|novo|nuovo|nieuw|ny|nytt|uusi|nowy|novy|uj|nou|nov|yeni|baru|moi|alternate|other|second|first|mobile|home|work|or|oder|ou|o|czyli|ayni) $/u;

/** A number after a phone cue on the same line, in whatever grouping. */
export function cuedPhone(scan: Scan, cue: Cue, runFrom: (at: number) => DigitRun | undefined): Finding | undefined {
  const run = runFrom(cue.end);
  if (!run || run.start - cue.end > 36) return undefined;
  const parted = WEAK.test(scan.folded.slice(cue.start, cue.end)) ? undefined : commaPhone(scan, cue);
  if (parted) return parted;
  const between = scan.text.slice(cue.end, run.start);
  const scanned = WEAK.test(scan.folded.slice(cue.start, cue.end)) ? undefined : scannedPhone(scan.text, cue.end);
  if (scanned) return scanned;
  const { start, text } = phoneText(scan.text, run);
  if (
    /[\n\x7f@]/.test(between.replace(/^\s{0,2}[:=]\s{0,3}/, '')) ||
    (/[A-Za-z_#=-]$/.test(between.replace(/[ =]$/, '')) && !LINKED.test(scan.folded.slice(cue.end, run.start))) ||
    (between === '' && /[a-z]/i.test(scan.text[run.start - 1] as string)) ||
    DATE_LIKE.test(text)
  )
    return undefined;
  if (countsGoods(scan.folded, start) && !/^\+/.test(scan.text.slice(start - 1))) return undefined;
  const count = digitsIn(text);
  const weak = WEAK.test(scan.folded.slice(cue.start, cue.end));
  if (
    weak &&
    ((/\p{L}{4}/u.test(between) && /^numero$/.test(scan.folded.slice(cue.start, cue.end))) ||
      OTHER_NUMBER.test(scan.folded.slice(Math.max(0, cue.start - 16), cue.start)) ||
      (!/[ ()./-]|^0/.test(text) && !(MOBILE.test(text) && beginsPhrase(scan, cue))) ||
      count < 7)
  )
    return undefined;
  const end = behindExtension(scan.text, start + text.length);
  if (count < 5 || count > 15 || /^[A-Za-z_]|^[:.][0-9]/.test(scan.text.slice(end, end + 2))) return undefined;
  const plus = scan.text[start - 1] === '+' ? start - 1 : start;
  return { start: plus, end, type: 'PHONE' };
}
