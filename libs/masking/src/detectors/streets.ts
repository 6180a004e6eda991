import type { Scan } from '../scan.ts';
import { Feature, foldText } from '../text/characters.ts';
import { eachMatch } from '../text/matches.ts';
import { Windows } from '../text/windows.ts';
import { WordTable } from '../text/word-table.ts';

const CAP = "\\p{Lu}[\\p{L}\\p{M}'.-]{0,24}";
const NUMBER =
  '[0-9]{1,5}(?:(?:[a-zA-Z]| [A-Z](?: [0-9]{1,3}(?![0-9]))?)(?![\\p{L}.:]))?(?:[-/](?:[0-9]{1,4}[a-zA-Z]?|[A-Z](?![\\p{L}])))?';

interface Streets {
  /** Words that say street, `|` between them; `\\.` is a full stop. The pattern runs only where one of them stands. */
  words: string;
  /** The words end a longer one that a number follows: Lindenallee 27. */
  suffix?: true;
  pattern: (words: string) => string;
}

/** Streets by the word that says street, in the order of each language; every quantifier is bounded. */
const WORDED: readonly Streets[] = [
  // English: 418 Larkspur Lane
  {
    words:
      'Street|St|Lane|Ln|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place|Pl|Square|Sq|Terrace|Ter|Crescent|Cres|Close|Wharf|Parade|Pde|Highway|Hwy|Parkway|Pkwy|Circle|Cir|Trail|Trl|Row|Mews|Gardens|Gdns|Grove|Hill|Quay|Walk|Loop|Alley|Esplanade|Pier|Yard|Brow|Green|Rise|Vale|View|Bank|Gate|Pike|Turnpike|Plaza|Broadway|Marg|Nagar|Chowk|Colony|Layout|Expressway|Freeway|Route|Bypass|Common|Embankment|Fields|Meadow|Mount|Park|Passage|Ridge|STREET|ROAD|AVENUE|LANE|DRIVE|COURT|BOULEVARD|PLACE|WAY|TERRACE|CLOSE|CRESCENT|AVE|BLVD|RD|LN',
    pattern: (words) =>
      `(?<![\\p{L}\\p{N}.#:/-])[0-9]{1,5}½?(?: ?[a-zA-Z](?![\\p{L}]))?(?:[-/][0-9]{1,4}[a-zA-Z]?)?,?[ \\n](?:[NSEW]\\.? )?(?:${CAP} ){1,4}(?:${words})(?![\\p{L}])\\.?|(?<![\\p{L}\\p{N}])(?:${CAP} ){1,3}(?:Street|Road|Lane|Avenue|Square|Terrace|Drive)(?=, ${CAP}[^.\\n]{0,40} [A-Z]{1,2}[0-9]{1,2}[A-Z]? ?[0-9][A-Z]{2})`,
  },
  // German, Dutch, Nordic: Lindenallee 27b
  {
    words:
      'straße|strasse|str\\.|STRASSE|STRAßE|STR\\.|WEG|gasse|weg|pfad|stieg|hof|markt|tor|kai|brücke|berg|graben|zeile|park|winkel|wall|steg|twiete|kamp|allee|platz|ring|damm|ufer|steig|chaussee|straat|laan|kade|plein|gracht|singel|dijk|brug|vägen|gatan|gränd|torget|vej|gade|allé|veien|gata|katu|tie|kuja|polku|boulevarden|vænget|torvet|stræde|allén|bakken|parken|svingen|vei|vegen|bakke|gaten|stien|backen|stigen|leden|plan|väg|kaari|aukio|rinne|ranta|laituri|hof|weg|steeg|pad|markt|wal|baan|dreef|steenweg|lei|vest',
    suffix: true,
    pattern: (words) => `(?<![\\p{L}])\\p{Lu}[\\p{L}-]{0,30}(?:${words})[ \\n]${NUMBER}`,
  },
  // French: 12 bis, rue du Moulin
  {
    words:
      'rue|avenue|av\\.|boulevard|bd|impasse|chemin|ch\\.|place|pl\\.|allée|quai|route|rte|cours|square|passage|sentier|villa|cité|faubourg|esplanade|promenade|montée|traverse|rond-point|RUE|AVENUE|BOULEVARD|BD|IMPASSE|CHEMIN|PLACE|ALLÉE|ALLEE|QUAI|ROUTE|COURS|PASSAGE|Rue|Avenue|Boulevard|Chemin|Place|Allée|Quai|Route|Impasse',
    pattern: (words) =>
      `(?<![\\p{L}\\p{N}])[0-9]{1,4}(?: ?(?:bis|ter|[A-D])(?![\\p{L}]))?,? (?:${words})(?: (?:de |du |des |la |le |les |DE |DU |DES |LA |LE |LES |d'|l'|D'|L'){0,3}[\\p{L}'-]{2,24}){1,4}?(?=,| [0-9-]|\\n|\\.|\\)|$|"|\\^|;| –| et | à | au )|(?<![\\p{L}\\p{N}])(?:[Rr]ue|[Aa]venue|[Aa]v\\.|chemin|ch\\.|route|rte|place|quai|boulevard|bd|impasse|allée)(?: (?:de |du |des |la |le |les |d'|l'){0,3}\\p{Lu}[\\p{L}'-]{1,24}){1,3},? [0-9]{1,4}[a-z]?(?![0-9\\p{L}])`,
  },
  // Romance: Calle de los Olmos 14, Rua das Acácias, 512, Via dei Tigli 31
  {
    words:
      'Calle|C/|c/|C\\.|CALLE|RUA|VIA|AVENIDA|Cl\\.|Cra\\.?|Carrera|Cr\\.|Diagonal|Transversal|Ronda|Glorieta|Pasaje|Bulevar|Callejón|Jirón|Jr\\.|Prolongación|Calzada|Cerrada|Privada|Rodovia|Rod\\.|Ladeira|Beco|Quinta|Urbanização|Bairro|Contrada|Località|Lungomare|Borgo|Salita|calle|rua|via|viale|piazza|avenida|Șoseaua|Șos\\.|Aleea|Splaiul|Piața|Bd\\.|B-dul|Intrarea|Jln\\.?|Gang|Gg\\.|Avenida|Av\\.|Avda\\.?|Paseo|Plaza|Carrer|Camino|Rua|R\\.|Travessa|Largo|Praça|Alameda|Estrada|Via|Viale|Piazza|Corso|Vicolo|Strada|Str\\.|Bulevardul|Calea|Jalan|Jl\\.',
    pattern: (words) =>
      `(?<![\\p{L}])(?:Carrera|Cra\\.?|Kr\\.?|Calle|Cl\\.?|Avenida|Av\\.?|Diagonal|Dg\\.?|Transversal|Tv\\.?) [0-9]{1,3}[A-Z]?(?: (?:Bis|Sur|Norte))? ?(?:(?:#|No\\.?|N°) ?[0-9]{1,3}[A-Z]? ?- ?[0-9]{1,3}|(?:n[º°]|Nº) ?[0-9]{1,3}(?![0-9]))|(?<![\\p{L}]|\\p{Lu}\\p{Ll}{1,20} (?=R\\. ))(?:${words})(?: (?:de|del|la|las|los|el|da|das|do|dos|dei|degli|delle|della|di|al|lui|d')){0,3}(?: (?:de |del |da |do |di |y |e |[IVX]{1,4} )?${CAP}){1,4},?[ \\n]?(?:n\\.? ?[º°]? ?|nr\\.? ?|No\\.? ?|núm\\.? ?|# ?|km\\.? ?)?(?:${NUMBER}|s/n|snc)`,
  },
  // Slavic: ul. Kwiatowa 8 m. 15; ул. Берёзовая, д. 14
  {
    words:
      'ul\\.|al\\.|os\\.|pl\\.|ulice|ulica|Ulica|ulicy|náměstí|Bulevar|Булевар|Trg|Трг|Obala|Šetalište|nám\\.|tř\\.|třída|nábřeží|nábř\\.|sídliště|námestie|cesta|trg|bul\\.|ул\\.|улица|улице|ул|вул\\.|вулиця|вулиці|пр\\.|пр-т|просп\\.|проспект|пер\\.|переулок|пров\\.|шоссе|наб\\.|бул\\.|площадь|пл\\.',
    pattern: (words) =>
      `(?<![\\p{L}])(?:${words})(?: "?[\\p{L}.'-]{1,24}"?){1,4},? (?:д\\.|дом|буд\\.|будинок|č\\.p\\.|č\\.|nr|№|бр\\.)? ?${NUMBER}`,
  },
  // Hungarian, Turkish
  {
    words:
      'utca|u\\.|út|útja|tér|tere|körút|krt\\.|köz|sor|sétány|fasor|rakpart|dűlő|Sokak|Sokağı|Sok\\.|Sk\\.|Cadde|Caddesi|Cad\\.|Cd\\.|Mahallesi|Mah\\.|Mh\\.|Bulvarı|Blv\\.|Yolu|sokağı|sokak|gate|vei|vej|gade|gata|gatan|väg|allé|ulica|cesta|trg|iela|gatvė|g\\.|pr\\.|al\\.|tänav|tn|mnt|maantee|tee|puiestee|pst|bulvāris|prospekts|prospektas|alėja|plentas|laukums|väljak|улица|проспект|бульвар|шоссе|переулок|sok\\.|sk\\.|cadde|caddesi|cad\\.|cd\\.|mahallesi|mah\\.|bulvarı',
    pattern: (words) =>
      `(?<![\\p{L}])(?:${CAP} |[0-9]{1,4}\\. ){1,3}(?:${words}),?[ \\n]?(?:[Nn]o[.:]? ?)?${NUMBER}(?: ?D[:.] ?[0-9]{1,3}(?: \\p{Lu}\\p{L}{2,20})?)?`,
  },
  // Vietnamese, Hindi, Arabic, Hebrew
  {
    words: 'quận|phường|huyện|tp|đường|phố|ngõ|hẻm|kiệt|lô|căn|phòng|tòa|thôn|ấp',
    pattern: (words) =>
      `(?<![\\p{L}\\p{N}])[0-9]{1,4}(?:/[0-9]{1,4})?[A-Z]? (?:\\p{Lu}[\\p{L}\\p{M}]{1,10} ?){1,4}, ?(?:Phường|Quận|P\\.|Q\\.|TP|Huyện|Xã|Thành phố)(?=[ .])|(?<![\\p{L}\\p{N}])(?:Lô|Căn hộ|Phòng|Tòa|Thôn|Ấp) [A-Z]{0,2}[0-9]{1,4}(?=,)|(?<![\\p{L}\\p{N}])(?:[Ss]ố )?[0-9]{1,5}[a-zA-Z]?(?:/[0-9]{1,4}[A-Z]?)?,? (?:(?:ngõ|hẻm|kiệt) [0-9]{1,4}(?:/[0-9]{1,4})?,? )?(?:${words})(?: \\p{Lu}[\\p{L}\\p{M}]{0,12}| [0-9]{1,3}){1,5}`,
  },
  {
    words: 'मकान|फ्लैट|प्लॉट|दुकान|रोड|मार्ग|नगर|गली|सड़क|कॉलोनी|लाइन्स|लाइंस|बाज़ार|बाजार|चौक|विहार|एन्क्लेव|पुरम|बाग',
    pattern: () =>
      `(?:मकान|फ्लैट|प्लॉट|दुकान)(?: (?:नं\\.?|नंबर|संख्या|क्रमांक))? ?[0-9]{1,5}(?:[/-][0-9A-Z]{1,4})?(?:, ?[\\p{L}\\p{M}.0-9 ]{2,30}){1,4}(?: ?-? ?[0-9]{6})?|(?<![0-9/.-])[0-9]{1,5}[a-zA-Zक-ह]?(?:[/-][0-9A-Z]{1,4})?, ?(?:[\\p{L}\\p{M}.0-9 ]{2,30}, ?\n?){1,4}[\\p{L}\\p{M} ]{2,24} ?[-–—] ?\n? ?[0-9]{6}(?![0-9])`,
  },
  {
    words: 'طريق|جادة|شارع|بشارع|لشارع|والشارع',
    pattern: () =>
      `(?:(?<![0-9])[0-9]{1,4}(?:/[0-9]{1,3})?[ \\n])?شارع [\\p{L}\\p{M} ]{2,30}(?: ?[0-9]{1,5})?(?:[,،] ?(?:مبنى|شقة|رقم|عمارة|بناية|حي|الدور|طابق|منطقة)? ?[\\p{L}\\p{M} ]{0,24} ?[0-9]{0,6}){0,4}`,
  },
  {
    words: 'רחוב|שדרות|דרך|סמטת|כיכר|לרחוב|ברחוב|לשדרות|בשדרות',
    pattern: () =>
      `(?<![\\p{L}])[לבמ]?(?:רחוב|רח'|שדרות|שד'|סמטת|כיכר|דרך) [\\p{L}"' ]{2,24} ?[0-9]{1,4}(?:, ?[\\p{L}" -]{2,24}(?: [0-9]{7})?)?`,
  },
  {
    words: 'خیابان|میدان|کوچه|بلوار|پلاک|ميدان',
    pattern: () =>
      `(?:[\\p{L}]{2,16}[،,] ?)?(?:خیابان|میدان|کوچه|بلوار) [\\p{L}\\p{M} ]{2,24}[،,] ?(?:[\\p{L}\\p{M} ]{2,24}[،,] ?)?پلاک[ \\n][0-9]{1,5}(?:[،,] ?کد پستی [0-9]{5,10})?`,
  },
];

