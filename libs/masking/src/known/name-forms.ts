/** Endings by which languages inflect names, folded; a known name plus one of these is still that name. */
export const ENDINGS: ReadonlySet<string> = new Set(
  (
    's es t at et ot nak nek sen selle sella sella lle lla lta n nun in a e u y i o en ns em om ow ie ia iem ami ach iej iego iemu im ym ego emu ej a ovi ovou ou em ove nak nek val vel tol ra re ban ben ot et ' +
    'nin nun in un nda nde ya ye dan den da de ta te lla lle sta ltä n lta ssa ile ' +
    'а у ом ем ой ою е ы и я ю ым им ому ого ей ею ів ові еві ём ой ській скому ского ским ской скую ую его ему их'
  ).split(' '),
);

const VOWELS = 'aeiouyаеиоуыэюяьйії';

/** The part of a folded name that inflection leaves alone. */
export function stemOf(name: string): string {
  let end = name.length;
  while (end > 3 && VOWELS.includes(name[end - 1] as string) && name.length - end < 2) end -= 1;
  return name.slice(0, end);
}

const RESPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/ß/g, 'ss'],
  [/ss/g, 'ß'],
  [/ue/g, 'u'],
  [/oe/g, 'o'],
  [/ae/g, 'a'],
  [/æ/g, 'ae'],
  [/aa/g, 'a'],
];
const UMLAUTS: readonly (readonly [RegExp, string])[] = [
  [/ü/g, 'ue'],
  [/[öø]/g, 'oe'],
  [/ä/g, 'ae'],
  [/å/g, 'aa'],
];

const CYRILLIC_TO_LATIN = new Map(
  'а-a б-b в-v г-g ґ-g д-d е-e є-ie ж-zh з-z и-i і-i ї-i й-i к-k л-l м-m н-n о-o п-p р-r с-s т-t у-u ф-f х-kh ц-ts ч-ch ш-sh щ-shch ъ- ы-y ь- э-e ю-iu я-ia'
    .split(' ')
    .map((pair) => pair.split('-') as [string, string]),
);

/** Of a lower-case part without any of these, folding and every rule below leave what it is. */
const RESPELLED = /[^a-z]|ss|[uoa]e|aa/;

/** Spellings of one lower-case name part: umlauts written out or dropped, ß, and Latin letters for Cyrillic. */
export function spellings(part: string, fold: (text: string) => string): ReadonlySet<string> {
  if (!RESPELLED.test(part)) return new Set([part]);
  const written = UMLAUTS.reduce((text, [from, to]) => text.replace(from, to), part);
  const forms = new Set([fold(part), fold(written)]);
  for (const form of [...forms]) for (const [from, to] of RESPELLINGS) forms.add(form.replace(from, to));
  if (/[а-яіїєґ]/.test(part))
    forms.add(Array.from(fold(part), (letter) => CYRILLIC_TO_LATIN.get(letter) ?? letter).join(''));
  return forms;
}
