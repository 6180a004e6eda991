import type { Detector, Finding, Scan } from '../scan.ts';
import { foldText } from '../text/characters.ts';
import { matchesOf } from '../text/matches.ts';
import { Word, wordFlags } from './lexicon.ts';
import { CUSTOMS, type Customs, isUncasedStop } from './uncased-cues.ts';
import { UNCASED_NAMES } from './uncased-lists.ts';

const folded = new Set(Array.from(UNCASED_NAMES, (name) => foldText(name)));
const EDGE = '(?<![\\p{L}\\p{M}])';
const WORD = /[\p{L}\p{M}]{1,4}\.(?= [\p{L}])|[\p{L}\p{M}][\p{L}\p{M}'"׳״־‌-]*/uy;
/** What joins two words to one name: "son of", "father of", "servant of". */
const JOINS = /^(?:بن|ابن|بنت|أبو|ابو|بو|أم|ام|عبد|آل|بی|בן|בת|אבו|אל|মোঃ|মোছাঃ|মোসাঃ)$/u;
const ENDINGS = /(?:யின்|வின்|ின்|க்கு|ுக்கு|ிடம்|யை|ுடன்|ের|কে|রা|দি|দা|র|కి|కు|ని|ను|తో|ला|ने|ना|ची|चे|चा|च्या)$/u;

interface Rules extends Customs {
  labelled: RegExp;
  titled: RegExp;
  weakly: RegExp;
  followed: RegExp;
  speaking: RegExp | undefined;
}
const RULES: readonly Rules[] = CUSTOMS.map((customs) => ({
  ...customs,
  labelled: new RegExp(`${EDGE}(?:${customs.labels})["'»]?(?: ?[:=|,،]| -)? ?["'«“]? ?(?=\\p{L})`, 'gu'),
  titled: new RegExp(`${EDGE}[ولبל]?(?:${customs.titles}) ?[:/]? ?(?=\\p{L})`, 'gu'),
  weakly: new RegExp(`${EDGE}[وفו]?(?:لـ|${customs.weak})(?:(?<=ـ)|[ :]) ?"?(?=\\p{L})`, 'gu'),
  followed: new RegExp(`(?<= )(?:${customs.behind})(?![\\p{L}\\p{M}])`, 'gu'),
  speaking: customs.speaks
    ? new RegExp(
        `${EDGE}(?:${customs.speaks[0]}) ([\\p{L}\\p{M}]+(?: [\\p{L}\\p{M}]+){0,2}?) ${customs.speaks[1]}`,
        'gu',
      )
    : undefined,
}));

/** Names in Arabic, Hebrew and Indic scripts: by label, title, relation, form of address behind, and who speaks. */
export const uncasedNames: Detector = ({ text }: Scan, findings) => {
  const push = (start: number, end: number) => findings.push({ start, end, type: 'PERSON' } satisfies Finding);
  if (!UNCASED.test(text)) return;
  for (const match of matchesOf(HEBREW_JOINED, text)) {
    const name = match[1] as string;
    if (folded.has(name) && !isEveryday(name)) push(match.index + 1, match.index + 1 + name.length);
  }
  for (const match of matchesOf(CLOSING, text)) {
    const name = match[1] as string;
    const words = name.split(' ');
    if (
      UNCASED.test(name) &&
      words.every((word) => isNamed(word) && !isUncasedStop(word)) &&
      !(words.length === 1 && isEveryday(name))
    )
      push(match.index + match[0].indexOf(name), match.index + match[0].indexOf(name) + name.length);
  }
  for (const rules of RULES) {
    if (!rules.script.test(text)) continue;
    for (const match of matchesOf(rules.labelled, text)) {
      const start = match.index + match[0].length;
      if (/[\p{L}\p{M}]$/u.test(match[0])) continue;
      read(text, start, rules, strengthOf(match[0]), push);
    }
    for (const match of matchesOf(rules.titled, text)) {
      if (!/[\p{L}\p{M}]$/u.test(match[0])) read(text, match.index + match[0].length, rules, 'title', push);
    }
    for (const match of matchesOf(rules.weakly, text)) read(text, match.index + match[0].length, rules, 'weak', push);
    for (const match of matchesOf(rules.followed, text)) readBack(text, match.index - 1, rules, push);
    for (const match of rules.speaking ? matchesOf(rules.speaking, text) : []) {
      const name = match[1] as string;
      if (!name.split(' ').some((word) => rules.stop.test(word))) {
        const start = match.index + match[0].indexOf(name);
        push(start, start + name.length);
      }
    }
  }
};

/** A name that closes the text, or opens a signature: `… दीजिए। सुनीता`, `— सावित्री देवी,`. */
const CLOSING = /(?:[।۔.!?]|[—–-]|\n) {0,3}((?:[\p{L}\p{M}]+ ){0,2}[\p{L}\p{M}]+)(?:[ .।۔]*$|(?<=[—–] ?[^,]{2,40}),)/gu;
const UNCASED = /[\u05d0-\u05ea\u0621-\u064a\u0905-\u0c39]/;
/** Hebrew joins "to" and "and" to the name: `לאביגיל`. */
const HEBREW_JOINED = /(?<![\p{L}\p{M}])[לו]([א-ת]{4,12})(?![\p{L}\p{M}'"־])/gu;

/** Who speaks in a transcript, written like a label. */
const ROLE = /^(?:العميلة?|الموظفة?|المندوب|صارف|לקוחה?|הלקוחה?|ग्राहक|कस्टमर|গ্রাহক|வாடிக்கையாளர்|కస్టమర్) ?:/u;

function strengthOf(label: string): Cue {
  if (ROLE.test(label)) return 'weak';
  if (/[:=|,،"«“-] ?$/.test(label)) return 'label';
  return /\p{L} \p{L}/u.test(label) ? 'title' : 'weak';
}

type Cue = 'label' | 'title' | 'weak';

const isNamed = (word: string): boolean => {
  const plain = foldText(word);
  if ((wordFlags(plain) & (Word.given | Word.surname)) !== 0 || folded.has(plain)) return true;
  const stem = word.replace(ENDINGS, '');
  return (
    stem.length > 2 && stem !== word && (folded.has(foldText(stem)) || (wordFlags(foldText(stem)) & Word.given) !== 0)
  );
};
const isEveryday = (word: string): boolean => (wordFlags(foldText(word)) & Word.everyday) !== 0;
const WORDS_MAX = 7;

function read(
  text: string,
  start: number,
  { script, stop, tail, verb }: Customs,
  cue: Cue,
  push: (start: number, end: number) => void,
): void {
  let at = start;
  let end = start;
  let words = 0;
  let joined = false;
  for (let count = 0; count < WORDS_MAX; count += 1) {
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.[0];
    if (word === undefined || (words === 0 && !script.test(word))) break;
    const plain = word.replace(/[.'"־-]+$/u, '');
    const joins = JOINS.test(plain);
    if (!joins && (stop.test(plain) || stop.test(plain.replace(/^[وו]/u, '')) || (verb.test(plain) && !isNamed(plain))))
      break;
    const next = text[at + word.length] ?? '';
    const initial = word.endsWith('.');
    if (!joins && !joined && !initial && !accepts(plain, words, cue, tail, closes(text, at + word.length, stop))) break;
    if (joined && !joins && words === 0 && cue === 'weak' && !isNamed(plain) && plain.length < 3) break;
    if (!joins && !initial) words += 1;
    joined = joins || initial;
    if (!joined) end = at + plain.length;
    if (next !== ' ' || (words > 3 && !joined)) break;
    at += word.length + 1;
  }
  if (words > 0 && end > start) push(start, end);
}

function accepts(word: string, index: number, cue: Cue, tail: RegExp, closed: boolean): boolean {
  const named = isNamed(word);
  const everyday = isEveryday(word);
  if (index === 0) {
    if (cue === 'weak') return named && (!everyday || closed);
    return named || (!everyday && word.length > 1) || (cue === 'label' && closed);
  }
  if (named) return true;
  if (everyday) return cue === 'label' && closed;
  return cue === 'label' ? word.length > 1 : tail.test(word) && closed;
}

/** Whether the clause ends here, or goes on with a word that no name goes on with. */
function closes(text: string, at: number, stop: RegExp): boolean {
  if (text[at] !== ' ') return true;
  WORD.lastIndex = at + 1;
  const next = WORD.exec(text)?.[0];
  return next === undefined || stop.test(next);
}

const BACK = /(?:^|[^\p{L}\p{M}])((?:[\p{L}\p{M}'-]+ )?[\p{L}\p{M}'-]+)$/u;

/** The one or two known words before a form of address. */
function readBack(text: string, end: number, { stop }: Customs, push: (start: number, end: number) => void): void {
  const words = BACK.exec(text.slice(Math.max(0, end - 48), end))?.[1];
  if (!words) return;
  const [first = '', second] = words.split(' ');
  const last = second ?? first;
  if (stop.test(last) || !isNamed(last)) return;
  const both = second !== undefined && isNamed(first) && !stop.test(first);
  push(end - (both ? words.length : last.length), end);
}
