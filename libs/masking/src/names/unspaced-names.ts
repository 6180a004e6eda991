import type { Detector } from '../scan.ts';

const HAN = '\\p{Script=Han}々';
const COMPOUND = '欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|東方|皇甫|尉迟|公孙|公孫|令狐|慕容|司徒|夏侯';
const CHINESE_SURNAME =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒熊白孟秦邱侯江尹薛闫阎閻段雷龙龍黎史陶贺賀毛郝顾顧龚龔邵万萬钱錢严嚴洪莫施向温溫康施牛樊葛邢安齐齊庄莊';
const KOREAN_SURNAME =
  '김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용';
const CHINESE_NAME = `(?:${COMPOUND})[${HAN}]{1,2}|[${CHINESE_SURNAME}][${HAN}]{1,2}`;
const KOREAN_NAME = `[${KOREAN_SURNAME}][가-힣]{1,2}`;

/** Names in scripts without spaces, each with the words that show it; group 1 is the name. */
const PATTERNS: readonly RegExp[] = [
  `(?:我叫|我是|姓名[:为為是]? ?|名字[:是]? ?|联系人[:]? ?|聯絡人[:]? ?|收件人[:]? ?|收货人[:]? ?|收貨人[:]? ?)(${CHINESE_NAME}|[${HAN}]{2,4}(?=[,.。、\\s]|$))`,
  `(${CHINESE_NAME})(?=先生|女士|小姐|老师|老師|经理|經理)`,
  `(?:の|、|。|\\s|^)([${HAN}]{2,6}|[\\p{Script=Katakana}ー]{3,10})(?=と申します|と申し)`,
  `(?:の|^|\\n)([${HAN}]{2,5})(?=です。)`,
  `(?:氏名|お名前|名前|担当者|担当)[:は] ?([${HAN}\\p{Script=Katakana}\\p{Script=Hiragana}ー]{1,6} ?[${HAN}\\p{Script=Katakana}\\p{Script=Hiragana}ー]{0,6})(?=[\\s、。/(]|$)`,
  `([${HAN}]{2,4})(?=さん|様|氏(?!名))`,
  `(${KOREAN_NAME})(?=입니다|이라고|라고 합니다|님|씨| 드림| 올림| ?(?:팀장|과장|대리|부장|사장|차장|이사|선생))`,
  `(?:이름|성명|담당자|고객명|예금주)(?:은|는)? ?:? ?(${KOREAN_NAME})(?=[\\s,./(]|$|입니다|이고)`,
  `(?:ชื่อ|(?<!ขอบ)คุณ) ?(?!ค่ะ|ครับ|คะ)([\\p{Script=Thai}]{2,20}(?: [\\p{Script=Thai}]{2,24})?)(?=[\\s,.]|$)`,
].map((source) => new RegExp(source, 'gu'));

/** A last line that holds nothing but a short name. */
const SIGNATURE = new RegExp(`\\n\\s{0,4}([${HAN}]{1,3} ?[${HAN}]{1,3})\\s{0,4}$`, 'u');
const NO_NAMES =
  /^(?:电话|電話|住所|地址|邮箱|信箱|密码|谢谢|謝謝|客服|担当|弊社|当社|御中|皆様|以上|敬具|お客|客様|고객|관리|안녕|감사|연락|주문|이용|서비|정보|공지|위치|한국|오류|전화|주소)/;

/** Chinese, Japanese, Korean and Thai names by self-introduction, title, label and signature. */
export const unspacedNames: Detector = ({ text }, findings) => {
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) push(match, match[1] as string);
  }
  const tail = text.slice(-64);
  const signature = SIGNATURE.exec(tail);
  if (signature) {
    signature.index += text.length - tail.length;
    push(signature, signature[1] as string);
  }

  function push(match: RegExpExecArray, name: string): void {
    if (NO_NAMES.test(name)) return;
    const start = match.index + match[0].indexOf(name);
    findings.push({ start, end: start + name.trimEnd().length, type: 'PERSON' });
  }
};
