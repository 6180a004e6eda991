import { brand } from './masked.ts';
import { corrected } from './model/tagger.ts';
import { weights } from './model/weights.ts';
import { wordClusters } from './model/word-clusters.ts';
import { detectAll, followNames } from './rules.ts';
import { settle } from './settle.ts';
import { type MaskOptions, type MaskOutcome, maskedBy, type Reading, TextMasking } from './text-masking.ts';

export { DEADLINE_MS, type MaskOptions, type MaskOutcome, TEXT_LIMIT } from './text-masking.ts';

const NOTHING_MASKED: MaskOutcome = { masked: brand(''), spans: [], counts: {} };

/** What the rules find, corrected by what the tagger has learnt; names that are left are followed through the text. */
const readAll: Reading = (text, masking) => {
  const { scan, findings } = detectAll(text, masking);
  masking.tick();
  const correction = corrected(scan, settle(scan, findings), weights());
  const reading = { scan, findings: correction.findings };
  followNames(reading, masking, correction.mayBeSomebody);
  return reading;
};

/** A masking that reads everything. What the tagger knows is unpacked before the time of the text begins. */
export function maskingOf(text: string, options: MaskOptions, limit?: number): TextMasking {
  weights();
  wordClusters();
  return new TextMasking(text, options, readAll, limit);
}

/**
 * Replaces every personal value and secret of a text by a typed placeholder. What it returns is stable: masked again,
 * with or without the known values, nothing changes.
 *
 * @throws MaskingRefused `text_too_long` above 64 KiB (see `maskLongText`), `masking_failed` when a detector throws, the
 * deadline passes, the text is broken Unicode or does not settle; `masking_unsure` (profile `strict` only) when a stretch
 * has the shape of a card or IBAN without its checksum, or is an unreadable value labelled as personal. Profile `log`
 * never throws.
 */
export function maskText(text: string, options: MaskOptions): MaskOutcome {
  return maskedBy(() => maskingOf(text, options).run(), options.profile);
}

/**
 * Reads a text only for the names it shows: the session knows them in the texts that are masked after it.
 *
 * @throws MaskingRefused as {@link maskText} does where the text cannot be read
 */
export function learnNames(text: string, options: MaskOptions): void {
  maskedBy(() => {
    maskingOf(text, options).learn();
    return NOTHING_MASKED;
  }, options.profile);
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
