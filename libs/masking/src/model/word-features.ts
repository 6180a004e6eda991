import { OUTSIDE, pair, row, valueAt } from './feature-rows.ts';
import type { Reading } from './reading.ts';
import { wordClusters } from './word-clusters.ts';
import { Known } from './word-knowledge.ts';

/** How many letters of an unknown word are spelled out, in threes. */
const SPELLED_MAX = 16;

/** Which accents a word and its neighbours have: Vietnamese "báo" is to report, "Bảo" a name. */
export function addAccents(
  { accented }: Reading,
  index: number,
  first: number,
  last: number,
  rows: Int32Array,
  begun: number,
): number {
  let size = begun;
  for (let step = 0; step < 3; step += 1) {
    const hash = valueAt(accented, index + (NEAR[step] as number), first, last, 0);
    if (hash !== 0) rows[size++] = row(49 + step, hash);
  }
  return size;
}
/** The token itself, the one before and the one behind. */
const NEAR = [0, -1, 1] as const;

/** How the words around a word end, what it hangs together with, and what it is elsewhere in the text. */
export function addNeighbours(
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
export function addClusters(
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
export const kindOf = (names: number, knowledge: number): number => names * 256 + knowledge;

/** Beginnings and endings of a word; all its letters where no list knows it. */
export function addLetters(
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
