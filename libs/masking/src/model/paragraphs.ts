import type { Reading } from './reading.ts';
import { Gap, isMark } from './tokens.ts';

/** A stretch without a blank line: nothing in it depends on what stands outside. */
export interface Paragraph {
  /** Its first and last token. */
  first: number;
  last: number;
  /** Those of its tokens that are words or numbers. Marks are seen but get no label: they go with what they join. */
  labelled: number[];
}

export function paragraphsOf({ count, gaps, shapes }: Reading): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (let first = 0; first < count; ) {
    const labelled: number[] = [];
    let last = first;
    for (; last < count && (last === first || gaps[last] !== Gap.paragraph); last += 1)
      if (!isMark(shapes[last] as number)) labelled.push(last);
    if (labelled.length > 0) paragraphs.push({ first, last: last - 1, labelled });
    first = last;
  }
  return paragraphs;
}
