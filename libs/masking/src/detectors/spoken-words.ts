import { foldText } from '../text/characters.ts';
import { vocabulary } from '../text/vocabulary.ts';

/** Number words of one language; `/` between variants of one number, in the order of their values. */
interface NumberWords {
  /** 0 to 9. */
  units: string;
  /** 10 to 19, as many as are words of their own. */
  teens?: string;
  /** 20 to 90. */
  tens?: string;
  hundred?: string;
  /** Words written in one: `ten unit` joins as in "fyrtiotvå", `unit link ten` as in "zweiundvierzig". */
  joined?: { order: 'ten-unit' | 'unit-ten'; link?: string; elides?: boolean };
  /** Other words with their values, `word=value`. */
  others?: string;
}

const LANGUAGES: readonly NumberWords[] = [
  {
    units: 'zero/oh/o/nought/naught/nil/null one two three four five six seven eight nine/niner',
    teens: 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    tens: 'twenty thirty forty/fourty fifty sixty seventy eighty ninety',
    hundred: 'hundred',
  },
  {
    units: 'null/nuller eins/ein/eine zwei/zwo drei vier fünf/fuenf sechs sieben acht neun',
    teens: 'zehn elf zwölf/zwoelf dreizehn vierzehn fünfzehn/fuenfzehn sechzehn siebzehn achtzehn neunzehn',
    tens: 'zwanzig dreißig/dreissig vierzig fünfzig/fuenfzig sechzig siebzig achtzig neunzig',
    hundred: 'hundert/einhundert',
    joined: { order: 'unit-ten', link: 'und' },
  },
  {
    units: 'zéro un/une deux trois quatre cinq six sept huit neuf',
    teens: 'dix onze douze treize quatorze quinze seize',
    tens: 'vingt/vingts trente quarante cinquante soixante septante huitante/octante nonante',
    hundred: 'cent/cents',
  },
  {
    units: 'cero uno/un/una dos tres cuatro cinco seis siete ocho nueve',
    teens: 'diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve',
    tens: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
    hundred: 'cien/ciento',
    others:
      'veintiuno=21 veintidós=22 veintitrés=23 veinticuatro=24 veinticinco=25 veintiséis=26 veintisiete=27 veintiocho=28 veintinueve=29 doscientos=200 trescientos=300 cuatrocientos=400 quinientos=500 seiscientos=600 setecientos=700 ochocientos=800 novecientos=900',
  },
  {
    units: 'zero um/uma dois/duas três quatro cinco seis/meia sete oito nove',
    teens:
      'dez onze doze treze quatorze/catorze quinze dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove',
    tens: 'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
    hundred: 'cem/cento',
    others:
      'duzentos=200 trezentos=300 quatrocentos=400 quinhentos=500 seiscentos=600 setecentos=700 oitocentos=800 novecentos=900',
  },
  {
    units: 'zero uno/un/una due tre quattro cinque sei sette otto nove',
    teens: 'dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
    tens: 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
    hundred: 'cento',
    joined: { order: 'ten-unit', elides: true },
  },
  {
    units: 'nul een/één twee drie vier vijf zes zeven acht negen',
    teens: 'tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien',
    tens: 'twintig dertig veertig vijftig zestig zeventig tachtig negentig',
    hundred: 'honderd',
    joined: { order: 'unit-ten', link: 'en' },
  },
  {
    units: 'noll/nolla ett/en två tre/trea fyra/fyr fem/femma sex/sexa sju/sjua åtta nio/nia',
    teens: 'tio elva tolv tretton fjorton femton sexton sjutton arton nitton',
    tens: 'tjugo/tjuge trettio/tretti fyrtio/förti femtio/femti sextio/sexti sjuttio/sjutti åttio/åtti nittio/nitti',
    hundred: 'hundra',
    joined: { order: 'ten-unit' },
  },
  {
    units: 'null en/ett to tre fire fem seks sju/syv åtte ni',
    teens: 'ti elleve tolv tretten fjorten femten seksten sytten atten nitten',
    tens: 'tjue/tyve tretti/tredve førti/førr femti seksti sytti åtti nitti',
    hundred: 'hundre',
    joined: { order: 'ten-unit' },
  },
  {
    units: 'nul en/et to tre fire fem seks syv otte ni',
    teens: 'ti elleve tolv tretten fjorten femten seksten sytten atten nitten',
    tens: 'tyve tredive/tredve fyrre halvtreds tres halvfjerds firs halvfems',
    hundred: 'hundrede/hundred',
    joined: { order: 'unit-ten', link: 'og' },
  },
  {
    units:
      'nolla yksi/yks kaksi/kaks kolme neljä/nelonen viisi/viis/vitonen kuusi/kuus seitsemän/seiska kahdeksan/kasi yhdeksän/ysi',
    teens:
      'kymmenen yksitoista kaksitoista kolmetoista neljätoista viisitoista kuusitoista seitsemäntoista kahdeksantoista yhdeksäntoista',
    tens: 'kaksikymmentä kolmekymmentä neljäkymmentä viisikymmentä kuusikymmentä seitsemänkymmentä kahdeksankymmentä yhdeksänkymmentä',
    hundred: 'sata',
    joined: { order: 'ten-unit' },
  },
  {
    units: 'zero jeden/jedna dwa/dwie trzy cztery pięć sześć siedem osiem dziewięć',
    teens:
      'dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście',
    tens: 'dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt',
    others:
      'sto=100 dwieście=200 trzysta=300 czterysta=400 pięćset=500 sześćset=600 siedemset=700 osiemset=800 dziewięćset=900',
  },
  {
    units: 'nula jedna/jeden/jedno dva/dvě tři čtyři pět šest sedm/sedum osm/osum devět',
    teens: 'deset jedenáct dvanáct třináct čtrnáct patnáct šestnáct sedmnáct osmnáct devatenáct',
    tens: 'dvacet třicet čtyřicet padesát šedesát sedmdesát osmdesát devadesát',
    hundred: 'sto',
    joined: { order: 'unit-ten', link: 'a' },
  },
  {
    units: 'nula jeden/jedna dva/dve tri štyri päť šesť sedem osem deväť',
    teens: 'desať jedenásť dvanásť trinásť štrnásť pätnásť šestnásť sedemnásť osemnásť devätnásť',
    tens: 'dvadsať tridsať štyridsať päťdesiat šesťdesiat sedemdesiat osemdesiat deväťdesiat',
    hundred: 'sto',
    joined: { order: 'ten-unit' },
  },
  {
    units: 'nulla egy kettő/két három négy öt hat hét nyolc kilenc',
    teens: 'tíz tizenegy tizenkettő/tizenkét tizenhárom tizennégy tizenöt tizenhat tizenhét tizennyolc tizenkilenc',
    tens: 'húsz/huszon harminc negyven ötven hatvan hetven nyolcvan kilencven',
    hundred: 'száz',
    joined: { order: 'ten-unit' },
  },
  {
    units: 'zero unu/una/un doi/două trei patru cinci șase/şase șapte/şapte opt nouă',
    teens:
      'zece unsprezece doisprezece/douăsprezece treisprezece paisprezece cincisprezece șaisprezece șaptesprezece optsprezece nouăsprezece',
    tens: 'douăzeci treizeci patruzeci cincizeci șaizeci șaptezeci optzeci nouăzeci',
    hundred: 'sută/sute',
  },
  {
    units: 'нула едно/един/една две/два три четири пет шест седем осем девет',
    teens:
      'десет единадесет/единайсет дванадесет/дванайсет тринадесет/тринайсет четиринадесет/четиринайсет петнадесет/петнайсет шестнадесет/шестнайсет седемнадесет/седемнайсет осемнадесет/осемнайсет деветнадесет/деветнайсет',
    tens: 'двадесет/двайсет тридесет/трийсет четиридесет/четирийсет петдесет шестдесет/шейсет седемдесет осемдесет деветдесет',
    hundred: 'сто',
  },
  {
    units: 'μηδέν ένα/έναν/μία δύο τρία/τρεις τέσσερα/τέσσερις πέντε έξι επτά/εφτά οκτώ/οχτώ εννέα/εννιά',
    teens:
      'δέκα έντεκα/ένδεκα δώδεκα δεκατρία δεκατέσσερα δεκαπέντε δεκαέξι δεκαεπτά/δεκαεφτά δεκαοκτώ/δεκαοχτώ δεκαεννέα/δεκαεννιά',
    tens: 'είκοσι τριάντα σαράντα πενήντα εξήντα εβδομήντα ογδόντα ενενήντα',
    hundred: 'εκατό/εκατόν',
  },
  {
    units: 'ноль/нуль один/одна/раз два/две три четыре пять шесть семь восемь девять',
    teens:
      'десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать',
    tens: 'двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто',
    others:
      'сто=100 двести=200 триста=300 четыреста=400 пятьсот=500 шестьсот=600 семьсот=700 восемьсот=800 девятьсот=900',
  },
  {
    units: "нуль/ноль один/одна два/дві три чотири п'ять шість сім вісім дев'ять",
    teens:
      "десять одинадцять дванадцять тринадцять чотирнадцять п'ятнадцять шістнадцять сімнадцять вісімнадцять дев'ятнадцять",
    tens: "двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто",
    others: "сто=100 двісті=200 триста=300 чотириста=400 п'ятсот=500 шістсот=600 сімсот=700 вісімсот=800 дев'ятсот=900",
  },
  {
    units: 'sıfır bir iki üç dört beş altı yedi sekiz dokuz',
    teens: 'on',
    tens: 'yirmi otuz kırk elli altmış yetmiş seksen doksan',
    hundred: 'yüz',
  },
  {
    units: 'kosong/nol satu dua tiga empat lima enam tujuh delapan/lapan sembilan',
    teens: 'sepuluh sebelas',
    others: 'puluh=10 belas=10',
  },
  { units: 'không một/mốt hai ba bốn/tư năm/lăm/nhăm sáu bảy/bẩy tám chín', others: 'mười=10 mươi=10 linh=0' },
  {
    units:
      'صفر واحد/واحدة اثنين/اثنان/اتنين/إثنين ثلاثة/تلاتة/ثلاث أربعة/اربعه/أربع خمسة/خمس ستة/ست سبعة/سبع ثمانية/تمانية/ثمان تسعة/تسع',
    teens: 'عشرة',
    tens: 'عشرين/عشرون ثلاثين/ثلاثون أربعين/أربعون خمسين/خمسون ستين/ستون سبعين/سبعون ثمانين/ثمانون تسعين/تسعون',
    hundred: 'مئة/مية/مائة',
  },
  {
    units: 'אפס אחת/אחד שתיים/שניים/שתים שלוש/שלושה ארבע/ארבעה חמש/חמישה שש/שישה שבע/שבעה שמונה/שמונא תשע/תשעה',
    teens: 'עשר/עשרה',
    tens: 'עשרים שלושים ארבעים חמישים שישים שבעים שמונים תשעים',
    hundred: 'מאה',
  },
  {
    units: 'शून्य/जीरो/ज़ीरो/सिफर एक दो तीन चार पांच/पाँच छह/छः/छे/छ सात आठ नौ',
    teens: 'दस ग्यारह बारह तेरह चौदह पंद्रह/पन्द्रह सोलह सत्रह अठारह उन्नीस',
    tens: 'बीस तीस चालीस पचास साठ सत्तर अस्सी नब्बे',
    hundred: 'सौ',
    others:
      'इक्कीस=21 बाईस=22 तेईस=23 चौबीस=24 पच्चीस=25 छब्बीस=26 सत्ताईस=27 अट्ठाईस=28 उनतीस=29 पैंतीस=35 पैंतालीस=45 पचपन=55 पैंसठ=65 पचहत्तर=75 पचासी=85 पंचानवे=95 निन्यानवे=99',
  },
  {
    units:
      'zero/shunya/shoonya/jiro ek do teen/tin char/chaar paanch/panch/paach chhe/che/chah/chhah saat/sat aath/ath nau/nao',
    teens: 'das gyarah barah terah chaudah pandrah solah satrah atharah unnis',
    tens: 'bees tees chalis pachas saath sattar assi nabbe',
    hundred: 'sau',
  },
  {
    units: 'nula jedan/jedna dva/dvije/dve tri četiri pet šest sedam osam devet',
    teens: 'deset jedanaest dvanaest trinaest četrnaest petnaest šesnaest sedamnaest osamnaest devetnaest',
    tens: 'dvadeset trideset četrdeset pedeset šezdeset sedamdeset osamdeset devedeset',
    hundred: 'sto',
  },
  { units: 'null üks kaks kolm neli viis kuus seitse kaheksa üheksa', teens: 'kümme' },
  { units: 'nulle viens divi trīs četri pieci seši septiņi astoņi deviņi', teens: 'desmit' },
  { units: 'nulis vienas du trys keturi penki šeši septyni aštuoni devyni', teens: 'dešimt' },
];

