import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

export interface ListedFile {
  /** From the root of the image. */
  path: string;
  type: 'file' | 'directory' | 'link' | 'other';
  mode: number;
  owner: number;
}

/** Everything in an unpacked image, in order; links are listed and not followed. */
export async function listFiles(rootfs: string, at = ''): Promise<ListedFile[]> {
  const listed: ListedFile[] = [];
  for (const name of (await readdir(join(rootfs, at))).sort()) {
    const path = `${at}/${name}`;
    const stats = await lstat(join(rootfs, path));
    const type = stats.isFile()
      ? 'file'
      : stats.isDirectory()
        ? 'directory'
        : stats.isSymbolicLink()
          ? 'link'
          : 'other';
    listed.push({ path, type, mode: stats.mode & 0o7777, owner: stats.uid });
    if (type === 'directory') listed.push(...(await listFiles(rootfs, path)));
  }
  return listed;
}
