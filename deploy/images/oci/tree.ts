/** Who runs every container: no name on the host, no rights anywhere. */
export const NONROOT = 65_532;

/** Bytes in hand, or a file of this machine that is read when a layer is written. */
export type Content = Buffer | { file: string };

export type Entry =
  | { type: 'file'; mode: number; owner: number; content: Content }
  | { type: 'directory'; mode: number; owner: number }
  | { type: 'link'; target: string };

/**
 * The files of one layer, by absolute path. Modes are given, never taken from a disk, so that no umask, clock or setuid bit
 * of the building machine reaches an image.
 */
export class Tree {
  readonly #entries = new Map<string, Entry>();

  /** A regular file; `mode` 0644 unless told. @throws Error for a path that is taken or not absolute */
  file(path: string, content: Content | string, { mode = 0o644, owner = 0 } = {}): this {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    return this.#add(path, { type: 'file', mode, owner, content: bytes });
  }

  /** A program: 0755, owned by root. */
  program(path: string, content: Content | string): this {
    return this.file(path, content, { mode: 0o755 });
  }

  /** A directory, 0755 unless told. Parents of anything appear by themselves. */
  directory(path: string, { mode = 0o755, owner = 0 } = {}): this {
    return this.#add(path, { type: 'directory', mode, owner });
  }

  link(path: string, target: string): this {
    return this.#add(path, { type: 'link', target });
  }

  has(path: string): boolean {
    return this.#entries.has(path);
  }

  /** Number of entries that were added. */
  get size(): number {
    return this.#entries.size;
  }

  /** Everything, parents first, in the order of their bytes. */
  list(): [path: string, entry: Entry][] {
    const all = new Map(this.#entries);
    for (const path of this.#entries.keys()) {
      for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
        const parent = path.slice(0, at);
        if (!all.has(parent)) all.set(parent, { type: 'directory', mode: 0o755, owner: 0 });
      }
    }
    return [...all].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  #add(path: string, entry: Entry): this {
    if (!/^(\/[^/\0]+)+$/.test(path) || /\/\.{1,2}(\/|$)/.test(path)) throw new Error(`${path}: not an absolute path`);
    if (entry.type !== 'link' && entry.mode & 0o6000) throw new Error(`${path}: setuid and setgid are never packed`);
    if (this.#entries.has(path)) throw new Error(`${path}: packed twice`);
    this.#entries.set(path, entry);
    return this;
  }
}
