import type { RefusalCause } from './types.ts';

export type RefusalReason = 'masking_unsure' | 'masking_failed' | 'text_too_long';

/**
 * Masking stopped, so nothing may leave. Neither message nor fields hold any of the text; `at` gives UTF-16 offsets of
 * the doubtful stretch, so that a person can be told where to look. The original exception is not kept as `cause`:
 * its message could quote the text.
 */
export class MaskingRefused extends Error {
  readonly reason: RefusalReason;
  readonly why: RefusalCause;
  readonly at: { start: number; end: number } | undefined;

  /** Name of the field that could not be masked, where fields were. */
  readonly field: string | undefined;

  constructor(reason: RefusalReason, why: RefusalCause, at?: { start: number; end: number }, field?: string) {
    super(`${reason}: ${why}`);
    this.name = 'MaskingRefused';
    this.reason = reason;
    this.why = why;
    this.at = at;
    this.field = field;
  }
}
