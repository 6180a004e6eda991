import type { Range } from '../digit-run.ts';
import type { Scan } from '../scan.ts';
import { isDigit, isGap, isLetter, isUnspaced } from '../text/characters.ts';
import { BARRIER } from '../text/normalise.ts';
import { type Abbreviation, isAbbreviation } from './abbreviations.ts';
import type { Cue } from './find-cues.ts';
import { isNumberOfThing, isOtherNumber } from './other-numbers.ts';
import { distantColon } from './value-after.ts';

/** How far behind its cue a value may begin, in UTF-16 units. */
const REACH = 96;
/** The longest value: 34 letters and digits. */
const LONGEST = 34;
/** Digits of the shortest number of a person; a code of capitals and digits may have as few as {@link MIXED_MIN}. */
const DIGITS_MIN = 5;
const MIXED_MIN = 2;

/** Words that divide the series of a document from its number: "MX nr. 481207", "45 14 № 882031". */
const SERIES =
  /^[ .,]{0,2}(?:nr|no|n|num|numer|numar|numarul|numero|nummer|номер|нр|бр|č|и номер|i numer|si numar)[.°º: ]{0,3}(?=[0-9])/u;
/** The name of a separator that was read aloud. */
const SAID =
  /^ (?:dash|hyphen|minus|strich|bindestrich|tiret|gui[oó]n|h[ií]fen|tra[cç]o|trattino|streepje|bindestreck|strek|kreska|myślnik|pomlčka|slash|lomeno|lomené|дефис|тире|tire|dot|point|punto|punkt) (?=[0-9a-z])/u;
