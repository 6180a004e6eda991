import { foldedWords } from '../names/contexts.ts';
import { isLetter, isWordCode } from '../text/characters.ts';
import { HOLDERS, LABELLED_PAIRS, LABELLED_THINGS, NUMBER_WORDS } from './number-words.ts';
import { isOtherNumber } from './other-numbers.ts';

/** Scripts without spaces: what stands right before a number, with the word for one, since a customer may have a telephone. */
const UNSPACED =
  /(?:회원|계약|증권|예약|사건|거래|관리|견적|보증|고객|청구서|참조|주문|송장|접수|客户|客戶|顾客|顧客|お客様|会員|会员|會員|契約|证券|証券|予約|预订|預訂|管理|見積|報價|报价|社員|店舗|订单|訂單|注文|請求書|伝票|工单|工單|保单|保單|合同|合約|设备|設備|参照|参考|參考|事故|取引|交易|雇员|员工|員工|资产|資產|保修|保固|案件|問い合わせ|問合せ|受付|メーター|電表|电表) ?(?:号|號|番号|번호|编号|編號|号码|號碼|代码|コード|ID|id)[^0-9\p{L}\n]{0,3}$|(?:รหัสลูกค้า|รหัสพนักงาน|รหัสการจอง|รหัสนักศึกษา|รหัสสมาชิก|รหัสสินค้า|เลขที่สัญญา|สัญญาเลขที่|เลขกรมธรรม์|เลขเคส|เลขมิเตอร์|เลขพัสดุ|คำสั่งซื้อ|หมายเลขเครื่อง|เลขอ้างอิง|ใบแจ้งหนี้|ล็อต|คูปอง|ผู้ใช้ไฟฟ้า)[^0-9\p{L}\n]{0,3}$/u;

/** Small words of a label: `número de pedido`, `Numri i klientit`. */
const PARTICLES: ReadonlySet<string> = foldedWords(
  'de del della di do da of the la le el du des der van της του των ng ya wa i',
);
const COPULAS: ReadonlySet<string> = foldedWords(
  'º saya ko langu ime min mín mea ми من שלי μου is ist est es é è är er jest je то є это ہے है',
);
/** Behind one of these a thing is no label: "RČ do smlouvy 6503049828", "NAS au dossier", "на счёт". */
const TOWARDS: ReadonlySet<string> = foldedWords(
  'au aux pour for to in on per za do na u v w sur dans für an auf im ins zum zur por para en con til för voor aan til برای در به على في для на в у от по από για için',
);
/** What else the same words say: a telephone's line, an account, what was received, "purchase order" and "please". */
const NO_LABELS: ReadonlySet<string> = foldedWords(
  'line lines ligne linea ext extension message messages recu bon po chip sim sms ocr счет счета рахунок rachunek racun rachunku račun рачун sample example account konto',
);
const BEFORE = 40;

/** How surely the words before a number are a label: a code opens doors, too, so that passwords need the word for a number. */
export type LabelKind = 'thing' | 'numbered';

/** Whether the words right before `at` say that what follows is the number of a thing, or of somebody in the books of one company. */
export function isLabelOfThing(folded: string, at: number, kind: LabelKind = 'thing'): boolean {
  const start = Math.max(0, at - BEFORE);
  if (UNSPACED.test(folded.slice(start, at))) return true;
  const words = wordsBefore(folded, start, at);
  if (COPULAS.has(words[0] ?? '')) words.shift();
  return isLabel(words, kind);
}

/** `words` with the last one first: `customer no`, `número de cliente`, `order`. */
function isLabel([last = '', before = '', first = '', head = '']: readonly string[], kind: LabelKind): boolean {
  const isNumber = NUMBER_WORDS.has(last);
  const [other, next] =
    PARTICLES.has(before) || (isNumber && NUMBER_WORDS.has(before)) ? [first, head] : [before, first];
  if (isNumber)
    return HOLDERS.has(other) || (isThing(other) && !TOWARDS.has(next)) || LABELLED_PAIRS.has(`${next} ${other}`);
  if (HOLDERS.has(last)) return NUMBER_WORDS.has(other);
  const isOfThing = LABELLED_PAIRS.has(`${before} ${last}`) || (isThing(last) && !TOWARDS.has(before));
  return isOfThing && (kind === 'thing' || NUMBER_WORDS.has(other));
}

const isThing = (word: string): boolean =>
  (LABELLED_THINGS.has(word) || isOtherNumber(word)) && !NUMBER_WORDS.has(word) && !NO_LABELS.has(word);

/** The words before `to`, at most four, the last one first: up to five marks before `to`, a space or a dot between two words. */
function wordsBefore(text: string, from: number, to: number): string[] {
  const words: string[] = [];
  let at = to;
  while (at > from && to - at < 5 && text.charCodeAt(at - 1) !== 10 && !isWordCode(text.charCodeAt(at - 1))) at -= 1;
  if (at === to) return words;
  while (words.length < 4) {
    const end = at;
    while (at > from && isLetter(text.charCodeAt(at - 1))) at -= 1;
    // The first word may be the end of one.
    if (at === end || (at === from && isLetter(text.charCodeAt(at - 1)))) break;
    words.push(text.slice(at, end));
    const gap = at;
    while (at > from && gap - at < 3 && JOINS.has(text[at - 1] as string)) at -= 1;
    if (gap === at) break;
  }
  return words;
}
const JOINS: ReadonlySet<string> = new Set([' ', '.', '-', "'", '’', '"', '_', '/']);
