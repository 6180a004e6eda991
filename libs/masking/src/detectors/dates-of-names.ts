import type { Detector } from '../scan.ts';
import { beginsLikeMonth } from './months.ts';

/** `, 16-04-03`, ` (11-1-'38`, `  02/10/15`: right behind a name a date of years ago is that of a birth. */
const BEHIND =
  /^(?:,? ?\(| {2,12}|\t|,\s?|[|;] ?|: ?)(?:\* ?)?((?:[0-3]?[0-9] ?[./-] ?[01]?[0-9] ?[./-]{1,2} ?(?:(?:19|20)[0-9]{2}|['’]?[0-9]{2})|(?:19|20)[0-9]{2}[./-][01]?[0-9][./-][0-3]?[0-9]|[0-3]?[0-9](?:st|nd|rd|th|\.)?[ -](?:de |d['’])?\p{L}{3,10}\.?,?[ -](?:de )?(?:19|20)?[0-9]{2}))(?![0-9:./-]|[ T][0-9]{1,2}:)/u;
/** Letters, entries of logs and orders are dated with years as these. */
const RECENT = /(?:^|[^0-9])(?:20)?(?:2[3-9]|3[0-5])$|^20(?:2[3-9]|3)/;

/** The date that stands right behind somebody's name in a list, in brackets or after a comma. */
export const datesOfNames: Detector = ({ text }, findings) => {
  for (const { type, end } of findings.slice()) {
    if (type !== 'PERSON') continue;
    const match = BEHIND.exec(text.slice(end, end + 44));
    if (!match) continue;
    const date = match[1] as string;
    const words = date.match(/\p{L}{3,}/gu);
    if (RECENT.test(date) || (words && !words.some(beginsLikeMonth))) continue;
    const start = end + match[0].length - date.length;
    findings.push({ start, end: start + date.length, type: 'DOB' });
  }
};