/** The next line of a chat, up to what is said: "\n18:08 Cliente: ", "\n[11:03] Shaykha: ". */
const CHAT_LINE = /^\n(?:[[(]?[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?[\])]?[^\n:]{0,30}|[\p{L}_]{2,16}): /u;

/** Small words that stand between a number and the words that say afterwards what it is. */
const LINKS = new Set(
  'is was are it its s that this ist war lautet est c es era e jest to je ir yra on ar er la adalah ειναι это є هو הוא a an the my his her your our their mein meine sein seine ihr ihre die der das mon ma son sa le mi su el o meu minha il mio mia moj moje moja muj min mitt mit din мой моя мое мій моя as als como come jako no nr number nummer numero for of mom s'.split(
    ' ',
  ),
);

/** Where the value of an identity cue may begin: one position for every word that may be skipped. */
function* beginnings(scan: Scan, cue: Cue, maxWords: number): Generator<number> {
  const { text, folded } = scan;
  const limit = Math.min(text.length, cue.end + REACH);
  let words = 0;
  let lines = 0;
  let delimited = false;
  let ended = false;
  for (let at = distantColon(scan, cue) ?? cue.end; at < limit; ) {
    const code = text.charCodeAt(at);
    const character = text[at] as string;
    if (character === BARRIER) return;
    if (character === '\n') {
      lines += 1;
      const chat = CHAT_LINE.exec(text.slice(at, at + 48));
      if (lines > 1 || delimited || isHeadOfTable(text, cue.start)) return;
      if (chat) {
        at += chat[0].length;
        continue;
      }
    }
    if (';|\t'.includes(character) || (character === ',' && at - cue.end < 2)) {
      if (words > 0) return;
      delimited = true;
    }
    if ('。！？'.includes(character)) ended = true;
    if ('.!?'.includes(character) && isGap(text.charCodeAt(at + 1)) && at - cue.end > 3) ended = true;
    if ((!isDigit(code) && !isLetter(code)) || 'ºª'.includes(character)) {
      at += 1;
      continue;
    }
    const end = chunkEnd(text, at);
    const word = folded.slice(at, end);
    if (hasDigit(word) && isNumberOfThing(folded, at, cue.end)) return;
    if (!isOtherNumber(word)) yield at;
    // The heads of other columns, the next sentence, or a number of another kind stand between.
    if (delimited || ended || isOtherNumber(word)) return;
    words += isUnspaced(code) || LINKS.has(word) ? 0 : 1;
    if (words > maxWords || (hasDigit(word) && !word.startsWith('no'))) return;
    at = end;
  }
}

/** The cue is the last head of a row of heads. */
const isHeadOfTable = (text: string, at: number): boolean =>
  (text
    .slice(Math.max(0, at - 200), at)
    .split('\n')
    .at(-1)
    ?.match(/[;|\t]|,(?=\S)/g)?.length ?? 0) > 1;

/** The number of a person behind its cue: groups of letters and digits with single separators between them. */
export function identityAfter(scan: Scan, cue: Cue, maxWords: number): Range | undefined {
  for (const start of beginnings(scan, cue, maxWords)) {
    const end = readIdentity(scan, start);
    if (end > 0) return { start, end };
    if (/^[A-Z]{3,5}[-/][0-9]/.test(scan.text.slice(start, start + 8))) return undefined;
  }
  return undefined;
}

/** What holds the number that another member names: `"type":"DNI","number":"…"`, `document_type: DNI, document_number: …`. */
const MEMBER =
  /^["'\s]{0,3}[,;}\s]\s{0,12}["']?[\w.-]{0,24}(?:value|number|num|no|nr|id|numero|nummer|n[uú]mero|valor|wert|код|номер)["']?\s{0,2}[:=]\s{0,2}["']?(?=[0-9A-Za-z])/iu;
export function memberAfter(scan: Scan, cue: Cue): Range | undefined {
  const member = MEMBER.exec(scan.text.slice(cue.end, cue.end + 64));
  if (!member) return undefined;
  const start = cue.end + member[0].length;
  const end = readIdentity(scan, start);
  return end > 0 ? { start, end } : undefined;
}

/** The value of the right shape behind an abbreviation. */
export function shapedAfter(scan: Scan, cue: Cue, abbreviations: readonly Abbreviation[]): Range | undefined {
  for (const start of beginnings(scan, cue, cue.end - cue.start < 3 ? 0 : 2)) {
    let compact = '';
    let found = 0;
    for (const group of groups(scan.text, start)) {
      const value = scan.text.slice(group.start, group.end);
      if (digitsIn(value) === 0 && value !== value.toUpperCase() && (value.length > 1 || !isLast(scan.text, group.end)))
        break;
      if (digitsIn(value) === 0 && value.length > 1 && digitsIn(compact) > 7 && scan.text[group.start - 1] === ' ')
        break;
      compact += value.toUpperCase();
      const fits = abbreviations.some(({ shape }) => shape.test(compact));
      if (fits && digitsIn(compact) > 1) found = group.end;
    }
    if (found > 0 && !isDateOrAmount(scan.text.slice(start, found), '')) return { start, end: found };
  }
  return undefined;
}

/** Groups of letters and digits from `start` with one separator each; together at most {@link LONGEST} characters. */
function* groups(text: string, start: number): Generator<Range> {
  let from = start;
  for (let size = 0, index = 0; ; index += 1) {
    const end = chunkEnd(text, from);
    size += end - from;
    if (end === from || size > LONGEST) return;
    yield { start: from, end };
    const next = nextGroup(text, end, index < 2 && size < 6);
    if (next < 0) return;
    from = next;
  }
}

function nextGroup(text: string, end: number, afterSeries: boolean): number {
  const divided = afterSeries ? SERIES.exec(text.slice(end, end + 14).toLowerCase()) : null;
  if (divided) return end + divided[0].length;
  const said = SAID.exec(text.slice(end, end + 14).toLowerCase());
  if (said) return end + said[0].length;
  const dashed = /^ ?[-/.] ?(?=[0-9])|^ {2}(?=[0-9])/.exec(text.slice(end, end + 4));
  if (dashed) return end + dashed[0].length;
  return ' .-/·_+'.includes(text[end] ?? '\n') ? end + 1 : -1;
}

/** End of the identity that begins at `start`, or 0. */
export function readIdentity(scan: Scan, start: number): number {
  const { text, folded } = scan;
  let end = 0;
  let digits = 0;
  for (const group of groups(text, start)) {
    const value = text.slice(group.start, group.end);
    const own = digitsIn(value) === 0 ? 0 : value.replace(/[^0-9OoIlSB]/g, '').length;
    if (isUnspaced(text.charCodeAt(group.start))) break;
    if (own === 0) {
      const word = folded.slice(group.start, group.end);
      if (!belongs(value, word, text[group.start - 1] ?? '', digits, isLast(text, group.end))) break;
    } else if (digits >= DIGITS_MIN && text[group.start - 1] === ' ' && /[a-z]/.test(value) && own * 2 < value.length) {
      break;
    }
    digits += own;
    end = group.end;
  }
  const value = text.slice(start, Math.max(start, end));
  if (isDateOrAmount(value, text.slice(end, end + 4))) return 0;
  return digits >= DIGITS_MIN || isMixedCode(value) ? end : 0;
}

/** Letters that stand alone belong to a number as its series in front or as the check letter behind. */
function belongs(value: string, word: string, before: string, digits: number, last: boolean): boolean {
  if (digits >= DIGITS_MIN) {
    if (value.length === 1) return value === value.toUpperCase() || last;
    return (
      value.length === 2 && before !== '/' && (before !== ' ' || (last && digits < 8 && value === value.toUpperCase()))
    );
  }
  return value.length < 6 && value === value.toUpperCase() && !isAbbreviation(word) && !isOtherNumber(word);
}

/** `L9T72MXW0`: a code without separators of capitals and digits, as new documents have; `abcpe1234f` as it is typed. */
function isMixedCode(value: string): boolean {
  const compact = value.replace(/[ -]/g, '');
  if (/^[0-9A-Z]{7,12}$/.test(compact)) return /[A-Z]/.test(compact) && digitsIn(compact) >= MIXED_MIN;
  return /^[a-z]{1,5}[0-9]{4,8}[a-z]{1,2}$/.test(value);
}

/** Nothing but a mark or the end of the line follows. */
const isLast = (text: string, end: number): boolean =>
  /^[.,;:)\]"']?(?:[\n.,;)|]|\s?$|$)/.test(text.slice(end, end + 2));

/** Dates, times, versions and amounts of money are no numbers of persons. */
const isDateOrAmount = (value: string, after: string): boolean =>
  /^20[0-9]{2}-[01][0-9]-/.test(value) ||
  // `LIC-2209-B`, `000.000.000-00`: the number of a case, and an example.
  /^[A-Z]{3,5}[-/][0-9]{1,5}(?![0-9])/.test(value) ||
  /^([0-9])(?:[^0-9]?\1){6,}[^0-9]?[A-Z]?$/.test(value) ||
  /^(?:[0-3]?[0-9][./-][01]?[0-9][./-](?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}[./-][01]?[0-9][./-][0-3]?[0-9])(?![0-9-])/.test(
    value,
  ) ||
  /^[0-9]{1,2}[-/ ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(value) ||
  /^[0-9]{1,2}\.[0-9]{1,2}(?:\.[0-9]{1,4})?(?:\/[0-9.]+)?$/.test(value) ||
  (/^[0-9]{1,3}(?: [0-9]{3})*$/.test(value) && /^,[0-9]{2}(?![0-9])/.test(after));

function chunkEnd(text: string, at: number): number {
  const unspaced = isUnspaced(text.charCodeAt(at));
  let end = at;
  while (end < text.length && end - at < 64) {
    const code = text.charCodeAt(end);
    if ((!isDigit(code) && !isLetter(code)) || isUnspaced(code) !== unspaced) break;
    end += 1;
  }
  return end;
}

const hasDigit = (word: string) => /[0-9]/.test(word);
function digitsIn(value: string): number {
  let digits = 0;
  for (let at = 0; at < value.length; at += 1) if (isDigit(value.charCodeAt(at))) digits += 1;
  return digits;
}

/** The number that stands before its cue: "90010112345 is my PESEL", "OKAFO 853127 … it's a driving licence". */
export function identityBefore(scan: Scan, cue: Cue): Range | undefined {
  const { tokens, text } = scan;
  let token = cue.next - 1;
  while (token >= 0 && (tokens.starts[token] as number) >= cue.start) token -= 1;
  let links = 0;
  let marks = '';
  for (; token >= 0 && cue.start - (tokens.ends[token] as number) < 40; token -= 1) {
    const kind = tokens.kinds[token];
    if (kind === 0) {
      const mark = text[tokens.starts[token] as number] as string;
      if (!"<-←(=–')".includes(mark)) return undefined;
      marks += mark;
    } else if (kind === 1 && LINKS.has(scan.folding(token)) && !isJoined(scan, token)) links += 1;
    else break;
  }
  if (token < 0 || (links === 0 && !/[<←(=]/.test(marks))) return undefined;
  return endingAt(scan, tokens.ends[token] as number);
}

/** The token continues letters or digits before it. */
const isJoined = ({ tokens, text }: Scan, token: number): boolean =>
  isDigit(text.charCodeAt((tokens.starts[token] as number) - 1));

const BEFORE = /(?<![0-9A-Za-z.-])(?=(?:[^0-9]{0,12}[0-9]){6})[0-9A-Z](?:[ ./-]?[0-9A-Za-z]){5,24}$/;

function endingAt({ text, folded }: Scan, end: number): Range | undefined {
  const before = text.slice(Math.max(0, end - 28), end);
  const match = BEFORE.exec(before.slice(before.lastIndexOf('\n') + 1));
  if (!match) return undefined;
  const value = match[0].replace(/^(?:[A-Za-z]+ )+(?=[0-9])/, (words) => (/^[A-Z0-9]{2,5} $/.test(words) ? words : ''));
  const start = end - value.length;
  if (!value || digitsIn(value) < 6 || isDateOrAmount(value, '') || /[a-z]{3}/.test(value)) return undefined;
  return isOtherNumber(lastWord(folded, start)) ? undefined : { start, end };
}

/** The word before a position, its mark and a small word such as "nr" skipped. */
export const lastWord = (folded: string, at: number): string =>
  /([\p{L}\p{M}]+)(?:[ .:#°º№-]{0,3}(?:no|nr|number|nummer|num|numero|id))?[^\p{L}\p{N}\n]{0,3}$/u.exec(
    folded.slice(Math.max(0, at - 40), at),
  )?.[1] ?? '';
