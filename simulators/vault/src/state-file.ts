import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import type { Entity } from './identity/entities.ts';
import type { OauthappState } from './oauthapp/oauthapp-mount.ts';

/** What outlives a restart. Tokens do not: they live a minute, and forgetting one fails closed. */
export interface SavedState {
  readonly version: 1;
  readonly entities: readonly Entity[];
  readonly oauthapp: OauthappState;
}

const EMPTY: SavedState = { version: 1, entities: [], oauthapp: { servers: {}, creds: {} } };

/**
 * Reads a state file; none yet is an empty state.
 * @throws Error when the file is not ours: starting empty over someone's grants would lose them.
 */
export function loadState(path: string): SavedState {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return EMPTY;
    throw error;
  }
  const state = parse(text);
  if (state?.version !== 1 || !Array.isArray(state.entities) || !state.oauthapp) {
    throw new Error('the state file is not one of the Vault simulator');
  }
  return state;
}

/** Writes the whole state beside the file, syncs it and renames it into place; only the owner can read it. */
export function saveState(path: string, state: SavedState): void {
  const draft = `${path}.new`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, JSON.stringify(state));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}

function parse(text: string): SavedState | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
