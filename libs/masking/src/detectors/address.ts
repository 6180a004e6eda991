import type { Cue } from '../cues/find-cues.ts';
import { valueStart } from '../cues/value-after.ts';
import type { Detector, Finding, Scan } from '../scan.ts';

const CAP = "\\p{Lu}[\\p{L}\\p{M}'.-]{0,24}";
const NUMBER = '[0-9]{1,5}(?: ?[a-zA-Z](?![\\p{L}]))?(?:[-/][0-9]{1,4}[a-zA-Z]?)?';

/** Streets by the word that says street, in the order of each language; every quantifier is bounded. */
const STREETS: readonly RegExp[] = [
  // English: 418 Larkspur Lane
  `(?<![\\p{L}\\p{N}.#:/-])${NUMBER},? (?:${CAP} ){1,4}(?:Street|St|Lane|Ln|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place|Pl|Square|Sq|Terrace|Crescent|Cres|Close|Wharf|Parade|Highway|Hwy|Parkway|Pkwy|Circle|Trail|Row|Mews|Gardens|Grove|Hill|Quay|Walk|Loop|Alley|Esplanade)(?![\\p{L}])\\.?`,
  // German, Dutch, Nordic: Lindenallee 27b
  `(?<![\\p{L}])\\p{Lu}[\\p{L}-]{1,30}(?:straße|strasse|str\\.|gasse|weg|allee|platz|ring|damm|ufer|steig|chaussee|straat|laan|kade|plein|gracht|singel|dijk|brug|vägen|gatan|gränd|torget|vej|gade|allé|veien|gata|katu|tie|kuja|polku) ${NUMBER}`,
  // French: 12 bis, rue du Moulin
  `(?<![\\p{L}\\p{N}])[0-9]{1,4}(?: ?(?:bis|ter|[A-D])(?![\\p{L}]))?,? (?:rue|avenue|av\\.|boulevard|bd|impasse|chemin|place|allée|quai|route|cours|square|passage)(?: (?:de |du |des |la |le |les |d'|l'){0,3}[\\p{L}'-]{2,24}){1,4}`,
  // Romance: Calle de los Olmos 14, Rua das Acácias, 512, Via dei Tigli 31
  `(?<![\\p{L}])(?:Calle|C/|Avenida|Av\\.|Avda\\.?|Paseo|Plaza|Carrer|Camino|Rua|R\\.|Travessa|Largo|Praça|Alameda|Estrada|Via|Viale|Piazza|Corso|Vicolo|Largo|Strada|Str\\.|Bulevardul|Calea|Jalan|Jl\\.)(?: (?:de|del|la|las|los|el|da|das|do|dos|dei|degli|delle|della|di|d')){0,3}(?: ${CAP}){1,4},? ?(?:n\\.? ?º? ?|nr\\.? ?|No\\. ?)?${NUMBER}`,
  // Slavic: ul. Kwiatowa 8 m. 15; ул. Берёзовая, д. 14
  `(?<![\\p{L}])(?:ul\\.|al\\.|os\\.|pl\\.|ulice|ulica|ул\\.|улица|вул\\.|вулиця|пр\\.|пр-т|просп\\.|проспект|пер\\.|переулок|пров\\.|шоссе|наб\\.|бул\\.|площадь|пл\\.)(?: [\\p{L}.'-]{1,24}){1,4},? (?:д\\.|дом|буд\\.|č\\.p\\.|nr)? ?${NUMBER}`,
  // Hungarian, Turkish
  `(?<![\\p{L}])(?:${CAP} ){1,3}(?:utca|út|tér|körút|köz|sokak|sok\\.|sk\\.|cadde|caddesi|cad\\.|cd\\.|mahallesi|mah\\.|bulvarı) ?(?:no:? ?)?${NUMBER}`,
  // Korean
  `[\\p{Script=Hangul}]{2,8}(?:시|도|구|군) (?:[\\p{Script=Hangul}]{1,8}(?:시|구|군|읍|면|동) ){0,3}[\\p{Script=Hangul}0-9]{1,12}(?:로|길|동) ?[0-9]{1,5}(?:-[0-9]{1,4})?`,
  // Japanese and Chinese
  `〒? ?[0-9]{3}-[0-9]{4} ?[\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hiragana}ー]{2,24}[0-9]{1,4}(?:丁目|番地|-)[0-9-]{0,9}(?: [\\p{Script=Han}\\p{Script=Katakana}ー]{1,16}[0-9]{0,4}階?)?`,
  `[\\p{Script=Han}]{1,8}(?:省|市|区|區|县|縣|都|府)[\\p{Script=Han}]{1,20}[0-9]{1,5}(?:号|號|弄|巷|番|丁目)[\\p{Script=Han}0-9-]{0,20}`,
  // Vietnamese, Hindi, Arabic, Hebrew
  `(?<![\\p{L}])[Ss]ố [0-9]{1,5}[a-zA-Z]? (?:đường|phố|ngõ)(?: [\\p{L}\\p{M}]{1,12}){1,5}`,
  `(?:मकान नं\\.?|फ्लैट) ?[0-9]{1,5}(?:, ?[\\p{L}\\p{M} ]{2,30}){1,2}`,
  `شارع [\\p{L}\\p{M} ]{2,30}(?:[,،] ?(?:مبنى|شقة|رقم|عمارة|بناية) ?[0-9]{1,5}){0,3}`,
  `(?<![\\p{L}])רחוב [\\p{L} ]{2,24} ?[0-9]{1,4}`,
].map((source) => new RegExp(source, 'gu'));

