import type { Reading } from './reading.ts';
import { Gap, isNumber, isWord } from './tokens.ts';
import { wordClusters } from './word-clusters.ts';
import { Known } from './word-knowledge.ts';

/** Features are rows of a table that is never held whole: of its 2²² rows some hundred thousand have weights. */
export const ROW_SPACE = 1 << 22;
const ROW_MASK = ROW_SPACE - 1;
/** The most features a token has. */
export const FEATURES_MAX = 145;
/** How many letters of an unknown word are spelled out, in threes. */
const SPELLED_MAX = 16;
/** What stands beyond the ends of a paragraph. */
const OUTSIDE = 7;
/** How far before a number, and how far behind it, words are heard wherever they stand. */
const HEARD_BEFORE = 8;
const HEARD_BEHIND = 6;

const row = (template: number, value: number): number => {
  let hash = Math.imul(value ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 13)) & ROW_MASK;
};
const pair = (left: number, right: number): number => Math.imul(left, 0x01000193) ^ Math.imul(right, 0x27d4eb2f);

/** A token's value inside the paragraph, from `first` to `last`; `outside` beyond its ends. */
const valueAt = (values: ArrayLike<number>, place: number, first: number, last: number, outside: number): number =>
  place < first || place > last ? outside : (values[place] as number);

/** What stands before a token and behind it; the ends of the paragraph are gaps of their own. */
const gapBeforeOf = (gaps: Uint8Array, place: number, first: number): number =>
  place === first ? Gap.paragraph : (gaps[place] as number);
const gapAfterOf = (gaps: Uint8Array, place: number, last: number): number =>
  place === last ? Gap.paragraph : (gaps[place + 1] as number);

/** Writes the rows of token `index` into `rows` and returns how many; nothing outside `first` … `last` is read. */
export function featuresOf(reading: Reading, index: number, first: number, last: number, rows: Int32Array): number {
  const { words, shapes, lexicon, knowledge, gaps, runs, cueBefore, cueAfter, keys, chunks, found } = reading;
  const at = (values: ArrayLike<number>, place: number, outside: number): number =>
    valueAt(values, place, first, last, outside);
  const shape = shapes[index] as number;
  const word = words[index] as number;
  const names = lexicon[index] as number;
  const cue = cueBefore[index] as number;
  const key = keys[index] as number;
  const chunk = chunks[index] as number;
  const gapBefore = gapBeforeOf(gaps, index, first);
  const gapAfter = gapAfterOf(gaps, index, last);
  const wordBefore = at(words, index - 1, OUTSIDE);
  const wordAfter = at(words, index + 1, OUTSIDE);
  const secondBefore = at(words, index - 2, OUTSIDE);
  const secondAfter = at(words, index + 2, OUTSIDE);
  const shapeBefore = at(shapes, index - 1, OUTSIDE);
  const shapeAfter = at(shapes, index + 1, OUTSIDE);
  const shapes2Before = pair(shapeBefore, at(shapes, index - 2, OUTSIDE));
  const shapes2After = pair(shapeAfter, at(shapes, index + 2, OUTSIDE));
  const namesBefore = at(lexicon, index - 1, 0);
  const namesAfter = at(lexicon, index + 1, 0);
  const rule = found[index] as number;
  let size = 0;
  rows[size++] = row(1, 0);
  rows[size++] = row(2, word);
  rows[size++] = row(3, shape);
  rows[size++] = row(5, pair(names, shape));
  if (isWord(shape)) {
    size = addLetters(reading, index, rows, size);
    const kind = kindOf(names, knowledge[index] as number);
    const kindBefore = kindOf(namesBefore, at(knowledge, index - 1, OUTSIDE));
    const kindAfter = kindOf(namesAfter, at(knowledge, index + 1, OUTSIDE));
    rows[size++] = row(43, pair(kind, shape));
    rows[size++] = row(44, pair(kind, pair(shapeBefore, shapeAfter)));
    rows[size++] = row(45, pair(pair(kindBefore, kindAfter), pair(kind, shape)));
    rows[size++] = row(47, pair(kind, pair(kindBefore, gapBefore)));
    rows[size++] = row(48, pair(kind, pair(kindAfter, gapAfter)));
  }
  if (runs[index] !== 0) rows[size++] = row(11, runs[index] as number);
  rows[size++] = row(14, wordBefore);
  rows[size++] = row(15, secondBefore);
  rows[size++] = row(16, at(words, index - 3, OUTSIDE));
  rows[size++] = row(17, at(words, index - 4, OUTSIDE));
  rows[size++] = row(18, wordAfter);
  rows[size++] = row(19, secondAfter);
  rows[size++] = row(20, at(words, index + 3, OUTSIDE));
  rows[size++] = row(21, pair(wordBefore, secondBefore));
  rows[size++] = row(22, pair(wordAfter, secondAfter));
  rows[size++] = row(23, pair(wordBefore, shape));
  rows[size++] = row(25, pair(wordBefore, wordAfter));
  rows[size++] = row(28, pair(pair(shapeBefore, shape), shapeAfter));
  rows[size++] = row(29, pair(shapes2Before, shape));
  rows[size++] = row(30, pair(shape, shapes2After));
  rows[size++] = row(31, pair(pair(shapes2Before, shapes2After), shape));
  rows[size++] = row(32, pair(pair(namesBefore, names), pair(gapBefore, shape)));
  rows[size++] = row(33, pair(pair(namesAfter, names), pair(gapAfter, shape)));
  rows[size++] = row(34, pair(pair(namesBefore, names), pair(namesAfter, pair(shape, gapBefore))));
  rows[size++] = row(35, cue);
  rows[size++] = row(36, pair(cue, shape));
  rows[size++] = row(38, pair(cueAfter[index] as number, shape));
  if (key !== 0) {
    rows[size++] = row(39, key);
    rows[size++] = row(40, pair(key, shape));
  }
  if (chunk !== 0) size = addChunk(reading, index, first, last, rows, size);
  for (const detector of reading.detectorsAt(index)) {
    rows[size++] = row(70, detector);
    rows[size++] = row(71, pair(detector, shape));
    rows[size++] = row(72, pair(detector, kindOf(names, knowledge[index] as number)));
    rows[size++] = row(73, pair(detector, pair(at(found, index - 1, 63), at(found, index + 1, 63))));
  }
  rows[size++] = row(92, pair(gapBefore, shape));
  rows[size++] = row(93, pair(gapAfter, shape));
  const column = reading.columns[index] as number;
  if (column !== 0) {
    rows[size++] = row(94, column);
    rows[size++] = row(95, pair(column, shape));
  }
  rows[size++] = row(63, rule);
  rows[size++] = row(64, pair(rule, shape));
  rows[size++] = row(65, pair(rule, pair(at(found, index - 1, 63), at(found, index + 1, 63))));
  if (isWord(shape)) {
    size = addNeighbours(reading, index, first, last, rows, size);
    return addClusters(reading, index, first, last, rows, size);
  }
  return isNumber(shape) ? addHeard(reading, index, first, last, rows, size) : size;
}

