import { LETTERS, SHAPES } from './alphabets.ts';
import { addKeys, holdsKey, type Prefix, placesOf, prefixesOf, ROOM, readGrams } from './grams.ts';
import type { Keys } from './keys.ts';
import { type Lead, leadOf } from './lead.ts';
import { needsOf } from './needs.ts';
import { notAfter } from './not-after.ts';
import { parseExpression } from './regex-syntax.ts';
import { LEAD_MIN, SolidRuns } from './solid-runs.ts';

/** What is known of an expression before it runs. */
interface Expression {
  /** It matches only where it is told to begin. */
  sticky: RegExp;
  number: number;
  /** Whether it has keys in either alphabet. */
  hasLetterKeys: boolean;
  hasShapeKeys: boolean;
  /** What its matches begin with: letters, or else shapes. */
  letterPrefixes: readonly Prefix[] | undefined;
  shapePrefixes: readonly Prefix[] | undefined;
  /** ASCII characters behind which no match begins, one entry each. */
  notAfter: Uint8Array | undefined;
  /** What stands in every match before its first gap. */
  lead: Lead;
  /** The text that was being searched when the expression was met: it was read without these keys. */
  metIn: number;
}

const expressions = new Map<RegExp, Expression>();

/** Keys that most texts hold tell nothing. */
const WEIGHT_MAX = 0.02;
const isTelling = (keys: Keys | undefined): boolean => keys !== undefined && keys.weight <= WEIGHT_MAX;

/** The text that was read last. */
let text = '';
let folded = '';
/** Texts are numbered as they come. */
let textNumber = 0;
let isIndexed = true;
/** Halves of surrogate pairs have no shape: of texts that hold them, shapes say nothing. */
let isShaped = true;
const runs = new SolidRuns();
/** Where matches can begin, of one search after the other: who is told of a match may search this text, too. */
let places = new Int32Array(ROOM);
let taken = 0;

/** Says which text is searched from now on; the one before is forgotten. */
export function prepareMatches(ownText: string, ownFolded: string): void {
  text = ownText;
  folded = ownFolded;
  textNumber += 1;
  isIndexed = false;
  if (text.length > places.length) places = new Int32Array(text.length);
}

function index(): void {
  readGrams(text);
  runs.read(text);
  isShaped = !/[\ud800-\udfff]/.test(text);
  isIndexed = true;
}

