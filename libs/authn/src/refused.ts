import type { Reason } from '@sallyport/contracts';

/**
 * A proof was not good enough. `reason` is from the one word list; `detail` is for the log only and never holds the
 * proof itself. What a stranger learns is decided where the wire is (style guide §6).
 */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly reason: Reason,
    readonly detail: Record<string, unknown> = {},
  ) {
    super(reason);
  }
}
