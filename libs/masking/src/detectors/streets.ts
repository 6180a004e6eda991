import type { Scan } from '../scan.ts';
import { Feature, foldText } from '../text/characters.ts';
import { vocabulary } from '../text/vocabulary.ts';

const CAP = "\\p{Lu}[\\p{L}\\p{M}'.-]{0,24}";
const NUMBER = '[0-9]{1,5}(?: ?[a-zA-Z](?![\\p{L}]))?(?:[-/][0-9]{1,4}[a-zA-Z]?)?';

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
      'Street|St|Lane|Ln|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place|Pl|Square|Sq|Terrace|Crescent|Cres|Close|Wharf|Parade|Highway|Hwy|Parkway|Pkwy|Circle|Trail|Row|Mews|Gardens|Grove|Hill|Quay|Walk|Loop|Alley|Esplanade',
    pattern: (words) => `(?<![\\p{L}\\p{N}.#:/-])${NUMBER},? (?:${CAP} ){1,4}(?:${words})(?![\\p{L}])\\.?`,
  },
  // German, Dutch, Nordic: Lindenallee 27b
  {
    words:
      'straße|strasse|str\\.|gasse|weg|allee|platz|ring|damm|ufer|steig|chaussee|straat|laan|kade|plein|gracht|singel|dijk|brug|vägen|gatan|gränd|torget|vej|gade|allé|veien|gata|katu|tie|kuja|polku',
    suffix: true,
    pattern: (words) => `(?<![\\p{L}])\\p{Lu}[\\p{L}-]{1,30}(?:${words}) ${NUMBER}`,
  },
  // French: 12 bis, rue du Moulin
  {
    words: 'rue|avenue|av\\.|boulevard|bd|impasse|chemin|place|allée|quai|route|cours|square|passage',
    pattern: (words) =>
      `(?<![\\p{L}\\p{N}])[0-9]{1,4}(?: ?(?:bis|ter|[A-D])(?![\\p{L}]))?,? (?:${words})(?: (?:de |du |des |la |le |les |d'|l'){0,3}[\\p{L}'-]{2,24}){1,4}`,
  },
  // Romance: Calle de los Olmos 14, Rua das Acácias, 512, Via dei Tigli 31
  {
    words:
      'Calle|C/|Avenida|Av\\.|Avda\\.?|Paseo|Plaza|Carrer|Camino|Rua|R\\.|Travessa|Largo|Praça|Alameda|Estrada|Via|Viale|Piazza|Corso|Vicolo|Strada|Str\\.|Bulevardul|Calea|Jalan|Jl\\.',
    pattern: (words) =>
      `(?<![\\p{L}])(?:${words})(?: (?:de|del|la|las|los|el|da|das|do|dos|dei|degli|delle|della|di|d')){0,3}(?: ${CAP}){1,4},? ?(?:n\\.? ?º? ?|nr\\.? ?|No\\. ?)?${NUMBER}`,
  },
  // Slavic: ul. Kwiatowa 8 m. 15; ул. Берёзовая, д. 14
  {
    words:
      'ul\\.|al\\.|os\\.|pl\\.|ulice|ulica|ул\\.|улица|вул\\.|вулиця|пр\\.|пр-т|просп\\.|проспект|пер\\.|переулок|пров\\.|шоссе|наб\\.|бул\\.|площадь|пл\\.',
    pattern: (words) =>
      `(?<![\\p{L}])(?:${words})(?: [\\p{L}.'-]{1,24}){1,4},? (?:д\\.|дом|буд\\.|č\\.p\\.|nr)? ?${NUMBER}`,
  },
  // Hungarian, Turkish
  {
    words: 'utca|út|tér|körút|köz|sokak|sok\\.|sk\\.|cadde|caddesi|cad\\.|cd\\.|mahallesi|mah\\.|bulvarı',
    pattern: (words) => `(?<![\\p{L}])(?:${CAP} ){1,3}(?:${words}) ?(?:no:? ?)?${NUMBER}`,
  },
  // Vietnamese, Hindi, Arabic, Hebrew
  {
    words: 'đường|phố|ngõ',
    pattern: (words) => `(?<![\\p{L}])[Ss]ố [0-9]{1,5}[a-zA-Z]? (?:${words})(?: [\\p{L}\\p{M}]{1,12}){1,5}`,
  },
  {
    words: 'मकान|फ्लैट',
    pattern: () => `(?:मकान नं\\.?|फ्लैट) ?[0-9]{1,5}(?:, ?[\\p{L}\\p{M} ]{2,30}){1,2}`,
  },
  {
    words: 'شارع|بشارع|لشارع|والشارع',
    pattern: () => `شارع [\\p{L}\\p{M} ]{2,30}(?:[,،] ?(?:مبنى|شقة|رقم|عمارة|بناية) ?[0-9]{1,5}){0,3}`,
  },
  { words: 'רחוב', pattern: (words) => `(?<![\\p{L}])${words} [\\p{L} ]{2,24} ?[0-9]{1,4}` },
];

