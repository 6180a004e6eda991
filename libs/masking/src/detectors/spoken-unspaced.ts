import type { Detector } from '../scan.ts';
import { eachMatch } from '../text/matches.ts';

/** Digits of the scripts written without spaces, one word or character a digit. */
const SCRIPTS: readonly string[] = [
  '[〇零○一二三四五六七八九幺两兩壹贰叁肆伍陆柒捌玖]',
  '(?:ゼロ|れい|レイ|まる|マル|いち|イチ|にい?|さん|サン|よん|ヨン|ごお?|ろく|ロク|なな|ナナ|はち|ハチ|きゅう|キュウ|の)',
  '[공영일이삼사오육륙칠팔구]',
  '(?:ศูนย์|หนึ่ง|สอง|โท|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)',
];
/** Seven digits and more, with commas, dashes or spaces between. */
const DICTATED = new RegExp(
  SCRIPTS.map((digit) => `${digit}(?:[\\s,、，.・·\\-の에ー]{0,2}${digit}){6,23}`).join('|'),
  'gu',
);

/** Numbers dictated in Chinese, Japanese, Korean and Thai: "공일공-오오오오-공일사구". */
export const spokenUnspaced: Detector = ({ text }, findings) =>
  eachMatch(DICTATED, text, ({ index, 0: number }) => {
    if (new Set(number.replace(/[\s,、，.・·\-の에ー]/g, '')).size > 1)
      findings.push({ start: index, end: index + number.length, type: 'PHONE' });
  });
