import { areIsolated } from '../patterns/isolated.ts';
import { readPatterns } from '../patterns/mask-patterns.ts';
import { PlaceholderSession } from '../placeholders.ts';
import { MaskingRefused } from '../refusal.ts';
import { type FoundSpan, LONG_TEXT_LIMIT, type MaskOptions, numbered, TextMasking } from '../text-masking.ts';
import { safeCut } from './safe-cut.ts';

/** What a detector may look at before a value, kept from the text that went out. */
const CONTEXT = 512;
/** What a detector may look at after a value, held back. */
const HOLD_BACK = 1_024;
/** How much comes together before it is masked. */
const STEP = 16_384;

export type ChunkOptions = Omit<MaskOptions, 'known'>;

/**
 * Masks a text that comes in chunks, by the pattern tier: what goes out is what `maskPatterns` makes of the whole, however
 * the chunks divide it. Linear; at most 1 MiB is held back. Placeholders that stand in the text already are passed on.
 */
export class ChunkMasker {
  readonly #options: MaskOptions & { session: PlaceholderSession };
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  /** The end of what went out: read again, never written again. */
  #context = '';
  #pending = '';
  /** How much is read at once: twice as much after every time in which nothing could go out. */
  #size = STEP + HOLD_BACK;
  /** Offset of the context's start in the whole. */
  #base = 0;
  #refused = false;

  constructor(options: ChunkOptions) {
    this.#options = { ...options, session: options.session ?? new PlaceholderSession() };
  }

  /**
   * Takes a chunk, bytes as UTF-8, and returns what nothing to come can change any more; often nothing.
   *
   * @throws MaskingRefused as `maskPatterns` does, and `text_too_long` where 1 MiB gives no place to divide it; in profile
   * `log` a marker is returned instead, and nothing after it
   */
  next(chunk: string | Uint8Array): string {
    return this.#guarded(() => {
      this.#pending += typeof chunk === 'string' ? chunk : this.#decoder.decode(chunk, { stream: true });
      return this.#advance(false);
    });
  }

  /** The rest. */
  end(): string {
    return this.#guarded(() => {
      this.#pending += this.#decoder.decode();
      return this.#advance(true);
    });
  }

  #guarded(work: () => string): string {
    if (this.#refused) return '';
    try {
      return work();
    } catch (error) {
      this.#refused = true;
      this.#pending = '';
      const refusal = error instanceof MaskingRefused ? error : new MaskingRefused('masking_failed', causeOf(error));
      if (this.#options.profile !== 'log') throw refusal;
      return `[masked: ${refusal.reason}]`;
    }
  }

  #advance(last: boolean): string {
    let out = '';
    while (this.#pending.length >= this.#size || (last && this.#pending !== '')) {
      const piece = this.#nextPiece(last && this.#pending.length <= this.#size);
      if (piece !== undefined) {
        out += piece;
        this.#size = STEP + HOLD_BACK;
      } else if (this.#size * 2 + CONTEXT > LONG_TEXT_LIMIT) {
        throw new MaskingRefused('text_too_long', 'longer_than_1_mib');
      } else {
        this.#size *= 2;
      }
    }
    return out;
  }

  /** Masks and takes from what is pending as much as may go; undefined where nothing may. */
  #nextPiece(isRest: boolean): string | undefined {
    const text = this.#context + (isRest ? this.#pending : wholeUnits(this.#pending, this.#size));
    const from = this.#context.length;
    const found = new TextMasking(text, this.#options, readPatterns, LONG_TEXT_LIMIT, areIsolated).find();
    const cut = isRest ? text.length : safeCut(text, from, text.length - HOLD_BACK, found);
    if (cut === undefined) return undefined;
    const piece = this.#spliced(text, from, cut, found);
    this.#pending = this.#pending.slice(cut - from);
    const kept = Math.max(0, cut - CONTEXT);
    const start = isLowSurrogate(text.charCodeAt(kept)) ? kept + 1 : kept;
    this.#context = text.slice(start, cut);
    this.#base += start;
    return piece;
  }

  #spliced(text: string, from: number, cut: number, found: readonly FoundSpan[]): string {
    const due = found
      .filter((span) => span.end > from && span.start < cut)
      .map((span) => ({ ...span, start: span.start + this.#base, end: span.end + this.#base }));
    let out = '';
    let at = from;
    for (const { start, end, placeholder } of numbered(due, this.#options.session, this.#options.profile)) {
      out += text.slice(at, Math.max(at, start - this.#base)) + placeholder;
      at = end - this.#base;
    }
    return out + text.slice(at, cut);
  }
}

const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff;

/** At most `size` units, and no half of a surrogate pair at the end. */
const wholeUnits = (text: string, size: number): string =>
  text.slice(0, isLowSurrogate(text.charCodeAt(size)) ? size - 1 : size);

/** A decoder that meets bytes which are no UTF-8 throws a TypeError. */
const causeOf = (error: unknown) => (error instanceof TypeError ? 'broken_unicode' : 'detector_failed');
