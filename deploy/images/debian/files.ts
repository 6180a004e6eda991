import { readdir, readlink, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, normalize, relative } from 'node:path';
import type { Tree } from '../oci/tree.ts';
import { readNeeds } from './elf.ts';
import type { Unpacked } from './packages.ts';

/** Where glibc looks without a cache on Debian's amd64. */
const LIBRARIES = '/usr/lib/x86_64-linux-gnu';
const LOADER = '/lib64/ld-linux-x86-64.so.2';

/**
 * Packs files of Debian packages into a tree: each program with all libraries that it needs, and nothing that was not asked
 * for. `/lib` and `/lib64` are links into `/usr` (merged /usr, as on Debian itself).
 */
export class DebianFiles {
  readonly #tree: Tree;
  readonly #packages: Unpacked[];
  readonly #used = new Set<Unpacked>();

  constructor(tree: Tree, packages: Unpacked[]) {
    this.#tree = tree;
    this.#packages = packages;
  }

  /** Packages that gave at least one file, by name. */
  get used(): Unpacked[] {
    return [...this.#used].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /**
   * A program, and its libraries.
   * @param from its path in the package, when that is another (packages still have files in /bin)
   * @throws Error naming a library that no package has
   */
  async program(path: string, from = path): Promise<void> {
    const file = await this.#find(from);
    if (!file) throw new Error(`no package has ${from}`);
    this.#tree.program(path, { file });
    await this.needsOf(file);
  }

  /** A data file at its own path. */
  async data(path: string): Promise<void> {
    const file = await this.#find(path);
    if (!file) throw new Error(`no package has ${path}`);
    this.#tree.file(path, { file });
  }

  /** Every file under a directory whose path from there matches, at its own place. @throws Error when there is none */
  async directory(path: string, matching = /./): Promise<void> {
    const before = this.#tree.size;
    for (const unpacked of this.#packages) {
      const start = join(unpacked.root, path);
      for (const entry of await readdir(start, { recursive: true, withFileTypes: true }).catch(() => [])) {
        const at = relative(start, join(entry.parentPath, entry.name));
        if (!entry.isDirectory() && matching.test(at)) await this.data(join(path, at));
      }
    }
    if (this.#tree.size === before) throw new Error(`no package has a file in ${path}`);
  }

  /**
   * Tells scanners and readers what is in the image: the control stanza of each package that gave a file (where distroless
   * images keep it), and its copyright file.
   */
  async inventory(): Promise<void> {
    for (const unpacked of this.used) {
      this.#tree.file(`/var/lib/dpkg/status.d/${unpacked.name}`, unpacked.control);
      // packages of one source may share one directory of documents
      const shared = await readlink(join(unpacked.root, 'usr/share/doc', unpacked.name)).catch(() => unpacked.name);
      const copyright = await this.#find(`/usr/share/doc/${shared}/copyright`);
      if (copyright) this.#tree.file(`/usr/share/doc/${unpacked.name}/copyright`, { file: copyright });
    }
  }

  /** A library that is opened by name at run time, and its own libraries. */
  async library(name: string): Promise<void> {
    const path = `${LIBRARIES}/${name}`;
    if (this.#tree.has(path)) return;
    const file = (await this.#find(path)) ?? (await this.#find(`/lib/x86_64-linux-gnu/${name}`));
    if (!file) throw new Error(`no package has the library ${name}`);
    this.#tree.file(path, { file }, { mode: 0o755 });
    await this.needsOf(file);
  }

  /** The libraries and the loader of a file that comes from elsewhere. */
  async needsOf(file: string): Promise<void> {
    const needs = await readNeeds(file);
    for (const name of needs?.libraries ?? []) if (name !== 'ld-linux-x86-64.so.2') await this.library(name);
    const loader = needs?.interpreter ?? needs?.libraries.find((name) => name === 'ld-linux-x86-64.so.2');
    if (loader && !this.#tree.has('/lib64')) await this.#loader();
  }

  async #loader(): Promise<void> {
    const file = await this.#find(`/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2`);
    if (!file) throw new Error('no package has the dynamic loader');
    this.#tree.link('/lib', 'usr/lib').link('/lib64', 'usr/lib64');
    this.#tree.program(`${LIBRARIES}/ld-linux-x86-64.so.2`, { file });
    this.#tree.link(`/usr${LOADER}`, '../lib/x86_64-linux-gnu/ld-linux-x86-64.so.2');
  }

  /** The regular file behind `path` in the packages; links are followed inside them, never on this machine. */
  async #find(path: string, hops = 8): Promise<string | undefined> {
    for (const unpacked of this.#packages) {
      const file = join(unpacked.root, path);
      const target = await readlink(file).catch(() => undefined);
      if (target !== undefined) {
        if (hops === 0) throw new Error(`${path}: too many links`);
        return this.#find(normalize(isAbsolute(target) ? target : join(path, '..', target)), hops - 1);
      }
      if ((await stat(file).catch(() => undefined))?.isFile()) {
        // a directory on the way may be a link that leaves the package
        if (!(await realpath(file)).startsWith(unpacked.root)) throw new Error(`${path}: leads out of its package`);
        this.#used.add(unpacked);
        return file;
      }
    }
    return undefined;
  }
}
