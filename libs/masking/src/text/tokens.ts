import { isDigit, isLetter, Kind, kindOf } from './characters.ts';

/** Words (runs of letters and marks), numbers (runs of ASCII digits) and single other characters; gaps are no token. */
export interface Tokens {
  readonly count: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** 1 word, 2 number, 0 anything else. */
  readonly kinds: Uint8Array;
}

export const TokenKind = { other: 0, word: 1, number: 2 } as const;

export function tokenise(text: string): Tokens {
  const starts = new Uint32Array(text.length);
  const ends = new Uint32Array(text.length);
  const kinds = new Uint8Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (kindOf(code) >= Kind.space) {
      at += 1;
      continue;
    }
    const member = isLetter(code) ? isLetter : isDigit(code) ? isDigit : undefined;
    let end = at + 1;
    if (member) while (end < text.length && member(text.charCodeAt(end))) end += 1;
    starts[count] = at;
    ends[count] = end;
    kinds[count] = member === isLetter ? TokenKind.word : member ? TokenKind.number : TokenKind.other;
    count += 1;
    at = end;
  }
  return { count, starts, ends, kinds };
}
