import type { Detector } from '../scan.ts';
import { eachMatch } from '../text/matches.ts';
import { beginsLikeMonth } from './months.ts';

/**
 * Whole dates of 1920 to 2011: in tickets of today, of thirty of them twenty-nine are births. Day or month first, or the
 * year; months in figures or by name.
 */
const FIGURES =
  /(?<![0-9A-Za-z][./-]?)(?:([0-3]?[0-9])([./-])\s?([0-3]?[0-9])\2\s?(?:19[2-9][0-9]|20(?:0[0-9]|1[01]))|(?:19[2-9][0-9]|20(?:0[0-9]|1[01]))([./-])\s?([01]?[0-9])\4\s?([0-3]?[0-9]))(?!\.?[0-9A-Za-z]|[/-][0-9A-Za-z]|,? [0-2]?[0-9]:[0-5][0-9])/g;
const NAMED =
  /(?<![0-9\p{L}][./-]?)[0-3]?[0-9](?:st|nd|rd|th|er|º|\.)?[ /-](?:de |d['’]|of )?(\p{L}{3,10})\.?,?[ /-](?:de |del )?(?:19[2-9][0-9]|20(?:0[0-9]|1[01]))(?![0-9\p{L}]|[./-][0-9\p{L}]|,? [0-2]?[0-9]:[0-5][0-9])/gu;
const IN_CHARACTERS =
  /(?<![0-9])(?:19[2-9][0-9]|20(?:0[0-9]|1[01]))(?:年 ?[01]?[0-9]月 ?[0-3]?[0-9]日|년 ?[01]?[0-9]월 ?[0-3]?[0-9]일)/g;

/** The day that computers count from, and what forms are filled with. */
const EPOCHS =
  /^(?:1970[./-]0?1[./-]0?1|0?1[./-]0?1[./-]1970|31[./-]12[./-]1969|1969[./-]12[./-]31|0?1[./-]0?1[./-](?:1980|2000)|(?:1980|2000)[./-]0?1[./-]0?1)$/;
/** Dates of long ago. */
export const oldDates: Detector = ({ text }, findings) => {
  const found = (start: number, date: string) => {
    if (!EPOCHS.test(date)) findings.push({ start, end: start + date.length, type: 'DOB' });
  };
  eachMatch(FIGURES, text, ({ index, 0: date, 1: day, 3: other, 5: month, 6: last }) => {
    const [left, right] = [Number(day ?? last), Number(other ?? month)];
    if (left > 0 && right > 0 && left < 32 && right < 32 && Math.min(left, right) < 13) found(index, date);
  });
  eachMatch(NAMED, text, ({ index, 0: date, 1: month = '' }) => {
    if (beginsLikeMonth(month)) found(index, date);
  });
  eachMatch(IN_CHARACTERS, text, ({ index, 0: date }) => found(index, date));
};
