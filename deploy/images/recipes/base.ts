import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Unpacked } from '../debian/packages.ts';
import { NONROOT, Tree } from '../oci/tree.ts';

/** Where programs are. */
export const PATH = '/usr/local/bin:/usr/sbin:/usr/bin';

/** Packages of every image with a dynamic program. */
export const LIBC_PACKAGES = ['libc6', 'libgcc-s1', 'gcc-12-base'];

/** What a process needs around itself: a name for its uid, an order of name services, a place to write. */
export function baseTree(): Tree {
  return new Tree()
    .file(
      '/etc/passwd',
      `root:x:0:0:root:/root:/sbin/nologin\nnonroot:x:${NONROOT}:${NONROOT}:nonroot:/tmp:/sbin/nologin\n`,
    )
    .file('/etc/group', `root:x:0:\nnonroot:x:${NONROOT}:\n`)
    .file('/etc/nsswitch.conf', 'passwd: files\ngroup: files\nhosts: files dns\n')
    .directory('/tmp', { mode: 0o1777 });
}

/** A directory that the container's user may write, where a pod mounts nothing over it. */
export function writable(tree: Tree, path: string): Tree {
  return tree.directory(path, { mode: 0o700, owner: NONROOT });
}

/** Public certification authorities, as `update-ca-certificates` would put them together. */
export async function certificates(tree: Tree, [unpacked]: Unpacked[]): Promise<void> {
  const directory = join(unpacked?.root ?? '', 'usr/share/ca-certificates/mozilla');
  const names = (await readdir(directory)).filter((name) => name.endsWith('.crt')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(directory, name), 'utf8')));
  tree.file('/etc/ssl/certs/ca-certificates.crt', texts.map((text) => `${text.trim()}\n`).join(''));
}
