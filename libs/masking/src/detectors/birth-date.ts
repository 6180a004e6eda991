import type { Cue } from '../cues/find-cues.ts';
import type { Detector, Finding, Scan } from '../scan.ts';
import { eachMatch, matchesIn } from '../text/matches.ts';
import { beginsLikeMonth } from './months.ts';

const MONTH = '[\\p{L}\\p{M}][\\p{L}\\p{M}.॰]{2,13}';
/** Day, month and year: numbers with anything usual between, words for months, eras of Japan and Taiwan. */
const DATE_SOURCE = [
  // 20-XI-1931, 21/iii/1957, 1 / 31 / 2, 11-1-'38, 16.8.-43
  "[0-3]?[0-9][./\\- ]{1,2}(?:x{0,1}(?:i{1,3}|iv|vi{0,3}|ix)|xi{0,2})[./\\- ]{1,2}(?:[0-9]{4}|'?[0-9]{2})",
  "[0-3]?[0-9] ?[./-] ?[0-3]?[0-9] ?[./-]{1,2} ?['’´]?(?:[0-9]{4}|[0-9]{1,2})",
  '(?:19|20)[0-9]{2} ?[|⁄./-] ?[01]?[0-9] ?[|⁄./-] ?[0-3]?[0-9]|[0-3]?[0-9] ?[|⁄] ?[0-3]?[0-9] ?[|⁄] ?[0-9]{2,4}',
  // the 30th day of September 1988, 11th of the 2nd, '01
  "[0-9]{1,2}(?:st|nd|rd|th) (?:day )?(?:of )?(?:the )?(?:[0-9]{1,2}(?:st|nd|rd|th)|[\\p{L}]{3,10}),? ?(?:['’]?[0-9]{2}(?![0-9])|[0-9]{4})",
  // 88-Apr-17, 2 de feb/2012, 1931 den 2 juni, 1957 жылғы 10 қаңтар, 1979 წლის 4 ივნისი, 1988 թ. մայիսի 12
  "[0-9]{2}-[\\p{L}]{3}-[0-9]{2}|[0-9]{1,2} (?:de |d['’])?[\\p{L}·]{3,12}\\.?(?: ?\\/ ?| del? (?:any )?)(?:[0-9]{4}|[0-9]{2})",
  '(?:19|20)[0-9]{2}(?: den| жылғы| წლის| թ\\.| йил| m\\.|-ci il| साल)? (?:[0-9]{1,2}[. ] ?[\\p{L}\\p{M}]{3,14}|[\\p{L}\\p{M}]{3,14} [0-9]{1,2})',
  '[0-9]{1,2}(?:\\.|-|[\\p{L}]{0,2})? [\\p{L}\\p{M}]{3,12}(?: ул| oyi)?,? [12][0-9]{3}(?![0-9])',
  '[\\p{L}\\p{M}]{3,12} [0-9]{1,2}(?: ?ቀን)?,? (?:19|20)[0-9]{2}',
  // 平成8年12月3日, 昭和五十八年十月二日, 民國 77 年 4 月 9 日, S22.1.9
  '(?:明治|大正|昭和|平成|令和|民國|民国|西元|公元|農曆|农历|音[历曆])? ?[0-9〇一二三四五六七八九十零元○]{1,6} ?[年년] ?[0-9一二三四五六七八九十正冬腊臘]{1,3} ?[月월](?: ?[0-9一二三四五六七八九十廿初]{1,3} ?[日号號일]?)?',
  '[MTSHR][0-9]{1,2}[./][0-9]{1,2}[./][0-9]{1,2}',
  '[0-9]{1,2}\\s?[./\\- ]\\s?[0-9]{1,2}\\s?[./\\- ]\\s?(?:[0-9]{4}|[0-9]{2})',
  '[0-9]{4}\\s?[./\\-年년]\\s?[0-9]{1,2}\\s?[./\\-月월]\\s?[0-9]{1,2}[日일]?',
  '(?:19|20)[0-9]{6}',
  // 0820519: of the Republic of China; O6/l4/1999: as it was scanned.
  '[01][0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])',
  '[0-3OolI][0-9OolI]?[./-][01OolI]?[0-9OolI][./-](?:[12lI][90O][0-9OolI]{2})',
  // 8 thg 10, 1997; 1965. gada 6. marts; 1985 m. kovo 12 d.
  '[0-9]{1,2} (?:thg|tháng) [0-9]{1,2},? (?:năm )?[0-9]{4}',
  `(?:19|20)[0-9]{2}(?:\\. gada| m\\.) (?:[0-9]{1,2}\\. ${MONTH}|${MONTH} [0-9]{1,2}(?: d\\.)?)`,
  '(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])(?:19|20)[0-9]{2}',
  // 14 March 1985, 14-Mar-85, 3rd of May 1990, 07MAR74, 14 de marzo de 1985
  `[0-9]{1,2}(?:st|nd|rd|th|er|º|ª|\\.)?[-, ]{0,2}(?:de |of |di |d'|del |ngày |tháng )?${MONTH}[.׳'’]?[-, ]{0,2}(?:de |del |of |năm )?(?:[0-9]{4}|'?[0-9]{2}(?![0-9]))`,
  `${MONTH}\\.? [0-9]{1,2}(?:st|nd|rd|th)?,? [0-9]{4}`,
  `(?:19|20)[0-9]{2}[. -]{1,2}${MONTH}[. -]{1,2}[0-9]{1,2}\\.?`,
  '[0-9]{2}(?:0[1-9]|1[0-2])[0-9]{2}(?![0-9-])',
].join('|');
const DATE = new RegExp(`^(?:${DATE_SOURCE})(?![0-9])`, 'iu');

