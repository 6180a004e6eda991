import type { PageRefusal } from '../pages/refusal-pages.ts';

/** A page will not go on; what the reader sees is decided in `refusal-pages.ts`. */
export class PageRefused extends Error {
  override readonly name = 'PageRefused';
  constructor(
    readonly refusal: PageRefusal,
    /** For the log only. */
    readonly detail: Record<string, unknown> = {},
  ) {
    super(refusal);
  }
}
