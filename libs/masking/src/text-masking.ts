import { brand, type Masked } from './masked.ts';
import { PlaceholderSession } from './placeholders.ts';
import { MaskingRefused } from './refusal.ts';
import type { Finding } from './scan.ts';
import { settle } from './settle.ts';
import { SplicedText } from './spliced-text.ts';
import { foldText } from './text/characters.ts';
import type { NormalisedText } from './text/normalise.ts';
import { type KnownValues, PII_TYPES, type PiiType, type Profile, type RefusalCause, type Span } from './types.ts';

/** Longest text, in UTF-16 units, that is masked in one piece. */
export const TEXT_LIMIT = 65_536;
/** Longest text, in UTF-16 units, that is masked at all: by the pattern tier, or by a worker. */
export const LONG_TEXT_LIMIT = 1_048_576;
/** Time one text may take, in milliseconds of `now`; a hundred times what 64 KiB of ordinary text needs. */
export const DEADLINE_MS = 2_000;
/** A masked text is read again until nothing is left to mask; honest text settles in the second round, letters of ten scripts at random may need six. */
const ROUNDS = 8;

export interface MaskOptions {
  known?: KnownValues;
  profile: Profile;
  /** One per ticket, so that title and body share placeholders. */
  session?: PlaceholderSession;
  /** Milliseconds; defaults to {@link DEADLINE_MS}. */
  deadlineMs?: number;
  /** Values that are masked besides; `maskTextWith` passes what a model recognised. */
  recognised?: readonly Recognised[];
  /** A monotonic clock in milliseconds; defaults to `performance.now`. */
  now?: () => number;
}

/** A value found by other means, in offsets of the original. */
export interface Recognised {
  start: number;
  end: number;
  type: PiiType;
}

export interface MaskOutcome {
  masked: Masked<string>;
  /** In the order of the text; offsets are UTF-16 units of the original, end exclusive. */
  spans: Span[];
  counts: Partial<Record<PiiType, number>>;
}

/** A span whose placeholder is not yet numbered. */
export interface FoundSpan extends Span {
  /** The value in its canonical form: equal for two spans of one value. */
  identity: string;
  unsure: RefusalCause | undefined;
}

/** One reading of a text: what the detectors of a tier find in it, in offsets of the normalised text. */
export type Reading = (text: string, masking: TextMasking) => { scan: NormalisedText; findings: Finding[] };

/** Whether a second reading of a text with these spans replaced can find nothing. */
export type Finality = (text: string, spans: readonly Span[]) => boolean;

/** Masks one text: reads it, puts placeholders in, and reads the result again until nothing is left. */
export class TextMasking {
  readonly options: MaskOptions;
  readonly session: PlaceholderSession;
  readonly #text: string;
  readonly #read: Reading;
  readonly #now: () => number;
  readonly #deadline: number;
  readonly #limit: number;
  readonly #isFinal: Finality | undefined;

  constructor(text: string, options: MaskOptions, read: Reading, limit = TEXT_LIMIT, isFinal?: Finality) {
    this.#text = text;
    this.#read = read;
    this.#limit = limit;
    this.#isFinal = isFinal;
    this.options = options;
    this.session = options.session ?? new PlaceholderSession();
    this.#now = options.now ?? monotonic;
    this.#deadline = this.#now() + (options.deadlineMs ?? DEADLINE_MS);
  }

