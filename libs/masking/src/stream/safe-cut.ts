import { isDigit } from '../text/characters.ts';
import type { Span } from '../types.ts';

/** The widest thing between two groups of one number, `) - (`. */
const SEPARATOR_MAX = 4;

/**
 * The last place from `to` back to `from` where a text may be divided: before a space, line break or quote, outside all
 * spans and not between two groups of digits. Undefined where there is none.
 */
export function safeCut(text: string, from: number, to: number, spans: readonly Span[]): number | undefined {
  let span = spans.length - 1;
  for (let at = to; at > from; at -= 1) {
    while (span >= 0 && (spans[span] as Span).start >= at) span -= 1;
    const inside = span >= 0 && (spans[span] as Span).end > at;
    if (inside) at = (spans[span] as Span).start + 1;
    else if (isBoundary(text, at) && !dividesNumber(text, at)) return at;
  }
  return undefined;
}

function isBoundary(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // `\"` is one escape.
  return code === 32 || code === 10 || code === 9 || (code === 34 && text.charCodeAt(at - 1) !== 92);
}

const dividesNumber = (text: string, at: number): boolean =>
  hasDigit(text, at - SEPARATOR_MAX, at) && hasDigit(text, at + 1, at + 1 + SEPARATOR_MAX);

function hasDigit(text: string, from: number, to: number): boolean {
  for (let at = Math.max(0, from); at < to; at += 1) if (isDigit(text.charCodeAt(at))) return true;
  return false;
}