const CHINA =
  '(?:北京|天津|上海|重庆|重慶|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆)(?:省|市|自治区)?|新界|九龍|九龙|香港|澳門|澳门|(?:臺|台)(?:北|中|南)市|新北市|高雄市|桃園市|將軍澳|沙田|元朗';
const KANA = '\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hiragana}ー々ヶケ';

/** Scripts without spaces: the words are part of longer runs. */
const UNSPACED: readonly string[] = [
  // Korea, without the word for the city: 마포 세종대로 66, 101동 1203호
  `(?:\\([0-9]{5}\\)[ \\n]?)?(?<![\\p{Script=Hangul}])[\\p{Script=Hangul}]{2,4}[ \\n][\\p{Script=Hangul}]{2,8}(?:대로|로|길)[ \\n]?[0-9]{1,4}(?:[-/][0-9]{1,4})?[A-Za-z]?(?:, ?[0-9]{1,4}동(?: ?[0-9]{1,4}호)?)?`,
  // Thailand: เลขที่ 124 ถนนเจริญกรุง ปากเกร็ด 76948
  `(?:(?:บ้าน)?เลขที่ ?)?[0-9]{1,4}(?:/[0-9]{1,4})?[a-zA-Zก-ฮ]? (?:หมู่(?:ที่)? ?[0-9]{1,2} )?(?:ซอย|ถนน|ถ\\.|ซ\\.|หมู่บ้าน)[\\p{Script=Thai}\\p{M}0-9]{2,30}(?: [\\p{Script=Thai}\\p{M}0-9]{1,24}){0,5}? [0-9]{5}`,
  `(?:\\([0-9]{5}\\)[ \\n]?)?[\\p{Script=Hangul}]{2,8}(?:시|도|구|군) (?:[\\p{Script=Hangul}]{1,8}(?:시|구|군|읍|면|동) ){0,3}[\\p{Script=Hangul}0-9]{1,12}(?:로|길|동) ?[0-9]{1,5}(?:-[0-9]{1,4})?[A-Za-z]?`,
  `〒? ?[0-9]{3}-[0-9]{4}[ \\n]?[\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hiragana}ー]{2,24}[0-9]{1,4}(?:丁目|番地|-)[0-9-]{0,9}(?: [\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hiragana}ー]{1,16}?(?:[0-9]{1,4}(?:階|号室|号|F)?|ビル|マンション)(?![\\p{Script=Hiragana}]{3}))?`,
  `[\\p{Script=Han}]{1,8}(?:省|市|区|區|县|縣|都|府)[\\p{Script=Han}]{1,20}[0-9]{1,5}(?:号|號|弄|巷|番|丁目|-[0-9]{1,4})[\\p{Script=Han}0-9-]{0,20}`,
  // A road and its number behind a town that is not called one: 南京中山路168号，邮编519081
  `(?<=^|[^\\p{Script=Han}]|[到在住址是为為至往于於])(?![住在地现現请請寄送把将將])[\\p{Script=Han}]{2,16}?(?:大街|大道|路|街|巷|胡同|弄|里弄|[东西南北中]区|工业园|科技园|开发区)[东西南北中東]?[一二三四五六七八九]?[段街路]? ?[0-9]{1,5}[A-Za-z]? ?(?:号|號|弄)(?:院|楼|樓)?(?: ?[0-9A-Z]{1,4} ?(?:号楼|號樓|幢|栋|棟|座|单元|單元|室|樓|楼|层|層|房|户|号))*(?:之[0-9]{1,2})?(?:[,，] ?(?:邮编|郵編|邮政编码|郵遞區號)[:： ]?[0-9]{5,6})?`,
  // The same where the line breaks within: 台中市西屯⏎區文化路36號
  `[\\p{Script=Han}]{2,3}[市县縣][\\p{Script=Han}]{1,4}\\n[\\p{Script=Han}]{1,8}[路街段巷弄][0-9]{1,5}[A-Za-z]?[号號]`,
  // China, Taiwan, Hong Kong, Macao, with blanks around the numbers: 余杭区文一西路 1688 号翠苑新村 12 幢 3 单元 602 室
  `(?:${CHINA}|[\\p{Script=Han}]{2,3}(?:市|县|縣|区|區))[\\p{Script=Han}]{1,20} ?[0-9]{1,5} ?(?:号|號|弄|巷|段|街|村|组|組|甲|乙|-[0-9]{1,4})(?: ?[\\p{Script=Han}]{1,8} ?[0-9A-Z]{1,5}| ?[0-9A-Z]{1,5} ?[\\p{Script=Han}]{1,8}?(?=[0-9A-Z ,，。、]|$)){0,7}(?: ?(?:幢|栋|棟|座|单元|單元|室|樓|楼|层|層|房|户|戶|门|門|号|號)| ?之 ?[0-9]{1,2}){0,2}`,
  // Japan: 山形県酒田市亀ケ崎4-2-19, 札幌市白石区菊水三条4丁目, and the building behind
  `(?:〒? ?[0-9]{3}-[0-9]{4}[ \\n]?)?(?:(?:北海道|東京都|大阪府|京都府|[\\p{Script=Han}]{2,3}県)[${KANA}]{2,20}?|[\\p{Script=Han}]{2,4}市[${KANA}]{2,14}?)[0-9一二三四五六七八九十]{1,4}(?:(?:丁目|番地|番|号|条|の|-)[0-9一二三四五六七八九十]{0,4}){0,4}(?:[ 　]?[\\p{Script=Katakana}\\p{Script=Han}ー]{2,14}(?: ?[A-Z]?-?棟?[0-9]{1,4}(?:号室|号|階|F)?))?`,
  // Korea: 경기도 성남시 분당구 정자일로 213번길 5, 104동 1802호 (정자동, 느티마을)
  `(?<![\\p{Script=Hangul}])[\\p{Script=Hangul}]{2,7}(?: [\\p{Script=Hangul}]{1,5}(?:시|군|구)){1,2}(?: [\\p{Script=Hangul}]{1,6}(?:읍|면|동|가|리)){0,2}(?: [\\p{Script=Hangul}0-9]{1,10}(?:대로|로|길|리|동|산))? ?(?:[0-9]{1,4}번?길 ?)?[0-9]{1,4}(?:-[0-9]{1,4})?(?:번지)?(?:,? [\\p{Script=Hangul}0-9A-Z]{0,10}(?:[0-9](?:동|호|층)|옥탑|지하|아파트|빌라|오피스텔|마을)(?: [0-9]{1,4}호)?){0,4}(?: ?\\([\\p{Script=Hangul}0-9, ]{2,24}\\))?`,
  // Thailand down to the province: 88 ซ.เทศบาล 16 ถ.มิตรภาพ ต.ปากช่อง อ.ปากช่อง จ.นครราชสีมา 30130
  `[0-9]{1,5}(?:/[0-9]{1,4})? (?:[\\p{Script=Thai}\\p{M}./0-9]{1,28} ){1,8}?(?:จ\\.|จังหวัด|เขต|กรุงเทพ|กทม)[\\p{Script=Thai}\\p{M}]{0,24}(?: [0-9]{5})?`,
];

