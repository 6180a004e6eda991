import { matchesOf } from '../text/matches.ts';
import { chineseFamiliar } from './chinese-familiar.ts';
import { AFTER_TITLES, SURNAMES } from './chinese-lists.ts';
import {
  fullNameEnd,
  type HanRun,
  isFunction,
  isGiven,
  isNoName,
  isPair,
  isWordy,
  surnameLength,
  unlistedEnd,
} from './chinese-reading.ts';
import { HanSegments } from './han-segments.ts';
import { type Push, pushAll, type UnspacedNames } from './unspaced-names.ts';

const HAN = '\\p{Script=Han}';

/** Labels of a field that holds a name; with a mark between, the value is the name whatever it is. */
const LABELS =
  '姓名|名字|真名|本名|全名|中文名|英文名|曾用名|户名|戶名|账户名|帳戶名稱|开户名|開戶名|开户人|開戶人|持卡人(?:姓名|拼音)?|收款人|收款方|付款人|汇款人|匯款人|收件人|收货人|收貨人|取件人|取货人|寄件人|发件人|發件人|签收人|簽收人|代收人|提货人|联系人|聯系人|聯絡人|联络人|紧急联系人|客户(?:姓名)?|客戶(?:姓名)?|顾客|顧客|用户(?:姓名)?|用戶(?:姓名)?|会员(?:姓名)?|會員(?:姓名)?|申请人|申請人|投保人|被保险人|被保險人|要保人|受益人|患者(?:姓名)?|病人|就诊人|就診人|乘客|乘机人|乘車人|乘车人|旅客|入住人|订票人|預訂人|预订人|订货人|訂購人|下单人|学生|學生|学员|學員|孩子|家长|家長|监护人|監護人|车主|車主|房东|房東|租客|承租人|出租人|业主|業主|户主|戶主|法人|法定代表人|负责人|負責人|经办人(?:签字)?|經辦人|承办人|承辦人|接口人|对接人|处理人|處理人|审批人|申报人|报修人|报案人|投诉人|投訴人|举报人|当事人|授权人|授權人|委托人|代理人|担保人|借款人|原告|被告|证人|值班人?|作者|署名|签名|簽名|签字|落款|此致敬礼|司机|司機|骑手|騎手|快递员|客户经理|业务员|業務員?|医生|醫生|主治医师|抄送|密送|主送|负责同事|会议主持|主持人|参会人|聊天对象|昵称|暱稱|员工|員工|雇主|僱主|户口持有人|戶口持有人|持有人|主叫|被叫|真实姓名|真實姓名|xm|乘客姓名|买家|買家|卖家|賣家|买方|卖方';
const EXPLICIT = new RegExp(
  `(?:${LABELS})(?: ?\\([^()\\n]{1,12}\\))?["'”]? {0,2}(?:[:=|]|(?:应该|應該)?是(?=[${HAN}])|[为為叫])[ \\t]{0,3}["'“「『【\\[]{0,2}([${HAN}]{1,20}(?:[·•.・][${HAN}]{1,12}){0,3}(?: [${HAN}](?: ?[${HAN}])?(?![${HAN}]))?)`,
  'gu',
);

/** Words right before a name. */
const BEFORE = new Set([
  // Labels without what may follow them.
  ...LABELS.split('|').flatMap((label) => (/^[\p{Script=Han}]+\??/u.exec(label)?.[0] ?? '').replace('?', '')),
  ...'我叫|我是|我係|我姓|本人|他叫|她叫|名叫|名为|叫做|写成|寫成|改成|改为|改為|更名为|而不是|应为|應為|应该是|應該是|找|让|讓|请|請|由|和|与|與|跟|同|及|是|把|被|给|給|联系|聯絡|联络|咨询|致电|致電|转告|轉告|转给|轉給|转交|交给|通知|告诉|告訴|问|問|麻烦|麻煩|拜托|劳烦|感谢|多谢|同事|主管|领导|领班|老板|老闆|经理|經理|组长|組長|老公|老婆|丈夫|妻子|太太|先生|儿子|兒子|女儿|女兒|母亲|母親|父亲|父親|妈妈|媽媽|爸爸|我妈|我爸|爷爷|奶奶|外婆|外公|哥哥|姐姐|弟弟|妹妹|爱人|师傅|師傅|老师|老師|医生|醫生|教授|工程师|工程師|管理员|管理員|专员|專員|客服|运维|測試|测试同学|产品|开发同学|朋友|室友|邻居|亲戚|叔叔|阿姨|昨天|今天|刚才|上次|之前|后来|然后|@'.split(
    '|',
  ),
]);
const BEFORE_MAX = 5;

