import { matchesOf } from '../text/matches.ts';
import { JAPANESE_GIVEN, JAPANESE_SURNAMES } from './unspaced-lists.ts';
import { pushAll, type UnspacedNames } from './unspaced-names.ts';

const HAN = '\\p{Script=Han}々';
const KANA = '\\p{Script=Hiragana}\\p{Script=Katakana}ー';
const TITLES = 'さん|さま|様|殿|氏(?!名)|君|くん|ちゃん|先生|部長|課長|係長|社長|専務|常務|主任|店長|教授|弁護士|先輩';

const surnames = new Set(
  `${JAPANESE_SURNAMES} 八神 小野寺 佐々木 志田 榊 柊 桐谷 神崎 綾瀬 早乙女 御手洗 東雲 一ノ瀬 二階堂 三ツ井 四宮 五十嵐 六車 七瀬 九条 鷹野 黒崎 白石 赤坂 青山 緑川 水無瀬 冬木 夏目 春日 秋山 雨宮 風間 雪村 星野 月島 日向 朝倉 夜久 真田 相良 瀬戸 奥田 堀内 桜庭 橘 楠 柳 梶 槙 椿 葵 蓮見 葛西 荻野 菅野 藤堂 薮 近江 遠山 鈴村 鳥居 鶴田 鹿島 麻生`.split(
    ' ',
  ),
);
const given = new Set(
  `${JAPANESE_GIVEN} 遥 翔 翔太 大輔 健太 拓也 直樹 和也 達也 哲也 裕子 真由美 由美子 陽子 智子 恵子 久美子 美咲 美穂 麻衣 沙織 彩 愛 舞 葵 凛 結衣 陽菜 美羽 莉子 蓮 悠真 湊 樹 大翔 陽翔 健 誠 隆 浩 剛 修 実 茂 勇 進 豊 清 博 明 学 徹 聡 亮 潤 涼 翼 一郎 太郎 次郎 三郎 花子 千尋 真理 香織 直美 純 薫 忍 光 望 歩 海斗 颯太 陸 空`.split(
    ' ',
  ),
);

const CUED = [
  `(?:の|、|。|\\s|^|は)([${HAN}]{1,4}[ \\t]{1,2}[${HAN}${KANA}]{1,4}|[${HAN}]{2,6}|[\\p{Script=Katakana}ー]{3,10})(?=と申します|と申し|といいます|と言います)`,
  `(?:の|^|\\n|、|。|は)([${HAN}]{1,5}|[${HAN}]{1,4}[ \\t][${HAN}${KANA}]{1,4})(?=です(?:。|が|、|\\s|$)|でございます)`,
  `(?:氏名|お名前|名前|名義|宛名|担当者|担当|契約者|承認者|責任者|ご担当者|連絡先担当|申込者|受取人|差出人|宛先|送信者|本名|フリガナ|カナ)[:は]\\s?([${HAN}${KANA}]{1,6} ?[${HAN}${KANA}]{0,6})(?=[\\s、。/(<]|$|です)`,
  `([${HAN}]{1,6}(?: [${HAN}${KANA}]{1,4})?|[\\p{Script=Katakana}ー]{2,8})(?=${TITLES})`,
  `(?:サポート|営業部?|総務部?|経理部?|人事部?|開発部?|担当の|担当)(?:の)?([${HAN}]{2,4})(?=$|[:、。\\s]|より|です|が|は)`,
].map((source) => new RegExp(source, 'gu'));

const NO_NAME =
  /^(?:必須|任意|完了|無効|有効|不備|未定|対象|閉店|定休|三件|者|電話|住所|担当|弊社|当社|御社|貴社|御中|皆|以上|敬具|お客|客|お世話|何|誰|神|奥|王|主|部長|課長|社長|先生|本件|同様|仕|模|多|有|異|各位|関係者|利用者|管理者|担当者|開発者|可能|無理|無事|大丈夫|必要|不可|不明|不要|以下|上記|下記|次第|状態|状況|通り|希望|予定|場合|同じ|問題|原因|正常|異常|有効|無効|有料|無料|初めて|最新|最新版|設定|確認|確認中|対応|対応中|発生|発生中|停止|停止中|表示|画面|番号|注文番号|会員番号|商品|製品|本日|今日|昨日|明日|今月|先月|平日|休日|午前|午後|全員|全部|一部|一般|東京|大阪|京都|名古屋|日本|英語|法人|個人|会社|会員|契約|請求|支払|支払い|入金|返金|返品|二重|三重|残念|幸い|間違い|勘違い|初期|通常|緊急|至急|重要|現在|以前|以後|同上|別|別件|別紙|添付|添付資料|資料|次回|前回|今回|毎回|毎日|毎月)/u;

const isSurname = (text: string) => surnames.has(text);

/** Japanese names. */
export const japaneseNames: UnspacedNames = ({ text }, push) => {
  for (const pattern of CUED) pushAll(text, pattern, (name) => !NO_NAME.test(name), push);
  for (const match of matchesOf(HAN_RUN, text)) {
    const run = match[0];
    const size = [3, 2, 1].find((length) => isSurname(run.slice(0, length)));
    if (size === undefined) continue;
    const rest = run.slice(size);
    const end = match.index + run.length;
    // A surname that closes the text, or the line before its end.
    if (
      rest === '' &&
      size > 1 &&
      /[。\n] ?$/.test(text.slice(Math.max(0, match.index - 2), match.index)) &&
      /^\s{0,3}$|^\s{0,3}\n/.test(text.slice(end, end + 4))
    )
      push(match.index, end);
    if (rest === '' && size > 1) {
      const after = GIVEN_AFTER.exec(text.slice(end, end + 6));
      if (after && (given.has(after[1] as string) || /^$|[\s。、)(<:/]/.test(text[end + after[0].length] ?? '')))
        push(match.index, end + after[0].length);
    } else if (given.has(rest) && (size > 1 || rest.length > 1)) {
      push(match.index, end);
    }
  }
};

const HAN_RUN = new RegExp(`(?<![${HAN}])[${HAN}]{1,7}(?![${HAN}])`, 'gu');
const GIVEN_AFTER = new RegExp(
  `^[ \\t\\n]{1,2}([${HAN}]{1,3}?|[${KANA}]{2,4}?)(?=様|殿|氏|さん|の|は|が|です|と|[^${HAN}${KANA}]|$)`,
  'u',
);
