import type { Scan } from '../scan.ts';
import { HERE, SPEECH } from './contexts.ts';
import { Word } from './lexicon.ts';
import {
  isEveryday,
  isGiven,
  isName,
  isPlainGiven,
  isPlainName,
  isSurname,
  isUnknown,
  type NamePart,
} from './name-chain.ts';
import { isBearerWord } from './named-things.ts';

/** Vietnamese family names come first and what follows are syllables of all sorts; folded. */
export const VIETNAMESE: ReadonlySet<string> = new Set(
  'nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh doan trinh truong mai to tong luong cao chau quach ta thai vuong lam dao'.split(
    ' ',
  ),
);
/** Rarer ones, most of them words elsewhere: they count beside letters that only Vietnamese has. */
export const RARE_VIETNAMESE: ReadonlySet<string> = new Set(
  'nghiem tang phung luu kieu dau ton giang diep mac luc trieu tiet khuong nham ung nong ninh bach hua than thieu tham tieu vuu sam tu trang phi nguy man lai khong khuc han hau hong giap dong duong dien dam doan cung can bo banh au ha la chu kim an van ma quan lac cu vi tra la'.split(
    ' ',
  ),
);
const ONLY_VIETNAMESE = /[ăđơưĂĐƠƯạ-ỹẠ-Ỹ]/;
const VIETNAMESE_LETTERS = /[ăâđêôơưĂÂĐÊÔƠƯàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/;

/** Index of the last part of the full name that begins at `from`, undefined where none does. */
export function fullName(scan: Scan, parts: readonly NamePart[], from: number): number | undefined {
  const first = parts[from] as NamePart;
  if (first.refused || first.kind === 'particle') return undefined;
  if (first.kind === 'initial' && endsTown(scan, first)) return undefined;
  if (!isPlainGiven(first) && isBearerWord(scan.folded.slice(first.start, first.end))) return undefined;
  const second = nextWord(parts, from + 1);
  const next = parts[second];
  if (!next) return undefined;
  if (isVietnamese(scan, parts, from))
    return lastWhile(parts, second, (part) => part.kind === 'word' && (!part.refused || part.end - part.start < 6));
  if (areTwoPeople(scan, parts, from, second)) return undefined;
  const begins = first.kind === 'initial' ? initialAndName(parts, from) : arePair(scan, parts, from, second);
  if (!begins) return undefined;
  const shouted = first.capitals && first.kind === 'word';
  return lastWhile(
    parts,
    second,
    (part) =>
      part.kind !== 'word' || (!part.refused && (isName(part) || (isUnknown(part) && part.capitals === shouted))),
  );
}

/** "Esperanza y Consuelo": a conjunction between two given names joins two names. */
const areTwoPeople = ({ text }: Scan, parts: readonly NamePart[], from: number, second: number): boolean => {
  const [between, next] = [parts[from + 1], parts[second]];
  return (
    second === from + 2 &&
    between !== undefined &&
    next !== undefined &&
    /^[eyo]$/.test(text.slice(between.start, between.end)) &&
    isPlainGiven(parts[from] as NamePart) &&
    isPlainGiven(next) &&
    !isSurname(next)
  );
};

/** "8000 Aarhus C. Min …": the letter of a district, no initial. */
const endsTown = ({ text }: Scan, { start }: NamePart) =>
  /[0-9]{3} \p{Lu}\p{L}{2,20} $/u.test(text.slice(Math.max(0, start - 26), start));

function nextWord(parts: readonly NamePart[], from: number): number {
  let at = from;
  while (parts[at]?.kind === 'particle') at += 1;
  return at;
}

function lastWhile(parts: readonly NamePart[], from: number, belongs: (part: NamePart) => boolean): number {
  let last = from;
  for (let at = from + 1; at < parts.length && belongs(parts[at] as NamePart); at += 1) {
    if ((parts[at] as NamePart).kind !== 'particle') last = at;
  }
  return last;
}

/** Provinces and towns of Vietnam, and a few firms, that are written like names. */
const PROVINCES: ReadonlySet<string> = new Set(
  'da nang|can tho|thanh hoa|ha noi|hai phong|sai gon|bien hoa|nha trang|da lat|vung tau|quy nhon|ha long|nam dinh|thai nguyen|thai binh|ninh binh|bac ninh|bac giang|hai duong|hung yen|vinh phuc|phu tho|lang son|cao bang|ha giang|tuyen quang|yen bai|lao cai|dien bien|lai chau|son la|hoa binh|quang ninh|nghe an|ha tinh|quang binh|quang tri|quang nam|quang ngai|binh dinh|phu yen|khanh hoa|ninh thuan|binh thuan|kon tum|gia lai|dak lak|dak nong|lam dong|binh phuoc|tay ninh|binh duong|dong nai|long an|tien giang|ben tre|tra vinh|vinh long|dong thap|an giang|kien giang|hau giang|soc trang|bac lieu|ca mau|thu duc|viet nam|hoa sen|ho chi|tan binh|go vap|cu chi|phu nhuan|binh thanh'.split(
    '|',
  ),
);

function isVietnamese({ text, folded }: Scan, parts: readonly NamePart[], from: number): boolean {
  let begin = from;
  while (parts[begin] && parts[begin]?.kind !== 'word') begin += 1;
  const family = parts[begin];
  if (!family || family.end - family.start > 6) return false;
  const isRare = !VIETNAMESE.has(folded.slice(family.start, family.end));
  if (isRare && !RARE_VIETNAMESE.has(folded.slice(family.start, family.end))) return false;
  const own = parts.slice(from, from + 4).filter((part) => part.kind === 'word');
  const [first, ...rest] = own;
  if (
    own.length > 1 &&
    PROVINCES.has(
      own
        .slice(0, 2)
        .map((part) => folded.slice(part.start, part.end))
        .join(' '),
    ) &&
    own.length < 3
  )
    return false;
  if (!first || rest.length === 0 || rest.some((part) => part.refused && part.end - part.start > 5)) return false;
  const middle =
    rest.length > 1 &&
    /^(?:van|thi|duc|ngoc|minh|quoc|huu|xuan|thanh|hong|kim|gia|bao|dinh|quang|cong|duy|tuan|anh|thu|phuong|hoang)$/.test(
      folded.slice((rest[0] as NamePart).start, (rest[0] as NamePart).end),
    );
  const name = text.slice(first.start, (own.at(-1) as NamePart).end);
  return isRare ? ONLY_VIETNAMESE.test(name) : VIETNAMESE_LETTERS.test(name) || middle;
}

function arePair(scan: Scan, parts: readonly NamePart[], from: number, second: number): boolean {
  const first = parts[from] as NamePart;
  const next = parts[second] as NamePart;
  if (next.kind === 'initial' && parts[second + 1]?.kind === 'initial') return isSurname(first) || isUnknown(first);
  // `Bas van den Oever`: a particle between shows that both are names.
  if (isLinked(scan, parts, from, second))
    return !next.refused && next.kind === 'word' && (isGiven(first) || isPlainName(next));
  if (next.kind === 'initial') return isPlainGiven(first) || (isGiven(first) && isName(parts[second + 1] ?? next));
  if (next.refused) return false;
  if (first.capitals || next.capitals) return areShouted(parts, from, second);
  if (isPlainGiven(first)) return isName(next) || isUnknown(next);
  if (isGiven(first))
    return isPlainName(next) || (isUnknown(next) || isSurname(next) ? hasPersonAfter(scan, next) : false);
  if (isSurname(first))
    return (
      isPlainGiven(next) && (!isEveryday(first) || next.inflected === true || !isSentenceStart(scan.text, first.start))
    );
  if (!isUnknown(first) || first.end - first.start < 3) return false;
  if (isPlainName(next) && (next.flags & Word.place) === 0)
    return isSurname(next) || !isSentenceStart(scan.text, first.start);
  return isUnknown(next) && next.end - next.start > 2 && hasPersonAfter(scan, next);
}

const isLinked = ({ folded }: Scan, parts: readonly NamePart[], from: number, second: number) =>
  second > from + 1 &&
  /^(?:van|von|zu|bin|ibn|al|ter|ten|vom|af|abu|st)$/.test(
    folded.slice((parts[from + 1] as NamePart).start, (parts[from + 1] as NamePart).end),
  );

/** Capitals throughout: two names of the lists, one of them a given name and no word, within the first three. */
function areShouted(parts: readonly NamePart[], from: number, second: number): boolean {
  const own = [parts[from], parts[second], parts[second + 1]].filter((part) => part?.kind === 'word') as NamePart[];
  const [first, next] = own as [NamePart, NamePart];
  // `Jean DUPONT`: the surname alone in capitals.
  if (first.capitals !== next.capitals) {
    const long = next.end - next.start > 3;
    return (
      !first.capitals &&
      ((isPlainGiven(first) && (isPlainName(next) || (isUnknown(next) && long))) ||
        (isUnknown(first) && first.end - first.start > 3 && isPlainName(next) && long))
    );
  }
  return (
    own.every((part) => part.capitals && part.end - part.start > 1) &&
    isName(first) &&
    isName(next) &&
    own.some(isPlainGiven)
  );
}

/** `J. Smith`, `J. R. R. Quack`; not `V. JTAG`. */
function initialAndName(parts: readonly NamePart[], from: number): boolean {
  let at = from;
  while (at < parts.length && parts[at]?.kind !== 'word') at += 1;
  const word = parts[at];
  return (
    word !== undefined && !word.refused && (isPlainName(word) || (!word.capitals && (isName(word) || isUnknown(word))))
  );
}

/** "Mwila Tembo left us": a verb that only people do right after. */
function hasPersonAfter(scan: Scan, part: NamePart): boolean {
  if (scan.tokens.kinds[part.next] !== 1 || scan.text[part.end] !== ' ') return false;
  const word = scan.folding(part.next);
  return (
    SPEECH.has(word) ||
    (HERE.has(word) &&
      /^ ?[.,!;]/.test(scan.text.slice(scan.tokens.ends[part.next], (scan.tokens.ends[part.next] as number) + 2)))
  );
}

/** Whether a word begins the text, or stands behind one of these marks and at most two spaces. */
export function isSentenceStart(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && at > start - 3 && text.charCodeAt(at) === 32) at -= 1;
  return start === 0 || '\n.!?:"(*>-'.includes(text[at] ?? ' ');
}
