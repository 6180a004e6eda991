/** Whose it is and its case, by what a word ends with (cut off) and what may stand there instead. */
type Endings = readonly (readonly [end: string, instead: string])[];

const HUNGARIAN: Endings = [
  ['a', 'ám ája ád át ához ával áját ámat'],
  ['', 'om em am m a e ja je od ed om az át t ot et unk ünk ommal emmel omat emet ának ével ával'],
];
const FINNISH: Endings = [
  ['', 'ni nsa nne n a ä ta tä lla ssa'],
  ['us', 'ukseni uksen usta ukseksi ustani ukseni'],
  ['ti', 'tini tin tia tissa tissani tiani'],
];
const ESTONIAN: Endings = [
  ['', 'i u a ga it ist'],
  ['us', 'use ust usel'],
];
const TURKISH: Endings = [
  [
    '',
    'm im ım um üm mı mi mu i ı u ü yi yı su sı si su sunu sını nun nın nin muz mız miz nız niz imi ımı umu ını ini',
  ],
];
const KAZAKH: Endings = [['', 'ім ым м і ы сы сі інің ының ді ды ні ны']];
const SLAVIC: Endings = [
  ['a', 'y u e ę ą i ie ou om'],
  ['о', 'а у ом'],
  ['o', 'a u em om'],
  ['а', 'ы и у ой е ою'],
  ['ие', 'ия ию ием ии'],
  ['ня', 'ні ню нням'],
];
const BALTIC: Endings = [
  ['s', 'a u am o ui'],
  ['as', 'o a ą ui u'],
  ['ė', 'ės ę ei'],
  ['a', 'as u i ai os ą'],
];
const GREEK: Endings = [
  ['α', 'ας'],
  ['η', 'ης'],
  ['ος', 'ου ο'],
  ['ο', 'ου'],
];
const ROMANIAN: Endings = [
  ['', 'ul ului'],
  ['e', 'ea ei'],
];
const ARABIC: Endings = [
  ['ة', 'تي ته تها'],
  ['ه', 'تي'],
  ['', 'ي'],
];
const PERSIAN: Endings = [['', 'م ام ش']];

const BY_COUNTRY: Readonly<Record<string, Endings>> = {
  hu: HUNGARIAN,
  fi: FINNISH,
  ee: ESTONIAN,
  tr: TURKISH,
  az: TURKISH,
  kz: KAZAKH,
  kg: KAZAKH,
  uz: [['', 'im i ni imni ing']],
  lv: BALTIC,
  lt: BALTIC,
  gr: GREEK,
  cy: GREEK,
  ro: ROMANIAN,
  md: ROMANIAN,
  ir: PERSIAN,
  af: PERSIAN,
  arabic: ARABIC,
  arabicIds: ARABIC,
  ...Object.fromEntries(
    ['pl', 'cz', 'sk', 'si', 'hr', 'rs', 'ba', 'me', 'mk', 'bg', 'ru', 'ua', 'by'].map((country) => [country, SLAVIC]),
  ),
};
/** "Number" as people shorten it. */
const NUMBERS: Endings = [
  ['nummer', 'nr nummeret numret nro nummern'],
  ['number', 'no num'],
  ['número', 'num nro'],
  ['numero', 'num nro'],
];
/** A shorter phrase with an ending is a word of its own. */
const SHORTEST = 6;
/** Slavic adjectives are short: "osobne". */
const SLAVIC_ALONE = 8;

/** Phrases and their last words as they are inflected in the language of the country: "tajszámom", "a kimlik numaram". */
export function withEndings(country: string, phrases: string): string {
  const all = new Set(phrases.split('|'));
  const alone = BY_COUNTRY[country] === SLAVIC ? SLAVIC_ALONE : SHORTEST;
  for (const phrase of [...all]) {
    if (phrase.length < (phrase.includes(' ') ? SHORTEST : alone) || /[^\p{L}\p{M} ]/u.test(phrase)) continue;
    for (const [end, instead] of [...NUMBERS, ...(BY_COUNTRY[country] ?? [])])
      if (phrase.endsWith(end))
        for (const ending of instead.split(' ')) all.add(phrase.slice(0, phrase.length - end.length) + ending);
  }
  return [...all].join('|');
}