/** A date of birth after its cue, within 28 characters, in the orders and words people use. */
export function cuedBirthDate(scan: Scan, cue: Cue): Finding | undefined {
  const near = scan.text.slice(cue.end, cue.end + 72);
  for (let offset = 0; offset <= 34 && offset < near.length; offset += 1) {
    if (near[offset] === '\x7f' || (near[offset] === '\n' && offset > 3)) return undefined;
    if (
      /[\p{L}\p{N}]/u.test(near[offset - 1] ?? ' ') &&
      !/[년月日はがは는은\u0e00-\u0e7f]/u.test(near[offset - 1] ?? ' ')
    )
      continue;
    const match = DATE.exec(near.slice(offset));
    if (match && isBirth(match[0], offset))
      return { start: cue.end + offset, end: cue.end + offset + match[0].length, type: 'DOB' };
  }
  const year = YEAR_ALONE.exec(near);
  return year ? { start: cue.end + year[0].length - 4, end: cue.end + year[0].length, type: 'DOB' } : undefined;
}

/** "né présumé en 1958", "Geburtsjahr: 1963", "mwaka 1957": all that is known of a birth is its year. */
const YEAR_ALONE =
  /^["']?[ :=(]{1,4}(?:(?:presumed |présumé )?(?:en|in|im jahr|around|circa|ca\.?|c\.|mwaka|roku|year|v roce|год[уа]?|em|anno|nel|år|jaar|năm|tahun|تخمینی|w) )?["']?(?:19[0-9]{2}|20[01][0-9])(?![0-9./-]| ?[\p{L}]{3,12} [0-9]| ?[年년])/iu;

/** "born 2 times", "geb 12 und 13 2020": between the numbers stands a month, not any word. */
const isBirth = (date: string, offset = 99) => {
  const words = date.match(/[\p{L}\p{M}]{3,}/gu);
  return (
    (/[0-9].*[0-9]/su.test(date) || /[年년]/u.test(date)) &&
    (words === null ||
      /[年년]/u.test(date) ||
      (offset < 20 && /[12][0-9]{3}/.test(date) && !words.some((word) => NO_MONTH.test(word))) ||
      words.some((word) => beginsLikeMonth(word) || isUnwritten(word) || /^th(?:g|áng)$/u.test(word)))
  );
};
/** Words that stand between two numbers, too: "geb 12 und 13 2020". */
const NO_MONTH =
  /^(?:und|and|oder|per|pro|bis|von|mit|the|for|not|but|was|times|years?|days?|months?|jahre?|tage?|ans|jours|años|anos|dias|días|anni|giorni|lat|dni|mal|fois|veces|tickets?|orders?|items?|version|release|line|row|see|page)$/iu;
/** Scripts whose months are not listed in every spelling. */
const isUnwritten = (word: string) => word.charCodeAt(0) > 0x52f && word.charCodeAt(0) < 0x1e00;

/** Letters and signs that say, right before a date, that somebody was born then: `b. 5/5/2020`, `* 9.9.2011`, `f. 12.05.88`. */
const SIGN =
  /(?:(?:^|[\s(,;|–-])(?:b|n|f|s|d|g|r|nar|roj|rođ|rod|рођ|γεν|szül|dz|nasc|nac|nasc|ur|synt|geb|né|gim|sünd|ö|doğ|nato|lhr|т|р)(?:(?:\. ?| )(?:a |am |il |le |el |on |den |i |dne )?|\.?)|(?<![0-9A-Za-z*])[*✶∗] ?|(?:nacto|f\. ?nac|f\.n|f\. nac|d\.n|d\.r|д\.р|n\. il|n\. a|geb\. am)\.? ?)$/iu;

/** What says, behind a date, that somebody was born on it: "am 23. 11. 1966 geboren", "1985-03-14生まれ". */
const BORN_AFTER =
  /^[ ,)]{0,2}(?:geboren|geb\.|né\b|née\b|nacid[oa]|nascid[oa]|nat[oa]\b|geb\b|född|født|syntynyt|urodz|narozen|született|születésű|născut|doğumlu|года? рожд|г\.\s?р\.|р\.\s?н\.|року народж|рожд|生まれ|生(?=[)）」、。,の\s]|$)|出生|생$|출생|को जन्म|यांचा जन्म|sinh\b)/iu;
