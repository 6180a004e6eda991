import { isOtherNumber } from '../../cues/other-numbers.ts';
import { PHRASES } from '../../cues/phrases.ts';
import type { Finding, Scan } from '../../scan.ts';
import { foldText } from '../../text/characters.ts';
import { isTechnicalWord } from '../address-parts.ts';
import { isKnown } from '../address-words.ts';
import { withoutNeighbours } from './address-cuts.ts';

const words = (list: string): readonly string[] => foldText(list).trim().split(/\s+/);
const single = (phrases: string): readonly string[] =>
  phrases
    .split('|')
    .map(foldText)
    .filter((phrase) => phrase.length > 2 && !/[^\p{L}\p{M}]/u.test(phrase));

/** Small words of sentences: with none of them an address begins or ends. */
const SMALL = words(`
  and or but who which has have had is was are were been by for from since until because so then when while please ok okay can could will would my we our he she they it its not also too if
  as than that this now there here again thanks thks
  und oder aber beides mit ist war hat haben sind bei bitte nicht noch wenn weil dass danach dann seit ab bis um
  et ou mais avec est sont ont pour par depuis puis merci svp donc pero con esta tiene para por desde gracias mas tem ma sono da per grazie en maar met heeft voor niet dan
  och eller med har for ikke inte ja tai mutta on oraz lub ale jest dla od nebo pro si sau dar este pentru es vagy ir un bet arba ali je za i и или но с для от та або але на ve veya ile icin dan atau tapi dengan untuk`);
const STANDS_BEFORE = new Set([
  ...single(PHRASES.address).filter((word) => !isKnown(word)),
  ...words(`
  and or but is was at my our his her their moved to own place housing of lives live living lived stays resides woont woon wohnt habite vive reside mora abita mieszka bydli lakik bor bo
  адр адреса adr adressi adrese adresas elukoht rumah alamatnya adresimiz adresim meldeadr zustelladr lieferadr rechnungsadr zustellung lieferung an العنوان عنوان والعنوان بالظبط الوطني`),
]);
/** What the next field begins with. */
const FIELDS = new Set(
  [
    ...['phone', 'account', 'iban', 'dob', 'password', 'passport', 'national-id', 'expiry', 'cvv', 'name'].flatMap(
      (kind) => single(PHRASES[kind as keyof typeof PHRASES]),
    ),
    ...words(`
  tel tlf mob mobil tal cell fon sími fón тел моб тлф email mail sms fax order parcel loan track badge dsn umid error status version simi rappel
  pieteikums ansprechpartner fernwartung kennwort führerschein meldeadr adr adresse partner
  фон факс هاتف جوال الجوال رقم ورقم رقمه ورقمي فون موبايل متولد والد يستلم`),
  ].filter((word) => word.length > 2 && !isKnown(word)),
);
const SMALL_WORDS = new Set(SMALL);
const STANDS_BEHIND = new Set([...SMALL, ...FIELDS, 'ph']);

/** Words of East Asia that begin the next field, behind a number of an address. */
const NEXT_FIELD =
  /(?<=[0-9０-９\p{L})）])[,，、。 ]{0,2}(?:收件人|收货人|收貨人|收件|联系人|聯絡人|电话|電話|手机|手機|备用|備用|邮箱|郵箱|金額|金额|谢谢|謝謝|联系|聯絡|生日|身份证|之水費|之电费|にて|です|でした|になります|宛て|までお願い|예요|이에요|입니다|이고|인데|(?:으)?로만? ?(?:변경|보내|동일|나와|바꿔|배송|부탁)|맞지만|해주세요|부탁)[^\n]*$/u;
/** Words of East Asia right before an address. */
const SAID_BEFORE =
  /^(?:\p{Script=Hangul}{1,6}[은는을를이가] (?=\p{Script=Hangul}{2,8}[시도군구] )|[0-9]{4,9} ที่อยู่ ?|(?:应该|應該|请|請|麻烦|麻煩)?(?:(?:把|将|將)\p{Script=Han}{1,6}?)?(?:送到|寄到|寄去|寄往|寄至|送至|送往|发到|發到|发往|發往)|(?:我|我家|本人|現|现)?(?:戶籍|户籍)?(?:住|位)?[在于於](?=\p{Script=Han}{2})|实?际在|住址?(?=\p{Script=Han}{2,8}[省市区區县縣])|到(?=\p{Script=Han}{2,8}[省市])|地址|住所[0-9]?[=：:はが]?|(?:배송지|주소|기숙사|자택|본가|집)(?:는|은|가|이)?[: ]{1,2}(?:둘 다 |모두 |현재 )?)/u;
