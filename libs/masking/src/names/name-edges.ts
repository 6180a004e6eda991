import type { Finding, Scan } from '../scan.ts';
import { foldText } from '../text/characters.ts';
import { endBeforeCompany, isCompany } from './company-behind.ts';
import { Word, wordFlags } from './lexicon.ts';
import { isNoPerson } from './no-persons.ts';
import { isPublic } from './public-names.ts';
import { NO_PERSON } from './romanised-lists.ts';
import { startBehindHead } from './sentence-heads.ts';
import { isRelation, isTitle } from './titles.ts';
import { NOT_NAMES } from './words.ts';

/** Titles that some list has as a name, and that before a name are titles all the same. */
const TITLES_FIRST = new Set(
  foldText(
    'opanin hajia alhaji alhaja hadji rra doctor ustaz mzee garda dame baba gogo bibi dona doña donna don père oma opa tonton mamie nonna imam sister judge lady maj col deda oba captain sergeant constable officer lord pastor bishop pater schwager vater mutter sohn tochter mann frau schwester bruder onkel tante cousin neveu niece haji begum pandit mas bu pak ibu bapak mbak mbah om nong mang daw aling bang master mrs mr ms nepotul nepoata doamnă domnul avv sgt capt',
  ).split(' '),
);
/** "M. Honoré", "D. Eustaquio", "T. Aune": one letter for a form of address, with what shows its language around. */
const LETTERS: Readonly<Record<string, RegExp>> = {
  M: /(?<![\p{L}])(?:le|les|du|est|pour|vous|nous|je|une|sur|dans|avec|que|qui|pas|sa|son|au|chez|bonjour|bonsoir|merci|appelle|la|à)(?![\p{L}])/giu,
  D: /(?<![\p{L}])(?:el|los|las|del|que|para|por|con|una|su|desde|ao|à|pelo|não|uma|outra|processo|llama|com|o|a)(?![\p{L}])/giu,
  T: /(?<![\p{L}])(?:on|ja|ei|että|mutta|tilaus|virhe|näyttö|viiva|kolme|kuusi|se|kun|terveisin|moi|hei)(?![\p{L}])/giu,
};
const NEAR = 90;
const FIRST = /^([\p{L}\p{M}]{1,16})(?:\.-?| |-(?=Ing\b)|: ?|, | )\s?(?=\S)/u;
/** What East Asia writes behind and before names. */
const BEHIND =
  /(?<=[\p{Script=Han}]{1,3})(?:先生|女士|小姐|太太|老師|老师|奶奶|爺爺|爷爷|阿姨|叔叔|經理|经理|主任|同學|同学|學長|学长|様|さん|(?<=[\p{Script=Han}]{2})方)$/u;
const BEFORE =
  /^(?:長男|次男|長女|次女|主人|息子|娘|客服|先週|先月|先日|今週|今月|来週|来月|昨日|今日|明日|本日|昨年|今年|来年|今朝|昨夜|毎週|毎日|週末|後日|翌日|当日|前日|午前|午後|上周|上週|下周|下週|昨天|今天|明天|前天|后天|後天|上月|本周|本週|刚才|剛才|全名|抄送|副本|邮箱|郵箱)(?=[\p{Script=Han}]{2})/u;

const KOREAN_TITLE =
  /^(?:부장|과장|차장|대리|팀장|사장|이사|실장|대표|주임|선생|교수|원장|소장|국장|본부장|센터장|점장|회장|전무|상무|박사|변호사|매니저|담당자)님?$|^[가-힣]{1,6}(?:팀|센터)$/u;
const SENTENCE_OF_THAI =
  /^(?:สวัสดี|ขอบคุณ|ขอแสดงความนับถือ|วันเกิด|หมดเวลา|ขึ้นสถานะ|ล้มเหลว|เลขประจำตัว|กรุณา(?:ทำ|ส่ง|แจ้ง|เพิ่ม|โอน|ติดต่อ|ช่วย|ตรวจ|คืน|ใช้|อย่า|โทร|รอ|ระบุ|แก้|ยกเลิก|ลอง|ออก)|เข้าสู่ระบบ|หมายเลข|ถูกหัก|ยืนยันตัวตน|ค่ะ|ครับ)/u;

