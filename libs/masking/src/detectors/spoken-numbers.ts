import type { Detector, Scan } from '../scan.ts';
import { foldText } from '../text/characters.ts';

const words = (list: string): string[] => foldText(list).trim().split(/\s+/);

/** Digits from zero to nine as people dictate them, in the languages of the tickets. */
const DIGITS = words(`
  zero oh o nought null one two three four five six seven eight nine double triple
  eins ein zwei zwo drei vier fünf sechs sieben acht neun
  zéro un une deux trois quatre cinq sept huit neuf double
  cero uno dos tres cuatro cinco seis siete ocho nueve doble
  um uma dois duas três quatro seis meia sete oito nove dobro
  due tre quattro cinque sei sette otto doppio
  nul een één twee drie vijf zes zeven negen dubbel
  noll ett två fyra fem sju åtta nio nolla dubbel en to fire seks syv otte ni syv åtte null dobbelt
  nolla yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän
  jeden dwa trzy cztery pięć sześć siedem osiem dziewięć
  nula jedna jedna dva dve tři čtyři pět šest sedm osm devět tri štyri päť šesť sedem osem deväť
  nulla egy kettő két három négy öt hat hét nyolc kilenc
  doi trei patru cinci șase șapte opt nouă
  нула едно две три четири пет шест седем осем девет
  μηδέν ένα δύο τρία τέσσερα πέντε έξι επτά εφτά οκτώ οχτώ εννέα εννιά
  ноль нуль один два три четыре пять шесть семь восемь девять
  чотири п'ять пять шість сім вісім дев'ять девять
  sıfır bir iki üç dört beş altı yedi sekiz dokuz
  kosong nol satu dua tiga empat lima enam tujuh delapan sembilan
  không một hai ba bốn tư năm lăm sáu bảy bẩy tám chín
  صفر واحد اثنين اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة
  אפס אחת אחד שתיים שלוש ארבע חמש שש שבע שמונה תשע
  शून्य एक दो तीन चार पांच पाँच छह छः सात आठ नौ
  shunya ek do teen char paanch chhe saat aath nau
`);
/** Numbers of two digits and more; each stands for at least two. */
const TENS = words(`
  ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fourty fifty sixty seventy eighty ninety hundred
  zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig dreissig vierzig fünfzig sechzig siebzig achtzig neunzig hundert
  dix onze douze treize quatorze quinze seize vingt vingts trente quarante cinquante soixante septante octante nonante cent
  diez once doce trece catorce quince veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento
  dez onze doze treze catorze quatorze quinze vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem cento
  dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento
  tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd
  tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo trettio fyrtio femtio sextio sjuttio åttio nittio hundra
  ti elleve tretten fjorten femten seksten sytten atten nitten tyve tjue tredve tretti fyrre førti halvtreds femti tres seksti halvfjerds sytti firs åtti halvfems nitti hundre hundrede
  kymmenen yksitoista kaksikymmentä kolmekymmentä neljäkymmentä viisikymmentä kuusikymmentä sata
  dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt sto dwieście trzysta czterysta pięćset sześćset siedemset osiemset dziewięćset
  deset jedenáct dvanáct třináct čtrnáct patnáct šestnáct sedmnáct osmnáct devatenáct dvacet třicet čtyřicet padesát šedesát sedmdesát osmdesát devadesát desať jedenásť dvadsať tridsať štyridsať päťdesiat šesťdesiat sedemdesiat osemdesiat deväťdesiat
  tíz húsz harminc negyven ötven hatvan hetven nyolcvan kilencven száz
  zece unsprezece doisprezece douăzeci treizeci patruzeci cincizeci șaizeci șaptezeci optzeci nouăzeci sută
  десет двадесет тридесет четиридесет петдесет шестдесет седемдесет осемдесет деветдесет
  δέκα είκοσι τριάντα σαράντα πενήντα εξήντα εβδομήντα ογδόντα ενενήντα εκατό
  десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот
  тринадцять двадцять тридцять п'ятдесят шістдесят сімдесят вісімдесят дев'яносто
  yirmi otuz kırk elli altmış yetmiş seksen doksan yüz
  sepuluh sebelas belas puluh
`);

const sizes = new Map<string, number>([
  ...TENS.map((word) => [word, 2] as const),
  ...DIGITS.map((word) => [word, 1] as const),
]);
/** Everyday words that are numbers in some language; alone or first they begin no number. */
const JOINERS = new Set(words('and und et y e og och en i a и і ja és și και ve dan و ו'));
const PHONE_DIGITS = 7;
const CARD_DIGITS = 13;
const WORDS_MIN = 5;

/** Dictated numbers: at least five number words in a row that stand for seven digits or more. */
export const spokenNumbers: Detector = (scan, findings) => {
  const { tokens } = scan;
  for (let token = 0; token < tokens.count; token += 1) {
    if (tokens.kinds[token] !== 1 || !sizes.has(scan.folding(token))) continue;
    const { last, digits, words: count } = readNumber(scan, token);
    if (digits >= PHONE_DIGITS && count >= WORDS_MIN)
      findings.push({
        start: tokens.starts[token] as number,
        end: tokens.ends[last] as number,
        type: digits >= CARD_DIGITS ? 'CREDIT_CARD' : 'PHONE',
      });
    token = last;
  }
};

function readNumber(scan: Scan, first: number): { last: number; digits: number; words: number } {
  const { tokens, text } = scan;
  let last = first;
  let digits = 0;
  let count = 0;
  for (let token = first; token < tokens.count; token += 1) {
    if (token > first && (tokens.starts[token] as number) - (tokens.ends[token - 1] as number) > 2) break;
    if (tokens.kinds[token] === 0) {
      if (!',-.–'.includes(text[tokens.starts[token] as number] as string)) break;
      continue;
    }
    const word = tokens.kinds[token] === 1 ? scan.folding(token) : '';
    const size =
      tokens.kinds[token] === 2 ? (tokens.ends[token] as number) - (tokens.starts[token] as number) : sizes.get(word);
    if (size !== undefined && size < 5) {
      digits += size;
      if (tokens.kinds[token] === 1) count += 1;
      last = token;
    } else if (!JOINERS.has(word)) break;
  }
  return { last, digits, words: count };
}
