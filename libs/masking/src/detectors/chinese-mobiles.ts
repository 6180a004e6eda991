import type { Detector } from '../scan.ts';
import { eachMatch } from '../text/matches.ts';

/** A mobile number of mainland China in one piece: eleven digits that begin with 13 to 19. */
const MOBILE = /(?<![0-9A-Za-z._/=#+-])1[3-9][0-9]{9}(?![0-9A-Za-z]|[-._/][0-9A-Za-z])/g;
const HAN = /\p{Script=Han}/u;
/** How near Chinese must stand, in UTF-16 units. */
const NEAR = 12;
/** Names of other numbers right before it; a telephone's number is called one. */
const OTHER_NUMBER =
  /(?<!手机|手機|电话|電話|联系|聯繫|联络|聯絡)(?:号码?|號碼?|码|碼|单|單|编|編|流水|账户?|帳戶?|卡|税|稅|版本|批次|序列|事务|会话|积分|金额|时间戳|[a-z]{2,})[^\p{L}\n]{0,4}$/u;

/** They stand behind a name, in brackets or at the end of a sentence, with no word for a telephone. */
export const chineseMobiles: Detector = ({ text, folded }, findings) => {
  eachMatch(MOBILE, text, ({ index, 0: number }) => {
    const end = index + number.length;
    const before = folded.slice(Math.max(0, index - NEAR), index);
    if (!HAN.test(before) && !HAN.test(text.slice(end, end + NEAR))) return;
    if (!OTHER_NUMBER.test(before) && !/0{7}$/.test(number)) findings.push({ start: index, end, type: 'PHONE' });
  });
};
