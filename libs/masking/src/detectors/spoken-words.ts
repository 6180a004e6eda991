import { foldText } from '../text/characters.ts';
import { vocabulary } from '../text/vocabulary.ts';
import { LANGUAGES, type NumberWords } from './spoken-languages.ts';

const variants = (list: string | undefined): string[][] =>
  (list ?? '')
    .split(' ')
    .filter((entry) => entry !== '')
    .map((entry) => entry.split('/'));

/** Every word of a language with its value. */
function* numbersOf(language: NumberWords): Generator<readonly [word: string, value: number]> {
  const units = variants(language.units);
  const tens = variants(language.tens);
  for (const [value, words] of units.entries()) for (const word of words) yield [word, value];
  for (const [index, words] of variants(language.teens).entries()) for (const word of words) yield [word, 10 + index];
  for (const [index, words] of tens.entries()) for (const word of words) yield [word, 20 + 10 * index];
  for (const word of (language.hundred ?? '').split('/')) if (word !== '') yield [word, 100];
  for (const [word] of variants(language.others)) {
    const [name, value] = (word as string).split('=') as [string, string];
    yield [name, Number(value)];
  }
  if (language.joined === undefined) return;
  yield* hundredsOf(language, units, tens);
  for (const [index, ten] of tens.entries()) {
    for (const [unit, words] of units.entries()) {
      if (unit === 0) continue;
      for (const word of words)
        for (const stem of ten) yield [join(stem, word, language.joined), 20 + 10 * index + unit];
    }
  }
}

/** "femhundrafemtiofem", "ötszázötvenöt": hundreds in one word with what follows, 200 to 999. */
function* hundredsOf(
  { hundred, joined, teens }: NumberWords,
  units: readonly string[][],
  tens: readonly string[][],
): Generator<readonly [word: string, value: number]> {
  const stem = variants(hundred)[0]?.[0];
  if (stem === undefined || joined === undefined) return;
  const rests: [string, number][] = [['', 0]];
  for (const [value, words] of units.entries()) if (value > 0) rests.push([words[0] as string, value]);
  for (const [index, words] of variants(teens).entries()) rests.push([words[0] as string, 10 + index]);
  for (const [index, words] of tens.entries()) {
    rests.push([words[0] as string, 20 + 10 * index]);
    for (const [unit, names] of units.entries())
      if (unit > 0) rests.push([join(words[0] as string, names[0] as string, joined), 20 + 10 * index + unit]);
  }
  for (const [value, words] of units.entries()) {
    if (value < 2) continue;
    for (const [rest, more] of rests) yield [(words[0] as string) + stem + rest, 100 * value + more];
  }
}

function join(ten: string, unit: string, { order, link = '', elides }: NonNullable<NumberWords['joined']>): string {
  if (order === 'unit-ten') return unit + link + ten;
  // Italian: "ventuno", "quarantotto".
  return (elides && /^[uo]/.test(unit) ? ten.slice(0, -1) : ten) + unit;
}

/** By vocabulary id: value + 1, and the languages that have the word, one bit each. */
let values = new Uint16Array(1 << 12);
let languages = new Uint32Array(1 << 12);

for (const [index, language] of LANGUAGES.entries()) {
  for (const [word, value] of numbersOf(language)) {
    const [id] = vocabulary.addAll([foldText(word)]) as [number];
    while (id >= values.length) [values, languages] = [grown(values), grown(languages)];
    if (values[id] === 0) values[id] = value + 1;
    // Two languages of thirty-two may share a bit: no text mixes them.
    languages[id] = (languages[id] as number) | (1 << index);
  }
}

function grown<Table extends Uint16Array | Uint32Array>(table: Table): Table {
  const larger = new (table.constructor as new (size: number) => Table)(table.length * 2);
  larger.set(table);
  return larger;
}

/** The number a word with this vocabulary id stands for (below 1,000), or -1. */
export const numberOf = (id: number): number => (values[id] ?? 0) - 1;

/** One bit for each language that has the word. */
export const languagesOf = (id: number): number => languages[id] ?? 0;
