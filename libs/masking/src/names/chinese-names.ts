import { matchesOf } from '../text/matches.ts';
import { CHINESE_GIVEN } from './unspaced-lists.ts';
import { pushAll, type UnspacedNames } from './unspaced-names.ts';

const HAN = '\\p{Script=Han}';
const COMPOUND =
  '欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|東方|皇甫|尉迟|尉遲|公孙|公孫|令狐|慕容|司徒|夏侯|宇文|长孙|長孫|轩辕|端木|百里|南宫|南宮|西门|西門|独孤|獨孤|闻人|聞人|钟离|鍾離|张简|張簡|范姜|呼延|澹台|赫连|太史|申屠|拓跋|公羊|淳于';
/** The most common surnames, simplified and traditional (百家姓 and census lists). */
const SURNAMES =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾鐘姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒熊白孟秦邱侯江尹薛闫閆阎閻段雷龙龍黎史陶贺賀毛郝顾顧龚龔邵万萬钱錢严嚴洪莫施向温溫康牛樊葛邢安齐齊庄莊伍喻申聂聶焦柳靳柴俞傅章鲁魯翁欧歐耿关關兰蘭覃倪鲍鮑柯阮童辛饶饒凌霍包成房甄尤裴瞿翟路管符祝褚甘宁寧梅盛骆駱项項曲缪繆戴岳宫宮穆卓苗詹娄婁左涂屈冉牟蓝藍占游古桂芦单單车車谷晏费費应應芮米楚舒卜祁栾欒麦麥沙滕窦竇季艾华華戚仇虞尚闵閔景晋冷郎连連苟竺全仲原隋满滿商鞠郁佟练池迟解臧簡简塗涂凃鄔邬闕阙莊巫嚴巴敖晁柏查甯詩卞厲厉沃沐汲';
const NAME = `(?:${COMPOUND})[${HAN}]{1,2}|[${SURNAMES}][${HAN}]{1,2}`;

const given = new Set(CHINESE_GIVEN.split(' '));
/** Characters given names are made of: those of the list and the most common others. */
const GIVEN_CHARACTERS = new Set([
  ...CHINESE_GIVEN.replace(/ /g, ''),
  ...'伟偉芳娜敏静靜丽麗强強磊军軍洋勇艳豔杰傑娟涛濤明超秀霞平刚剛桂英华華玉兰蘭红紅文辉輝玲梅鑫波宇浩凯凱健俊帆雪荣榮琴燕云雲莹瑩婷欣怡佳嘉琪雅思诗詩涵梓轩軒子晨阳陽若曦萱语語馨悦悅瑞一诺諾博志远遠国國栋棟建晓曉小海峰龙龍飞飛鹏鵬斌亮林森淑贞貞惠珍慧巧美娜颖穎倩茜雯蕾薇菲瑶瑤珊春夏秋冬冰月星天龙德福禄祥瑞庆慶永安康宁寧成功仁义義礼禮智信忠孝廉勤朴家启啟哲睿泽澤润潤洪江河湖山岩松柏竹菊荷莲蓮楠彬豪毅恒恆立正清源新东東南西北中金银銀铁鐵振兴興昌盛胜勝利民生才学學良善友世宗祖光耀宏达達贵貴富少青雨露霜虹霖',
]);

