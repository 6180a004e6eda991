import { foldText } from '../text/characters.ts';
import { Word, wordFlags } from './lexicon.ts';
import { INDIAN_WORDS_TOO, NAMES_OF_INDIA } from './lists-of-india.ts';
import { NAMES_OF_MORE, WORDS_TOO_OF_MORE } from './lists-of-more.ts';
import { NAMES_OF_SOUTH_ASIA, WORDS_TOO_OF_SOUTH_ASIA } from './lists-of-south-asia.ts';
import { plainSpelling } from './spellings.ts';
import { UNCASED_NAMES } from './uncased-lists.ts';

const spelt = (list: Iterable<string>): ReadonlySet<string> =>
  new Set(Array.from(list, (name) => plainSpelling(foldText(name))).filter((name) => name !== ''));
const names = spelt([...UNCASED_NAMES, ...`${NAMES_OF_INDIA} ${NAMES_OF_SOUTH_ASIA} ${NAMES_OF_MORE}`.split(/\s+/)]);
const wordsToo = spelt(`${INDIAN_WORDS_TOO} ${WORDS_TOO_OF_SOUTH_ASIA} ${WORDS_TOO_OF_MORE}`.split(/\s+/));

/** Endings of cases that are written together with a name, and what stood there before them. */
const ENDINGS: readonly (readonly [script: RegExp, ending: RegExp, before: readonly string[]])[] = [
  [
    /[\u0900-\u097f]$/,
    /(?:ांनी|ांना|ांचा|ांची|ांचे|ांच्या|ंनी|ंना|ंचा|ंची|ंचे|ंच्या|ंकडे|ंकडून|च्या|कडून|कडे|साठी|बाट|सँग|लाई|जी|ला|ने|नी|ना|ची|चे|चा|चं|शी|ले|को)$/u,
    [''],
  ],
  [/[\u0980-\u09ff]$/, /(?:য়ের|দের|ের|কে|রা|দি|দা|র|ও)$/u, ['']],
  [/[\u0a80-\u0aff]$/, /(?:ભાઈ|ભાઇ|બેન|બહેન|ને|ની|નો|નું|ના|નાં|થી|એ|ે)$/u, ['']],
  [
    /[\u0b80-\u0bff]$/,
    /(?:க்கும்|ுக்கும்|க்கு|ுக்கு|யின்|வின்|ின்|யிடம்|விடம்|ிடம்|யை|வை|ை|யுடன்|வுடன்|ுடன்|ுடைய|யுடைய|ும்|யும்|ால்)$/u,
    ['', '்'],
  ],
  [/[\u0c00-\u0c7f]$/, /(?:గారు|గారి|గారికి|కి|కు|ని|ను|తో|కే|కీ)$/u, ['']],
  [
    /[\u0c80-\u0cff]$/,
    /(?:ಯವರಿಗೆ|ಯವರು|ಯವರ|ರವರಿಗೆ|ರವರು|ರವರ|ವರಿಗೆ|ವರು|ನವರ|ನವರು|ನಿಗೆ|ನನ್ನು|ನಿಂದ|ನು|ನ|ಳಿಗೆ|ಳನ್ನು|ಳು|ಿಗೆ|ಿನ|ಿಂದ|ಯನ್ನು|ಯಿಂದ|ಯು|ಯ|ಗೆ|ಅವರು)$/u,
    ['', '್'],
  ],
  [
    /[\u0d00-\u0d7f]$/,
    /(?:വിന്്?റെ|വിനെ|വിന്|വിനോട്|ിന്്?റെ|ിനെ|ിന്|ിനോട്|ന്?്റെ|നെ|നോട്|നാണ്|നും|യുടെ|യ്ക്ക്|ക്ക്|യെ|യോട്|യും|യാണ്|ുടെ|െ|ാണ്|ും)$/u,
    ['', '്', 'ന്'],
  ],
  [/[\u0d80-\u0dff]$/, /(?:ගෙන්|ගේ|ගෙ|ටත්|වත්|ට|ව|ත්)$/u, ['']],
  [/[\u1200-\u137f]$/, /(?:ንም|ን|ም|ና|ስ)$/u, ['']],
];

/** What a word may be a form of; the word itself first. */
function formsOf(word: string): readonly string[] {
  const plain = plainSpelling(foldText(word));
  const forms = [plain];
  for (const [script, ending, before] of ENDINGS) {
    if (!script.test(plain)) continue;
    const stem = plain.replace(ending, '');
    if (stem !== plain && stem.length > 2) for (const letter of before) forms.push(stem + letter);
    // `സുധീർ`, `സുധീറിന്റെ`.
    if (stem.endsWith('റ')) forms.push(`${stem.slice(0, -1)}ര്`);
  }
  return forms;
}

/** Whether a list has the word as a name, or as a form of one. */
export function isNamed(word: string): boolean {
  if ((wordFlags(foldText(word)) & (Word.given | Word.surname)) !== 0) return true;
  return formsOf(word).some((form) => names.has(form) || (wordFlags(form) & Word.given) !== 0);
}
/** Whether the lists of this folder, which no machine made, have it. */
export const isKept = (word: string): boolean => formsOf(word).some((form) => names.has(form));
/** The same for a word as it stands, without an ending. */
export const isKeptWhole = (word: string): boolean => names.has(plainSpelling(foldText(word)));

export const isEveryday = (word: string): boolean => (wordFlags(foldText(word)) & Word.everyday) !== 0;
/** A name that says nothing by itself, being a word as well. */
export const isWordToo = (word: string): boolean =>
  isEveryday(word) || formsOf(word).some((form) => wordsToo.has(form));
