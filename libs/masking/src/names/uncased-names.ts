import type { Detector, Finding, Scan } from '../scan.ts';
import { matchesOf } from '../text/matches.ts';
import type { Customs } from './customs.ts';
import { anySpelling } from './spellings.ts';
import { CUSTOMS, isUncasedStop } from './uncased-cues.ts';
import { isEveryday, isKept, isKeptWhole, isNamed, isWordToo } from './uncased-known.ts';
import { type Families, familiesOf, familyNames, standingUncased } from './uncased-standing.ts';
import type { Push } from './unspaced-names.ts';

const EDGE = '(?<![\\p{L}\\p{M}])';
const WORD = /[\p{L}\p{M}]{1,4}\.(?= [\p{L}])|[\p{L}\p{M}][\p{L}\p{M}'"׳״־‌-]*/uy;
/** What joins two words to one name: "son of", "father of", "servant of". */
const JOINS = /^(?:بن|ابن|بنت|أبو|ابو|بو|أم|ام|عبد|آل|بی|בן|בת|אבו|אל|মোঃ|মোছাঃ|মোসাঃ)$/u;

interface Rules extends Customs {
  families: Families;
  labelled: RegExp;
  titled: RegExp;
  weakly: RegExp;
  followed: RegExp;
  speaking: RegExp | undefined;
  calling: RegExp | undefined;
}
const between = (pair: readonly [who: string, verb: string] | undefined): RegExp | undefined =>
  pair &&
  new RegExp(
    `${EDGE}(?:${anySpelling(pair[0])}) ([\\p{L}\\p{M}]+(?: [\\p{L}\\p{M}]+){0,2}?) ${anySpelling(pair[1])}`,
    'gu',
  );

const RULES: readonly Rules[] = CUSTOMS.map((customs) => ({
  ...customs,
  families: familiesOf(customs),
  labelled: new RegExp(
    `${EDGE}(?:${anySpelling(customs.labels)})["'»]?(?: ?[:=|,،፡፦፥]| -)? ?["'«“]? ?(?=\\p{L})`,
    'gu',
  ),
  titled: new RegExp(`${EDGE}[ولبל]?(?:${anySpelling(customs.titles)}) ?[:/]? ?(?=\\p{L})`, 'gu'),
  weakly: new RegExp(`${EDGE}[وفו]?(?:لـ|${anySpelling(customs.weak)})(?:(?<=ـ)|[ :]) ?"?(?=\\p{L})`, 'gu'),
  followed: new RegExp(`(?<= )(?:${anySpelling(customs.behind)})(?![\\p{L}\\p{M}])`, 'gu'),
  speaking: between(customs.speaks),
  calling: between(customs.called),
}));

/** Names in Arabic, Hebrew and Indic scripts: by label, title, relation, form of address behind, and who speaks. */
export const uncasedNames: Detector = ({ text }: Scan, findings) => {
  const push: Push = (start, end) => findings.push({ start, end, type: 'PERSON' } satisfies Finding);
  if (!UNCASED.test(text)) return;
  for (const match of matchesOf(HEBREW_JOINED, text)) {
    const name = match[1] as string;
    if (isKeptWhole(name) && !isEveryday(name)) push(match.index + 1, match.index + 1 + name.length);
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
  if (INDIC.test(text)) standingUncased(text, isUncasedStop, push);
  for (const rules of RULES) if (rules.script.test(text)) cuedIn(text, rules, push);
};

function cuedIn(text: string, rules: Rules, push: Push): void {
  for (const match of matchesOf(rules.labelled, text)) {
    if (/[\p{L}\p{M}]$/u.test(match[0])) continue;
    read(text, match.index + match[0].length, rules, strengthOf(match[0], rules), push);
  }
  for (const match of matchesOf(rules.titled, text)) {
    if (!/[\p{L}\p{M}]$/u.test(match[0])) read(text, match.index + match[0].length, rules, 'title', push);
  }
  for (const match of matchesOf(rules.weakly, text)) read(text, match.index + match[0].length, rules, 'weak', push);
  for (const match of matchesOf(rules.followed, text))
    readBack(text, match.index - 1, rules, JOINING.test(match[0]), push);
  for (const pattern of [rules.speaking, rules.calling]) {
    for (const match of pattern ? matchesOf(pattern, text) : []) {
      const name = match[1] as string;
      if (name.split(' ').some((word) => isNoName(word, rules))) continue;
      const start = match.index + match[0].lastIndexOf(name);
      push(start, start + name.length);
    }
  }
  familyNames(text, rules.families, rules, push);
}

/** A word of sentences; endings of verbs tell only where the customs are ones that say how names are given. */
const isNoName = (word: string, { stop, verb, called }: Rules): boolean => {
  const plain = word.normalize('NFC');
  return stop.test(plain) || (called !== undefined && (isEveryday(word) || verb.test(plain)) && !isKept(word));
};

/** A name that closes the text, or opens a signature: `… दीजिए। सुनीता`, `— सावित्री देवी,`. */
const CLOSING =
  /(?:[।۔.!?።]|[—–-]|\n) {0,3}((?:[\p{L}\p{M}]+ ){0,2}[\p{L}\p{M}]+)(?:[ .।۔።]*$|(?<=[—–] ?[^,]{2,40}),)/gu;
const UNCASED = /[\u05d0-\u05ea\u0621-\u064a\u0905-\u0ddf\u1200-\u135a]/;
const INDIC = /[\u0905-\u0ddf\u1200-\u135a]/;
/** Hebrew joins "to" and "and" to the name: `לאביגיל`. */
const HEBREW_JOINED = /(?<![\p{L}\p{M}])[לו]([א-ת]{4,12})(?![\p{L}\p{M}'"־])/gu;

/** Who speaks in a transcript, written like a label. */
const ROLE =
  /^(?:العميلة?|الموظفة?|المندوب|صارف|לקוחה?|הלקוחה?|ग्राहक|कस्टमर|গ্রাহক|வாடிக்கையாளர்|కస్టమర్|ગ્રાહક|ਗਾਹਕ|ಗ್ರಾಹಕರು|ಗ್ರಾಹಕ|ഉപഭോക്താവ്|കസ്റ്റമർ|පාරිභෝගිකයා|පාරිභෝගික|ደንበኛ|ዓሚል) ?[:፡፦፥]/u;

function strengthOf(label: string, { called }: Customs): Cue {
  if (ROLE.test(label)) return 'weak';
  if (/[:=|,،፡፦፥"«“-] ?$/.test(label)) return 'label';
  if (called !== undefined) return 'weak';
  return /\p{L} \p{L}/u.test(label) ? 'title' : 'weak';
}

type Cue = 'label' | 'title' | 'weak';

const WORDS_MAX = 7;

function read(text: string, start: number, { script, stop, tail, verb }: Customs, cue: Cue, push: Push): void {
  let at = start;
  let end = start;
  let words = 0;
  let joined = false;
  for (let count = 0; count < WORDS_MAX; count += 1) {
    const word = wordAt(text, at);
    if (word === '' || (words === 0 && !script.test(word))) break;
    const bare = word.replace(/[.'"־-]+$/u, '');
    const plain = bare.normalize('NFC');
    const joins = JOINS.test(plain);
    if (!joins && (stop.test(plain) || stop.test(plain.replace(/^[وו]/u, '')) || (verb.test(plain) && !isNamed(plain))))
      break;
    const next = text[at + word.length] ?? '';
    const initial = word.endsWith('.');
    const after = at + word.length;
    const closed = closes(text, after, stop) || (words === 0 && cue === 'weak' && isNamed(wordAt(text, after + 1)));
    if (!joins && !joined && !initial && !accepts(plain, words, cue, tail, closed)) break;
    if (joined && !joins && words === 0 && cue === 'weak' && !isNamed(plain) && plain.length < 3) break;
    if (!joins && !initial) words += 1;
    joined = joins || initial;
    if (!joined) end = at + bare.length;
    if (next !== ' ' || (words > 3 && !joined)) break;
    at += word.length + 1;
  }
  if (words > 0 && end > start) push(start, end);
}

function accepts(word: string, index: number, cue: Cue, tail: RegExp, closed: boolean): boolean {
  const named = isNamed(word);
  const everyday = isEveryday(word);
  if (index === 0) {
    if (cue === 'weak') return named && (!isWordToo(word) || closed);
    return named || (!everyday && word.length > 1) || (cue === 'label' && closed);
  }
  if (named) return true;
  if (everyday) return cue === 'label' && closed;
  return cue === 'label' ? word.length > 1 : tail.test(word) && closed;
}

/** Whether the clause ends here, or goes on with a word that no name goes on with. */
function closes(text: string, at: number, stop: RegExp): boolean {
  if (text[at] !== ' ') return true;
  const next = wordAt(text, at + 1);
  return next === '' || stop.test(next.normalize('NFC'));
}

function wordAt(text: string, at: number): string {
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0] ?? '';
}

/** Words behind a name that stand behind any other, too. */
const JOINING = /^(?:ने|का|की|के|ਨੇ|ਨੂੰ|ਦਾ|ਦੀ|ਦੇ|ಎಂಬ|ಎನ್ನುವ|എന്ന|എന്നാണ്|ആണ്|છું|ነኝ|እየ|እዩ|እያ|የተባለ|የተባለች)(?![\p{L}\p{M}])/u;

const BACK = /(?:^|[^\p{L}\p{M}])((?:[\p{L}\p{M}'-]+ )?[\p{L}\p{M}'-]+)$/u;

/** The one or two known words before a form of address. */
function readBack(text: string, end: number, { stop }: Customs, joins: boolean, push: Push): void {
  const words = BACK.exec(text.slice(Math.max(0, end - 48), end))?.[1];
  if (!words) return;
  const [first = '', second] = words.split(' ');
  const last = second ?? first;
  if (stop.test(last.normalize('NFC')) || !isNamed(last)) return;
  const both = second !== undefined && isNamed(first) && !stop.test(first.normalize('NFC'));
  if (joins && !both && isWordToo(last)) return;
  push(end - (both ? words.length : last.length), end);
}
