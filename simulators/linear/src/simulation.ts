import type { CodeStore } from './oauth/code-store.ts';
import type { GrantStore } from './oauth/grant-store.ts';
import type { Directory } from './workspace/directory.ts';
import type { IssueStore } from './workspace/issue-store.ts';

/** What one running simulator knows. */
export interface Simulation {
  readonly directory: Directory;
  readonly grants: GrantStore;
  readonly codes: CodeStore;
  readonly issues: IssueStore;
  /** Resolves when every change made so far survives a restart. */
  readonly save: () => Promise<void>;
  readonly now: () => number;
  readonly random: (size: number) => Uint8Array;
  /** Origin of the simulator, without a trailing slash. */
  readonly publicUrl: () => string;
}

/** What the request log will say about the request in hand; handlers fill it in. */
export interface Trace {
  operation: string | null;
  actor: string | null;
}
