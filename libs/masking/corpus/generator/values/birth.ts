import type { Random } from '../random.ts';

/** A day of birth and what numbers made from it need; months count from 1. */
export interface Birth {
  year: number;
  month: number;
  day: number;
  male: boolean;
}

export function birthOf(random: Random, male: boolean): Birth {
  return { year: random.int(1948, 2004), month: random.int(1, 12), day: random.int(1, 28), male };
}

export const two = (value: number) => String(value).padStart(2, '0');
export const yymmdd = ({ year, month, day }: Birth) => `${two(year % 100)}${two(month)}${two(day)}`;
export const ddmmyy = ({ year, month, day }: Birth) => `${two(day)}${two(month)}${two(year % 100)}`;
export const yyyymmdd = ({ year, month, day }: Birth) => `${year}${two(month)}${two(day)}`;
