import { detect } from './detect.ts';
import { brand, type Masked } from './masked.ts';
import { PlaceholderSession } from './placeholders.ts';
import { MaskingRefused } from './refusal.ts';
import { type Finding, type Scan, scanOf } from './scan.ts';
import { settle } from './settle.ts';
import type { KnownValues, PiiType, Profile, Span } from './types.ts';

/** Longest text, in UTF-16 units; longer ones are refused. */
export const TEXT_LIMIT = 65_536;
/** Time one text may take, in milliseconds of `now`; a hundred times what 64 KiB of ordinary text needs. */
export const DEADLINE_MS = 2_000;
/** A masked text is read again until nothing is left to mask; honest text settles in the second round. */
const ROUNDS = 5;
const NOTHING_KNOWN: KnownValues = {};

export interface MaskOptions {
  known?: KnownValues;
  profile: Profile;
  /** One per ticket, so that title and body share placeholders. */
  session?: PlaceholderSession;
  /** Milliseconds; defaults to {@link DEADLINE_MS}. */
  deadlineMs?: number;
  /** A monotonic clock in milliseconds; defaults to `performance.now`. */
  now?: () => number;
}

export interface MaskOutcome {
  masked: Masked<string>;
  /** In the order of the text; offsets are UTF-16 units of the original, end exclusive. */
  spans: Span[];
  counts: Partial<Record<PiiType, number>>;
}

/**
 * Replaces every personal value and secret of a text by a typed placeholder. What it returns is stable: masked again,
 * with or without the known values, nothing changes.
 *
 * @throws MaskingRefused `text_too_long` above 64 KiB, `masking_failed` when a detector throws, the deadline passes, the
 * text is broken Unicode or does not settle; `masking_unsure` (profile `strict` only) when a stretch has the shape of a
 * card or IBAN without its checksum, or is an unreadable value labelled as personal. Profile `log` never throws.
 */
export function maskText(text: string, options: MaskOptions): MaskOutcome {
  try {
    return new TextMasking(text, options).run();
  } catch (error) {
    const refusal = error instanceof MaskingRefused ? error : new MaskingRefused('masking_failed', 'detector_failed');
    if (options.profile !== 'log') throw refusal;
    return { masked: brand(`[masked: ${refusal.reason}]`), spans: [], counts: {} };
  }
}

/**
 * The gateway's second check: true only when strict masking would change nothing. Placeholders are stable under masking.
 * A text the masker refuses counts as changed.
 */
export function unchangedByMasking(text: string, options: Omit<MaskOptions, 'profile' | 'session'> = {}): boolean {
  try {
    return maskText(text, { ...options, profile: 'strict' }).spans.length === 0;
  } catch {
    return false;
  }
}

class TextMasking {
  readonly #text: string;
  readonly #options: MaskOptions;
  readonly #session: PlaceholderSession;
  readonly #tick: () => void;

  constructor(text: string, options: MaskOptions) {
    this.#text = text;
    this.#options = options;
    this.#session = options.session ?? new PlaceholderSession();
    const now = options.now ?? (() => performance.now());
    const deadline = now() + (options.deadlineMs ?? DEADLINE_MS);
    this.#tick = () => {
      if (now() > deadline) throw new MaskingRefused('masking_failed', 'deadline_passed');
    };
  }

  run(): MaskOutcome {
    if (this.#text.length > TEXT_LIMIT) throw new MaskingRefused('text_too_long', 'longer_than_64_kib');
    // A lone surrogate can hide a digit or letter from the scanners and be dropped by whoever stores the text.
    if (!this.#text.isWellFormed()) throw new MaskingRefused('masking_failed', 'broken_unicode');
    this.#session.reserve(this.#text);
    let spans: Span[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const current = new SplicedText(this.#text, spans);
      const found = this.#findSpans(current.text);
      if (found.length === 0) return { masked: brand(current.text), spans, counts: countByType(spans) };
      spans = current.withSpans(found);
    }
    throw new MaskingRefused('masking_failed', 'still_changing');
  }

  #findSpans(text: string): Span[] {
    const scan = scanOf(text);
    this.#tick();
    const findings = detect(scan, this.#tick);
    for (const finding of findings) if (finding.type === 'PERSON') this.#learn(scan, finding);
    this.#session.matcherFor(this.#options.known ?? NOTHING_KNOWN).detect(scan, findings);
    this.#tick();
    return settle(scan, findings).map((finding) => this.#toSpan(scan, finding));
  }

  /** A name shown by its context is masked wherever else it stands, in this field and the next ones. */
  #learn(scan: Scan, finding: Finding): void {
    const name = scan.text.slice(finding.start, finding.end);
    if (name.length <= 80 && !name.includes('\n')) this.#session.learn(name);
  }

  #toSpan(scan: Scan, finding: Finding): Span {
    const start = scan.starts[finding.start] as number;
    const end = scan.ends[finding.end - 1] as number;
    if (finding.unsure && this.#options.profile === 'strict') {
      throw new MaskingRefused('masking_unsure', finding.unsure, { start, end });
    }
    const identity =
      finding.entity ?? scan.folded.slice(finding.start, finding.end).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
    return { start, end, type: finding.type, placeholder: this.#session.placeholderFor(finding.type, identity) };
  }
}

/** The original with some spans replaced, and the way back from its offsets to those of the original. */
class SplicedText {
  readonly text: string;
  readonly #spans: readonly Span[];

  constructor(original: string, spans: readonly Span[]) {
    this.#spans = spans;
    const pieces: string[] = [];
    let from = 0;
    for (const span of spans) {
      pieces.push(original.slice(from, span.start), span.placeholder);
      from = span.end;
    }
    pieces.push(original.slice(from));
    this.text = pieces.join('');
  }

  /** Spans of the original: the earlier ones and `found`, which is in offsets of this text and touches none of them. */
  withSpans(found: readonly Span[]): Span[] {
    const merged: Span[] = [];
    let shift = 0;
    let earlier = 0;
    for (const span of found) {
      while (earlier < this.#spans.length && (this.#spans[earlier] as Span).start + shift < span.start) {
        const before = this.#spans[earlier] as Span;
        shift += before.placeholder.length - (before.end - before.start);
        merged.push(before);
        earlier += 1;
      }
      merged.push({ ...span, start: span.start - shift, end: span.end - shift });
    }
    return [...merged, ...this.#spans.slice(earlier)];
  }
}

function countByType(spans: readonly Span[]): Partial<Record<PiiType, number>> {
  const counts: Partial<Record<PiiType, number>> = {};
  for (const { type } of spans) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
