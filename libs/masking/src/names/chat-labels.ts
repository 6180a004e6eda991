import type { Detector, Finding } from '../scan.ts';
import { foldText } from '../text/characters.ts';
import { matchesOf } from '../text/matches.ts';
import { foldedWords, ROLES } from './contexts.ts';
import { isUncasedStop } from './uncased-cues.ts';
import { NOT_NAMES } from './words.ts';

/** A word or three of a script without capitals. */
const LABEL = '[\\p{Lo}\\p{M}][\\p{Lo}\\p{M}・ー]{0,20}(?: [\\p{Lo}\\p{M}]{1,20}){0,2}';
const STAMP = '[0-9][0-9T:./, +Z-]{3,28}(?:[A-Za-z]{3}[/ -][0-9][0-9:/ +]{3,24})?[Zz]?';
/** `[10:02] 美方: …`, `1717…: <湊> …`. */
const STAMPED = new RegExp(`(?<=^|\\n)[> ]{0,4}\\[?${STAMP}\\]? ?(?:<(${LABEL})> |(${LABEL}): )`, 'gu');
/** `美方 (03:18:32): …`. */
const TIMED = new RegExp(`(?<=^|\\n)[> ]{0,4}(${LABEL}) \\(${STAMP}\\)[:：]`, 'gu');
/** `**美方**: …`: a heading, unless several lines begin so. */
const BOLD = new RegExp(`(?<=^|\\n)[> ]{0,4}\\*\\*(${LABEL})\\*\\*[:：] `, 'gu');

/** Roles, fields and headings of scripts without capitals. */
export const NO_SPEAKERS: ReadonlySet<string> = foldedWords(
  '来电 來電 来电人 來電人 来电者 來電者 致电人 我 你 您 당신 あなた คุณ 客服 客户 客戶 用户 用戶 顾客 顧客 系统 系統 机器人 機器人 坐席 专员 專員 管理员 管理員 工程师 工程師 备注 備註 注意 说明 說明 问题 問題 环境 環境 步骤 步驟 原因 结果 結果 お客様 サポート 担当 担当者 オペレーター オペレータ 店 客 システム ボット 管理者 ユーザー ゲスト オペ カスタマー 受付 お客さま 訪客 访客 게스트 방문자 손님 ผู้เยี่ยมชม אורח מבקר زائر مهمان अतिथि 備考 概要 手順 質問 回答 症状 対応 再現手順 상담원 상담사 고객 고객님 직원 매니저 담당자 시스템 봇 관리자 사용자 비고 문제 질문 답변 환경 원인 결과 ลูกค้า พนักงาน เจ้าหน้าที่ แอดมิน ระบบ บอท ผู้ใช้ ฝ่ายสนับสนุน หมายเหตุ ปัญหา คำถาม คำตอบ ผู้ดูแลระบบ ملاحظة المشكلة السؤال הערה בעיה שאלה تشکر توجه مشکل سوال नोट समस्या प्रश्न',
);

/** Who speaks in a transcript, in scripts without capitals. */
export const chatLabels: Detector = ({ text }, findings) => {
  const push = (label: string, start: number) => {
    if (isSpeaker(label)) findings.push({ start, end: start + label.length, type: 'PERSON' } satisfies Finding);
  };
  for (const pattern of [STAMPED, TIMED])
    for (const match of matchesOf(pattern, text)) {
      const label = (match[1] ?? match[2]) as string;
      push(label, match.index + match[0].lastIndexOf(label));
    }
  const turns = new Map<string, number[]>();
  for (const match of matchesOf(BOLD, text)) {
    const label = match[1] as string;
    const start = match.index + match[0].indexOf(label);
    const starts = turns.get(label);
    if (starts) starts.push(start);
    else turns.set(label, [start]);
  }
  for (const [label, starts] of turns) if (starts.length > 1) for (const start of starts) push(label, start);
};

const isSpeaker = (label: string): boolean =>
  foldText(label)
    .split(' ')
    .every((word) => !NO_SPEAKERS.has(word) && !ROLES.has(word) && !NOT_NAMES.has(word) && !isUncasedStop(word));