/** A date behind an address: "on 31/10", "until 27/11"; an error and its code. */
const NEXT_EVENT =
  /\s(?:on|until|till|as of|has until|am|bis|ab|vom|seit|le|depuis|el|desde|hasta|il|dal|op|vanaf|den|från|fra|dnia)\s[0-9]{1,2}[/.-][0-9]{1,2}(?:[/.-][0-9]{2,4})?$|\s(?:خطأ|الخطأ|error|err|fehler|erreur|http)\s[A-Z0-9-].*$/iu;
/** A line that begins the next field or the next point of a list. */
const NEXT_LINE =
  /(?<=[\p{Script=Latin}\p{N}])["']\s?[,;)].*$|(?<=[\p{L}\p{N}])"\s?\n.*$|(?<=[\p{L}\p{N}]) [–-] [A-Z]{1,3}[0-9]{3,}.*$|\n\p{L}{2,12}(?: [0-9]{1,3})?: .*$|\s住所[0-9]?$|\n\s{0,8}(?:[0-9]{1,2}[.)]|[-•*]|["'(]?[0-9]{1,2}:[0-9]{2}\)?)?\s?["',]{0,3}$/u;

/**
 * An address without the words of the sentence around it and without the first word of the next field: the detectors read
 * on as long as words may stand in an address, and most capitalised words may. Undefined where nothing is left.
 */
export function withoutSentence(scan: Scan, finding: Finding): Finding | undefined {
  const { text, folded } = scan;
  // "HTTP 503 …": the number is that of an error.
  if (/(?<!\p{L})(?:http|error|err|code|status) ?$/u.test(folded.slice(Math.max(0, finding.start - 8), finding.start)))
    return undefined;
  const [from, to] = withoutNeighbours(text, finding.start, finding.end);
  const start = skipBefore(scan, from, to);
  let end = untilSentence(text, start, to);
  end = cutBehind(text, folded, start, untilField(text, folded, start, end));
  const own = folded.slice(start, end);
  if (start === finding.start && end === finding.end) return countsThings(own) ? undefined : finding;
  return /[\p{L}\p{N}]{2}/u.test(own) && !/^[0-9]{1,3}$/.test(own) && !countsThings(own)
    ? { ...finding, start, end }
    : undefined;
}

/** "Lotto 190889-M e lotto 120191-F", "Lieferschein 80/4471": things with numbers, and not one word of an address. */
function countsThings(own: string): boolean {
  // "Schulkennzahl 310016": the last half of a compound says what is counted.
  if (/^\p{L}*(?:zahl|nummer|kennung|schlussel|beleg|zahler|kode|numret)[ .:]{1,2}[0-9]/u.test(own)) return true;
  // "PR 2291", "Koordinator 00": abbreviations and numbers that no house has.
  if (/^[a-z]{2,4} [0-9]{3,5}$|^\p{L}{4,} 0{1,2}[0-9]{0,2}(?![0-9/.-])/u.test(own)) return true;
  const nouns = own.match(/[\p{L}\p{M}]{3,}/gu) ?? [];
  const first = nouns[0] ?? '';
  const isPlace = (word: string) => isKnown(word) || OF_PLACES.test(word);
  return isOtherNumber(first) && (nouns.every(isOtherNumber) || !nouns.some(isPlace));
}

const OF_PLACES = /^post|(?:str|strasse|straat|weg|gasse|platz|gracht|laan|vagen|gatan|veien|vej|gade|katu|tie|utca)$/;
const FIELD_START = /(?:[,،;\n(]|[0-9]\. ?| [–-])\s{0,3}["']?([\p{L}\p{M}]{2,18})(?:-([\p{L}]{2,18}))?(?=[.:\s,)]|$)/gu;

/** Cuts before the first field behind a number: ", tel.", "\nKonts", ", danach", ", IMEI 35…". */
function untilField(text: string, folded: string, start: number, end: number): number {
  for (const match of text.slice(start, end).matchAll(FIELD_START)) {
    const at = start + match.index;
    if (!/[0-9]/.test(text.slice(start, at))) continue;
    const from = at + match[0].indexOf(match[1] as string);
    const word = folded.slice(from, from + (match[1] as string).length);
    const last = foldText(match[2] ?? '');
    if (isKnown(word)) continue;
    const small = word.length > 2 && SMALL_WORDS.has(word) && /^\p{Ll}/u.test(match[1] as string);
    const field = (FIELDS.has(word) || FIELDS.has(last)) && NEXT_VALUE.test(text.slice(at + match[0].length, end));
    if (small || field || isNumbered(text, word, at + match[0].length)) return at;
  }
  return end;
}

/** What stands between a field and its value, or nothing more of the finding. */
const NEXT_VALUE = /^\s?[.:]|^[^\n,]{0,12}[0-9]|^.{0,2}$/u;

/** "IMEI 353918", "Order 44": a thing with its number. */
const isNumbered = (text: string, word: string, at: number): boolean =>
  (isOtherNumber(word) || isTechnicalWord(word)) &&
  /^[.:]? ?(?:[Nn][or]\.? ?)?[#A-Z]{0,3}-?[0-9]/.test(text.slice(at, at + 12));

/** Past "lives in", "Adresse:", `應該送到`: as long as an address is left. */
function skipBefore({ text, folded }: Scan, from: number, end: number): number {
  let start = from;
  for (let skipped = 0; skipped < 4; skipped += 1) {
    const said = SAID_BEFORE.exec(text.slice(start, Math.min(end, start + 16)))?.[0];
    const word =
      said ??
      /^["'(]{0,2}([\p{L}\p{M}]{1,18})(?:[.:]{0,2}[ \n]{1,2}|[:,] ?)/u.exec(
        text.slice(start, Math.min(end, start + 24)),
      )?.[0];
    if (!word || end - start - word.length < 6) break;
    if (!said && !STANDS_BEFORE.has(folded.slice(start, start + word.length).replace(/[^\p{L}\p{M}]+/gu, ''))) break;
    start += word.length;
  }
  return start;
}

/** Cuts at a full stop behind which nothing of an address follows: ". My order", "。". */
function untilSentence(text: string, start: number, end: number): number {
  for (let at = start + 4; at < end - 1; at += 1) {
    const stop = text[at] as string;
    if (stop === '።' || stop === '။' || stop === '।' || stop === '。') return at;
    if (!'.?!'.includes(stop) || !/^["”]?\s["(]?[\p{L}0-9]/u.test(text.slice(at + 1, at + 5))) continue;
    const before = text.slice(start, at);
    if (isShortened(before)) continue;
    if (!/[0-9\p{Script=Arabic}\p{Script=Hebrew}]/u.test(before)) continue;
    const rest = text
      .slice(at + 1, end)
      .split(/[\s,]+/u)
      .filter((word) => word !== '');
    // "…, Waipahu 96797. Loan #2026": a new sentence, and no word of addresses in it.
    if (
      /,.*[0-9]|[0-9].*,/.test(before) &&
      /(?:[0-9][A-Z]{0,2}|\p{L}{4,})$/u.test(before) &&
      /^["“(]?\p{Lu}[\p{L}\p{M}]{2,}$/u.test(rest[0] ?? '') &&
      !rest.some((word) => /\p{L}{3}/u.test(word) && isKnown(foldText(word.replace(/[^\p{L}\p{M}]/gu, ''))))
    )
      return at;
    const lone = rest.length === 1 && /^ \p{Ll}/u.test(text.slice(end, end + 2));
    const ordinal = /(?:^|[ ,])[0-9]{1,2}$/.test(before);
    if (lone && !ordinal && /^(?:[0-9]{1,3}|\p{L}{3,})$/u.test(rest[0] as string)) return at;
    // A whole address, with its postcode, stands before; "رقم الطلب" is a number of something else.
    const isNext =
      /^\p{Lu}[\p{L}-]{3,}$/u.test(rest[0] ?? '') &&
      /(?<![0-9])[0-9]{4,6}$|[0-9][A-Z]{2}$|[A-Z][0-9] ?[0-9][A-Z][0-9]$/.test(before);
    if (
      isNext &&
      !isKnown(foldText(rest[0] as string)) &&
      !rest.some((word) => /\p{L}/u.test(word) && isKnown(foldText(word)) && word.length > 4)
    )
      return at;
    if (/^(?:رقم|номер|number|nummer|numero)$/u.test(foldText(rest[0] ?? '')) && !/^[0-9]/.test(rest[1] ?? ''))
      return at;
    if (rest.some(isOfAddress)) continue;
    if (!/[0-9]/.test(rest.join(''))) return at;
  }
  return end;
}

/** `Cll.`, `Imm.`, `opp.`: words of addresses that are cut short; not the letter of a town, `Aarhus C.` */
const isShortened = (before: string): boolean => {
  const word = /(?<![\p{L}0-9])\p{L}{1,5}$/u.exec(before)?.[0] ?? '';
  return isKnown(foldText(word)) && (word.length > 1 || !/\p{Lu}\p{L}{2,} \p{L}$/u.test(before));
};

/** A word of addresses, or an abbreviation, or a postcode. */
const isOfAddress = (word: string): boolean => {
  const own = foldText(word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, ''));
  return (own.length > 2 && isKnown(own)) || (/^[0-9]/.test(word) && own.length > 1) || /^\p{L}{1,4}\.$/u.test(word);
};

function cutBehind(text: string, folded: string, start: number, before: number): number {
  let end = before;
  for (let cut = 0; cut < 5; cut += 1) {
    const own = text.slice(start, end);
    const line =
      NEXT_LINE.exec(own) ??
      (/^:\s/.test(text.slice(end, end + 2)) ? /\s\p{Lu}{4,}$/u.exec(own) : null) ??
      NEXT_EVENT.exec(own) ??
      (/^[.)]/.test(text.slice(end, end + 1)) ? /\n\s{0,8}[0-9]{1,2}$/.exec(own) : null);
    const field = /[0-9０-９]/.test(own) ? NEXT_FIELD.exec(own) : null;
    const stop = line?.index ?? field?.index;
    if (stop !== undefined && stop > 4) {
      end = start + stop;
      continue;
    }
    const last = /[\s,،.(–-]{1,3}([\p{L}\p{M}]{1,16})[.:]?$/u.exec(own.slice(-24));
    if (!last || own.length - last[0].length < 6) break;
    const from = end - last[0].length + last[0].indexOf(last[1] as string);
    const word = folded.slice(from, from + (last[1] as string).length);
    // "5 a" and "12 i" are houses.
    if (word.length < 2 && /[0-9] ?$/.test(own.slice(0, -last[0].length))) break;
    const isSmall = STANDS_BEHIND.has(word) && !(SMALL_WORDS.has(word) && /^\p{Lu}/u.test(last[1] as string));
    if (!isSmall && !isLabel(text, from, end) && !(word === 'i' && last[0].startsWith(','))) break;
    end -= last[0].length;
  }
  return end;
}

/** "Ponto de referência:" behind an address: a colon follows the first word of a sentence or line. */
const isLabel = (text: string, from: number, end: number): boolean =>
  /[.\n] {0,4}$/.test(text.slice(Math.max(0, from - 6), from)) &&
  /^(?:[ \p{Ll}\p{M}]{0,24}:|\.{4}| \.{4})(?!\/\/)/u.test(text.slice(end, end + 26)) &&
  !/[0-9]/.test(text.slice(from, end));

/** "SSO 3.2", "Rejeição 402": what only a technical word and a number make is no address. */
export const isTechnicalAddress = (own: string): boolean =>
  own
    .split(/[\s,]+/u)
    .slice(0, 2)
    .some(isTechnicalWord) && own.split(/[\s,]+/u).length < 4;
