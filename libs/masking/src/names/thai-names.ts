import { matchesOf } from '../text/matches.ts';
import { THAI_GIVEN, THAI_SURNAMES } from './unspaced-lists.ts';
import { pushAll, type UnspacedNames } from './unspaced-names.ts';

const THAI = '\\p{Script=Thai}\\p{M}';
const given = new Set(THAI_GIVEN.split(' '));
const surnames = new Set(THAI_SURNAMES.split(' '));

/** Words that do not open a surname: what goes on after a name in a sentence. */
const SENTENCE =
  'สกุล|บุตร|ขึ้น|ชื่อ|ที่|เบอร์|โทร|จาก|บัตร|ไม่|โอน|ขอ|ค่ะ|คะ|ครับ|อยู่|บ้าน|หมู่|เลข|ได้|แจ้ง|ต้อง|แต่|และ|มา|จะ|เป็น|มี|ให้|กับ|พัสดุ|รหัส|บัญชี|อีเมล|วันที่|เกิด|ใช้|เข้า|ส่ง|สั่ง|ซื้อ|ถูก|ยัง|แล้ว|นะ|กรุณา|ช่วย|ลอง|อยาก|พบ|เจอ|ทำ|พูด|บอก|ติดต่อ|รับ|จ่าย|ชำระ|ลูกค้า|พนักงาน|บริษัท|ร้าน|แผนก|ฝ่าย|ใบ|หมาย|สถานะ|ขึ้น|ระบบ|สวัสดี|นาย|นาง|คุณ';
const NAME = `(?!(?:${SENTENCE}))[${THAI}]{2,24}(?: (?!(?:${SENTENCE}))[${THAI}]{3,28})?`;

const CUED = new RegExp(
  `(?:ชื่อ-?(?:นามสกุล|สกุล)?|นางสาว|นาย|นาง|น\\.ส\\.|ด\\.ช\\.|ด\\.ญ\\.|(?<!ขอบ)คุณ(?!ภาพ|สมบัติ|ค่า|ลักษณะ)|ผู้รับ|ผู้ส่ง|ชื่อบัญชี|เจ้าของบัตร|ดร\\.) ?:? ?(${NAME})(?=[\\s,.()<"]|$)`,
  'gu',
);
/** After a pronoun or thanks: two words that are no sentence, or one that closes the text. */
const INTRODUCED = new RegExp(
  `(?:ผม|ดิฉัน|ฉัน|หนู)(?:ชื่อ)? ((?!(?:${SENTENCE}))[${THAI}]{3,24}[ \\n](?!(?:${SENTENCE}))[${THAI}]{3,28}(?:-[${THAI}]{3,28})?)(?=[\\s,.]|$)`,
  'gu',
);
const SIGNED = new RegExp(
  `ขอบคุณ(?:ครับ|ค่ะ|คะ)?[ \\n]{1,3}((?!(?:${SENTENCE}))[${THAI}]{2,24}(?:[ \\n](?!(?:${SENTENCE}))[${THAI}]{3,28}(?:-[${THAI}]{3,28})?)?)\\s{0,3}$`,
  'gu',
);
const RUN = new RegExp(
  `(?<![${THAI}])(ผม|ดิฉัน|ฉัน|หนู|พี่|น้อง|คุณ|ชื่อ|กับ|จาก|ถึง|เรียน)?([${THAI}]{4,24})(?: ((?!(?:${SENTENCE}))[${THAI}]{4,28}))?`,
  'gu',
);
const NO_NAME = new RegExp(`^(?:${SENTENCE}|ของ|ผู้|นี้|นั้น|อะไร|ใคร|สินค้า|จริง|เล่น|บน|ใน)`, 'u');

/** Thai names. */
export const thaiNames: UnspacedNames = ({ text }, push) => {
  for (const pattern of [CUED, INTRODUCED, SIGNED]) pushAll(text, pattern, (name) => !NO_NAME.test(name), push);
  for (const match of matchesOf(RUN, text)) {
    const [whole, , name, next] = match as unknown as [string, string | undefined, string, string | undefined];
    if (!given.has(name)) continue;
    const start = match.index + whole.indexOf(name);
    const end = start + name.length;
    push(start, next && (surnames.has(next) || next.length > 5) ? end + 1 + next.length : end);
  }
};