/** What a token hangs together with, and what stands before and behind all of it: `Kennwort: apfel-03`. */
function addChunk(
  { words, shapes, gaps, chunks, clusters, neighbours }: Reading,
  index: number,
  first: number,
  last: number,
  rows: Int32Array,
  begun: number,
): number {
  const at = (values: ArrayLike<number>, place: number): number => valueAt(values, place, first, last, OUTSIDE);
  const chunk = chunks[index] as number;
  const from = Math.max(first, neighbours.chunkStarts[index] as number);
  const to = Math.min(last, neighbours.chunkEnds[index] as number);
  const before = at(words, from - 1);
  const clusterBefore = wordClusters().main[valueAt(clusters, from - 1, first, last, 0)] as number;
  let size = begun;
  rows[size++] = row(60, chunk);
  rows[size++] = row(61, pair(chunk, shapes[index] as number));
  rows[size++] = row(62, pair(chunk, at(words, index - 1)));
  rows[size++] = row(120, before);
  rows[size++] = row(121, pair(before, at(words, from - 2)));
  rows[size++] = row(122, at(words, to + 1));
  rows[size++] = row(123, pair(chunk, before));
  rows[size++] = row(124, pair(clusterBefore, shapes[index] as number));
  rows[size++] = row(125, pair(pair(gapBeforeOf(gaps, from, first), gapAfterOf(gaps, to, last)), chunk));
  rows[size++] = row(126, pair(words[from] as number, index === from ? 1 : 0));
  return size;
}

