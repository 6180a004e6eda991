import type { Cue } from '../cues/find-cues.ts';
import type { DigitRun } from '../digit-run.ts';
import type { Detector, Finding, Scan } from '../scan.ts';
import { digitsIn, internationalPhone, isInternational, phoneText } from './international-phone.ts';

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
];

const DATE_LIKE =
  /^(?:[0-3]?[0-9][./-][01]?[0-9][./-](?:19|20)?[0-9]{2}|(?:19|20)[0-9]{2}[./-][01]?[0-9][./-][0-3]?[0-9])(?![0-9]|[./-][0-9]{2}(?![0-9]))/;
const MEASURE_BEFORE = /(?:[0-9A-Za-z_#=][-.:_/]?|[#$€£¥]\s?)$/;

/** Phone numbers that show themselves: international, or in an unmistakable national format. */
export const phones: Detector = (scan, findings) => {
  for (const run of scan.runs) {
    if (run.count < 8) continue;
    const finding = isInternational(scan.text, run) ? internationalPhone(scan.text, run) : nationalPhone(scan, run);
    if (finding && !OTHER_NUMBER.test(scan.folded.slice(Math.max(0, run.start - 20), run.start)))
      findings.push(finding);
  }
};

function nationalPhone(scan: Scan, run: DigitRun): Finding | undefined {
  const { start, text } = phoneText(scan.text, run);
  const count = digitsIn(text);
  if (count < 8 || count > 13 || DATE_LIKE.test(text)) return undefined;
  const before = scan.text.slice(Math.max(0, start - 2), start);
  const after = scan.text.slice(start + text.length, start + text.length + 2);
  if (MEASURE_BEFORE.test(before) || /^[A-Za-z_]|^[-:.][0-9A-Za-z]/.test(after)) return undefined;
  return NATIONAL.some((format) => format.test(text)) ? { start, end: start + text.length, type: 'PHONE' } : undefined;
}

/** Cues that also stand before other numbers; they ask for something written like a phone number. */
const WEAK =
  /^(?:number is|the number is|contact|contacts|contacto|kontakt|nummer ist|unter der|meine nummer|ihre nummer|numeros?|num|il num|el numero|del numero|en el numero|este numero|al numero|nummeret|nummer er|numeroon|numeron|numero on|numero oli|na numer|numer to|pod numer|la nr|pe nr|na cislo|cislo na|na cisle|на номер|по номеру|номерок|за номером|на број|на телефон|номір|numri im|νουμερο|kin|tg|telegram|privat|funk|avisar|svar til|gik til|skal være|or on|hotline nummer|ara|office|desk|ext|fax|text|line id|signal|standard|direct|s|kontakt na|gsm|simi|goi|alo|nomor|nomer|number ending|or|sms|rr|nummer|m|txt|ring|piga|nummer|номер|мой номер|नंबर|numero|t|m|p|hp|zap|ara|cap|call|ring|dial|call me|kom|nr)$/;
const OTHER_NUMBER =
  /(?:transaction|transaktion|order|invoice|ticket|account|card|error|case|reference|ref|serial|bestell|rechnungs|kunden|commande|pedido|factura|заказ\p{L}{0,3}|версия|build|job|batch|auftrag|vorgang|sendung|paket|ordine|pratica|fattura|spedizione|dossier|facture|colis|caso|envio|bestelling|zaak|arende|sag|sak|tilaus|zamowienia|objednavky|rendeles|comanda|поръчка|παραγγελιας|siparis|pesanan|don hang)[^\p{L}]{0,3}$/u;

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
  /(?:^|[\s:])(?:is|its|it s|ist|lautet|est|c est|es|e|er|ar|on|jest|to|je|este|ειναι|adalah|la|at|unter|al|au|en|under|pa|pod|na|number|nummer|numero|numer|now|jetzt|ahora|agora|ora|nu|nyt|teraz) $/u;

/** A number after a phone cue on the same line, in whatever grouping. */
export function cuedPhone(scan: Scan, cue: Cue, runFrom: (at: number) => DigitRun | undefined): Finding | undefined {
  const run = runFrom(cue.end);
  if (!run || run.start - cue.end > 36) return undefined;
  const between = scan.text.slice(cue.end, run.start);
  const { start, text } = phoneText(scan.text, run);
  if (
    /[\n\x7f@]/.test(between.replace(/^\s{0,2}[:=]\s{0,3}/, '')) ||
    (/[A-Za-z_#=-]$/.test(between.replace(/[ =]$/, '')) && !LINKED.test(scan.folded.slice(cue.end, run.start))) ||
    (between === '' && /[a-z]/i.test(scan.text[run.start - 1] as string)) ||
    DATE_LIKE.test(text)
  )
    return undefined;
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
  if (
    count < 5 ||
    count > 15 ||
    /^[A-Za-z_]|^[:.][0-9]/.test(scan.text.slice(start + text.length, start + text.length + 2))
  )
    return undefined;
  const plus = scan.text[start - 1] === '+' ? start - 1 : start;
  return { start: plus, end: start + text.length, type: 'PHONE' };
}