const CUED = [
  `(?:我叫|我是|本人|姓名[:为為是]? ?|名字[:是]? ?|联系人[:是]? ?|聯絡人[:是]? ?|收件人[:是]? ?(?:应该是|應該是)?|收货人[:是]? ?|收貨人[:是]? ?|寄件人[:是]? ?|户名[:是]? ?|戶名[:是]? ?|持卡人[:是]? ?|开户人[:是]? ?|负责人[:是]? ?|負責人[:是]? ?|经办人[:是]? ?|申请人[:是]? ?|发件人: ?|收件人: ?|抄送: ?|署名[:是]? ?|致电|联系|找|转告|同事|主管|负责人:? ?|負責人:? ?|由|老公|老婆|丈夫|妻子|太太|儿子|女儿|母亲|父亲|妈妈|爸爸|(?:我|他|她)(?:先生|爱人))(${NAME})(?=$|[^${HAN}]|[的说說在是和与與及给給,将將也都已正会會想要申打收发發看去来來昨今明前可能批拥擁看去来來反提確确])`,
  `(?:应该是|應該是|不是|而不是|改成|改为|改為|写成|寫成)((?:${COMPOUND})[${HAN}]{1,2}|[${SURNAMES}][${HAN}]{2})(?=$|[^${HAN}])`,
  `(?:我叫|姓名[:为為是]? ?|联系人: ?|收件人: ?|收货人: ?|户名: ?|持卡人: ?)([${HAN}]{2,4})(?=[,.。、;\\s(<]|$)`,
  `(?<![我您你他她])(${NAME})(?=先生|女士|小姐|太太|老师|老師|经理|經理|主任|总监|總監|工程师|工程師|医生|醫生|教授|律师|律師|同学|同學|阿姨|叔叔|师傅|師傅)`,
  `(?<![${HAN}])((?:${COMPOUND}|[${SURNAMES}]))(?=先生|女士|小姐|太太|总(?![${HAN}])|經理|经理|老师|老師)`,
  `[小老阿]([${SURNAMES}])(?=$|[^${HAN}]|[的说說在是和给給,])`,
].map((source) => new RegExp(source, 'gu'));

const STANDING = new RegExp(
  `((?:${COMPOUND}|[${SURNAMES}])[${HAN}]{2})(?=$|[^${HAN}]|[的说說在是和与與及给給将將也已您你])`,
  'gu',
);
const BEFORE = /(?:^|[^\p{Script=Han}]|[是叫的给給找向与與和由让讓请請问問人为為把被跟同到名师師员員长長士事])$/u;

const SIGNATURE = new RegExp(
  `(?:\\n|[。.!?] {0,2})\\s{0,4}((?:${COMPOUND}|[${SURNAMES}])[${HAN}]{1,2}|[${HAN}]{1,3} [${HAN}]{1,3})\\s{0,4}(?:敬上|谨上|謹上|启|拜上)?\\s{0,4}$`,
  'u',
);
const NO_NAME =
  /^(?:校验|校驗|失败|失敗|电话|電話|住所|地址|邮箱|信箱|密码|谢谢|謝謝|客服|高级|金额|金額|方便|安全|程序|成功|平台|应用|應用|连接|連接|时间|時間|管理|关于|關於|单号|單號|路由|应该|應該|全部|包裹|安装|原因|温馨|方式|方法|任何|任务|任務|何时|何時|项目|項目|解决|解決|万一|高兴|高興|成都|石家|江苏|江蘇|安徽|宁波|寧波|兰州|蘭州|温州|溫州|金华|黄山|白天|周一|周二|周三|周四|周五|周六|周日|周末|向上|单元|單元|符合|沙箱|充值|游戏|遊戲|商品|商家|商店|满足|滿足|全国|全國|华东|华南|华北|别的|車站|车站|古代|米饭|应收|解析|连不)/u;

/** Chinese names. */
export const chineseNames: UnspacedNames = ({ text }, push) => {
  const isName = (name: string) => !NO_NAME.test(name);
  for (const pattern of CUED) pushAll(text, pattern, isName, push);
  if (!/[\u3040-\u30ff]/.test(text)) {
    for (const match of matchesOf(STANDING, text)) {
      const name = match[1] as string;
      const own = name.slice(-2);
      const likely =
        name.length > 3 || given.has(own) || Array.from(own).every((character) => GIVEN_CHARACTERS.has(character));
      if (likely && isName(name) && BEFORE.test(text.slice(Math.max(0, match.index - 1), match.index)))
        push(match.index, match.index + name.length);
    }
  }
  const tail = text.slice(-64);
  const signature = SIGNATURE.exec(tail);
  const name = signature?.[1];
  if (signature && name && isName(name)) {
    const start = text.length - tail.length + signature.index + signature[0].indexOf(name);
    push(start, start + name.length);
  }
};
