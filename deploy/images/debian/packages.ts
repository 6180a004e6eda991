import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { digestOf } from '../oci/layer.ts';
import { Apt, type PackageFacts } from './apt.ts';

const run = promisify(execFile);

/** A package, unpacked but not installed: none of its scripts has run. */
export interface Unpacked extends PackageFacts {
  /** Directory that holds its files as they would lie under `/`. */
  root: string;
}

/** Debian packages, kept by the hash of their `.deb` in `dir`: fetched once, unpacked once. */
export class DebianPackages {
  readonly #dir: string;
  readonly #apt: Apt;

  constructor(dir: string) {
    this.#dir = dir;
    this.#apt = new Apt(join(dir, 'apt'));
  }

  /** @throws Error for a package that Debian does not have, or whose bytes are not the signed ones */
  async unpack(names: string[]): Promise<Unpacked[]> {
    await mkdir(join(this.#dir, 'apt'), { recursive: true });
    const all = (await this.#apt.facts(names)).map((facts) => ({ ...facts, root: this.#rootOf(facts.sha256) }));
    const present = await Promise.all(all.map(({ root }) => stat(root).catch(() => undefined)));
    const missing = all.filter((_, index) => !present[index]);
    if (missing.length > 0) await this.#fetch(missing);
    return all;
  }

  #rootOf(sha256: string): string {
    return join(this.#dir, 'roots', sha256);
  }

  async #fetch(missing: Unpacked[]): Promise<void> {
    await mkdir(join(this.#dir, 'roots'), { recursive: true });
    const work = await mkdtemp(join(this.#dir, 'fetch-'));
    try {
      await this.#apt.download(missing, work);
      const left = new Set(missing.map(({ sha256 }) => sha256));
      for (const name of await readdir(work)) {
        const file = join(work, name);
        const sha256 = await digestOf({ file });
        if (!left.delete(sha256)) throw new Error(`${name}: not the bytes that the package list names`);
        await run('dpkg-deb', ['-x', file, join(work, sha256)]);
        await rename(join(work, sha256), this.#rootOf(sha256)).catch((error: NodeJS.ErrnoException) => {
          if (error.code !== 'ENOTEMPTY') throw error; // another build was faster
        });
      }
      if (left.size > 0) throw new Error(`apt left out ${left.size} packages`);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
}

/** SPDX-like names of the licences that a package's copyright file declares (DEP-5), sorted; empty when it is free text. */
export async function licencesOf({ root, name }: Unpacked): Promise<string[]> {
  const text = await readFile(join(root, 'usr/share/doc', name, 'copyright'), 'utf8').catch(() => '');
  if (!/^Format: .*copyright-format/m.test(text)) return [];
  const names = [...text.matchAll(/^License: *(\S.*)$/gm)].map((match) => (match[1] ?? '').trim());
  return [...new Set(names)].sort();
}