  /** Throws when the deadline has passed; called between detectors. */
  readonly tick = (): void => {
    if (this.#now() > this.#deadline) throw new MaskingRefused('masking_failed', 'deadline_passed');
  };

  run(): MaskOutcome {
    return outcomeOf(this.#text, this.find(), this.session, this.options.profile);
  }

  /** What is to be masked, in the order of the text; nothing is left in the text without it. */
  find(): FoundSpan[] {
    this.#admit();
    let spans: FoundSpan[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const current = new SplicedText(this.#text, spans);
      const found = round === 0 ? this.#findFirst() : this.#findSpans(current.text);
      if (found.length === 0) return spans;
      spans = current.withSpans(found);
      if (round === 0 && this.#isFinal?.(this.#text, spans)) return spans;
    }
    throw new MaskingRefused('masking_failed', 'still_changing');
  }

  /** Reads the text once for the names in it, which the session then knows; masks nothing. */
  learn(): void {
    this.#admit();
    const found = this.#findSpans(this.#text);
    this.session.keep(this.#text, this.#read, this.options.known ?? {}, found);
  }

  /** What the reading for names found, where it would find nothing else now; else what is found, and what a model recognised. */
  #findFirst(): readonly FoundSpan[] {
    const { recognised, known = {} } = this.options;
    const kept = recognised ? undefined : this.session.take(this.#text, this.#read, known);
    return kept ?? this.#findSpans(this.#text, recognised);
  }

  #admit(): void {
    if (this.#text.length > this.#limit)
      throw new MaskingRefused('text_too_long', this.#limit > TEXT_LIMIT ? 'longer_than_1_mib' : 'longer_than_64_kib');
    // A lone surrogate can hide a digit or letter from the scanners and be dropped by whoever stores the text.
    if (!this.#text.isWellFormed()) throw new MaskingRefused('masking_failed', 'broken_unicode');
    this.session.reserve(this.#text);
  }

  #findSpans(text: string, recognised: readonly Recognised[] = []): FoundSpan[] {
    const { scan, findings } = this.#read(text, this);
    findings.push(...recognised.map((entity) => inScan(scan, entity)).filter(({ start, end }) => start < end));
    this.tick();
    return findings.length === 0 ? [] : settle(scan, findings).map((finding) => foundSpan(scan, finding));
  }
}

function foundSpan({ text, starts, ends }: NormalisedText, finding: Finding): FoundSpan {
  const { start, end, type, entity, unsure, certain } = finding;
  return {
    start: starts[start] as number,
    end: ends[end - 1] as number,
    type,
    placeholder: PROVISIONAL[type],
    confidence: unsure ? 'unsure' : certain ? 'certain' : 'likely',
    identity: entity ?? identityOf(text.slice(start, end)),
    unsure,
  };
}

/** A stretch of the original in offsets of the normalised text. */
function inScan({ starts, ends }: NormalisedText, { start, end, type }: Recognised): Finding {
  return {
    start: firstIndex(ends, (offset) => offset > start),
    end: firstIndex(starts, (offset) => offset >= end),
    type,
  };
}

/** Of offsets in rising order, the index of the first that passes; their number where none does. */
function firstIndex(offsets: Uint32Array, passes: (offset: number) => boolean): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(offsets[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What stands for a value until all are found: placeholders are numbered in the order of the text. */
const PROVISIONAL = Object.fromEntries(PII_TYPES.map((type) => [type, `[${type}_1]`])) as Record<PiiType, string>;

/** Gives every span its placeholder; the strict profile refuses here what is unsure. */
export function numbered(found: readonly FoundSpan[], session: PlaceholderSession, profile: Profile): Span[] {
  return found.map(({ start, end, type, identity, confidence, unsure }) => {
    if (unsure && profile === 'strict') throw new MaskingRefused('masking_unsure', unsure, { start, end });
    return { start, end, type, placeholder: session.placeholderFor(type, identity), confidence };
  });
}

/** The text with the spans found in it masked. */
export function outcomeOf(
  text: string,
  found: readonly FoundSpan[],
  session: PlaceholderSession,
  profile: Profile,
): MaskOutcome {
  const spans = numbered(found, session, profile);
  return { masked: brand(new SplicedText(text, spans).text), spans, counts: countByType(spans) };
}

const monotonic = () => performance.now();
const identityOf = (value: string) => foldText(value).replace(/[^\p{L}\p{M}\p{N}]/gu, '');

function countByType(spans: readonly Span[]): Partial<Record<PiiType, number>> {
  const counts: Partial<Record<PiiType, number>> = {};
  for (const { type } of spans) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

/** Runs a masking by the rules of its profile: `log` never throws, the others throw only {@link MaskingRefused}. */
export function maskedBy(masking: () => MaskOutcome, profile: Profile): MaskOutcome {
  try {
    return masking();
  } catch (error) {
    const refusal = error instanceof MaskingRefused ? error : new MaskingRefused('masking_failed', 'detector_failed');
    if (profile !== 'log') throw refusal;
    return { masked: brand(`[masked: ${refusal.reason}]`), spans: [], counts: {} };
  }
}
