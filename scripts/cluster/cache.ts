import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Folder for what is made once and used by every checkout of one user: Go binaries, helm and kubectl. Outside the tree, so
 * that a fresh clone starts warm; never assumed to exist.
 *
 * @source XDG Base Directory Specification, "XDG_CACHE_HOME"
 */
export function cacheDir(...parts: readonly string[]): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'sallyport', 'cluster', ...parts);
}