const SEGMENT = /^[^,.;:\n()<>"\ue000]{2,44}/u;
const UNIT = /^(?: ?m\.| ?кв\.| ?lok\.| ?apt\.?| ?bis| ?\/) ?[0-9]{1,4}/iu;
const SEGMENTS_MAX = 5;

/** Street addresses, followed through floor, postcode, town and country as far as the segments look like one. */
export const addresses: Detector = (scan, findings) => {
  for (const street of STREETS) {
    for (const match of scan.text.matchAll(street)) {
      const start = match.index + (match[0].length - match[0].trimStart().length);
      findings.push({ start, end: extend(scan.text, match.index + match[0].trimEnd().length), type: 'ADDRESS' });
    }
  }
};

function extend(text: string, from: number): number {
  let end = from + (UNIT.exec(text.slice(from, from + 16))?.[0].length ?? 0);
  for (let segments = 0; segments < SEGMENTS_MAX; segments += 1) {
    const joint =
      /^(?: ?[,،-] ?\n?|\n(?=[0-9]{4,6} \p{Lu})| (?=[0-9]{4,5} ?(?:\p{Lu}{2} )?\p{Lu})| (?=\p{Lu}{1,2}[0-9]))/u.exec(
        text.slice(end, end + 24),
      );
    if (!joint || joint[0] === '') break;
    const segment = SEGMENT.exec(text.slice(end + joint[0].length, end + joint[0].length + 48))?.[0] ?? '';
    const part = addressPart(segment);
    if (part === 0) break;
    end += joint[0].length + part;
    if (part < segment.trimEnd().length) break;
  }
  return end;
}

const PART_WORD =
  /^(?:[0-9][0-9\p{L}/-]{0,9}|\p{Lu}{1,2}[0-9][0-9A-Z]?|\p{Lu}[\p{L}\p{M}'-]{0,24}|-|–|de|do|da|del|di|am|an|der|la|le|sur|apto|apt|piso|floor|suite|unit|flat|room|кв|д|г|м|буд|phường|quận|tp|th|n|º|ª|층|etage|stock|og|[\u0600-\u06ff\u0900-\u097f]{1,20})$/u;

/** How much of a segment belongs to an address: its leading words, if a number or a capital is among them. */
function addressPart(segment: string): number {
  let length = 0;
  let telling = false;
  for (const word of segment.split(/(?<= )/u)) {
    const bare = word.trim();
    if (!PART_WORD.test(bare)) break;
    length += word.length;
    telling ||= /[0-9\p{Lu}\u0600-\u06ff\u0900-\u097f]/u.test(bare);
  }
  return telling ? segment.slice(0, length).trimEnd().length : 0;
}

/** A full stop after a number or a word of four letters: `ul.`, `St.` and `apt.` go on. */
const SENTENCE_END = /(?<=[\p{L}\p{M}]{4}|[0-9])\.(?= [\p{Lu}\p{Lo}]|\s?$)/u;
const ADDRESS_LINE_MAX = 140;

/** The rest of the line after "Address:" and its translations, where a number or a comma shows that it is one. */
export function cuedAddress(scan: Scan, cue: Cue): Finding | undefined {
  const begin = valueStart(scan, cue);
  if (!begin) return undefined;
  const rest = scan.text.slice(begin.at, begin.at + ADDRESS_LINE_MAX);
  const line = (/^[^\n;"<>{}()\ue000|=]{4,}/u.exec(rest)?.[0] ?? '').split(SENTENCE_END)[0] as string;
  const trimmed = ownSegments(line)
    .trimEnd()
    .replace(/[,.،]$/, '');
  if (trimmed.length < 5 || trimmed.includes('@') || /^(?:https?:|[0-9]{1,3}\.[0-9]{1,3}\.)/.test(trimmed))
    return undefined;
  const numbered = /[0-9]/.test(trimmed) && /\p{L}{2}/u.test(trimmed);
  const shaped = /^[\p{Lu}\p{Lo}0-9]/u.test(trimmed) || begin.explicit;
  const worded = /[ ,、]/.test(trimmed) || /[\u3040-\u9fff\uac00-\ud7af]/.test(trimmed);
  return numbered && shaped && worded && !/^[0-9a-f:]{10,}$/i.test(trimmed)
    ? { start: begin.at, end: begin.at + trimmed.length, type: 'ADDRESS' }
    : undefined;
}

/** The leading comma-separated segments up to the first after a number that does not look like part of an address. */
function ownSegments(line: string): string {
  let kept = '';
  for (const segment of line.split(/(?<=[,،、])/u)) {
    const words = segment
      .replace(/[,،、]/gu, '')
      .trim()
      .split(' ');
    if (/[0-9]/.test(kept) && !words.every((word) => PART_WORD.test(word) || /^[0-9]|^\p{L}{1,5}\.$/u.test(word)))
      break;
    kept += segment;
  }
  return kept;
}

/** A postcode after its cue. */
export function cuedPostcode(scan: Scan, cue: Cue): Finding | undefined {
  const begin = valueStart(scan, cue);
  const match =
    begin && /^[0-9A-Z]{2,5}(?:[ -][0-9A-Z]{2,4})?(?![0-9A-Za-z])/.exec(scan.text.slice(begin.at, begin.at + 12));
  return begin && match && /[0-9]{2}|[0-9][A-Z]/.test(match[0])
    ? { start: begin.at, end: begin.at + match[0].length, type: 'ADDRESS' }
    : undefined;
}