function expressionOf(pattern: RegExp): Expression {
  const known = expressions.get(pattern);
  if (known) return known;
  const syntax = parseExpression(pattern.source);
  const ofLetters = needsOf(syntax, LETTERS, pattern.ignoreCase);
  const ofShapes = needsOf(syntax, SHAPES, pattern.ignoreCase);
  const own: Expression = {
    sticky: new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, '')}y`),
    number: expressions.size,
    hasLetterKeys: isTelling(ofLetters.keys),
    hasShapeKeys: isTelling(ofShapes.keys),
    letterPrefixes: ofLetters.prefixes && prefixesOf(ofLetters.prefixes),
    shapePrefixes: ofShapes.prefixes && prefixesOf(ofShapes.prefixes),
    notAfter: notAfter(syntax, pattern.ignoreCase),
    lead: leadOf(syntax, pattern.ignoreCase),
    metIn: isIndexed ? textNumber : -1,
  };
  if (own.hasLetterKeys) addKeys('letters', own.number, ofLetters.keys as Keys);
  if (own.hasShapeKeys) addKeys('shapes', own.number, ofShapes.keys as Keys);
  expressions.set(pattern, own);
  return own;
}

const isRead = (any: string): boolean => any === text || any === folded;

/**
 * Whether an expression can match in a text: false only when the text lacks what every match holds, be it letters
 * ("box", "postfach") or shapes (a capital, a slash, a capital). Of texts other than the one read last nothing is known.
 */
export function mayMatch(pattern: RegExp, any: string): boolean {
  return !isRead(any) || mayMatchHere(expressionOf(pattern), any);
}

function mayMatchHere({ number, hasLetterKeys, hasShapeKeys, lead, metIn }: Expression, any: string): boolean {
  if (!isIndexed) index();
  if (runs.longest < lead.length && lead.length >= LEAD_MIN) return false;
  if (metIn === textNumber) return true;
  if (hasLetterKeys && !holdsKey('letters', number)) return false;
  return !hasShapeKeys || !isShaped || any !== text || holdsKey('shapes', number);
}

/** Whether an expression without state (neither global nor sticky) matches somewhere in a text. */
export function matchesIn(pattern: RegExp, any: string): boolean {
  if (!isRead(any)) return pattern.test(any);
  const own = expressionOf(pattern);
  if (!mayMatchHere(own, any)) return false;
  const count = beginnings(own, any);
  if (count < 0) return pattern.test(any);
  const { sticky } = own;
  for (let index = 0; index < count; index += 1) {
    sticky.lastIndex = places[taken + index] as number;
    if (sticky.test(any)) return true;
  }
  return false;
}

/** Writes to `places`, behind those that are taken, where matches can begin; -1 where only a search can tell. */
function beginnings({ letterPrefixes, shapePrefixes, notAfter: excluded, lead }: Expression, any: string): number {
  const limit = Math.min(8 + (any.length >> 3), places.length - taken);
  // Folding changes kinds of characters, never gaps.
  const own = any === text ? lead : { ...lead, needs: [] };
  const solid = lead.length < LEAD_MIN ? -1 : runs.placesOf(own, excluded, any, places, taken, limit);
  if (solid >= 0) return solid;
  const count = letterPrefixes ? placesOf('letters', letterPrefixes, excluded, any, places, taken, limit) : -1;
  if (count >= 0 || !shapePrefixes || !isShaped || any !== text) return count;
  return placesOf('shapes', shapePrefixes, excluded, any, places, taken, limit);
}

/**
 * Calls `found` for every match of a global pattern, from `from` to `end`. In the text that was read last only places are
 * tried that hold what a match begins with; a pattern whose matches cannot stand there costs next to nothing.
 */
export function eachMatch(
  pattern: RegExp,
  any: string,
  found: (match: RegExpExecArray) => void,
  ranges?: readonly Range[],
): void {
  const own = isRead(any) ? expressionOf(pattern) : undefined;
  if (own && !mayMatchHere(own, any)) return;
  const count = own && !areSmall(ranges, any) ? beginnings(own, any) : -1;
  if (!own || count < 0) {
    search(pattern, any, found, ranges);
    return;
  }
  const from = taken;
  putInOrder(from, from + count);
  taken = from + count;
  try {
    tryAt(own.sticky, any, from, taken, found, ranges);
  } finally {
    taken = from;
  }
}

/** Whether stretches of a text are sooner searched than the places in all of it found. */
const areSmall = (ranges: readonly Range[] | undefined, { length }: string): boolean =>
  ranges !== undefined && ranges.reduce((sum, { start, end }) => sum + end - start, 0) * 4 < length;

function tryAt(
  sticky: RegExp,
  any: string,
  first: number,
  last: number,
  found: (match: RegExpExecArray) => void,
  ranges?: readonly Range[],
): void {
  let from = 0;
  let range = 0;
  for (let index = first; index < last; index += 1) {
    const start = places[index] as number;
    if (start < from) continue;
    if (ranges) {
      while (range < ranges.length && (ranges[range] as Range).end <= start) range += 1;
      if (range >= ranges.length) return;
      if (start < (ranges[range] as Range).start) continue;
    }
    sticky.lastIndex = start;
    const match = sticky.exec(any);
    if (!match) continue;
    from = sticky.lastIndex;
    found(match);
  }
}

/** All matches of a global pattern, as {@link eachMatch} finds them. */
export function matchesOf(pattern: RegExp, any: string): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  eachMatch(pattern, any, (match) => {
    matches.push(match);
  });
  return matches;
}

function putInOrder(from: number, to: number): void {
  if (isInOrder(from, to)) return;
  const own = places.subarray(from, to);
  // Places of one symbol or pair come from the last to the first.
  own.reverse();
  if (!isInOrder(from, to)) own.sort();
}

function isInOrder(from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) if ((places[at] as number) < (places[at - 1] as number)) return false;
  return true;
}

/** Tries every place. Unlike `matchAll` it makes no copy of the pattern for each text. */
function search(
  pattern: RegExp,
  any: string,
  found: (match: RegExpExecArray) => void,
  ranges?: readonly Range[],
): void {
  if (ranges) {
    for (const { start, end } of ranges) {
      search(pattern, any.slice(start, end), (match) => {
        match.index += start;
        found(match);
      });
    }
    return;
  }
  pattern.lastIndex = 0;
  for (let match = pattern.exec(any); match; match = pattern.exec(any)) {
    const next = pattern.lastIndex;
    found(match);
    pattern.lastIndex = match[0] === '' ? next + 1 : next;
  }
}

interface Range {
  start: number;
  end: number;
}
