import type { StoredEntry } from '../log/audit-log.ts';

/** Somewhere events go: a SIEM, a file. */
export interface Sink {
  /** Names its cursor; must not change. */
  readonly name: string;
  /**
   * Delivers entries in order; resolves only when the receiver has them for good. What was delivered and not resolved
   * is delivered again: `metadata.uid` tells a repeat.
   */
  deliver(entries: readonly StoredEntry[]): Promise<void>;
  close(): Promise<void>;
}
