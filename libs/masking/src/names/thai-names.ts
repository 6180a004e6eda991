import { matchesOf } from '../text/matches.ts';
import { THAI_GIVEN, THAI_SURNAMES } from './unspaced-lists.ts';
import { pushAll, type UnspacedNames } from './unspaced-names.ts';

const THAI = '\\p{Script=Thai}\\p{M}';
const given = new Set(THAI_GIVEN.split(' '));
const surnames = new Set(THAI_SURNAMES.split(' '));

/** Words that do not open a surname: what goes on after a name in a sentence. */
const SENTENCE =
  'สกุล|บุตร|ขึ้น|ชื่อ|ที่|เบอร์|โทร|จาก|บัตร|ไม่|โอน|ขอ|ค่ะ|คะ|ครับ|อยู่|บ้าน|หมู่|เลข|ได้|แจ้ง|ต้อง|แต่|และ|มา|จะ|เป็น|มี|ให้|กับ|พัสดุ|รหัส|บัญชี|อีเมล|วันที่|เกิด|ใช้|เข้า|ส่ง|สั่ง|ซื้อ|ถูก|ยัง|แล้ว|นะ|กรุณา|ช่วย|ลอง|อยาก|อายุ|พบ|เจอ|ทำ|พูด|บอก|ติดต่อ|รับ|จ่าย|ชำระ|ลูกค้า|พนักงาน|บริษัท|ร้าน|แผนก|ฝ่าย|ใบ|หมาย|สถานะ|ขึ้น|ระบบ|สวัสดี|นาย|นาง|คุณ';
const NAME = `(?!(?:${SENTENCE}))[${THAI}]{2,24}(?: (?!(?:${SENTENCE}))[${THAI}]{3,28})?`;

/** Forms of address, and the relations and trades that stand before nicknames. */
const CUED = new RegExp(
  `(?:ชื่อ(?:จริง|เล่น|-?นามสกุล|-?สกุล| ?- ?สกุล|บัญชี|ผู้รับ|ผู้ส่ง|บนบัตร|ลูกค้า)?|นางสาว|นาย|นาง|น\\.ส\\.|ด\\.ช\\.|ด\\.ญ\\.|(?<!ขอบ)(?<!พระ)คุณ(?:หมอ|ครู|แม่|พ่อ|ป้า|ลุง|พี่|น้อง|นาย)?|ผู้รับ|ผู้ส่ง|ผู้โอน|ผู้ติดต่อ|ผู้ป่วย|เจ้าของบัตร|เจ้าของบัญชี|ดร\\.|นพ\\.|พญ\\.) ?:? ?(?:นางสาว|นาย|นาง|คุณ)?(${NAME}(?: ณ [${THAI}]{2,16})?)(?=[\\s,.()<"]|$)`,
  'gu',
);
/** `น้องมิ้นท์เองค่ะ`, `ป้าแดงข้างบ้าน`: a nickname behind one of these, as far as no word of sentences begins. */
const FAMILIAR =
  /(?<![\u0e01-\u0e4e])(?:ฝาก|ให้|กับ|โทรหา|ถาม|ติดต่อ|หนู|ทีม ?|ของ)?(?:พี่|น้อง|ป้า|ลุง|น้า|อา|เฮีย|เจ๊|ซ้อ|ครู|ช่าง|หมอ|ตา|ยาย|อาม่า|อากง|หนูชื่อ|ผมชื่อ|ดิฉันชื่อ|ฉันชื่อ|ชื่อ)([\u0e01-\u0e4e]{2,14})/gu;
const segmenter = new Intl.Segmenter('th', { granularity: 'word' });
/** Ordinary words behind `พี่`, `ช่าง` and the like, or where their own words go on. */
const NO_NICKNAME =
  /^(?:ๆ|ครับ|ค่ะ|คะ|จ้า|จ๋า|ใหม่|เล็ก|ใหญ่|สาว|ชาย|แอดมิน|เจ้าหน้าที่|พนักงาน|ผู้|ที่|เขา|เค้า|คน|น้อง|พี่|ป้า|ลุง|น้า|เลี้ยง|สอน|ประจำ|ฝึก|อาวุโส|เทคนิค|ไฟ|ซ่อม|แอร์|ประปา|ภาพ|มัน|เถอะ|ก่อสร้าง|ชิต|ฟัน|เด็ก|ตรวจ|สูติ|บัญชี|ไซเบอร์|ราง|จารย์|หาร|คาร|กาศ|ชีพ|ทิตย์|ยุ|ราคา|โฆษณา|ชื่อ|ย(?:ราคา|รถ|ชื่อ|ทะเบียน|ไฟ|บอก|เตือน)|ย$|เซิร์ฟเวอร์|ไฟล์|โดเมน|ผู้ใช้|โปรไฟล์|สินค้า|ร้าน|บริษัท|ธนาคาร|ระบบ|เพจ|กลุ่ม|อีเมล|ไทย|อังกฤษ|ผิด|ถูก|ไม่|ซ้ำ|นี้|นั้น|อะไร|ว่า|จริง|เล่น|บน|ใน|ตาม|เดิม|เก่า|เต็ม|ย่อ|สกุล|นาม|บัตร|คุณ|ภาษา|ตาราง|คอลัมน์|แพ็กเกจ|โครงการ|สถานที่)/u;
