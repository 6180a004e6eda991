import { foldText } from '../text/characters.ts';
import { matchesOf } from '../text/matches.ts';
import { Word, wordFlags } from './lexicon.ts';
import type { UnspacedNames } from './unspaced-names.ts';
import { NOT_NAMES } from './words.ts';

const LATIN = /(?<![A-Za-z0-9_./@#:-])(阿?[A-Z][a-z]{1,11})( [A-Z][a-z]{1,11})?(?![A-Za-z0-9_/@-]|\.[A-Za-z0-9])/gu;
const BEFORE =
  /(?:[找叫由让讓请請问問给給係对對@]|联系|聯絡|通知|是|同事|经理|經理|主管|老婆|老公|朋友|女兒|女儿|儿子|兒子|多谢|感谢|多謝|感謝|抄送:?|姐姐|哥哥|妹妹|弟弟|家教|秘书|助理) ?$/u;
/** `和Kelly`, `同Kelvin`: beside a space what is joined are products. */
const JOINED = /[同和与與跟、]$/u;
const AFTER =
  /^ ?(?:[说說話话讲講问問要跟君哥姐总總仲都就係话]|今天|昨天|明天|刚|剛|上次|之前|先生|小姐|女士|老师|老師|已经|已經|在吗|处理|處理|负责|負責|反馈|回覆|回复|覆我|请假|請假|那边|那邊|同学|同學|经理|經理|(?:さん|様|ちゃん|君|氏|先生|部長|課長))/u;

/** Behind a label of a person, or before a form of address: `持卡人拼音OUYANG QIAN`, `业主FERNANDO Maria Theresa女士`. */
const LABELLED =
  /(?:姓名|拼音|持卡人|户名|戶名|收件人|收货人|联系人|聯絡人|乘机人|乘客|旅客|业主|業主|客户|客戶|顾客|本人|本名|英文名|患者|学生|雇主|氏名|名義|契約者|お名前|名前)(?:\(?(?:拼音|英文|ローマ字)\)?)?[ :]{0,2}([A-Z\u0410-\u042f][\p{L}'-]{1,20}(?:[ /][A-Z\u0410-\u042f][\p{L}'-]{1,20}){1,3}|[A-Z\u0410-\u042f][\p{Ll}]{2,20}(?=先生|女士|小姐|さん|様|氏))(?![A-Za-z0-9_])/gu;

/** `Vivian今天请假`, `同Kelvin講咗`, `阿May`: Western given names that Chinese sentences speak of. */
export const latinAmongHan: UnspacedNames = ({ text }, push) => {
  for (const match of matchesOf(LABELLED, text)) {
    const name = match[1] as string;
    push(match.index + match[0].length - name.length, match.index + match[0].length);
  }
  for (const match of matchesOf(LATIN, text)) {
    const [whole, first, second] = match as unknown as [string, string, string | undefined];
    const end = match.index + whole.length;
    if (first.startsWith('阿')) {
      push(match.index, match.index + first.length);
      continue;
    }
    const word = foldText(first);
    const flags = wordFlags(word);
    if ((flags & Word.given) === 0 || NOT_NAMES.has(word)) continue;
    const before =
      BEFORE.test(text.slice(Math.max(0, match.index - 4), match.index)) || JOINED.test(text[match.index - 1] ?? '');
    const after = AFTER.test(text.slice(end, end + 4));
    if (!before && !after) continue;
    if ((flags & Word.everyday) !== 0 && !(before && after)) continue;
    push(
      match.index,
      second && (wordFlags(foldText(second.trim())) & (Word.given | Word.surname)) !== 0
        ? end
        : match.index + first.length,
    );
  }
};
