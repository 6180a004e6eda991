import { gapAfterOf, gapBeforeOf, OUTSIDE, pair, row, valueAt } from './feature-rows.ts';
import type { Reading } from './reading.ts';
import { isNumber, isWord } from './tokens.ts';
import { wordClusters } from './word-clusters.ts';
import { addAccents, addClusters, addLetters, addNeighbours, kindOf } from './word-features.ts';

/** The most features a token has. */
export const FEATURES_MAX = 152;
/** How far before a number, and how far behind it, words are heard wherever they stand. */
const HEARD_BEFORE = 8;
const HEARD_BEHIND = 6;

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
  if (cue !== 0) size = addClause(reading, index, wordBefore, rows, size);
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
    size = addAccents(reading, index, first, last, rows, size);
    size = addNeighbours(reading, index, first, last, rows, size);
    return addClusters(reading, index, first, last, rows, size);
  }
  return isNumber(shape) ? addHeard(reading, index, first, last, rows, size) : size;
}

/** Behind a cue: the word before, and where in its clause a word stands. */
function addClause(
  { cueBefore, clauses }: Reading,
  index: number,
  wordBefore: number,
  rows: Int32Array,
  size: number,
): number {
  const cue = cueBefore[index] as number;
  const begun = clauses.begun[index] as number;
  rows[size] = row(52, pair(cue, wordBefore));
  if (begun === 0) return size + 1;
  const left = clauses.left[index] as number;
  rows[size + 1] = row(53, pair(cue, begun));
  rows[size + 2] = row(54, pair(cue, left));
  rows[size + 3] = row(55, pair(pair(cue, begun), left));
  return size + 4;
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
