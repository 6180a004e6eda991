import type { Random } from '../random.ts';

/** 0 to 9, and the plus sign, as people say them on the telephone. */
const WORDS: Record<string, readonly string[]> = {
  en: ['oh', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'plus'],
  de: ['null', 'eins', 'zwo', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'plus'],
  fr: ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'plus'],
  es: ['cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'más'],
  it: ['zero', 'uno', 'due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove', 'più'],
  pt: ['zero', 'um', 'dois', 'três', 'quatro', 'cinco', 'seis', 'sete', 'oito', 'nove', 'mais'],
  nl: ['nul', 'een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'plus'],
};

/** A number digit by digit in words; as it is where the language's words are not known. */
export function spoken(number: string, lang: string, random: Random): string {
  const words = WORDS[lang];
  if (!words) return number;
  const said = [...number.replace(/[^0-9+]/g, '')].map((digit) => words[digit === '+' ? 10 : Number(digit)] ?? digit);
  if (random.chance(0.5)) return said.join(' ');
  return said.map((word, at) => (at > 0 ? `${at % 3 === 0 ? ', ' : ' '}${word}` : word)).join('');
}