const STOP_INSIDE =
  /^(?:เอง|มา|ไป|โอน|นัด|สั่ง|เข้า|ข้าง|ที่|ไม่|ได้|จะ|ค่ะ|คะ|ครับ|นะ|บอก|แจ้ง|ใช้|ซ่อม|ระบบ|ให้|กับ|และ|ว่า|อยู่|ช่วย|ดู|ทำ|เป็น|มี|ขอ|โทร|ยัง|แล้ว|ก่อน|หลัง|จาก|ส่ง|รับ|ของ|คน|ร้าน|บ้าน|ลืม|หาย|เปลี่ยน|ถาม|ตอบ|พูด|เรียก|กด|จ่าย|ซื้อ|ฝาก|สอน|ตรวจ|ติดต่อ|เลย|ด้วย|ก็|คือ|ต้อง|อยาก|กำลัง|เพิ่ง|เคย|ๆ|เบอร์|สาขา|แผนก|ทีม)$/u;
/** After a pronoun or thanks: two words that are no sentence, or one that closes the text. */
const INTRODUCED = new RegExp(
  `(?:ผม|ดิฉัน|ฉัน|หนู)(?:ชื่อ)? ((?!(?:${SENTENCE}))[${THAI}]{3,24}[ \\n](?!(?:${SENTENCE}))[${THAI}]{3,28}(?:-[${THAI}]{3,28})?)(?=[\\s,.]|$)`,
  'gu',
);
const SIGNED = new RegExp(
  `(?:ขอบคุณ(?:ครับ|ค่ะ|คะ)?|ค่ะ|ครับ)[ \\n]{1,3}((?!(?:${SENTENCE}))[${THAI}]{2,24}(?:[ \\n](?!(?:${SENTENCE}))[${THAI}]{3,28}(?:-[${THAI}]{3,28})?)?)\\s{0,3}$`,
  'gu',
);
const RUN = new RegExp(
  `(?<![${THAI}])(ผม|ดิฉัน|ฉัน|หนู|พี่|น้อง|คุณ|ชื่อ|กับ|จาก|ถึง|เรียน)?([${THAI}]{4,24})(?: ((?!(?:${SENTENCE}))[${THAI}]{4,28}))?`,
  'gu',
);
const NO_NAME = new RegExp(`^(?:${SENTENCE}|ของ|ผู้|นี้|นั้น|อะไร|ใคร|สินค้า|จริง|เล่น|บน|ใน)`, 'u');

/** What `คุณ`, `นาย`, `นาง`, `ผู้รับ` and `ชื่อ` begin as parts of other words. */
const NO_CUED =
  /^(?:ภาพ|สมบัติ|ลักษณะ|ค่า|ธรรม|วุฒิ|หน้า|จ้าง|ทะเบียน|อำเภอ|ก(?:รัฐ|เทศ)|ฟ้า|แบบ|งาม|เอก(?:ของ)?$|พยาบาล|ปลายทาง|เหมา|ผิดชอบ|บริการ|บริจาค|สมัคร|ใบอนุญาต|มอบ|ประกัน|ประโยชน์|เซิร์ฟเวอร์|ไฟล์|โดเมน|โปรไฟล์|ลูกค้า|ตัวแปร|ตาราง|คอลัมน์|โครงการ|แพ็กเกจ|เสียง|ย่อ|เรื่อง|เต็ม|เดิม|เดียว|ซ้ำ|ผิด|ถูก|สินค้า|สกุล|นามสกุล|เดือน|พระ|พัสดุ)/u;
const LATIN =
  /(?:ชื่อ(?:บัญชี|บนบัตร|จริง)?|คุณ|นาย|นาง(?:สาว)?|พี่|น้อง|ผู้รับ|เจ้าของบัตร) ?:? ?([A-Z][A-Za-z'-]{1,20}(?: [A-Z][A-Za-z'.-]{0,20}){0,2})(?![A-Za-z])/gu;

/** How much of a run is the nickname: up to the first word of sentences, where the dictionary sees one. */
function nicknameOf(run: string): string {
  let end = 0;
  for (const { segment, index } of segmenter.segment(run)) {
    if (index > 0 && STOP_INSIDE.test(segment)) break;
    end = index + segment.length;
  }
  return run.slice(0, end);
}

/** Thai names. */
export const thaiNames: UnspacedNames = ({ text }, push) => {
  for (const pattern of [CUED, INTRODUCED, SIGNED])
    pushAll(text, pattern, (name) => !NO_NAME.test(name) && !NO_CUED.test(name), push);
  for (const match of matchesOf(FAMILIAR, text)) {
    const run = match[1] as string;
    const start = match.index + match[0].length - run.length;
    const name = nicknameOf(run);
    if (name.length > 1 && !NO_NICKNAME.test(run) && !NO_NAME.test(run)) push(start, start + name.length);
  }
  for (const match of matchesOf(LATIN, text)) {
    const name = match[1] as string;
    push(match.index + match[0].length - name.length, match.index + match[0].length);
  }
  for (const match of matchesOf(RUN, text)) {
    const [whole, , name, next] = match as unknown as [string, string | undefined, string, string | undefined];
    if (!given.has(name)) continue;
    const start = match.index + whole.indexOf(name);
    const end = start + name.length;
    push(start, next && (surnames.has(next) || next.length > 5) ? end + 1 + next.length : end);
  }
};
