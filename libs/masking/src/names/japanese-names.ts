import { matchesOf } from '../text/matches.ts';
import { isGiven as isChineseGiven } from './chinese-reading.ts';
import { HanSegments } from './han-segments.ts';
import {
  GIVEN_LAST,
  MORE_JAPANESE_GIVEN,
  MORE_JAPANESE_SURNAMES,
  PLACE_SURNAMES,
  SURNAME_FIRST,
  SURNAME_LAST,
} from './japanese-lists.ts';
import { JAPANESE_GIVEN, JAPANESE_SURNAMES } from './unspaced-lists.ts';
import { pushAll, type UnspacedNames } from './unspaced-names.ts';

const HAN = '\\p{Script=Han}々ヶ';
const KATAKANA = '\\p{Script=Katakana}ーｰﾞﾟ\\u3099\\u309a';
const KANA = `\\p{Script=Hiragana}${KATAKANA}`;
const TITLES =
  'さん|さま|様|殿|氏(?![名神])|君(?!津|が代)|くん|ちゃん|先生|部長|課長|係長|社長|専務|常務|主任|店長|所長|室長|次長|会長|支店長|工場長|教授|弁護士|先輩|選手|医師|看護師|議員|監督|コーチ|せんせい|嬢|方(?= )';

const surnames = new Set(`${JAPANESE_SURNAMES} ${MORE_JAPANESE_SURNAMES}`.split(' '));
const given = new Set(`${JAPANESE_GIVEN} ${MORE_JAPANESE_GIVEN}`.split(' '));

const isSurname = (name: string) => surnames.has(name);
/** In the list, or of two characters that surnames begin and end with. */
const looksLikeSurname = (name: string) =>
  surnames.has(name) ||
  (name.length === 2 && SURNAME_FIRST.has(name[0] as string) && SURNAME_LAST.has(name[1] as string));
const looksGiven = (name: string) =>
  given.has(name) ||
  (name.length > 1 && name.length < 4 && GIVEN_LAST.has(name.at(-1) as string) && isChineseGiven(name.slice(0, -1)));

/** Behind a surname these make a place, a company, a building. */
const NO_GIVEN =
  /^(?:店|駅|城|市|区|町|村|県|府|線|寺|社|商|公園|空港|大学|高校|中学|小学|病院|製|工|銀|支|営|家|屋|館|橋|川|山|通|技|動物|牛|部|課|海|湖|島|港|駐|電|鉄|産|運|物|建|不動|証|信|交|組|会|園|宮|神|坂|台|丘|ケ|ヶ|方|宅|様|側|分|用|名|達|等|式|流|派|系|型|版|発|着|行|経|先生|君|氏|殿|東|西|南|北|本店|洋|食|酒|薬|書|新聞|放送|体育|温泉|郵便|警察|消防|裁判|税務|地|平野|県産)/u;

const LABELS =
  '氏名(?:カナ|\\(カナ\\)|漢字)?|お?名前(?:\\([^()\\n]{1,8}\\))?|名義人?|口座名義人?|カード名義人?|フリガナ|ふりがな|カナ|かな|カナ氏名|漢字氏名|セイ|メイ|姓|名|宛名|宛先|担当者?|ご担当者?|連絡先担当|差出人|送り主|お届け先|届け先|配達先|依頼主|ご依頼主|契約者|申込者|申請者|承認者|責任者|受取人|受取人名|受取者|送信者|会員名|登録名|利用者名?|使用者|本名|旧姓|新姓|旧氏名|患者名?|保護者名?|被保険者|加入者|予約者|宿泊者|搭乗者|お客様(?:氏)?名?|顧客名?|代表者|代表|作成者|報告者|記入者|署名|ニックネーム|ハンドルネーム|親権者|世帯主|配偶者|故人|喪主|連帯保証人|保証人|緊急連絡先|オペレータ|応対者|受付者|OP|作業者|発注者|振込名義|振込人|依頼人|名宛|CC|Cc|cc|TO|To';