const variants = (list: string | undefined): string[][] =>
  (list ?? '')
    .split(' ')
    .filter((entry) => entry !== '')
    .map((entry) => entry.split('/'));

/** Every word of a language with its value. */
function* numbersOf(language: NumberWords): Generator<readonly [word: string, value: number]> {
  const units = variants(language.units);
  const tens = variants(language.tens);
  for (const [value, words] of units.entries()) for (const word of words) yield [word, value];
  for (const [index, words] of variants(language.teens).entries()) for (const word of words) yield [word, 10 + index];
  for (const [index, words] of tens.entries()) for (const word of words) yield [word, 20 + 10 * index];
  for (const word of (language.hundred ?? '').split('/')) if (word !== '') yield [word, 100];
  for (const [word] of variants(language.others)) {
    const [name, value] = (word as string).split('=') as [string, string];
    yield [name, Number(value)];
  }
  if (language.joined === undefined) return;
  for (const [index, ten] of tens.entries()) {
    for (const [unit, words] of units.entries()) {
      if (unit === 0) continue;
      for (const word of words)
        for (const stem of ten) yield [join(stem, word, language.joined), 20 + 10 * index + unit];
    }
  }
}

function join(ten: string, unit: string, { order, link = '', elides }: NonNullable<NumberWords['joined']>): string {
  if (order === 'unit-ten') return unit + link + ten;
  // Italian: "ventuno", "quarantotto".
  return (elides && /^[uo]/.test(unit) ? ten.slice(0, -1) : ten) + unit;
}

/** By vocabulary id: value + 1, and the languages that have the word, one bit each. */
let values = new Uint16Array(1 << 12);
let languages = new Uint32Array(1 << 12);

for (const [index, language] of LANGUAGES.entries()) {
  for (const [word, value] of numbersOf(language)) {
    const [id] = vocabulary.addAll([foldText(word)]) as [number];
    while (id >= values.length) [values, languages] = [grown(values), grown(languages)];
    if (values[id] === 0) values[id] = value + 1;
    languages[id] = (languages[id] as number) | (1 << index);
  }
}

function grown<Table extends Uint16Array | Uint32Array>(table: Table): Table {
  const larger = new (table.constructor as new (size: number) => Table)(table.length * 2);
  larger.set(table);
  return larger;
}

/** The number a word with this vocabulary id stands for (below 1,000), or -1. */
export const numberOf = (id: number): number => (values[id] ?? 0) - 1;

/** One bit for each language that has the word. */
export const languagesOf = (id: number): number => languages[id] ?? 0;
