import { isNumberOfThing } from '../cues/other-numbers.ts';
import type { Detector, Finding, Scan } from '../scan.ts';
import { isAlphanumeric, isDigit, isLetter } from '../text/characters.ts';
import { matchesIn } from '../text/matches.ts';
import { TokenKind } from '../text/tokens.ts';
import { composedIds } from './composed-ids.ts';
import { isInPathOfPerson, spacedLetters } from './national-id.ts';
import { numberCandidates } from './number-candidates.ts';
import { personRows } from './person-rows.ts';
import { RulesByShape } from './rules-by-shape.ts';
import { DIGIT_FIRST, DIGITS, LETTER_FIRST, type Written } from './world-shape-lists.ts';

const digitRules = new RulesByShape(DIGITS);
const byFirst = (list: readonly Written[]): readonly (readonly Written[])[] =>
  Array.from({ length: 10 }, (_, size) => list.filter(({ first }) => first.includes(size)));
const letterFirst = byFirst(LETTER_FIRST);
const digitFirst = byFirst(DIGIT_FIRST);
/** No identifier is longer. */
const LONGEST = 34;
const DIGITS_MIN = 4;

/** Identifiers of many countries by their shape alone, and by weaker shapes where the text speaks of their kind. */
export const worldShapes: Detector = (scan, findings) => {
  personRows(scan, findings);
  spacedLetters(scan, findings);
  composedIds(scan, findings);
  for (const own of numberCandidates(scan)) {
    if (own.count < 8 || own.count > 22) continue;
    const { text, folded } = scan;
    const rules = digitRules.of(own.shape);
    if (rules.length === 0 || !isFree(text, own.start, own.end)) continue;
    const rule = rules.find(({ valid, spoken }) => valid(own.digits) && (!spoken || matchesIn(spoken, folded)));
    if (rule && (rule.unlikeAny || !isNumberOfThing(folded, own.start)))
      findings.push({ start: own.start, end: own.end, type: 'NATIONAL_ID' });
  }
  const { count, starts, ends, kinds } = scan.tokens;
  let passed = 0;
  for (let token = 0; token < count; token += 1) {
    const start = starts[token] as number;
    if (kinds[token] === 0 || start < passed || !mayBegin(scan, token) || isInside(scan.text, start)) continue;
    const size = (ends[token] as number) - start;
    const shapes = (kinds[token] === TokenKind.word ? letterFirst : digitFirst)[size];
    const found = shapes && shapes.length > 0 ? written(scan, start, shapes) : undefined;
    if (!found) continue;
    passed = found.end;
    findings.push({ start, ...found });
  }
};

/** Letters have a number right behind them, and digits a letter. */
function mayBegin({ tokens, text }: Scan, token: number): boolean {
  const { count, starts, ends, kinds } = tokens;
  const start = starts[token] as number;
  if (kinds[token] === TokenKind.word) {
    if ((ends[token] as number) - start > 6) return false;
    for (let next = token + 1; next < count && next < token + 4; next += 1)
      if (kinds[next] === TokenKind.number) return true;
    return false;
  }
  let at = start;
  let code = text.charCodeAt(at);
  while (at < start + 16 && (isDigit(code) || code === 32 || (code >= 45 && code <= 47))) {
    at += 1;
    code = text.charCodeAt(at);
  }
  return isLetter(code) && ((code >= 65 && code <= 90) || code > 127 || text[at - 1] !== ' ');
}

const isInside = (text: string, start: number) =>
  isAlphanumeric(text.charCodeAt(start - 1)) || (text[start - 1] === '-' && isAlphanumeric(text.charCodeAt(start - 2)));

/** Not part of a longer identifier; names of files join them to words: `slip_850104-14-0748_oct.pdf`. */
const isFree = (text: string, start: number, end: number): boolean =>
  (!/[A-Za-z#$€£]$|[0-9A-Za-z][-.:/]$/.test(text.slice(Math.max(0, start - 2), start)) ||
    isInPathOfPerson(text, start)) &&
  !/^[A-Za-z]|^[-.:/][0-9]/.test(text.slice(end, end + 2));

/** Without separators; of `131052-308T` the sign of the century stays. */
const compactOf = (value: string): string =>
  /^[0-9]{6}[-+][0-9]{3}[0-9A-Z]$/.test(value) ? value : value.replace(/[^0-9\p{L}]/gu, '');

function written(
  { text, folded }: Scan,
  start: number,
  shapes: readonly Written[],
): Pick<Finding, 'end' | 'type'> | undefined {
  let digits = 0;
  for (let at = start; at < start + LONGEST && digits < DIGITS_MIN; at += 1) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) digits += 1;
    else if (code === 10) break;
  }
  if (digits < DIGITS_MIN) return undefined;
  const raw = text.slice(start, start + LONGEST);
  for (const { shape, valid, anyCase, spoken, type = 'NATIONAL_ID' } of shapes) {
    shape.lastIndex = 0;
    const value = shape.exec(anyCase ? raw.toUpperCase() : raw)?.[0];
    if (
      value === undefined ||
      isAlphanumeric(raw.charCodeAt(value.length)) ||
      /^[-/][0-9A-Za-z]/.test(raw.slice(value.length))
    )
      continue;
    if (valid && !valid(compactOf(value))) continue;
    if ((!spoken || matchesIn(spoken, folded)) && !isNumberOfThing(folded, start))
      return { end: start + value.length, type };
  }
  return undefined;
}
