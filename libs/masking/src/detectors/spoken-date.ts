import type { Cue } from '../cues/find-cues.ts';
import type { Finding, Scan } from '../scan.ts';
import { foldText } from '../text/characters.ts';
import { WordSet } from '../text/word-set.ts';
import { MONTHS } from './months.ts';
import { numberOf } from './spoken-words.ts';

const words = (list: string): string[] => foldText(list).trim().split(/\s+/);

/** What joins day, month and year, and the thousands and hundreds of years. */
const PARTS = new WordSet(
  words(`
    of the day de del di do da des le la el und and e et y i og och en a и і ja és και
    thousand tausend mil mille duemila tusind tusen tuhat tuhatta tysiąc tysiące tysięcy tisíc tisíce ezer mie mii хиляди χίλια χιλιάδες
    тысяча тысячи тысяч тисяча тисячі тисяч bin ribu nghìn ngàn ألف ألفين אלפיים אלף हज़ार हजार
    hundred hundert cent cento honderd hundra hundre hundrede sata sto száz sută yüz ratus trăm
  `),
);
/** Years in one word: "neunzehnhundertfünfundachtzig", "duemilaventinove", "nittonhundraåttiofem". */
const YEAR =
  /^(?:neunzehnhundert|zweitausend|millenovecento|duemila|negentienhonderd|tweeduizend|nittonhundra|tjugohundra|tvatusen|nittenhundre|totusen|nittenhundrede|totusinde|tuhatyhdeksansata|kaksituhatta|ezerkilencszaz|ketezer|devatenactset|dvatisic|dvetisic|mileno)\p{L}{0,32}$/u;
/** Ordinals stand before months: "the third of May", "vierzehnter März". */
const ORDINAL =
  /(?:st|nd|rd|th|ste|ster|sten|te|ter|ten|iem|ieme|de|er|ère|ego|eho|he|ého|o|a|ой|го|ое|του)$|^(?:first|second|third|premier|primo|primero|prim|förste|første|erste[rn]?|dritte[rn]?|zweite[rn]?)$/u;

/** Ordinals of English and German that tell a day and a month by its number. */
const PLAIN_ORDINAL =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth|(?:erst|zweit|dritt|viert|funft|sechst|siebt|siebent|acht|neunt|zehnt|elft|zwolft|(?:drei|vier|funf|sech|sieb|acht|neun)zehnt|\p{L}{0,12}zigst|\p{L}{0,12}dreissigst)e[rn]?)$/u;

/** The year of a Slavic date is an ordinal: "szesnastego kwietnia pięćdziesiątego", "третье ноября шестьдесят восьмого". */
const LATE_ORDINAL = /^\p{L}{2,20}(?:tego|iego|nego|ciego|ého|eho|teho|ого|его|тего|ього)$/u;

/** The tokens a date in words may hold at the most. */
const LONGEST = 14;

/** A date said in words close after its cue: "march twenty twenty eight", "maio de dois mil e vinte e nove". */
export function spokenDateAfter(scan: Scan, cue: Cue, type: 'DOB' | 'CARD_EXPIRY'): Finding | undefined {
  const { tokens, text } = scan;
  let skipped = 0;
  for (let token = cue.next; token < tokens.count && skipped < 4; token += 1) {
    const start = tokens.starts[token] as number;
    if (start - cue.end > 32 || text[start] === '\x7f') return undefined;
    if (tokens.kinds[token] === 0) continue;
    // "born at Tarkwa the fourth day of May": the place before.
    const isPlace = /^ the /.test(scan.folded.slice(tokens.ends[token] as number, (tokens.ends[token] as number) + 5));
    const last = isPlace ? -1 : dateFrom(scan, token);
    if (last >= 0) return { start, end: tokens.ends[last] as number, type };
    skipped += 1;
  }
  return undefined;
}

/** The last token of the date in words that begins at `first`, or -1. */
function dateFrom(scan: Scan, first: number): number {
  const { tokens, text, folded } = scan;
  let [numbers, months, ordinals, last] = [0, 0, 0, -1];
  for (let token = first; token < tokens.count && token < first + LONGEST; token += 1) {
    const id = tokens.ids[token] as number;
    const start = tokens.starts[token] as number;
    const end = tokens.ends[token] as number;
    if (tokens.kinds[token] === 0) {
      if (!",-'".includes(text[start] as string)) break;
    } else if (MONTHS.hasId(id)) {
      [months, last] = [months + 1, token];
    } else if (numberOf(id) >= 0 || YEAR.test(folded.slice(start, end))) {
      [numbers, last] = [numbers + 1, token];
    } else if (months === 1 && LATE_ORDINAL.test(folded.slice(start, end))) {
      [numbers, last] = [numbers + 1, token];
    } else if (tokens.kinds[token] === 2 && end - start <= 4) {
      last = token;
      numbers += numbers > 0 || months > 0 ? 1 : 0;
    } else if (!PARTS.hasId(id) && !(months === 0 && token - first < 3 && ORDINAL.test(folded.slice(start, end))))
      break;
    if (PLAIN_ORDINAL.test(folded.slice(start, end))) ordinals += 1;
    if (token === first && last < 0 && PARTS.hasId(id)) return -1;
  }
  // "the ninth of the ninth seventy-six": the month may be told by its number.
  return (months === 1 || (months === 0 && ordinals === 2)) && numbers > 0 ? last : -1;
}