const worded = WORDED.map(({ words, pattern }) => new RegExp(pattern(words), 'gu'));
const unspaced = UNSPACED.map((source) => new RegExp(source, 'gu'));
const suffixBits = WORDED.reduce((bits, { suffix }, index) => bits | (suffix ? 1 << index : 0), 0);
const suffixes = WORDED.filter(({ suffix }) => suffix).flatMap(({ words }) =>
  foldText(words.replaceAll('\\.', '')).split('|'),
);
const SUFFIX = new RegExp(`(?:${suffixes.join('|')})$`);
/** By the last letter of a word and the one before: most words end like no street. */
const endings = new Uint8Array(1 << 12);
const endingOf = (last: number, before: number): number => ((before & 63) << 6) | (last & 63);
for (const suffix of suffixes)
  endings[endingOf(suffix.charCodeAt(suffix.length - 1), suffix.charCodeAt(suffix.length - 2))] = 1;

/** By vocabulary id, the patterns whose word it is, one bit each. */
const bitsOfWord = new WordTable();
for (const [index, { words, suffix }] of WORDED.entries()) {
  if (suffix) continue;
  for (const word of words.split('|')) {
    const first = foldText(word).match(/^[\p{L}\p{M}]+/u)?.[0] ?? '';
    bitsOfWord.add([first], 1 << index);
  }
}

