import { COMPOUND_SURNAMES } from './chinese-lists.ts';
import { type HanRun, isFunction, isGiven, isNoName, isWordy, surnameLength } from './chinese-reading.ts';
import type { Push } from './unspaced-names.ts';

/** Before one character: `老程`, `小李`, `阿珍`. */
const PREFIXES = new Set('老小阿');
const NO_PREFIXED =
  /^(?:小(?:爱同|愛同|度|艺|冰|米|时|時|白|黄|金|程|于|石|计|路|车|和|单|全|强|平|方|应|常|高|区|區|店|节|票|包|麦|广|康|花|农|满|于|文|宝|寶|季|南|通|时|关|明|权|位|户|心|成|红书|紅書|编)|老(?:师|師|板|闆|时|关|相|文|化|路|古|年|花|海|牌|农|牛|马识|家|路|板|店|广|区|百|户|包|成|时|车|单|连|高|平)|阿(?:里|尔|爾|拉|富|根|联|聯|胶|膠|迪|卡|波|曼|司|斯|姆|莫|房|坝|基|布|拔|塞|美|比|多尼|托))/u;
/** Behind one character that is a surname or of a given name: `宏哥`, `贺总`, `段工`, `陈太`. */
const OFFICES = /^(?:总|總|工|局|处|處|队|隊|律|导|導|帅|帥|博|太|生|Sir|sir|SIR|董|所|科|主任|主管|院)/u;
const KIN = /^(?:哥|姐|叔|婶|嬸|嫂|伯|姨|妈|媽|爸|爷|奶|公|婆|仔|妹|弟|少|爺)/u;
const NO_KIN =
  /^(?:大|小|帅|帥|表|堂|学|師|师|空|洛|摩|墨西|刚果|亲|親|干|乾|老|二|三|四|五|后|後|继|祖|外|舅|姑|妈|媽|爸|伯|叔|阿|的|我|你|您|他|她|是|和|有|个|位|名|主|公|婆|富|民|星|安|鸡|工|影|新|多|至|不|青|减|缺|牛|奶|打)/u;
const COMPOUND = new RegExp(`^(?:${COMPOUND_SURNAMES})(?=[总總工])`, 'u');
/** Pet names made of a given name and 子. */
const CHILD = /^(?:强|軍|军|柱|栓|虎|亮|涛|磊|伟|刚|勇|斌|鹏|健|峰|超|凯|杰|浩|猛|铁|顺|嘎|毛)子/u;

/** Names among friends and colleagues: a prefix, an office or a relation on one character, `静静妈`, `强子`. */
export function chineseFamiliar(run: HanRun, push: Push): void {
  const { start, end, segments } = run;
  for (let at = start; at + 1 < end || at === end - 1; at += 1) {
    if (!mayBegin(run, at) || (at !== start && !segments.isBoundary(at))) continue;
    const until =
      prefixed(run, at) ?? officer(run, at) ?? relative(run, at) ?? (at === start ? petName(run, at) : undefined);
    if (until !== undefined) push(at, until);
  }
}

/** What any of the forms needs, without asking for the words of the run. */
function mayBegin({ text, start }: HanRun, at: number): boolean {
  const next = text[at + 1] ?? '';
  return (
    at === start ||
    PREFIXES.has(text[at] as string) ||
    next === text[at] ||
    OFFICES.test(text.slice(at + 1, at + 4)) ||
    KIN.test(next) ||
    COMPOUND.test(text.slice(at, at + 3))
  );
}

function prefixed(run: HanRun, at: number): number | undefined {
  const { text, end, segments } = run;
  const prefix = text[at] as string;
  if (!PREFIXES.has(prefix) || NO_PREFIXED.test(text.slice(at, at + 3))) return undefined;
  const until = at + 2;
  const own = text[at + 1];
  if (own === undefined || until > end || isFunction(own)) return undefined;
  const said = prefix === '小' && at === run.start && until < end && isFunction(text[until] as string);
  const fits =
    surnameLength(run, at + 1) === 1 ||
    (isGiven(own) && (prefix === '阿' || (said && segments.wordEnd(at) === at + 1)));
  if (!fits || (until < end && !segments.isBoundary(until) && segments.isBoundary(at + 1))) return undefined;
  if (until < end && segments.wordEnd(at) > until) return undefined;
  return until;
}

function officer(run: HanRun, at: number): number | undefined {
  const { text, start, end, segments } = run;
  if (COMPOUND.test(text.slice(at, at + 3))) return at + 2;
  if (surnameLength(run, at) !== 1) return undefined;
  const rest = text.slice(at + 1, at + 4);
  if (!OFFICES.test(rest) || isWordy(text[at] as string)) return undefined;
  const after = at + 2;
  if (
    /^[总總]/.test(rest) &&
    /^[总總](?:是|共|计|計|数|數|体|結|结|额|額|部|裁|之|算|有|得|机|站|会|量|价|分|线|经|經|监|監|督|店|行)/u.test(
      rest,
    )
  )
    return undefined;
  if (/^工(?:作|具|厂|廠|程|单|單|资|商|业|業|艺|期|时|人|会|会|行|信)/u.test(rest)) return undefined;
  if (
    /^[局处處队隊律导導帅帥博太生董所科院]/.test(rest) &&
    !(at === start && (after === end || isFunction(text[after] as string)))
  )
    return undefined;
  if (after < end && segments.wordEnd(at) > after) return undefined;
  return segments.wordEnd(at) > at + 1 && at !== start ? undefined : at + 1;
}

function relative(run: HanRun, at: number): number | undefined {
  const { text, end, segments } = run;
  const own = text[at] as string;
  if (NO_KIN.test(text.slice(at, at + 3)) || isFunction(own)) return undefined;
  const rest = text.slice(at + 1, at + 3);
  if (KIN.test(rest) && rest[0] !== rest[1] && isGiven(own) && !isNoName(text.slice(at, at + 2))) {
    const until = at + 2;
    const closed = until === end || isFunction(text[until] as string) || segments.isBoundary(until);
    if (closed && segments.wordEnd(at) <= at + 1 && /^[哥姐叔婶嬸嫂姨]/.test(rest)) return until;
  }
  // `静静妈`, `豆豆爸`: the parent by the name of the child.
  if (text[at + 1] === own && /^[妈媽爸爷奶](?![妈媽爸])/u.test(text.slice(at + 2, at + 4)) && at + 3 <= end)
    return at + 3;
  return undefined;
}

function petName({ text, end, segments }: HanRun, at: number): number | undefined {
  const until = at + 2;
  // `思穎說`: a given name alone that speaks.
  if (
    /^[说說話话讲講]/u.test(text.slice(until, end)) &&
    isGiven(text.slice(at, until)) &&
    segments.wordEnd(at) === at + 1
  )
    return until;
  return CHILD.test(text.slice(at, until)) && until < end && isSaying(text.slice(until, until + 2)) ? until : undefined;
}

const isSaying = (words: string) => isFunction(words[0] as string) || /^(?:昨|今|明|刚|剛|反馈|在)/u.test(words);
