import { type Part, pickFor } from '../part.ts';
import type { Random } from '../random.ts';
import { type Birth, two } from './birth.ts';

const DOTTED = ['de', 'nb', 'fi', 'pl', 'cs', 'sk', 'ro', 'ru', 'uk', 'tr', 'bg', 'hr', 'lv', 'da', 'et'];
const YEAR_FIRST = ['sv', 'hu', 'ja', 'zh', 'zh-TW', 'ko', 'lt'];

/** A day of birth the way the language writes dates; long forms come from the CLDR, calendars included. */
export function birthDate(random: Random, part: Part, lang: string, { year, month, day }: Birth): string {
  const style = pickFor(part, random, ['usual', 'long', 'iso', 'usual ', 'medium', 'dashes', 'short year']);
  const separator = DOTTED.includes(lang) ? '.' : '/';
  if (style === 'iso') return `${year}-${two(month)}-${two(day)}`;
  if (style === 'long' || style === 'medium') {
    return new Intl.DateTimeFormat(lang, { dateStyle: style, timeZone: 'UTC' }).format(Date.UTC(year, month - 1, day));
  }
  if (YEAR_FIRST.includes(lang)) return `${year}/${two(month)}/${two(day)}`;
  if (style === 'dashes') return `${two(day)}-${two(month)}-${year}`;
  const first = lang === 'en' && random.chance(0.5) ? [two(month), two(day)] : [two(day), two(month)];
  return [...first, style === 'short year' ? two(year % 100) : year].join(separator);
}
