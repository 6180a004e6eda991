import { Gap, isMark, isWord, type ModelTokens } from './tokens.ts';

/** Words in one line with nothing but spaces between them: what stands around them, and how far each is from their ends. */
export interface Clauses {
  /** The mark before the clause, and how many words of it stand before the token; 0 outside of clauses. */
  readonly begun: Int32Array;
  /** The mark behind the clause, and how many words of it are still to come. */
  readonly left: Int32Array;
}

/** From how many words on it does not matter how many they are. */
const MANY = 7;
/** Stand for the beginning or end of a line, and for any number. */
const LINE = 1;
const NUMBER = 2;

export function clausesOf(tokens: ModelTokens): Clauses {
  const { count, shapes } = tokens;
  const begun = new Int32Array(count);
  const left = new Int32Array(count);
  for (let first = 0; first < count; first += 1) {
    if (!isWord(shapes[first] as number)) continue;
    let last = first;
    while (last + 1 < count && goesOn(tokens, last + 1)) last += 1;
    const before = sideOf(tokens, first - 1, first);
    const behind = sideOf(tokens, last + 1, last + 1);
    for (let at = first; at <= last; at += 1) {
      begun[at] = before * (MANY + 1) + Math.min(MANY, at - first);
      left[at] = behind * (MANY + 1) + Math.min(MANY, last - at);
    }
    first = last;
  }
  return { begun, left };
}

const goesOn = ({ shapes, gaps }: ModelTokens, index: number): boolean =>
  isWord(shapes[index] as number) && (gaps[index] as number) <= Gap.space;

/** Which mark stands at `index`; what stands before the token `gap` decides whether it is in the same line. */
function sideOf({ count, shapes, gaps }: ModelTokens, index: number, gap: number): number {
  if (index < 0 || index >= count || (gaps[gap] as number) >= Gap.line) return LINE;
  const shape = shapes[index] as number;
  return isMark(shape) ? shape : NUMBER;
}