/** Whether a word of {@link BEFORE} ends at an offset, with at most one mark between. */
function cuedBefore(text: string, at: number): boolean {
  const end = text[at - 1] === ':' || text[at - 1] === ' ' ? at - 1 : at;
  for (let size = 1; size <= BEFORE_MAX && size <= end; size += 1)
    if (BEFORE.has(text.slice(end - size, end))) return true;
  return false;
}

const NO_VALUE =
  /^(?:变|變|成了|写|寫|改|打|都|里|裡|中|上|不|无|無|未|没|沒|待|空|有|已|将|需|请|請|是|的|为|為|和|与|或|可|信息|资料|資料|列表|校验|校驗|验证|驗證|错误|錯誤|测试|測試|同上|本人|默认|預設|系统|系統|管理员|管理員|客服|客户|客戶|用户|用戶|会员|會員|保密|匿名|某|张三$|李四$|王五$|谁|誰|什么|什麼|哪|这|這|那|我|你|您|他|她|它|字段|长度|長度|格式|输入|輸入|必填|选填|显示|顯示|名称|名稱|电话|電話|地址|邮箱|郵箱|手机|手機|号码|數字|公司|部门|部門|全部|所有|多个|其他|其它|两|一|二|三个)/u;
const ORGANISATION =
  /(?:公司|集团|集團|银行|銀行|中心|医院|醫院|学校|學校|大学|大學|酒店|餐厅|超市|商城|平台|系统|系統|部|科|组|組|局|处|店|厂|廠|社|群|号|號|版|码|碼)$/u;

const SPEAKER =
  /^(?:客户|客戶|用户|用戶|顾客|会员|會員|司机|司機|骑手|騎手|医生|醫生|员工|員工|学生|學生|买家|卖家|主持人)[:=|]/u;
/** The label and the name in one run: `联系人斯琴高娃`. */
const BARE = new RegExp(`(?:${LABELS}|我叫|名叫|叫做) ?([${HAN}]{2,12})`, 'gu');
/** Given names alone behind these: `请育诚补件`, `我儿子建国`. */
const GIVEN_AFTER =
  /(?:[请請找让讓问問跟]|麻烦|麻煩|老公|老婆|丈夫|妻子|儿子|兒子|女儿|女兒|母亲|母親|父亲|父親|妈妈|爸爸|哥哥|姐姐|弟弟|妹妹|同事|朋友|室友)$/u;
/** Names of foreigners and of peoples without Chinese surnames. */
const DOTTED = new RegExp(
  `(?<=我叫|我是|本人|名叫|叫做|(?<![${HAN}·]))(?!我叫|我是|本人|名叫|叫做|姓名)[${HAN}]{1,6}(?:[·•][${HAN}]{1,8}){1,3}`,
  'gu',
);
const SURNAMED = new RegExp(
  `(?:[我他她位个個]|本人|一个|客户|先生|小姐|敝|免贵|免貴|小弟|小妹)姓([${HAN}]{1,2}?)(?=[的,。.!?;(、 ]|$)`,
  'gu',
);
const OF_HONG_KONG = new RegExp(
  `(?<![${HAN}])([${HAN}])(?= ?(?:(?:Sir|sir|SIR|Miss|miss)(?![A-Za-z])|[太生](?=$|[^${HAN}]|[說说話话打要嘅都同今係又想])))`,
  'gu',
);

const RUN = new RegExp(`[${HAN}]{2,}`, 'gu');
const TITLED = new RegExp(`(?:${AFTER_TITLES})`, 'gu');

/** Chinese names. */
export const chineseNames: UnspacedNames = ({ text }, push) => {
  const hasKana = /[\u3040-\u30ff]/.test(text);
  for (const match of matchesOf(EXPLICIT, text)) readValue(text, match, push);
  for (const { index, 0: whole } of matchesOf(RUN, text)) {
    const end = index + whole.length;
    const run = runOf(text, index, end);
    if (!hasKana) {
      standing(run, push);
      chineseFamiliar(run, push);
    }
    titled(run, push);
  }
  for (const match of matchesOf(BARE, text)) readBare(text, match, push);
  for (const match of matchesOf(DOTTED, text)) push(match.index, match.index + untilFunction(match[0]));
  pushAll(text, SURNAMED, () => true, push);
  pushAll(text, OF_HONG_KONG, (name) => SURNAMES.has(name), push);
  closing(text, push);
};