const BORN = new RegExp(BORN_AFTER.source.replace('^[ ,)]{0,2}', ''), 'iu');
const OLD_DATE =
  /(?<![0-9.:/-])(?:[0-3]?[0-9][./-] ?[01]?[0-9][./-] ?(?:19[0-9]{2}|200[0-9]|201[0-2])|(?:19[0-9]{2}|200[0-9]|201[0-2])[./-](?:0[1-9]|1[0-2])[./-](?:0[1-9]|[12][0-9]|3[01])|[0-3]?[0-9](?:\.|st|nd|rd|th)? (?:de |of )?[\p{L}\p{M}]{3,12}\.?,? (?:de )?(?:19[0-9]{2}|200[0-9]|201[0-2])|[\p{Lu}][\p{L}\p{M}]{2,12} [0-3]?[0-9](?:st|nd|rd|th)?,? (?:19[0-9]{2}|200[0-9]|201[0-2]))(?![0-9:T]|[-./][0-9])/gu;
/** Epochs of computers, not of people. */
const EPOCH =
  /^(?:1970-01-01|1900-01-01|1899-12-3[01]|1901-12-13|1904-01-01|01[./-]01[./-]1970|2000-01-01|1980-01-01|31[./-]12[./-]1999|1999-12-31)/;

/** Words by which a text speaks of somebody's birth, folded. */
const SPEAKS_OF_BIRTH =
  /birth|\bdob\b|d\.o\.b|\bborn\b|geburt|geboren|\bgeb\b|naissance|\bnee? le\b|nacimiento|nacid|nascimento|nascid|nascita|\bnat[oa]\b|urodz|narozen|dogum|рожден|народжен|раждане|fodsel|fodt|fodelse|fodd\b|syntyma|synt\.|szulet|nascut|nasterii|γεννησ|לידה|الميلاد|مواليد|जन्म|ngay sinh|tanggal lahir|วันเกิด|เกิด|生日|出生|生年月日|誕生日|생년월일|생일/u;

/** Dates said to be of birth by the word behind them, and dates of long ago in texts that speak of a birth. */
export const birthDates: Detector = ({ text, folded }, findings) => {
  if (matchesIn(SIGNED, text))
    eachMatch(ANY_DATE, text, ({ index, 0: date }) => {
      if (isBirth(date) && !RECENT.test(date) && SIGN.test(text.slice(Math.max(0, index - 16), index)))
        findings.push({ start: index, end: index + date.length, type: 'DOB' });
    });
  eachMatch(DEMOGRAPHICS, text, ({ index, 0: date }) => {
    findings.push({ start: index, end: index + date.length, type: 'DOB' });
  });
  eachMatch(SIGNED_YEAR, text, ({ index, 0: date }) => {
    if (/^[12]/.test(date) || beginsLikeMonth(date))
      findings.push({ start: index, end: index + date.length, type: 'DOB' });
  });
  const speaks = matchesIn(SPEAKS_OF_BIRTH, folded);
  if (!speaks && !/生|출|р\./u.test(text)) return;
  eachMatch(OLD_DATE, text, ({ index, 0: date }) => {
    if (!EPOCH.test(date) && speaks) findings.push({ start: index, end: index + date.length, type: 'DOB' });
  });
  if (matchesIn(BORN, text))
    eachMatch(ANY_DATE, text, ({ index, 0: date }) => {
      if (BORN_AFTER.test(text.slice(index + date.length, index + date.length + 20)))
        findings.push({ start: index, end: index + date.length, type: 'DOB' });
    });
};
/** ASC X12 DMG: the date of birth of a subscriber. */
const DEMOGRAPHICS = /(?<=DMG\*D8\*)[0-9]{8}(?=[*~\n]|$)/g;
/** "(b. 2009)", "(* 1963)", "b. Feb. '58": all that a list tells. */
const SIGNED_YEAR =
  /(?<=[(,;] ?(?:b\.|\*|geb\.|né en|née en|nac\.|n\.|ur\.|nar\.|f\.|synt\.|szül\.|род\.|р\.) ?)(?:\p{L}{3,9}\.? ['’]?[0-9]{2}(?![0-9])|(?:19|20)[0-9]{2})(?=[),;])/gu;
/** A letter of {@link SIGN} before a number somewhere: most texts have none. */
const SIGNED =
  /[*✶∗] ?[0-9]|(?<![\p{L}\p{N}])(?:b|geb|né|née)\.? \p{L}{3,9}\.? ['’]?[0-9]|(?<![\p{L}\p{N}])(?:b|n|f|s|d|g|r|nar|roj|rođ|rod|рођ|γεν|szül|dz|nasc|nac|nacto|ur|synt|geb|gim|doğ|lhr|р|т)\.?:? (?:a |am |il |le |el |on |den |i |dne )?[\p{L}0-9.]{0,3}[0-9]/iu;
const RECENT = /202[4-9]$/;
const ANY_DATE = new RegExp(`(?<![\\p{N}\\p{L}./:-])(?:${DATE_SOURCE})`, 'giu');
