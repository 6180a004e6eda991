import { readFileSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Grant } from '../oauth/grant-store.ts';
import type { IssuesState } from './issue-store.ts';

export interface SavedState {
  readonly version: 1;
  readonly grants: readonly Grant[];
  readonly issues: IssuesState;
}

/**
 * Reads what an earlier run saved.
 *
 * @returns undefined when there is no file yet
 * @throws Error when the file is there but is not a state this version wrote
 */
export function readState(path: string): SavedState | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const state: unknown = JSON.parse(text);
  if (typeof state !== 'object' || state === null || !('version' in state) || state.version !== 1) {
    throw new Error('The state file was not written by this version of the Linear simulator');
  }
  return state as SavedState;
}

/** Writes the state whole, one write at a time; callers that arrive during a write share the next one. */
export class StateFile {
  readonly #path: string;
  readonly #take: () => SavedState;
  /** Settles with the write under way, and never rejects: whoever asked for that write hears of its failure. */
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  /** @param take gives the state as it is at the moment of writing */
  constructor(path: string, take: () => SavedState) {
    this.#path = path;
    this.#take = take;
  }

  /** Resolves when everything changed before the call is on disk. */
  save(): Promise<void> {
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      const written = this.#write();
      this.#running = written.catch(() => undefined);
      return written;
    });
    return this.#next;
  }

  async #write(): Promise<void> {
    await mkdir(dirname(this.#path), { recursive: true });
    const draft = `${this.#path}.new`;
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writeFile(JSON.stringify(this.#take()));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, this.#path);
  }
}