/** Scripts without spaces: the words are part of longer runs. */
const UNSPACED: readonly string[] = [
  `[\\p{Script=Hangul}]{2,8}(?:시|도|구|군) (?:[\\p{Script=Hangul}]{1,8}(?:시|구|군|읍|면|동) ){0,3}[\\p{Script=Hangul}0-9]{1,12}(?:로|길|동) ?[0-9]{1,5}(?:-[0-9]{1,4})?`,
  `〒? ?[0-9]{3}-[0-9]{4} ?[\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hiragana}ー]{2,24}[0-9]{1,4}(?:丁目|番地|-)[0-9-]{0,9}(?: [\\p{Script=Han}\\p{Script=Katakana}ー]{1,16}[0-9]{0,4}階?)?`,
  `[\\p{Script=Han}]{1,8}(?:省|市|区|區|县|縣|都|府)[\\p{Script=Han}]{1,20}[0-9]{1,5}(?:号|號|弄|巷|番|丁目)[\\p{Script=Han}0-9-]{0,20}`,
];

const worded = WORDED.map(({ words, pattern }) => new RegExp(pattern(words), 'gu'));
const unspaced = UNSPACED.map((source) => new RegExp(source, 'gu'));
const suffixBits = WORDED.reduce((bits, { suffix }, index) => bits | (suffix ? 1 << index : 0), 0);
const SUFFIX = new RegExp(
  `(?:${WORDED.filter(({ suffix }) => suffix)
    .map(({ words }) => foldText(words.replaceAll('\\.', '')))
    .join('|')})$`,
);

/** By vocabulary id, the patterns whose word it is, one bit each. */
const bitsOfWord: number[] = [];
for (const [index, { words, suffix }] of WORDED.entries()) {
  if (suffix) continue;
  for (const word of words.split('|')) {
    const first = foldText(word).match(/^[\p{L}\p{M}]+/u)?.[0] ?? '';
    for (const id of vocabulary.addAll([first])) bitsOfWord[id] = (bitsOfWord[id] ?? 0) | (1 << index);
  }
}

/** The street patterns whose word stands in the text. */
export function streetPatterns(scan: Scan): RegExp[] {
  const bits = streetBits(scan);
  const patterns = bits === 0 ? [] : worded.filter((_, index) => (bits & (1 << index)) !== 0);
  return (scan.features & Feature.unspaced) !== 0 ? [...patterns, ...unspaced] : patterns;
}

function streetBits(scan: Scan): number {
  const { count, ids, kinds } = scan.tokens;
  let bits = 0;
  for (let token = 0; token < count; token += 1) {
    bits |= bitsOfWord[ids[token] as number] ?? 0;
    if (kinds[token] === 2 && token > 0 && (bits & suffixBits) === 0) {
      const before = kinds[token - 1] === 0 && token > 1 ? token - 2 : token - 1;
      if (kinds[before] === 1 && SUFFIX.test(scan.folding(before))) bits |= suffixBits;
    }
  }
  return bits;
}
