import { isColumnHead } from '../cues/cue-context.ts';
import type { Cue } from '../cues/find-cues.ts';
import { valueStart } from '../cues/value-after.ts';
import type { Detector, Finding, Scan } from '../scan.ts';
import { growLeft, growRight, isAddressWord, leadingNonAddress } from './address-parts.ts';
import { bare, isKnown } from './address-words.ts';
import { eachStreet } from './streets.ts';

const UNIT =
  /^(?:(?: ?m\.| ?кв\.| ?lok\.| ?apt\.?| ?bis| ?\/| ?#| ?[DK]:| bus| bte| boîte|,? lgh) ?[0-9]{1,4}| [A-H] ?[0-9]{1,3}(?=[,\n.]|$)|\. ?(?:[IVX]{1,4}|[0-9]{1,2}|fszt|fsz|fszt)\.?[/.] ?[0-9]{1,3}\.?|-(?:[IVX]{1,4}|hs|huis)(?![\p{L}]))/iu;

/** Street addresses, followed through floor, postcode, town and country as far as the segments look like one. */
export const addresses: Detector = (scan, findings) => {
  const { text } = scan;
  eachStreet(scan, (match) => {
    const own = match[0].trimStart();
    const start = match.index + match[0].length - own.length + (/^\p{Lu}/u.test(own) ? leadingNonAddress(own) : 0);
    const end = match.index + match[0].trimEnd().length;
    // `Turing 3.18`: a version.
    if (/^\.[0-9]/.test(text.slice(end, end + 2))) return;
    const unit = UNIT.exec(text.slice(end, end + 16))?.[0].length ?? 0;
    findings.push({ start: growLeft(text, start), end: growRight(text, end + unit), type: 'ADDRESS' });
  });
};

/** A full stop after a number or a word of four letters: `ul.`, `St.` and `apt.` go on. */
const SENTENCE_END =
  /(?<=[\p{L}\p{M}]{4}|[0-9]{2}|[0-9][A-Z]{2}|[A-Z][0-9]|[\p{Lo}][\p{Lo}\p{M}]{2})[.。!?](?= [\p{Lu}\p{Lo}]|\s?$|[\p{Lo}])|[。！!?？۔।]/u;
const ADDRESS_LINE_MAX = 160;
/** The time and speaker before an answer in a transcript. */
const SPEAKER = /^\[?[0-9]{1,2}[:.][0-9]{2}\]? ?[\p{L}\p{M} ]{2,24}: /u;

/** The rest of the line after "Address:" and its translations, where a number or a comma shows that it is one. */
export function cuedAddress(scan: Scan, cue: Cue): Finding | undefined {
  const begin = isColumnHead(scan, cue) ? undefined : valueStart(scan, cue);
  if (!begin) return undefined;
  // `ADDR_412`, "ADR-2", "Tisztelt Cím!": codes and forms of address.
  if (/^(?:[_-][0-9]{1,6}(?![0-9]{0,6}["']?\s?[:=])|!)/.test(scan.text.slice(cue.end, cue.end + 12))) return undefined;
  const spoken = begin.at + (SPEAKER.exec(scan.text.slice(begin.at, begin.at + 40))?.[0].length ?? 0);
  const at = spoken + headLength(scan.text.slice(spoken, spoken + 60));
  const rest = joinBrokenLine(scan.text.slice(at, at + ADDRESS_LINE_MAX));
  const line = (/^[^\n;<>{}\x7f|=]{4,}/u.exec(rest)?.[0] ?? '').split(SENTENCE_END)[0] as string;
  const trimmed = ownSegments(untilBracket(line))
    .trimEnd()
    .replace(/[,.،"(-]+$/, '')
    .trimEnd();
  if (
    trimmed.length < 5 ||
    trimmed.includes('@') ||
    /^(?:https?:|www\.)|(?<![0-9])[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.|[0-9a-f]{1,4}:[0-9a-f]{1,4}:/i.test(trimmed)
  )
    return undefined;
  if (at === cue.end || isProse(trimmed)) return undefined;
  const numbered = /[0-9]/.test(trimmed) && /\p{L}{2}/u.test(trimmed);
  const shaped = /^[\p{Lu}\p{Lo}0-9"]/u.test(trimmed) || begin.explicit;
  const worded = /[ ,、]/.test(trimmed) || /[\u3040-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/.test(trimmed);
  if (NOTHING.test(trimmed) || NO_PLACE.test(trimmed)) return undefined;
  if (/^\p{Script=Hangul}/u.test(trimmed) && !KOREAN.test(trimmed)) return undefined;
  // GhanaPost's digital addresses: GA-184-7702.
  const digital = /^[A-Z][A-Z0-9]-[0-9]{3,4}-[0-9]{4}(?![0-9])/.exec(trimmed)?.[0];
  if (digital) return { start: at, end: at + digital.length, type: 'ADDRESS' };
  return (numbered || isNamedPlace(trimmed)) && shaped && worded && !/^[0-9a-f:]{10,}$/i.test(trimmed)
    ? { start: at, end: Math.max(at + trimmed.length, growRight(scan.text, at + trimmed.length)), type: 'ADDRESS' }
    : undefined;
}

/** Length of what stands before the address itself: "for order SG-40021:", "I am moved in", "12/01:". */
function headLength(value: string): number {
  const label = /^\{?[^,:;\n{}]{1,40}:(?: |(?=\n))/u.exec(value)?.[0];
  if (label && !label.split(/[ .]+/).some((word) => isKnown(bare(word)) && bare(word).length > 2)) return label.length;
  const prose = /^(?:(?:I|\p{Ll}[\p{L}']{0,11}) ){2,6}(?=[\p{Lu}0-9])/u.exec(value)?.[0];
  return prose && !prose.split(' ').some((word) => word.length > 2 && isKnown(bare(word))) ? prose.length : 0;
}

/** "3 yrs 2 mths", "SSO 3.2", "SQLSTATE 22001": spans of time and versions. */
const NO_PLACE =
  /^[0-9]{1,3} ?(?:yrs?|years?|mths?|months?|weeks?|days?|hours?|jahre?|monate?|ans|mois|años|anni|lat|лет|года?|caract\p{L}+|characters?|chars?|zeichen|tekens|tecken|tegn|merkki\p{L}*|znak\p{L}{0,2}|karakter\p{L}*|символ\p{L}*|знак\p{L}*|χαρακτ\p{L}*|ký tự|field|feld|champ|campo|veld|fält|felt|pole)(?![\p{L}])|^[A-Z]{2,12} [0-9]{1,2}\.[0-9]{1,3}$|^SQLSTATE/iu;
/** What an address of Korea has: a part of the country, a road or a house with its number. */
const KOREAN = /[시군구읍면동리로길](?= |[0-9]|$)|[0-9](?:호|동|층|번지)/u;

const NOTHING = /^(?:null|none|undefined|unknown|same|missing|empty|invalid)(?![\p{L}])|":|','/iu;

/** "The Coach House, Glebe Lane, Wells", "Kampung Melayu dekat masjid": no number, but the words of an address. */
function isNamedPlace(value: string): boolean {
  const words = value.split(/[ ,،、]+/u).filter((word) => /\p{L}/u.test(word));
  const known = words.filter((word) => isKnown(bare(word)) && /^[\p{Lu}\p{Lo}]/u.test(word)).length;
  const named = words.filter((word) => /^["'«“]?[\p{Lu}\p{Lo}]/u.test(word)).length;
  const parts = value.split(/[,،、]/u).length;
  return (
    words.length > 1 &&
    named * 2 > words.length &&
    (parts > 2 ? known > 0 || named === words.length : known > 0 && parts + known > 2)
  );
}

/** What follows a line that ends in a number goes on with it: small letters or digits, and no version or date. */
const GOES_ON =
  /^(?:\p{Ll}|\p{Script=Han}{1,8}?[県府都道市区町村省縣區]|(?!(?:19|20)[0-9]{2}[.-]|[0-9]+\.[0-9]+\.|[0-9]{7})[0-9])/u;
/** A line that breaks before the house number, after a comma or after an abbreviation goes on in the next; same length. */
const joinBrokenLine = (text: string): string =>
  text.replace(
    /^([^\n]{2,80})\n(?![-*•] |[^\n:]{2,24}:|[\p{Script=Han}\p{Script=Hiragana}]{2,}(?![^\n]{0,20}[0-9号號室階楼樓栋棟]))(?=[^\n]{2,60}(?:\n|$|[.] ))/u,
    (line, first: string) =>
      !/[0-9]/.test(first) ||
      /(?:,|\b\p{L}{1,4}\.)$/u.test(first) ||
      (/[0-9]$/.test(first) && GOES_ON.test(text.slice(first.length + 1, first.length + 30)))
        ? `${first} `
        : line,
  );

const STREETISH =
  /(?<![\p{L}])(?:st|street|lane|road|rd|ave|avenue|drive|court|close|way|flat|apt|unit|rue|av|bd|impasse|chemin|calle|avenida|plaza|piso|via|viale|piazza|corso|rua|travessa|praça|ul|os|al|ulice|nám|utca|út|tér|str|strada|bd|ул|вул|пр|пер|д|кв|оф|sok|cad|mah|no|jalan|jl|gang|số|ngõ|phố|đường)(?![\p{L}])|stra[sß]{1,2}e|straat|weg|gasse|platz|allee|gatan|vägen|veien|vej|gade|katu|tie|laan|plein|gracht/iu;

/** Code, and sentences whose words are mostly small and name no street, are no addresses though a number is among them. */
function isProse(value: string): boolean {
  if (/[`$_{}]|=>|\(\)|:\/\/|[a-z]\(|[A-Z]\[|(?<![0-9.])[0-9]+\.[0-9]+\.[0-9]+ \p{Ll}/u.test(value)) return true;
  const words = value.split(/[ ,]+/).filter((word) => /\p{L}/u.test(word));
  const small = words.filter((word) => /^\p{Ll}/u.test(word) && !isAddressWord(word)).length;
  if (small * 2 <= words.length) return false;
  return !STREETISH.test(value) && !(/^[0-9]{1,5}[a-z]?[ ,]/.test(value) && words.length < 7);
}

/** A closing bracket or quote whose partner stands before the value ends it. */
function untilBracket(line: string): string {
  let depth = 0;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '(') depth += 1;
    if (line[at] === ')' && --depth < 0) return line.slice(0, at);
    if (line[at] === '"' && at > 0 && /^"\s{0,2}[,:\]}]|^"$/.test(line.slice(at, at + 4))) return line.slice(0, at);
  }
  return line;
}

const THAI_END = /(?=ระบบ|ก่อน|หลังเวลา|ภายใน|โทร|เบอร์|พัสดุ|อีเมล|เลข(?:ที่คำสั่ง|พัสดุ)|รหัส(?!ไปรษณีย์)|ครับ|ค่ะ|ใบสั่ง|คำสั่ง|สถานะ)/u;

/** The leading comma-separated segments up to the first after a number that does not look like part of an address. */
function ownSegments(line: string): string {
  let kept = '';
  for (const segment of (line.split(THAI_END)[0] as string).split(/(?<=[,،、])/u)) {
    const words = segment
      .replace(/[,،、]/gu, '')
      .trim()
      .split(' ');
    if (/[0-9]/.test(kept)) {
      const own = words.findIndex(
        (word) =>
          !isAddressWord(word) && !/^[0-9]|^\p{L}{1,5}\.$|^[\p{Lo}]|^[3-9]?[°ºª«]/u.test(word) && !isKnown(bare(word)),
      );
      if (own === 0 || (own > 0 && !/[0-9]/.test(words.slice(0, own).join('')))) break;
      if (own > 0) return `${kept}${segment.slice(0, segment.indexOf(words[own] as string))}`;
    }
    kept += segment;
  }
  return kept;
}

/** A postcode after its cue. */
export function cuedPostcode(scan: Scan, cue: Cue): Finding | undefined {
  // `CAP_002`: a code.
  if (/^[_-][0-9]/.test(scan.text.slice(cue.end, cue.end + 2))) return undefined;
  const begin = valueStart(scan, cue);
  const match =
    begin && /^[0-9A-Z]{2,5}(?:[ -][0-9A-Z]{2,4})?(?![0-9A-Za-z])/.exec(scan.text.slice(begin.at, begin.at + 12));
  return begin && match && /[0-9]{2}|[0-9][A-Z]/.test(match[0])
    ? { start: begin.at, end: begin.at + match[0].length, type: 'ADDRESS' }
    : undefined;
}