/** How much of a dotted name belongs to it: its last part ends before a word of the sentence. */
function untilFunction(name: string): number {
  let end = Math.max(name.lastIndexOf('·'), name.lastIndexOf('•')) + 2;
  while (end < name.length && !/[的说說話是在不已也都把被將将請请收無无]/.test(name[end] as string)) end += 1;
  return end;
}

function readBare(text: string, match: RegExpExecArray, push: Push): void {
  const value = match[1] as string;
  const start = match.index + match[0].length - value.length;
  const labelled = runOf(text, match.index, start + value.length);
  if (text[start - 1] !== ' ' && !labelled.segments.isBoundary(start)) return;
  const run = runOf(text, start, start + value.length);
  if (fullNameEnd(run, start) !== undefined && text[start - 1] !== ' ') return;
  if (NO_VALUE.test(value) || isNoName(value)) return;
  const until = unlistedEnd(run, start);
  if (until !== undefined && !ORGANISATION.test(text.slice(start, until))) push(start, until);
}

const runOf = (text: string, start: number, end: number): HanRun => ({
  text,
  start,
  end,
  segments: new HanSegments(text, start, end),
});

/** The value of a label: up to the mark that ends it, and of a longer run the name that it begins with. */
function readValue(text: string, match: RegExpExecArray, push: Push): void {
  const value = match[1] as string;
  const start = match.index + match[0].length - value.length;
  const end = start + value.length;
  if (/[·•.・]/.test(value)) {
    if (!NO_VALUE.test(value)) push(start, start + untilFunction(value));
    return;
  }
  if (value.includes(' ')) {
    if (value.replaceAll(' ', '').length < 5 && !NO_VALUE.test(value)) push(start, end);
    return;
  }
  if (NO_VALUE.test(value)) return;
  const run = runOf(text, start, end);
  const full = fullNameEnd(run, start);
  // `客户:地址在下面`: who speaks, not whose name follows.
  if (SPEAKER.test(match[0]) && (full !== end || run.segments.wordEnd(start) === end)) return;
  if (value.length < 5 && !ORGANISATION.test(value)) {
    const cut = full !== undefined && full < end && isFunction(text[full] as string) ? full : end;
    // A word of the language in whole is no name, unless it is read as one.
    if (full !== undefined || value.length === 1 || run.segments.wordEnd(start) < end || /[:=|]/.test(match[0]))
      push(start, cut);
    return;
  }
  const until = full ?? unlistedEnd(run, start);
  if (until !== undefined) push(start, until);
}

/** Full names with no label: a surname, characters of given names, and what may stand around them. */
function standing(run: HanRun, push: Push): void {
  const { text, start, end, segments } = run;
  for (let at = start; at + 1 < end; at += 1) {
    const length = surnameLength(run, at);
    if (length === 0 && (at === start || !isGiven(text.slice(at, at + 2)))) continue;
    if (!segments.isBoundary(at)) continue;
    const until = length === 0 ? undefined : fullNameEnd(run, at);
    if (until === undefined) {
      if (at > start && givenAlone(run, at)) push(at, at + 2);
      continue;
    }
    const name = text.slice(at, until);
    const own = name.slice(length);
    const before = at === start || cuedBefore(text, at);
    const cued = at === start ? /[@:]$/.test(text.slice(Math.max(0, at - 1), at)) || cuedBefore(text, at) : before;
    if (accepts(run, at, until, { length, own, before, cued })) {
      push(at, until);
      at = until - 1;
    }
  }
}

/** Two characters of given names, no word of the language, right behind who is asked or a word for a relative. */
function givenAlone({ text, end, segments }: HanRun, at: number): boolean {
  const own = text.slice(at, at + 2);
  if (at + 2 > end || !GIVEN_AFTER.test(text.slice(Math.max(0, at - 2), at)) || !isGiven(own)) return false;
  if (!segments.isBoundary(at + 2) || isNoName(own)) return false;
  const closed = at + 2 === end || isFunction(text[at + 2] as string);
  return segments.isBoundary(at + 1) || (isPair(own) && closed);
}

interface Candidate {
  length: 0 | 1 | 2;
  own: string;
  before: boolean;
  cued: boolean;
}