const VALUE = `[${HAN}${KANA}・=][${HAN}${KANA}・=]{0,14}(?: [${HAN}${KANA}・]{1,10})?`;
const LABELLED = new RegExp(
  `(?<![${HAN}${KATAKANA}])(?:${LABELS})(?: ?\\([^()\\n]{1,8}\\))?["']? {0,6}(?:[:=|] {0,3}\\n?(?: {0,3}・)? {0,3}|は(?=[^ ])|(?:\\n| )(?! ))["'「『【]?(${VALUE})`,
  'gu',
);
const ENDING =
  /(?:になっています|になって.*|でお願いします?.*|でございます.*|です.*|と申します.*|という.*|ですが.*|にて.*|宛て?|まで.*|から.*|より.*|さん.*|様.*|殿|氏|くん.*|ちゃん.*|先生.*|さま.*|に変更.*|へ変更.*|ではなく.*|じゃなく.*|が.*|を.*|に(?=[^\p{Script=Hiragana}]).*|は(?=[^\p{Script=Hiragana}]).*|で登録.*)$/u;
const NO_VALUE =
  /^(?:を|が|の|に|は|と|で|も|や|者|必須|不|未|無|空|なし|有|任意|同上|同じ|変更|確認|入力|登録|表示|設定|全角|半角|カタカナ|ひらがな|漢字|ローマ字|システム|サーバ|サポート|センター|エラー|テスト|ユーザ|アカウント|メール|パスワード|パス|電話|住所|生年|性別|番号|不明|不正|別|次|以下|以上|上記|下記|弊社|当社|御社|貴社|本人|ご本人|お客|各位|担当|部署|部門|全員|全部|一致|正し|間違|誤|文字|数字|英|記号|欄|項目|長|短|最大|最小|ここ|こちら|そちら|あちら|これ|それ|どれ|どなた|誰|何|なに|管理者|利用者|確定|変わ|ファイル|ドメイン|ホスト|サービス|アプリ|プラン|商品|製品|会社|株式|有限|法人|個人|東京|大阪|京都|北海道|.{0,3}[都道府県]|.{1,4}市|〒|いつも|どこ|データ|フォルダ|ラベル|クラス)/u;

const NO_NAME =
  /^(?:ゲスト|オペ$|カスタマー|者|電話|住所|担当|弊社|当社|御社|貴社|御中|皆|以上|敬具|お客|客|お世話|何|誰|神$|奥$|王$|主$|殿$|部長|課長|社長|先生|本件|同$|同様|仕$|模$|多$|有$|異$|貴$|各$|別$|諸$|父$|母$|兄$|姉$|苦労|疲|各位|関係者|利用者|管理者|担当者|開発者|可能|無理|無事|大丈夫|必要|不可|不明|不要|以下|上記|下記|次第|状態|状況|通り|希望|予定|場合|同じ|問題|原因|正常|異常|有効|無効|有料|無料|初めて|最新|最新版|設定|確認|対応|発生|停止|表示|画面|番号|注文番号|会員番号|商品|製品|本日|今日|昨日|明日|今月|先月|平日|休日|午前|午後|全員|全部|一部|一般|東京|大阪|京都|名古屋|日本|英語|法人|個人|会社|会員|契約|請求|支払|支払い|入金|返金|返品|二重|三重|残念|幸い|間違い|勘違い|初期|通常|緊急|至急|重要|現在|以前|以後|同上|別件|別紙|添付|添付資料|資料|次回|前回|今回|毎回|毎日|毎月|医者|店員|係員|業者|運転手|配達員|隣|近所|親御|子供|子ども|取引先|購入者|相手|本人|家主|大家|上司|部下|同僚|友達|友人|先方|店長|株主|患者|保護者|生徒|学生|受講者|参加者|応募者|被害者|加害者|組合員|職員|社員|新人|外人|芸人|仲人|犯人|名人|達人|花嫁|花婿|奥様|王子|王女|旦那|若|姫|坊|嬢|爺|婆|叔父|叔母|伯父|伯母|祖父|祖母|支店|本店|新任|前任|後任|副|元|現|総務|営業|経理|人事|開発|製造|技術|品質|企画|広報|法務|購買|情報|システム|サーバ|プリンタ|スマホ|パソコン|カード|ロボット|アプリ|メーカー|ユーザー|オーナー|マネージャー|リーダー|スタッフ|ドライバー|オペレーター|アルバイト|パート|ゲスト|ホスト|メンバー|クライアント|サポート|ヘルプデスク|コールセンター|ドクター|ナース|パパ|ママ|ベビー|ペット|ワン|ニャン|ネコ|イヌ|クマ|サンタ|ファミリー|リモコン|ルーター|モデム|ケーブル|ボタン)/u;

