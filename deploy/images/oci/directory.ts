import { chmod, copyFile, lchown, lutimes, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tree } from './tree.ts';

/** The epoch, as in archives. */
const MTIME = new Date(0);

/**
 * Writes trees into a directory, later ones over earlier ones: what the layers of an archive give when they are unpacked.
 * Needs root, because files have owners. @param directory made; must be empty
 */
export async function writeDirectory(trees: Tree[], directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  const written: string[] = [];
  for (const [path, entry] of trees.flatMap((tree) => tree.list())) {
    const at = join(directory, path);
    written.push(at);
    if (entry.type === 'link') {
      await symlink(entry.target, at);
      continue;
    }
    if (entry.type === 'directory') await mkdir(at, { recursive: true });
    else if (Buffer.isBuffer(entry.content)) await writeFile(at, entry.content);
    else await copyFile(entry.content.file, at);
    await lchown(at, entry.owner, entry.owner);
    await chmod(at, entry.mode);
  }
  // last, and children first: writing into a directory touches it
  for (const at of written.reverse()) await lutimes(at, MTIME, MTIME);
}
