import { type Abbreviation, abbreviationOf, isEveryday, isPlain } from '../cues/abbreviations.ts';
import { isInsideCode, isMereWord } from '../cues/cue-context.ts';
import type { Cue } from '../cues/find-cues.ts';
import { identityAfter, identityBefore, memberAfter, shapedAfter } from '../cues/identity-after.ts';
import { isNumberOfThing } from '../cues/other-numbers.ts';
import { wholeIdentity } from '../cues/wrapped-identity.ts';
import type { Range } from '../digit-run.ts';
import type { Finding, Scan } from '../scan.ts';

/** Words that may stand between a cue of several words and its value. */
const WORDS_AFTER_PHRASE = 6;

/** Numbers by which states know a person: behind their cue, or before it where nothing follows. */
export const identity =
  (type: 'NATIONAL_ID' | 'PASSPORT', maxWords: number) =>
  (scan: Scan, cue: Cue): Finding | undefined => {
    if (isInsideCode(scan, cue) || NOBODYS.test(scan.folded.slice(cue.end, cue.end + 24))) return undefined;
    const name = scan.folded.slice(cue.start, cue.end);
    const abbreviations = abbreviationOf(name)?.filter((own) => own.type === type);
    if (abbreviations && abbreviations.length > 0) {
      if (!isMeant(scan, cue)) return undefined;
      const range =
        shapedAfter(scan, cue, abbreviations) ??
        ofCountry(scan, cue) ??
        memberAfter(scan, cue) ??
        shapedBefore(scan, cue, abbreviations) ??
        (isPlain(name) && !/^-|^\.\w/.test(scan.text.slice(cue.end, cue.end + 2))
          ? identityAfter(scan, cue, 1)
          : undefined);
      return found(scan, cue, range, type);
    }
    if (isMereWord(scan, cue) && !LICENCE.test(scan.text.slice(cue.end, cue.end + 16))) return undefined;
    const range =
      identityAfter(scan, cue, name.includes(' ') ? WORDS_AFTER_PHRASE : maxWords) ??
      memberAfter(scan, cue) ??
      identityBefore(scan, cue);
    return found(scan, cue, range, type);
  };

/** Nothing but "no", a mark and a small word between a number and what it is called. */
const RIGHT_BEHIND =
  /^(?:[ .]{0,2}(?:no|nr|n[°º]|č|№|number|numer|nummer))?[.:=#№ ]{1,3}(?:is |ist |es |è |é |to |je |on |är |er )?$/iu;
/** A name and a value of such lengths right behind each other vouch for each other. */
const NAME_MIN = 6;
const VALUE_MIN = 8;

function found(scan: Scan, cue: Cue, begun: Range | undefined, type: Finding['type']): Finding | undefined {
  if (!begun) return undefined;
  const range = wholeIdentity(scan.text, begun);
  const value = scan.text.slice(range.start, range.end);
  if (isHash(value)) return undefined;
  const digits = value.replace(/[^0-9]/g, '').length;
  const vouched =
    (cue.end - cue.start >= NAME_MIN ? digits > 5 : digits > 8) &&
    value.length >= VALUE_MIN &&
    RIGHT_BEHIND.test(scan.text.slice(cue.end, range.start));
  return { ...range, type, ...(vouched ? { certain: true } : {}) };
}

/** "licence key", "licence count", `passport-oauth2`: of software. */
const NOBODYS =
  /^ (?:keys?|servers?|count|files?|plates?|pool|seats?)(?![a-z])|^[-.](?:js|oauth|jwt|saml|local|auth)(?![a-z])/u;

/** Series and number as Russian and Belarusian licences have them: "права 7716 123456". */
const LICENCE = /^ [0-9]{2} ?(?:[0-9]{2}|[А-Я]{2}) ?[0-9]{6}(?![0-9])/u;

/** Whose document it is, between its name and its number: "CI Bolivia 1234567 LP", "BI de Angola …". */
const COUNTRY =
  /^ (?:de |del |de la |do |da |of |from |du |des )?(?:bolivi|angol|mo[cz]ambi|madagasc|malgach|camer|camaro|colomb|venez|chile|peru|argentin|ecua|urugua|paragua|mexic|brasil|brazil|portug|espan|spain|spani|franc|french|belg|suisse|swiss|senegal|mali|burkin|ivoir|togo|benin|congo|rdc|gabon|maroc|morocc|algeri|tunisi|egypt|kenya|ugand|tanzan|rwand|ghan|niger|zambi|zimbab|namibi|botsw|malaw|ethiop|indi|pakist|banglad|nepal|indones|malays|singap|philip|filip|thai|viet|chin|taiwan|hong kong|maca[uo]|japan|korea|turk|iran|ira[qk]|saudi|uae|emirat|kuwait|qatar|bahrain|oman|jordan|leban|liban|israel|ukrain|russ|polish|polsk|czech|slova|hungar|roman|bulgar|serb|croat|sloven|gree[ck]|cypr|malt|ital|german|austri|dutch|danish|swed|norweg|finn|eston|latvi|lithua|moldov|georg|armen|azerb|kazakh|uzbek|kyrgyz|guatemal|hondur|salvad|nicarag|costa ric|panam|domini|cuba|haiti)\p{L}{0,6}(?=[ :,])/u;
function ofCountry(scan: Scan, cue: Cue): Range | undefined {
  const country = COUNTRY.exec(scan.folded.slice(cue.end, cue.end + 32));
  const range = country ? identityAfter(scan, { ...cue, end: cue.end + country[0].length }, 1) : undefined;
  return range && scan.text.slice(range.start, range.end).replace(/[^0-9]/g, '').length > 5 ? range : undefined;
}

/** "112233445 (BSN)": a number of the right shape before its abbreviation. */
function shapedBefore(scan: Scan, cue: Cue, abbreviations: readonly Abbreviation[]): Range | undefined {
  const range = identityBefore(scan, cue);
  const compact =
    range &&
    scan.text
      .slice(range.start, range.end)
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toUpperCase();
  return compact && abbreviations.some(({ shape }) => shape.test(compact)) ? range : undefined;
}

/** "le", "pass" and "pan" are words; "LE" and "pan:" are not. `Message-ID` and "order id" are of other things. */
const isMeant = ({ text, folded }: Scan, cue: Cue): boolean =>
  !/[-_@]/.test(text[cue.start - 1] ?? ' ') &&
  !RETRIEVAL.test(folded.slice(cue.start, cue.end + 18)) &&
  !isNumberOfThing(folded, cue.start) &&
  (!isEveryday(folded.slice(cue.start, cue.end)) ||
    /^\p{Lu}{2}/u.test(text.slice(cue.start, cue.end)) ||
    /^["']?\s{0,2}[:=]|^ (?:no|nr|number|is|n°)|^ (?:es|é|est|ist|to|je|er|är) (?:el |il |le )?[0-9]{6}|^ [0-9]{9}/u.test(
      text.slice(cue.end, cue.end + 16),
    ));

/** A retrieval reference number of a card payment (ISO 8583, field 37); Belgium's number of a person has eleven digits. */
const RETRIEVAL = /^rrn[ :=#.]{1,3}[0-9]{12}(?![0-9])/;

/** UUIDs and hashes are no one's number. */
const isHash = (value: string): boolean =>
  value.length > 11 && /[a-f]/.test(value) && /^[0-9a-f]+(?:-[0-9a-f]+)*$/.test(value);
