import { cityOf } from '../persona.ts';
import type { Story } from '../story.ts';

/** Postal codes of countries that share a language with others: `#` a digit, `?` a capital letter. */
const POSTAL_CODES: Record<string, readonly string[]> = {
  GB: ['LS% #DQ', 'SW1A #AA', 'BS%# #RT', 'M% #JL', 'EC1V #NX'],
  IE: ['D0% X%Y#', 'H91 A#C%'],
  CA: ['K1A 0B%', 'H3Z #Y7', 'M5V #T6'],
  AU: ['NSW 2###', 'VIC 3###', 'QLD 4###'],
  NZ: ['%0##'],
  IN: ['4110##', '5600##'],
  ZA: ['%00#'],
  US: ['%####', '9####-####', 'CA 94###', 'TX 7%###'],
  SG: ['%#####'],
  PT: ['%###-###'],
  CH: ['%0##'],
  AT: ['%0##'],
  BE: ['%0##'],
  MX: ['0%###'],
  AR: ['C10##ABC', '%###'],
};

/** A postal address in the ways its language writes one, on one line or several. */
export function addressOf(story: Story): string {
  const { language, random, part, me } = story;
  const zip = story.pick(POSTAL_CODES[me.country] ?? [language.zip]);
  return story
    .pick(language.addresses)
    .replace('{street}', story.pick(language.streets))
    .replace('{no}', `${random.int(1, 180)}${random.chance(0.12) ? random.pick(['a', 'B', '/2', '-3']) : ''}`)
    .replace('{zip}', random.pattern(zip))
    .replace('{city}', cityOf(language, part, random));
}