function accepts({ text, start, end, segments }: HanRun, at: number, until: number, candidate: Candidate): boolean {
  const { length, own, before, cued } = candidate;
  const closed = until === end || isFunction(text[until] as string) || TITLE_HERE.test(text.slice(until, until + 3));
  const isWord = segments.wordEnd(at) >= until;
  const ownIsWord = own.length > 1 && segments.wordEnd(at + length) >= until && segments.isBoundary(at + length);
  if (length === 2) return cued || (before && closed) || isGiven(own);
  const wordy = isWordy(text[at] as string);
  if (own.length === 1) {
    if (!before || (!isGiven(own) && !(cued && closed))) return false;
    if (wordy || isWord) return cued && closed && !isWord;
    return closed || cued;
  }
  if (cued && !isWord && !ownIsWord && !wordy) return true;
  // Who speaks: `江厌离:`.
  if (at === start && until === end && text[end] === ':' && !isWord && !ownIsWord && !wordy) return true;
  if (!isGiven(own)) return false;
  if (wordy || isWord || ownIsWord) return before && (closed || cued);
  return true;
}

const TITLE_HERE = new RegExp(`^(?:${AFTER_TITLES})`, 'u');

/** `何小姐`, `王建国先生`: what stands before a form of address. */
function titled(run: HanRun, push: Push): void {
  const { text, start, end, segments } = run;
  const own = text.slice(start, end);
  if (own.length < 3) return;
  TITLED.lastIndex = 0;
  for (let match = TITLED.exec(own); match; match = TITLED.exec(own)) {
    const until = start + match.index;
    for (const size of [4, 3, 2, 1]) {
      const at = until - size;
      if (at < start || !(at === start || segments.isBoundary(at))) continue;
      const length = surnameLength(run, at) || (compoundAlone(text.slice(at, until)) ? 2 : 0);
      if (length === 0 || size > length + 2 || (length === 2 && size < 2)) continue;
      const name = text.slice(at, until);
      if (length === 1 && isNoName(text.slice(at, until + 1))) continue;
      const given = name.slice(length);
      const dictionary = size > 1 && segments.wordEnd(at) >= until;
      if (size === length && isWordy(name) && at !== start) continue;
      if (given !== '' && (isFunction(given[0] as string) || isFunction(given.at(-1) as string))) continue;
      if (dictionary && !(isGiven(given) && !isWordy(name[0] as string))) continue;
      if (isWordy(name[0] as string) && given.length > 0 && !isGiven(given)) continue;
      push(at, until);
      break;
    }
  }
}

const COMPOUNDS =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|皇甫|尉迟|尉遲|公孙|令狐|慕容|司徒|夏侯|宇文|长孙|端木|南宫|南宮|西门|西門|独孤|闻人|万俟|張簡|张简|范姜|拓跋|鲜于)$/u;
const compoundAlone = (name: string) => COMPOUNDS.test(name);

const SIGNATURE = new RegExp(
  `(?:^|\\n|[。.!?] {0,2})\\s{0,4}([${HAN}]{2,4}?|[${HAN}]{1,3} [${HAN}]{1,3})\\s{0,4}(?:敬上|谨上|謹上|启|啟|拜上|上|20[0-9]{2}[年/-][0-9年月日/. -]{3,10})?\\s{0,4}$`,
  'u',
);
const SIGNED = new RegExp(`(?<![${HAN}])([${HAN}]{2,4}?) ?(?:敬上|谨上|謹上|谨启|敬启|拜上|拜托了)(?![${HAN}])`, 'gu');

/** The name that closes a letter. */
function closing(text: string, push: Push): void {
  const tail = text.slice(-72);
  for (const match of [SIGNATURE.exec(tail), ...tail.matchAll(SIGNED)]) {
    const name = match?.[1];
    if (!match || !name || NO_VALUE.test(name)) continue;
    const start = text.length - tail.length + match.index + match[0].indexOf(name);
    const compact = name.replace(' ', '');
    const run = runOf(compact, 0, compact.length);
    const signed = /[上启啟]\s*$/u.test(match[0]);
    if (compact.length === text.trim().length) continue;
    if (
      fullNameEnd(run, 0) === compact.length &&
      (signed || !isWordy(compact[0] as string) || isGiven(compact.slice(1)))
    )
      push(start, start + name.length);
    else if (signed && run.segments.wordEnd(0) < compact.length) push(start, start + name.length);
  }
}
