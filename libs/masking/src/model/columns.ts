import { HASH_SEED, hashStep } from '../text/vocabulary.ts';
import { isWord, type ModelTokens } from './tokens.ts';

const DELIMITERS = ['|', ';', '\t', ','];
/** A line of a table has at least so many cells, and at most so many characters. */
const CELLS_MIN = 3;
const LINE_MAX = 2_000;

/** Hash of the words at the head of each token's column: lines with the same delimiter below each other are a table. */
export function columnsOf({ count, starts, words, shapes, scan: { text } }: ModelTokens): Int32Array {
  const columns = new Int32Array(count);
  let heads: number[] = [];
  let delimiter = '';
  let index = 0;
  for (let from = 0; from < text.length; ) {
    const found = text.indexOf('\n', from);
    const to = found < 0 ? text.length : found;
    const own = delimiterOf(text, from, to);
    const isHead = own !== delimiter;
    if (isHead) {
      heads = [];
      delimiter = own;
    }
    let column = 0;
    for (let at = from; index < count && (starts[index] as number) < to; index += 1) {
      if (delimiter === '') continue;
      for (; at < (starts[index] as number); at += 1) if (text[at] === delimiter) column += 1;
      if (!isHead) columns[index] = heads[column] ?? 0;
      else if (isWord(shapes[index] as number))
        heads[column] = hashStep(heads[column] ?? HASH_SEED, words[index] as number) | 1;
    }
    from = to + 1;
  }
  return columns;
}

function delimiterOf(text: string, from: number, to: number): string {
  if (to - from > LINE_MAX) return '';
  const line = text.slice(from, to);
  return DELIMITERS.find((delimiter) => line.split(delimiter, CELLS_MIN).length === CELLS_MIN) ?? '';
}
