import { open } from 'node:fs/promises';
import type { Content, Tree } from '../oci/tree.ts';
import { LONGEST, PATTERNS } from './patterns.ts';

/** A file of an image that holds what looks like a secret. */
export interface Finding {
  path: string;
  /** Kind of secret; its text is never kept. */
  name: string;
}

/** Read at a time, in bytes. */
const WINDOW = 8 * 1_048_576;

/** Looks through every file of a layer. Paths that are secrets by name (`*.key`, `.env`, `.npmrc`) are findings too. */
export async function scanTree(tree: Tree): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [path, entry] of tree.list()) {
    if (entry.type !== 'file') continue;
    if (
      /\/(\.env(\..*)?|\.npmrc|\.netrc|\.git-credentials|id_(rsa|ecdsa|ed25519)|[^/]+\.(key|p12|pfx|jks))$/.test(path)
    ) {
      findings.push({ path, name: 'file that is kept for secrets' });
    }
    for (const name of await scanContent(entry.content)) findings.push({ path, name });
  }
  return findings;
}

/** Names of the patterns that occur in `content`. */
export async function scanContent(content: Content): Promise<string[]> {
  if (Buffer.isBuffer(content)) return scanText(content.toString('latin1'));
  const found = new Set<string>();
  await using handle = await open(content.file);
  const window = Buffer.alloc(WINDOW);
  for (let offset = 0; ; offset += WINDOW - LONGEST) {
    const { bytesRead } = await handle.read(window, 0, WINDOW, offset);
    for (const name of scanText(window.toString('latin1', 0, bytesRead))) found.add(name);
    if (bytesRead < WINDOW) return [...found];
  }
}

function scanText(text: string): string[] {
  return PATTERNS.filter(({ pattern }) => text.search(pattern) >= 0).map(({ name }) => name);
}
