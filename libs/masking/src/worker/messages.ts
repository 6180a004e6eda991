import type { RefusalReason } from '../refusal.ts';
import type { FoundSpan } from '../text-masking.ts';
import type { KnownValues, RefusalCause } from '../types.ts';

/** What the worker is asked: one text, with what is known of its customer. */
export interface Task {
  text: string;
  known: KnownValues;
  /** Names the session has learned already. */
  names: readonly string[];
  deadlineMs: number;
}

/** What it answers: spans to be numbered by the caller's session, and the names it learned. No part of the text besides. */
export type Answer =
  | { found: FoundSpan[]; names: string[] }
  | { refused: { reason: RefusalReason; why: RefusalCause; at: { start: number; end: number } | undefined } };
