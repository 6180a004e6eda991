import { countsGoods } from '../other-number.ts';
import { isSample } from '../samples.ts';
import { before, cut, type Edge } from './edge.ts';
import { isZero } from './value.ts';

/** "no 016-555 0183. Ask", and words of five letters beside a space: small words of a sentence. */
const SENTENCE = /^[a-z]{2} [0-9].*[0-9]\. \p{L}|[ ,].*[A-Za-z]{5}|[A-Za-z]{5}.*[ ,]/u;
/** "India Echo 32 Alfa …": its letters are words. */
const SPELLED = /^\p{L}{4,8}[ ,]{1,2}\p{L}{4,8}[ ,]/u;
/** `ch_32vs…`: an identifier of a payment. */
const PAYMENT = /^[a-z]{2}_/;
/** A creditor's identifier and a mandate (SEPA); samples of forms and handbooks: `XX00 0000 …`, `NL00TEST…`. */
const SAMPLE = /^[A-Z]{2}[0-9]{2} ?ZZZ|^RUM|^XX|TEST(?=[0-9])|^[A-Z]{2}00(?:[ -]?0){8}|X{4}/i;

export const iban: Edge = ({ text }, finding) => {
  const value = text.slice(finding.start, finding.end);
  const isSentence = SENTENCE.test(value) && !SPELLED.test(value);
  return isSentence || PAYMENT.test(value) || SAMPLE.test(value) ? undefined : finding;
};

/** An invoice that is to be marked as paid, in the cases and with the small words of each language. */
const AS_PAID =
  /^[^\p{L}\n]{0,3}(?:(?:as|als|comme|como|come|som|jako|ako|ca|като|как|як|ως|olarak|kaip|ka|mint|kao|kot|sebagai|la|da|को) (?:\p{L}{1,12} )?(?:paid|settled|bezahlt|beglichen|pay|regl|acquitt|pag|abonad|sald|betaald|voldaan|betal|betalt|oplac|zaplac|uhrad|rendez|platit|achit|оплач|сплач|плат|плаћ|plac|apmok|apmaks|maksetu|πληρ|εξοφλ|oden|dibayar|lunas|thanh toan|bayad)|maksetuksi|makstuks|kifizetettnek|rendezettnek|odendi|als bezahlt|כשולמ|भुगतान|مدفوع|를 결제|을 결제|ว่าชำระ|标记为|標記為|を支払)/u;
/** How shops, invoices, cases and days are numbered; `302-1234567-1234567` is an order of a large shop. */
const OF_THING =
  /^[0-9]{3}-[0-9]{7}-[0-9]{7}$|^(?:ORD|INV|SO|PO|BUG|PR|OPS|REQ|TKT|CASE|WO|RMA)-[0-9]|^[0-3]?[0-9][./-][01]?[0-9][./-](?:19|20)[0-9]{2}$|^[A-Z]{1,3}[-/]?20[0-9]{2}[/-]|^[01]?[0-9][/.]20[0-9]{2}$/;

export const bankAccount: Edge = (scan, finding) => {
  const { start, end } = finding;
  const value = scan.text.slice(start, end);
  if (OF_THING.test(value) || isZero(value)) return undefined;
  if (isSample(scan.folded, start) || countsGoods(scan.folded, start)) return undefined;
  if (AS_PAID.test(scan.folded.slice(end, end + 40)) || /(?<!\p{L})re $/u.test(before(scan, finding, 4)))
    return undefined;
  const label = /^(?:clé|cle|key|dv) (?=[0-9])/iu.exec(value)?.[0].length ?? 0;
  const tail = /(?<=[0-9])(?: [\p{L}\p{M}]+)+$/u.exec(value)?.[0] ?? '';
  return cut(finding, start + label, end - (/[^\x20-\x7e]/.test(tail) ? tail.length : 0));
};