const LATIN_HEAD = /^[A-Za-z][A-Za-z .'-]*[A-Za-z](?=[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])/;

/** A name without the title, the word for a relative or the label that was read with it; undefined where no more was read. */
export function withoutTitle(scan: Scan, finding: Finding): Finding | undefined {
  const { text, folded } = scan;
  let { start, end } = finding;
  // "May I have …": a question.
  if (
    /^(?:may|will)$/.test(folded.slice(start, end)) &&
    /^ (?:I|we|you|he|she|it|they|be)(?!\p{L})/u.test(text.slice(end, end + 6))
  )
    return undefined;
  // "the label still F. Can't": a verb behind a letter.
  if (
    /^\p{Lu}\. /u.test(text.slice(start, start + 3)) &&
    /^['’](?:t|ve|re|ll)(?!\p{L})/u.test(text.slice(end, end + 4))
  )
    return undefined;
  if (isPlaceOfAsia(text, start, end) || isCompany(text, folded, start, end)) return undefined;
  end += (isSmall(text, start, end) ? SMALL_DOUBLE : DOUBLE).exec(text.slice(end, end + 48))?.[0].length ?? 0;
  if (/[\u0e00-\u0e7f]/.test(text[end - 1] ?? '')) end += OF_THAI.exec(text.slice(end, end + 48))?.[0].length ?? 0;
  end = endBeforeCompany(text, folded, start, end);
  start = behindArabicName(text, start, end);
  start = startBehindHead(scan, start, end);
  for (let skipped = 0; skipped < 3; skipped += 1) {
    const first = FIRST.exec(text.slice(start, Math.min(end, start + 22)));
    if (!first || first[0].length >= end - start - 1) break;
    const word = folded.slice(start, start + (first[1] as string).length);
    if (!isTitleHere(text, word, first, start, end)) break;
    start += first[0].length;
  }
  start += TITLE_OF_VIETNAM.exec(text.slice(start, Math.min(end, start + 8)))?.[0].length ?? 0;
  // `Jason Pan说接口超时`: a run of letters that goes on in a script without spaces.
  const latin = LATIN_HEAD.exec(text.slice(start, end));
  if (latin) end = start + latin[0].length;
  const own = text.slice(start, end);
  if (/\p{Script=Han}/u.test(own) && own.length < 9) {
    start += BEFORE.exec(own)?.[0].length ?? 0;
    end -= BEHIND.exec(text.slice(start, end))?.[0].length ?? 0;
    // The given name `美方` has no form of address.
    if (text[end] === '方' && !/[\u3040-\u30ff]/.test(text)) end += 1;
  }
  if (KOREAN_TITLE.test(text.slice(start, end))) return undefined;
  if (SENTENCE_OF_THAI.test(text.slice(start, end))) return undefined;
  for (let cut = 0; cut < 2; cut += 1) {
    const last = /[ \n,]{1,2}([\p{L}\p{M}]{2,16})$/u.exec(text.slice(start, end).slice(-20));
    if (!last || last[0].length >= end - start - 1) break;
    const from = end - (last[1] as string).length;
    if (!isWord(folded.slice(from, end))) break;
    end -= last[0].length;
  }
  if (isTitleOfNext(text, folded, start, end) || isPublic(scan, { start, end }) || isNoPerson(scan, { start, end }))
    return undefined;
  if (start === finding.start && end === finding.end)
    return isWordAlone(text, folded, start, end) ? undefined : finding;
  return { ...finding, start, end };
}

/** `Groothuizen-van de Brink`: the second half of a double surname. */
const DOUBLE =
  /^-(?:van|von|de|der|den|ter|ten|te|di|da|do|del|della|la|le|el|al|af)(?: (?:de|den|der|het|'t|la|las|los|le))? ?\p{Lu}[\p{L}\p{M}'-]{1,24}/u;

/** `ทัดดาว ณ นคร`, `…-สมตระกูล`: where a Thai family comes from, and its second name. */
const OF_THAI = /^(?:-[\p{Script=Thai}\p{M}]{3,28})?(?: ณ [\p{Script=Thai}\p{M}]{2,16})?/u;

/** The same in a name in small letters. */
const SMALL_DOUBLE = /^(?:-\p{Ll}{3,24}){1,2}(?![\p{L}\p{M}\p{N}_.@-])/u;
const isSmall = (text: string, start: number, end: number): boolean =>
  /^\p{Ll}/u.test(text.slice(start, start + 1)) && text.slice(start, end).includes(' ');

/** "الحساب باسم …", "logged in باسم …": "in the name of", which is a given name, too. */
const behindArabicName = (text: string, start: number, end: number): number =>
  /^باسم (?=\p{L})/u.test(text.slice(start, end)) && IN_THE_NAME.test(text.slice(Math.max(0, start - 20), start))
    ? start + 5
    : start;
const IN_THE_NAME =
  /(?:حساب|الحساب|حسابي|الدخول|دخول|مسجلة?|تسجيل|الطلب|طلب|الفاتورة|فاتورة|الحجز|حجز|البطاقة|بطاقة|العقد|عقد|الخط|خط|الرقم|رقم|الاشتراك|اشتراك|البيت|السيارة|الشحنة|الطرد|التذكرة|الموعد|الملف|الإيصال|الشقة|المحل|التحويل|الشيك|المحفظة|الترخيص|الرخصة) $/u;

const TITLE_OF_VIETNAM = /^(?:Anh|Chị|Ông|Bà|Chú|Bác|Cô|Thầy) (?=\p{Lu})/u;
const PHRASE_OF_VIETNAM =
  /^(?:Công ty|Phòng (?:Kế|Nhân|Kinh|Hành|Kỹ|Mua|Ban|[Hh]ọp)|Bộ [Pp]hận|Thanh [Tt]oán|Thân (?:[Mm]ến|[Áá]i)|Đồng (?:Nai|Tháp|[Ýý])|Hồng Kông|Trang (?:[Cc]hủ|[Ww]eb)|Tăng (?:[Tt]rưởng|[Tt]ốc)|Kim (?:[Nn]gạch|[Ll]oại)|Từ (?:[Cc]hối|[Kk]hóa)|Quan (?:[Tt]rọng|[Hh]ệ)|Ngân hàng|Chuyển (?:khoản|tiếp|tiền|phát)|Hóa đơn|Hoá đơn|Đặt (?:chỗ|hàng|vé|phòng|lịch)|Việt (?:kiều|Nam)|Thanh Hóa|Hoa Sen|Bà Rịa|Chi nhánh|Đơn hàng|Kính gửi|Trân trọng|Xin chào|Cảm ơn|Thân mến|Chúng tôi|Kính chào)/u;

/** `Hong Kong Office`, `Công ty Hoa Sen`: what reads like a name of Asia and is a place, a firm or a phrase. */
const isPlaceOfAsia = (text: string, start: number, end: number): boolean =>
  end - start < 24 &&
  (NO_PERSON.has(text.slice(start, end).replaceAll(' ', '').toLowerCase()) ||
    PHRASE_OF_VIETNAM.test(text.slice(start, start + 20)));

function isTitleHere(
  text: string,
  word: string,
  [whole, written]: RegExpExecArray,
  start: number,
  end: number,
): boolean {
  if (word.length === 1) {
    if (/^[ΗΟ] /u.test(whole)) return true;
    const shows = whole.startsWith(`${written}.`) ? LETTERS[written as string] : undefined;
    if (!shows) return false;
    const around = `${text.slice(Math.max(0, start - NEAR), start)}  ${text.slice(end, end + NEAR)}`;
    return (around.match(shows)?.length ?? 0) > 1;
  }
  if (TITLES_FIRST.has(word)) return true;
  // Part of the name in Bengal and Pakistan: `Md`, `Mst`; among Arabs "father of" and "mother of".
  if (/^(?:md|mst|mohd|muhd|smt|anak|أبو|ابو|أم|ام|بو)$|^\p{Script=Bengali}/iu.test(written as string)) return false;
  return (isTitle(word) || isRelation(word)) && (wordFlags(word) & (Word.given | Word.surname)) === 0;
}

/** A word of sentences and labels that no list has as a name. */
const isWord = (word: string): boolean =>
  (NOT_NAMES.has(word) || OFFICE.test(word)) && (wordFlags(word) & (Word.given | Word.surname)) === 0;

/** `Ekonomiavdelningen`, `Nachtschicht`: the last half says that it is an office or a team. */
const OFFICE =
  /.(?:avdelningen|avdelingen|afdelingen|abteilung|kontoret|schicht|hallinto|osasto|team|teamet|service|services|osakond|osztaly)$/;

/** "Mzee Cheruiyot", "Vater: Kugan": a title alone, and the name behind it. */
const isTitleOfNext = (text: string, folded: string, start: number, end: number): boolean =>
  end - start < 12 &&
  TITLES_FIRST.has(folded.slice(start, end)) &&
  /^(?:: | )\p{Lu}\p{Ll}/u.test(text.slice(end, end + 4));

/** A title, a word for a role or an office found by itself. */
const isWordAlone = (text: string, folded: string, start: number, end: number): boolean =>
  end - start < 36 &&
  /^\p{L}[\p{L}\p{M}]+(?: [\p{L}\p{M}]+){0,2}$/u.test(text.slice(start, end)) &&
  !/\p{Script=Han}/u.test(text[start] as string) &&
  folded.slice(start, end).split(' ').every(isWord);