/** Names by title, introduction and department. */
const TITLED = new RegExp(
  `((?:[${HAN}]{1,6}|[${HAN}]{1,4}[${KATAKANA}]{2,8}|[${KATAKANA}]{2,12})(?:\\([${HAN}]{1,2}\\))?(?:[・=][${KATAKANA}]{1,10}){0,3}(?: [${HAN}]{1,4}| \\p{Script=Hiragana}{2,5}| [${KATAKANA}・]{2,16})?)(?: ?\\([^()\\n]{1,12}\\))? ?(?=(?:${TITLES})(?![々]))`,
  'gu',
);
const HIRAGANA_TITLED =
  /(?<=^|[\s、。「『(,はのとがもへにを]|ば)((?!お|ご|みな|おかあ|とう|かあ|にい|ねえ|じい|ばあ|たく|さん|この|その|どの|あの|なん|いろ|ちゃん|よう|やま|まい|たい|そう|えん)[ぁ-ん]{2,5}(?:[ー])?)(?=さん|ちゃん|くん|様|先輩|先生)(?!さん(?:ざん|ご))/gu;
const INTRODUCED = [
  `(?:の|、|。|\\s|^|は|,)([${HAN}]{1,4}[ \\t]{1,2}[${HAN}${KANA}]{1,4}|[${HAN}]{1,6}|[${HAN}]{1,4}\\p{Script=Hiragana}{2,4}?|[${KATAKANA}・]{3,16}|\\p{Script=Hiragana}{2,6})(?=と申します|と申し|といいます|と言います)`,
  `(?:わたし|私|僕|ぼく|俺|うち)は([${KATAKANA}・]{2,14}|[${HAN}]{2,5})(?=です|と申)`,
  `(?<=["',\\t|(] ?)([ァ-ヴー]{2,7} [ァ-ヴー]{2,7})(?=["',\\t|)])`,
  `(?:旧姓|新姓|改姓後|本名)([${HAN}]{1,4})(?=[、。,\\s)]|です|$)`,
  `(?<![A-Za-z0-9_.@-])([A-Za-z][A-Za-z'-]{2,18}(?: [A-Z][a-z]{1,14})?) ?(?=さん|様|氏|くん|ちゃん|先生)`,
  `(?:サポート|営業部?|総務部?|経理部?|人事部?|開発部?|担当の)(?:の)?([${HAN}]{2,4})(?=$|[:、。\\s]|より|です|が|は)`,
].map((source) => new RegExp(source, 'gu'));
const PRESENTED = new RegExp(
  `(お世話になっております(?:。|、|,)? ?|(?:株式会社|有限会社|\\(株\\)|会社|部|課|店|支店|病院|学校|事務所|工業|商事|商店)[${HAN}${KANA}A-Za-z]{0,12}の)?(?:の|^|\\n|、|。|,|\\s|は|と|> )([${HAN}]{1,4}|[${HAN}]{1,4}[ \\t][${HAN}${KANA}]{1,4}|[${KATAKANA}]{2,8}|\\p{Script=Hiragana}{2,5})(?=です(?:。|が|、|,|\\s|$)|でございます)`,
  'gu',
);
/** Who somebody is to the writer, and the name alone: `娘のみのりが`, `夫(健二)`. */
const RELATED = new RegExp(
  `(?<![${HAN}])(?:母|父|娘|息子|妻|夫|姉|兄|妹|弟|祖母|祖父|長男|次男|長女|次女|孫|主人|家内|同僚|上司|部下|友人|彼女|彼氏|甥|姪|叔父|叔母|社長|店長|担当|後任|前任|義母|義父)(?:の|、|,|は|\\(|「| )([${HAN}]{2,3}|[ぁ-ん]{2,4}|[ァ-ヴー]{1,3}子|[ァ-ヴー]{2,4})(?=が|は|も|です|\\)|」|名義|、|,|に|を|\\()`,
  'gu',
);
const NO_RELATED =
  /^(?:ため|とき|ところ|もの|こと|ほう|ぶん|せい|かわり|いえ|なか|うち|そば|よう|まま|あと|まえ|みんな|ほか|方|分|件|車|家|口座|電話|携帯|名義|写真|荷物|誕生|実家|住所|会社|病院|入院|名前|年金|保険|介護|スマホ|カード|メール|パス|ケース|サイト|アプリ|ガラケー|ペット|ギフト|プレゼ|パソコ|タブレ|ケータイ|カメラ|バイク|ログイ|データ|.*ー$)/u;

/** Japanese names. */
export const japaneseNames: UnspacedNames = ({ text }, push) => {
  for (const match of matchesOf(LABELLED, text)) {
    const value = match[1] as string;
    const start = match.index + match[0].length - value.length;
    const explicit = /[:=|]/.test(match[0].slice(0, -value.length));
    const next = text[start + value.length];
    // `セイ:ヤマザキ メイ:ケント`: the second word is the next label.
    const own = next === ':' || next === '=' ? value.replace(/ [^ ]*$/, '') : value;
    const name = own.replace(ENDING, '').replace(/ $/, '');
    if (name !== '' && !NO_VALUE.test(name) && (explicit ? isValue(name) : isNameAlone(name)))
      push(start, start + name.length);
  }
  pushAll(text, TITLED, isTitledName, push);
  pushAll(text, HIRAGANA_TITLED, (name) => !NO_NAME.test(name), push);
  for (const pattern of INTRODUCED) pushAll(text, pattern, (name) => !NO_NAME.test(name), push);
  for (const match of matchesOf(PRESENTED, text)) {
    const name = match[2] as string;
    const start = match.index + match[0].length - name.length;
    if (NO_NAME.test(name) || NO_VALUE.test(name)) continue;
    const compact = name.replace(/[ \t]+/, '');
    if (match[1] !== undefined ? isHanOnly(compact) : isNameAlone(name)) push(start, start + name.length);
  }
  pushAll(
    text,
    RELATED,
    (name) =>
      !NO_RELATED.test(name) && !NO_NAME.test(name) && (!isHanOnly(name) || looksGiven(name) || isSurname(name)),
    push,
  );
  for (const match of matchesOf(HAN_RUN, text)) {
    const run = match[0];
    const end = match.index + run.length;
    const size = [3, 2, 4, 1].find((length) => isSurname(run.slice(0, length)));
    const rest = (size === undefined ? run : run.slice(size)).replace(/(?:様方|宛|様|殿|氏|本人|名義|先生)$/u, '');
    const surname = size === undefined ? '' : run.slice(0, size);
    const nameEnd = match.index + (size ?? 0) + rest.length;
    if (size === undefined) {
      const likely = run.length > 3 && run.length < 6 && looksLikeSurname(run.slice(0, 2)) && given.has(run.slice(2));
      if (likely) push(match.index, end);
      continue;
    }
    if (rest !== '' || nameEnd < end) {
      if (rest === '') continue;
      const strong = given.has(rest) && (size > 1 || rest.length > 1);
      const likely = size > 1 && looksGiven(rest) && !isSurname(run) && !PLACE_SURNAMES.has(surname);
      if (!NO_GIVEN.test(rest) && (strong || likely || (size > 1 && PLACE_SURNAMES.has(surname) && given.has(rest))))
        push(match.index, nameEnd);
      continue;
    }
    if (size === 1) continue;
    const before = text.slice(Math.max(0, match.index - 2), match.index);
    const after = text.slice(end, end + 8);
    const own = GIVEN_AFTER.exec(after);
    if (
      own &&
      (given.has(own[1] as string) ||
        /^$|[\s。、)(<:/,"|]/.test(text[end + own[0].length] ?? '') ||
        ADDRESSED.test(text.slice(end + own[0].length, end + own[0].length + 3)))
    )
      push(match.index, end + own[0].length);
    else if (
      !PLACE_SURNAMES.has(run) &&
      (ALONE.test(after) || (/[。\n] ?$/.test(before) && /^\s{0,3}$|^\s{0,3}\n/.test(after)))
    )
      push(match.index, end);
    else if (/^(?:さくら|まどか|ひかり|みのり|[ぁ-ん]{1,2}[子こ美み](?![ぁ-ん]))/.test(after)) {
      const kana = /^[ぁ-ん]{2,3}/.exec(after)?.[0] ?? '';
      if (given.has(kana)) push(match.index, end + kana.length);
    }
  }
};

const isHanOnly = (name: string) => /^[\p{Script=Han}々]+$/u.test(name);

/** Behind a colon all is a name that is no sentence and no company. */
const isValue = (name: string) =>
  name.length < 18 &&
  !/(?:会社|銀行|センター|サービス|システム|支店|本店|部|課|ください|ません|ました|している)$/u.test(name) &&
  !/[のをがは].*[をがはです]/u.test(name);

/** With no colon: a full name, a surname of the lists, or kana that is a name. */
function isNameAlone(name: string): boolean {
  const [first = '', second] = name.split(/[ \t]+/);
  if (second !== undefined)
    return (
      looksLikeSurname(first) ||
      (/^[\p{Script=Katakana}ー・]+$/u.test(name) && name.length < 18 && !NO_NAME.test(first)) ||
      (isHanOnly(first) && looksGiven(second))
    );
  const mixed = /^([\p{Script=Han}々]{1,4})(?:[ぁ-ん]{2,4}|[ァ-ヶー]{2,5})$/u.exec(name);
  if (mixed) return isSurname(mixed[1] as string);
  if (!isHanOnly(name)) return given.has(name) || /^[\p{Script=Katakana}ー]+・[\p{Script=Katakana}ー・]+$/u.test(name);
  if (isSurname(name)) return name.length > 1;
  return [3, 2].some(
    (size) => looksLikeSurname(name.slice(0, size)) && name.length > size && looksGiven(name.slice(size)),
  );
}

function isTitledName(name: string): boolean {
  if (NO_NAME.test(name)) return false;
  const [first = ''] = name.split(' ');
  if (!isHanOnly(first) || first.length < 4 || name.includes(' ')) return true;
  // A longer run: only as a full name, not the department it holds an office in.
  const segments = new HanSegments(first, 0, first.length);
  return [3, 2].some((size) => looksLikeSurname(first.slice(0, size))) || segments.wordEnd(0) < 3;
}

const HAN_RUN = new RegExp(`(?<![${HAN}${KATAKANA}])[${HAN}]{1,7}(?![${HAN}])`, 'gu');
const GIVEN_AFTER = new RegExp(
  `^[ \\t\\n]{1,2}([${HAN}]{1,3}?|[${KATAKANA}]{2,8}(?![ぁ-ん])|[${KANA}]{2,4}?)(?=様|殿|氏|さん|の|は|が|です|と|[^${HAN}${KANA}]|$)`,
  'u',
);
const ADDRESSED = /^(?:様|殿|氏|さん)/u;
/** A surname alone, and what says that somebody does something or is spoken to. */
const ALONE =
  /^(?:が(?!あ|な)|に(?:電話|連絡|聞|確認|代|転送|伝|渡|頼|お|メール|送|相談|報告|引)|まで(?:ご|連絡|電話)|より(?:連絡|折|依頼|電話|ご)|と(?=[\p{Script=Han}]{2})|へ(?:連絡|電話|転送|ご)|宛|本人|名義)/u;
