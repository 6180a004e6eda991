import type { Span } from './types.ts';

/** A text with some spans replaced by their placeholders, and the way back from its offsets to those of the original. */
export class SplicedText<S extends Span> {
  readonly text: string;
  readonly #spans: readonly S[];

  constructor(original: string, spans: readonly S[]) {
    this.#spans = spans;
    let text = '';
    let from = 0;
    for (const span of spans) {
      text += original.slice(from, span.start) + span.placeholder;
      from = span.end;
    }
    this.text = spans.length === 0 ? original : text + original.slice(from);
  }

  /** Spans of the original: the earlier ones and `found`, which is in offsets of this text and touches none of them. */
  withSpans(found: readonly S[]): S[] {
    const merged: S[] = [];
    let shift = 0;
    let earlier = 0;
    for (const span of found) {
      while (earlier < this.#spans.length && (this.#spans[earlier] as S).start + shift < span.start) {
        const before = this.#spans[earlier] as S;
        shift += before.placeholder.length - (before.end - before.start);
        merged.push(before);
        earlier += 1;
      }
      merged.push({ ...span, start: span.start - shift, end: span.end - shift });
    }
    return [...merged, ...this.#spans.slice(earlier)];
  }
}