/** How the words around a word end, what it hangs together with, and what it is elsewhere in the text. */
function addNeighbours(
  { words, shapes, chunks, found, echoes, neighbours }: Reading,
  index: number,
  first: number,
  last: number,
  rows: Int32Array,
  begun: number,
): number {
  const { tails, chunkEnds, before, after, inRow } = neighbours;
  const at = (values: ArrayLike<number>, place: number): number => valueAt(values, place, first, last, OUTSIDE);
  const shape = shapes[index] as number;
  const echo = echoes[index] as number;
  let size = begun;
  rows[size++] = row(80, pair(echo, found[index] as number));
  rows[size++] = row(81, pair(echo, shape));
  rows[size++] = row(82, at(tails, index - 1));
  rows[size++] = row(83, at(tails, index + 1));
  if (chunks[index] !== 0) {
    const end = Math.min(chunkEnds[index] as number, last);
    rows[size++] = row(84, words[end] as number);
    rows[size++] = row(85, tails[end] as number);
  }
  if (inRow[index] === 0) return size;
  const from = before[index] as number;
  const to = after[index] as number;
  const head = at(words, from);
  const foot = at(words, to);
  rows[size++] = row(86, head);
  rows[size++] = row(87, foot);
  rows[size++] = row(88, pair(head, shape));
  rows[size++] = row(89, pair(head, foot));
  rows[size++] = row(90, at(tails, from));
  rows[size++] = row(91, at(tails, to));
  return size;
}

/** Bits of a cluster in features of several words. */
const MAIN_BITS = 1023;

/** What other words a word and its neighbours are used like. */
function addClusters(
  { clusters, shapes }: Reading,
  index: number,
  first: number,
  last: number,
  rows: Int32Array,
  begun: number,
): number {
  const table = wordClusters();
  const style = (shapes[index] as number) >> 3;
  const own = clusters[index] as number;
  let size = begun;
  if (own !== 0) {
    const [en, de, es] = [table.en[own] as number, table.de[own] as number, table.es[own] as number];
    for (const [language, cluster] of [en, de, es].entries()) {
      if (cluster === 0) continue;
      rows[size++] = row(100 + language, pair(cluster, style));
      rows[size++] = row(103 + language, cluster & 63);
    }
    rows[size++] = row(106, pair(pair(en & 255, de & 255), es & 255));
  }
  const mainAt = (place: number): number => table.main[valueAt(clusters, place, first, last, 0)] as number;
  const before = mainAt(index - 1);
  const after = mainAt(index + 1);
  const secondBefore = mainAt(index - 2);
  const secondAfter = mainAt(index + 2);
  const main = pair((table.main[own] as number) & MAIN_BITS, style);
  if (before !== 0) rows[size++] = row(107, before);
  if (after !== 0) rows[size++] = row(108, after);
  if (secondBefore !== 0) rows[size++] = row(111, secondBefore);
  if (secondAfter !== 0) rows[size++] = row(112, secondAfter);
  rows[size++] = row(109, pair(before & MAIN_BITS, main));
  rows[size++] = row(110, pair(after & MAIN_BITS, main));
  rows[size++] = row(113, pair(before & MAIN_BITS, pair(after & MAIN_BITS, style)));
  return size;
}

/** What lists say of a word. */
const kindOf = (names: number, knowledge: number): number => names * 256 + knowledge;

/** Beginnings and endings of a word; all its letters where no list knows it. */
function addLetters(
  { scan, starts, ends, lexicon, knowledge }: Reading,
  index: number,
  rows: Int32Array,
  begun: number,
): number {
  const { folded } = scan;
  const start = starts[index] as number;
  const end = ends[index] as number;
  if (end - start < 4) return begun;
  let size = begun;
  const head = pair(folded.charCodeAt(start), folded.charCodeAt(start + 1));
  rows[size++] = row(6, head);
  rows[size++] = row(7, pair(head, folded.charCodeAt(start + 2)));
  const tail = pair(folded.charCodeAt(end - 1), folded.charCodeAt(end - 2));
  const longer = pair(tail, folded.charCodeAt(end - 3));
  rows[size++] = row(8, tail);
  rows[size++] = row(9, longer);
  rows[size++] = row(10, pair(longer, folded.charCodeAt(end - 4)));
  if (lexicon[index] === 0 && ((knowledge[index] as number) & Known.common) === 0)
    for (let at = start; at + 3 <= Math.min(end, start + SPELLED_MAX); at += 1)
      rows[size++] = row(12, pair(pair(folded.charCodeAt(at), folded.charCodeAt(at + 1)), folded.charCodeAt(at + 2)));
  return size;
}

/** The words around a number, wherever they stand: what says what it is need not touch it. */
function addHeard(
  { words, shapes }: Reading,
  index: number,
  first: number,
  last: number,
  rows: Int32Array,
  begun: number,
): number {
  let size = begun;
  for (let place = Math.max(first, index - HEARD_BEFORE); place < index - 1; place += 1)
    if (isWord(shapes[place] as number)) rows[size++] = row(42, words[place] as number);
  const end = Math.min(last, index + HEARD_BEHIND);
  for (let place = index + 2; place <= end; place += 1)
    if (isWord(shapes[place] as number)) rows[size++] = row(46, words[place] as number);
  return size;
}