/** The farthest that a match reaches from the word that says street. */
const BEFORE = 140;
const AFTER = 200;

/** Calls `found` for every street; index and text are those of the pattern's match. */
export function eachStreet(scan: Scan, found: (match: RegExpExecArray) => void): void {
  for (const [index, windows] of windowsByPattern(scan).entries()) windows?.eachMatch(worded[index] as RegExp, found);
  if ((scan.features & Feature.unspaced) === 0) return;
  for (const pattern of unspaced) eachMatch(pattern, scan.text, found);
}

/** By pattern, where its words stand. */
function windowsByPattern(scan: Scan): (Windows | undefined)[] {
  const { count, ids, starts, ends } = scan.tokens;
  const windows: (Windows | undefined)[] = [];
  for (let token = 0; token < count; token += 1) {
    let bits = bitsOfWord.of(ids[token] as number) | (endsStreet(scan, token) ? suffixBits : 0);
    for (let index = 0; bits !== 0; index += 1, bits >>>= 1) {
      if ((bits & 1) === 0) continue;
      const own = windows[index] ?? new Windows(scan.text, BEFORE, AFTER);
      own.add(starts[token] as number, ends[token] as number);
      windows[index] = own;
    }
  }
  return windows;
}

/** Whether a number stands here whose word before ends like a street: Lindenallee 27, Hauptstr. 5. */
function endsStreet({ tokens, folded }: Scan, token: number): boolean {
  const { kinds, starts, ends } = tokens;
  if (kinds[token] !== 2 || token === 0) return false;
  const before = kinds[token - 1] === 0 && token > 1 ? token - 2 : token - 1;
  if (kinds[before] !== 1) return false;
  const end = ends[before] as number;
  if (endings[endingOf(folded.charCodeAt(end - 1), folded.charCodeAt(end - 2))] === 0) return false;
  return SUFFIX.test(folded.slice(starts[before], end));
}
