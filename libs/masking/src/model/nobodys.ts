import { answersForThing } from '../cues/answers.ts';
import { isNumberOfThing } from '../cues/other-numbers.ts';
import { isCodeOfThing } from '../detectors/codes-of-things.ts';
import { isLabelledThing } from '../detectors/edges/labelled.ts';
import { isObjectId, isPublicId, isTimestamp, isTracked } from '../detectors/machine-values.ts';
import { isSamplePassword, isTestCard } from '../detectors/samples.ts';
import { isStandIn } from '../detectors/stand-ins.ts';
import { NO_SPEAKERS } from '../names/chat-labels.ts';
import { isNoPerson } from '../names/no-persons.ts';
import { NOT_NAMES } from '../names/words.ts';
import type { Finding, Scan } from '../scan.ts';
import type { PiiType } from '../types.ts';

/** `8 8 8 8` of a timesheet, `T T T T`, a date over and over. */
const REPETITION = /^(\S{1,12})(?: \1){2,}$/u;
/** `M` of `M. Loum`: a title, or an initial that the rules would have seen with its name. */
const LETTER = /^\p{Lu}$/u;

/** What is no name, no part of an address or date and shorter than this opens nothing: `%4%4`. */
const LEAST = 3;
const SHORT: ReadonlySet<PiiType> = new Set(['PERSON', 'ADDRESS', 'DOB', 'CARD_EXPIRY']);

/** Whether what the tagger took for a value is the same over and over, a name of one letter, or what machines make. */
export function isNobodys(scan: Scan, { start, end, type }: Finding): boolean {
  const { text, folded } = scan;
  const value = text.slice(start, end);
  if (REPETITION.test(value) || (type === 'PERSON' && LETTER.test(value))) return true;
  if (type === 'PERSON' && (isNoName(folded.slice(start, end)) || isNoPerson(scan, { start, end }))) return true;
  if (DATES.has(type) && standsInRow(text, start, value)) return true;
  if (!SHORT.has(type) && value.replace(/[^\p{L}\p{N}]/gu, '').length < LEAST) return true;
  if (IDENTIFIERS.has(type) && (VEHICLE.test(value) || NETWORK.test(value))) return true;
  if (NUMBERED.has(type) && isNumberOfThing(folded, start)) return true;
  if (isLabelledThing(scan, { start, end, type })) return true;
  if (type === 'PASSWORD' && PORT.test(folded.slice(Math.max(0, start - 8), start))) return true;
  if (MAY_BE_SAMPLE.has(type) && isShown(folded, runStart(text, start), end)) return true;
  if (type === 'PHONE' && LAST_GROUPS.test(value) && /[0-9] $/.test(text.slice(Math.max(0, start - 2), start)))
    return true;
  if (type === 'SECRET' && isStandIn(value)) return true;
  if (type === 'CREDIT_CARD' && isTestCard(folded, start)) return true;
  if (ASKED.has(type) && (answersForThing(folded, start) || isTracked(text, start, end))) return true;
  return isPublicId(text, start, end) || isObjectId(text, start, end) || isTimestamp(text, start, end);
}

const IDENTIFIERS: ReadonlySet<PiiType> = new Set(['NATIONAL_ID', 'PASSPORT', 'BANK_ACCOUNT', 'PASSWORD']);
/** A vehicle by its number (ISO 3779): seventeen letters and digits without I, O and Q, the last four digits. */
const VEHICLE = /^(?=[A-HJ-NPR-Z0-9]{3}[^\s]*[A-Z])[A-HJ-NPR-Z][A-HJ-NPR-Z0-9]{12}[0-9]{4}$/;
/** An autonomous system (RFC 5396). */
const NETWORK = /^AS ?[0-9]{3,6}$/;
/** Whether all words are those of roles, labels and headings: "Клієнтська підтримка". */
const isNoName = (folded: string): boolean => {
  const words = folded.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.length > 0 && words.every((word) => NOT_NAMES.has(word) || NO_SPEAKERS.has(word));
};

/** The last groups of a number whose others are nobody's: `057 2417 931 002`. */
const LAST_GROUPS = /^[0-9]{1,3}(?: [0-9]{1,3})?$/;

const DATES: ReadonlySet<PiiType> = new Set(['DOB', 'CARD_EXPIRY']);
/** Whether the same stands twice beside it, one mark between each: a date of a row, not somebody's. */
function standsInRow(text: string, start: number, value: string): boolean {
  const step = value.length + 1;
  const beside = [-2, -1, 1, 2].filter(
    (steps) => start + steps * step >= 0 && text.startsWith(value, start + steps * step),
  );
  return value.length > 2 && beside.length > 1;
}

/** What the words of a sample may be taken for: `e.g. Violet-Badger-71!`. */
const MAY_BE_SAMPLE: ReadonlySet<PiiType> = new Set(['PASSWORD', 'SECRET', 'PERSON']);

const isShown = (folded: string, start: number, end: number): boolean =>
  isSamplePassword(folded, start, end) || isCodeOfThing(folded, start, end);

/** How far back the beginning of a run without spaces is looked for, in UTF-16 units. */
const RUN_MAX = 48;
/** Where the run without spaces begins that a place stands in. */
function runStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < RUN_MAX && !/[\s"'(„“«]/.test(text[start - 1] as string)) start -= 1;
  return start;
}

/** What orders and invoices have, too. A word for a password is left out: "error code", but "code". */
const NUMBERED: ReadonlySet<PiiType> = new Set(['NATIONAL_ID', 'BANK_ACCOUNT', 'PHONE']);
/** What is masked in an answer unless somebody asked for an order's number or the like. */
const ASKED: ReadonlySet<PiiType> = new Set(['NATIONAL_ID', 'BANK_ACCOUNT', 'PASSPORT', 'PASSWORD']);
/** `puerto 8443`. */
const PORT = /(?:port[ao]?|puerto|порт|θυρα|منفذ|ポート|端口|포트)[ :]{1,2}$/;
