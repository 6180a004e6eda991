import { normalise } from '../text/normalise.ts';
import {
  LONG_TEXT_LIMIT,
  type MaskOptions,
  type MaskOutcome,
  maskedBy,
  type Reading,
  TextMasking,
} from '../text-masking.ts';
import { findPatterns } from './find-patterns.ts';
import { areIsolated } from './isolated.ts';

/** Quoted-printable is not undone: whether a text is, only the whole of it shows, and a stream has no whole. */
export const readPatterns: Reading = (text) => {
  const scan = normalise(text, false);
  return { scan, findings: findPatterns(scan) };
};

/**
 * Masks what shows itself by its shape or its key: secrets, cards, IBANs, addresses of mail and network, labelled
 * passwords and phone numbers. For logs, spans, audit values and results of tools, where no customer's prose is; a
 * fortieth of the time of `maskText`. Known values and names are not looked for.
 *
 * @throws MaskingRefused as `maskText` does, above 1 MiB instead of 64 KiB. Profile `log` never throws.
 */
export function maskPatterns(text: string, options: Omit<MaskOptions, 'known'>): MaskOutcome {
  return maskedBy(
    () => new TextMasking(text, options, readPatterns, LONG_TEXT_LIMIT, areIsolated).run(),
    options.profile,
  );
}
