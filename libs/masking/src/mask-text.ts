import { detect } from './detect.ts';
import { KnownMatcher } from './known/known-matcher.ts';
import { brand } from './masked.ts';
import { type Finding, type Scan, scanOf } from './scan.ts';
import { type MaskOptions, type MaskOutcome, maskedBy, type Reading, TextMasking } from './text-masking.ts';
import type { KnownValues } from './types.ts';

export { DEADLINE_MS, type MaskOptions, type MaskOutcome, TEXT_LIMIT } from './text-masking.ts';

const NOTHING_KNOWN: KnownValues = {};
const NOTHING_MASKED: MaskOutcome = { masked: brand(''), spans: [], counts: {} };
const compile = (known: KnownValues) => new KnownMatcher(known);

/** All detectors, then the known values and the names that the detectors showed. */
export const readAll: Reading = (text, { tick, session, options }) => {
  const scan = scanOf(text);
  tick();
  const findings = detect(scan, tick);
  const matcher = session.matcherFor(options.known ?? NOTHING_KNOWN, compile);
  // A name shown by its context is masked wherever else it stands, in this field and the next ones.
  for (const finding of findings) if (finding.type === 'PERSON') session.learn(nameOf(scan, finding));
  matcher.detect(scan, findings);
  return { scan, findings };
};

const NAME_MAX = 80;

/** The name that was found, or nothing where it is no plain name. */
function nameOf(scan: Scan, { start, end }: Finding): string {
  const name = end - start > NAME_MAX ? '' : scan.text.slice(start, end);
  return name.includes('\n') ? '' : name;
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
  return maskedBy(() => new TextMasking(text, options, readAll).run(), options.profile);
}

/**
 * Reads a text only for the names it shows: the session knows them in the texts that are masked after it.
 *
 * @throws MaskingRefused as {@link maskText} does where the text cannot be read
 */
export function learnNames(text: string, options: MaskOptions): void {
  maskedBy(() => {
    new TextMasking(text, options, readAll).learn();
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
