import type { Detector, Scan } from '../scan.ts';
import { matchesOf } from '../text/matches.ts';
import { chineseNames } from './chinese-names.ts';
import { japaneseNames } from './japanese-names.ts';
import { koreanNames } from './korean-names.ts';
import { latinAmongHan } from './latin-among-han.ts';
import { thaiNames } from './thai-names.ts';

const HAN = '\\p{Script=Han}々';
const KANA = '\\p{Script=Hiragana}\\p{Script=Katakana}ー';

/** Who speaks in a transcript, in a script without spaces; group 1 a time, 2 the name. */
const SPEAKER = new RegExp(
  `(?:^|\\n)[ >*]{0,4}((?:\\[?[0-9][0-9A-Za-z:.,+/ -]{3,36}\\]?[ -]{1,3})|\\[[0-9: .-]{4,20}\\] ?)?[<*]{0,2}(?:客服|サポート|担当)?([${HAN}${KANA}\\p{Script=Hangul}\\p{Script=Thai}\\p{M}]{2,12})(?: ?\\([^()\\n]{2,36}\\))?(?:[>*]{0,2}: ?|> )`,
  'gu',
);
const SPEAKER_ROLES =
  /ゲスト|^(?:あなた|당신|คุณ|您)$|来电|來電|致电|发信|オペ|カスタマー|受付|担当|利用者|訪客|访客|游客|匿名|机器|機器|系统|系統|助手|ボット|システム|管理|게스트|방문|손님|상담|고객|시스템|관리자|챗봇|ผู้|坐席|用户|用戶|客|服|订单|訂單|注文|主题|主題|件名|标题|標題|电话|電話|手机|邮箱|密码|密碼|パスワード|地址|住所|姓名|氏名|错误|錯誤|エラー|版本|バージョン|备注|備考|日期|日時|时间|時間|生日|账号|帳號|オーダー|メール|電子|주문|제목|오류|전화|주소|이메일|비밀|생년|계좌|버전|이름|성명|เรื่อง|ชื่อ|ที่อยู่|เบอร์|โทร|อีเมล|รหัส|หมายเลข|วันที่|ผู้ติดต่อ|联系人|聯絡人|负责人|負責人|联络|收件|承認者|責任者|연락처|顾问|支持|系统|机器|用户|顧|サポート|担当|オペレ|窓口|システム|ユーザ|高?고객|상담|지원|담당|문의|시스템|사용자|ลูกค้า|เจ้าหน้าที่|แอดมิน|พนักงาน|ฝ่าย|ระบบ|ผู้ใช้|技术|工程师|管理员|売|店/u;

const READING = new RegExp(
  `(?<=[${HAN}])[ ]?\\(([\\p{Script=Katakana}ー]{2,8}[ ・]?[\\p{Script=Katakana}ー]{2,8}|[\\p{Script=Hiragana}]{2,8} [\\p{Script=Hiragana}]{2,8})\\)`,
  'gu',
);

/** Kana, and what Japanese forms and tables say without any. */
const JAPANESE =
  /[\u3040-\u30ff々]|氏名|名義|旧姓|宛名|様(?![式々])|殿|担当|受取人|予約者|申請者|代表者|差出人|契約者|配達先|総務部|営業部|敬具|株式会社|都道府県|\p{Script=Han}[県区][\p{Script=Han}]/u;

/** Chinese, Japanese, Korean and Thai names: by the lists, by title, label, introduction, transcript and signature. */
export const unspacedNames: Detector = (scan, findings) => {
  const { text } = scan;
  const push = (start: number, end: number) => findings.push({ start, end, type: 'PERSON' });
  if (/[\u0e00-\u0e7f]/.test(text)) thaiNames(scan, push);
  if (/[\uac00-\ud7af]/.test(text)) koreanNames(scan, push);
  if (JAPANESE.test(text)) japaneseNames(scan, push);
  if (/[\u3400-\u9fff]/.test(text)) {
    chineseNames(scan, push);
    latinAmongHan(scan, push);
  }
  const turns = new Map<string, number[]>();
  for (const match of matchesOf(SPEAKER, text)) {
    const name = match[2] as string;
    const start = match.index + match[0].lastIndexOf(name);
    if (SPEAKER_ROLES.test(name)) continue;
    if (match[1] !== undefined) push(start, start + name.length);
    else turns.set(name, [...(turns.get(name) ?? []), start]);
  }
  // Without times, who speaks twice is a speaker, and so is who speaks between two others.
  const several = turns.size > 1 && [...turns.values()].some((starts) => starts.length > 1);
  for (const [name, starts] of turns)
    if (starts.length > 1 || (several && name.length < 5)) for (const start of starts) push(start, start + name.length);
  for (const match of matchesOf(READING, text)) {
    const start = match.index + match[0].indexOf('(') + 1;
    push(start, start + (match[1] as string).length);
  }
};

export type Push = (start: number, end: number) => void;
export type UnspacedNames = (scan: Scan, push: Push) => void;

/** Pushes group 1 of every match that `isName` lets through. */
export function pushAll(text: string, pattern: RegExp, isName: (name: string) => boolean, push: Push): void {
  for (const match of matchesOf(pattern, text)) {
    const name = (match[1] as string).trimEnd();
    const start = match.index + match[0].indexOf(match[1] as string);
    if (isName(name)) push(start, start + name.length);
  }
}
