import type { Detector } from '../scan.ts';
import { matchesOf } from '../text/matches.ts';
import { fullNameEnd } from './chinese-reading.ts';
import { HanSegments } from './han-segments.ts';
import { KOREAN_SURNAMES, NO_KOREAN_NAME } from './korean-lists.ts';

/** Keys of records that hold a person's name, as programs of East and South Asia and of the Arab world write them. */
const PERSON_KEY =
  'xm|xingming|kanji|kana|furigana|sei|mei|shimei|simei|namae|sei_?kana|mei_?kana|sungmyung|irum|ho_?ten|hoten|ten_?kh|nama_?(?:lengkap|pelanggan)|(?:first|last|full|given|family|real|user|usr|cust|customer|client|recv|recver|rcvr|receiver|recipient|consignee|sender|sndr|holder|cardholder|owner|payee|payer|buyer|seller|contact|patient|student|member|mbr|emp|employee|guest|passenger|pax|nick|native|local|display|author|signer|applicant|insured|beneficiary|acct|account|h|c|p|ko|kor|jp|jpn|cn|zh|th|ar|hi)[_-]?(?:name|nm|mei|xm)(?:[_-]?(?:kana|kanji|jp|ja|cn|zh|ko|kr|local|native|ar|th|hi|he|fa|full))?|name[_-]?(?:kana|kanji|jp|ja|cn|zh|ko|kr|local|native|ar|ara|th|hi|he|fa|ur|full|first|last)|(?:guarantor|spouse|father|mother|fth|mth|guardian|doctor|driver|agent)(?:[_-]?(?:name|nm))?|姓名|姓|名|氏名|氏|이름|성명|수령인|수취인|예금주|고객명|الاسم|اسم_?العميل|שם|שם_מלא|नाम|নাম|பெயர்|పేరు|ชื่อ|ชื่อ_?สกุล|نام';
const KEYED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(${PERSON_KEY})|name|nm|who|by|user|to|from)(?:\\[[0-9]{0,3}\\])?["'\`]? {0,2}(?:=>|[:=]) {0,2}(["'\`「“]?)`,
  'giu',
);
const FOREIGN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Georgian}\p{Script=Armenian}\p{Script=Ethiopic}]/u;
const VALUE =
  /[\p{L}\p{M}][\p{L}\p{M}ー々·・.'’"״׳‌-]{0,24}(?: (?![A-Za-z])[\p{L}\p{M}][\p{L}\p{M}ー々·・.'’"״׳‌-]{0,20}){0,4}/uy;
const NO_VALUE =
  /^(?:空|无|無|未|待|不|测试|測試|テスト|なし|不明|未設定|없음|미상|테스트|확인|오류|필수|系统|系統|システム|시스템|管理|관리|客服|客户|客戶|用户|顧客|お客|고객|사용자|匿名|默认|デフォルト|مجهول|فارغ|مطلوب|غير|لا |نامشخص|ריק|חסר|לא |רשימת|אבטחה|अज्ञात|खाली|आवश्यक|ไม่|ว่าง|ทดสอบ)/u;
const NO_PERSON =
  /(?:公司|集团|集團|银行|銀行|中心|医院|醫院|学校|學校|大学|大學|系统|系統|服务|服務|平台|订单|訂單|商品|产品|套餐|店|部|组|組|科|错误|失败|会社|支店|センター|サービス|システム|プラン|商品|회사|은행|서비스|센터|상품|주문|시스템|오류|요금제|팀|부서|지점|شركة|بنك|مؤسسة|متجر|خدمة|بانک|شرکت|בנק|חברת|בע"מ|शॉप|बैंक|कंपनी|สาขา|ร้าน|บริษัท|ธนาคาร|แพ็กเกจ)/u;

/** Values of keys in scripts other than Latin, Cyrillic and Greek: `"userName":"편은채"`, `xm=拓跋宏`, `kana=ワタナベ ミキ`. */
export const keyedForeign: Detector = ({ text }, findings) => {
  if (!FOREIGN.test(text)) return;
  for (const match of matchesOf(KEYED, text)) {
    const start = match.index + match[0].length;
    VALUE.lastIndex = start;
    let value = VALUE.exec(text)?.[0] ?? '';
    const quote = match[2] as string;
    if (quote !== '' && !/^["'`」”]/.test(text[start + value.length] ?? '')) continue;
    // `姓:冼 名:星辰`: the last word is the next key.
    if (/^ ?[:=]/.test(text.slice(start + value.length, start + value.length + 2)))
      value = value.replace(/ ?[^ ]*$/u, '');
    value = value.replace(/["'.-]+$/u, '');
    if (value === '' || !FOREIGN.test(value) || NO_VALUE.test(value) || NO_PERSON.test(value)) continue;
    if (match[1] === undefined ? isPerson(value) && value.length > 1 : value.length < 32)
      findings.push({ start, end: start + value.length, type: 'PERSON' });
  }
};

/** Under a key that things have, too: only what is read as a name by itself. */
function isPerson(value: string): boolean {
  if (/^\p{Script=Han}+$/u.test(value))
    return (
      value.length < 5 &&
      fullNameEnd(
        { text: value, start: 0, end: value.length, segments: new HanSegments(value, 0, value.length) },
        0,
      ) === value.length
    );
  if (/^\p{Script=Hangul}+$/u.test(value))
    return value.length === 3 && KOREAN_SURNAMES.includes(value[0] as string) && !NO_KOREAN_NAME.test(value);
  return /^[\p{Script=Thai}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{M}]+ [^ ]+(?: [^ ]+)?$/u.test(
    value,
  );
}
