import type { Detector, Scan } from '../scan.ts';
import { chineseNames } from './chinese-names.ts';
import { japaneseNames } from './japanese-names.ts';
import { koreanNames } from './korean-names.ts';
import { thaiNames } from './thai-names.ts';

const HAN = '\\p{Script=Han}々';
const KANA = '\\p{Script=Hiragana}\\p{Script=Katakana}ー';

/** Who speaks in a transcript, in a script without spaces; group 1 is the name. */
const SPEAKER = new RegExp(
  `(?:^|\\n)[ >]{0,4}(?:\\[?[0-9]{1,4}(?:[-/.][0-9]{1,2}){0,2}[ ,]{0,2}(?:[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?|:[0-9]{2})\\]?[ -]{0,3})(?:客服|サポート|担当)?([${HAN}${KANA}\\p{Script=Hangul}\\p{Script=Thai}\\p{M}]{2,12}): ?`,
  'gu',
);
const SPEAKER_ROLES =
  /客|服|顾问|支持|系统|机器|用户|顧|サポート|担当|オペレ|窓口|システム|ユーザ|高?고객|상담|지원|담당|문의|시스템|사용자|ลูกค้า|เจ้าหน้าที่|แอดมิน|พนักงาน|ฝ่าย|ระบบ|ผู้ใช้|技术|工程师|管理员|売|店/u;

const READING = new RegExp(
  `(?<=[${HAN}])[ ]?\\(([\\p{Script=Katakana}ー]{2,8}[ ・]?[\\p{Script=Katakana}ー]{2,8}|[\\p{Script=Hiragana}]{2,8} [\\p{Script=Hiragana}]{2,8})\\)`,
  'gu',
);

/** Chinese, Japanese, Korean and Thai names: by the lists, by title, label, introduction, transcript and signature. */
export const unspacedNames: Detector = (scan, findings) => {
  const { text } = scan;
  const push = (start: number, end: number) => findings.push({ start, end, type: 'PERSON' });
  if (/[\u0e00-\u0e7f]/.test(text)) thaiNames(scan, push);
  if (/[\uac00-\ud7af]/.test(text)) koreanNames(scan, push);
  if (/[\u3040-\u30ff]/.test(text)) japaneseNames(scan, push);
  if (/[\u3400-\u9fff]/.test(text)) chineseNames(scan, push);
  for (const match of text.matchAll(SPEAKER)) {
    const name = match[1] as string;
    const start = match.index + match[0].lastIndexOf(name);
    if (!SPEAKER_ROLES.test(name)) push(start, start + name.length);
  }
  for (const match of text.matchAll(READING)) {
    const start = match.index + match[0].indexOf('(') + 1;
    push(start, start + (match[1] as string).length);
  }
};

export type Push = (start: number, end: number) => void;
export type UnspacedNames = (scan: Scan, push: Push) => void;

/** Pushes group 1 of every match that `isName` lets through. */
export function pushAll(text: string, pattern: RegExp, isName: (name: string) => boolean, push: Push): void {
  for (const match of text.matchAll(pattern)) {
    const name = (match[1] as string).trimEnd();
    const start = match.index + match[0].indexOf(match[1] as string);
    if (isName(name)) push(start, start + name.length);
  }
}
