import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Pack, pack } from 'tar-stream';
import type { Content, Entry, Tree } from './tree.ts';

/** One layer of an image: a gzipped tar in `file`. */
export interface Layer {
  file: string;
  /** `sha256:…` of the gzipped bytes: what a manifest names. */
  digest: string;
  /** `sha256:…` of the tar itself: what a configuration names. */
  diffId: string;
  /** Bytes of `file`. */
  size: number;
  /** Bytes of the tar. */
  unpacked: number;
}

/** The epoch: when a file was built says nothing about what is in it. */
const MTIME = new Date(0);
/** Raised when the bytes of a layer would differ for the same tree. */
const FORMAT = 1;

/**
 * Writes the layer of `tree`, once per content: a tree that was packed before is not packed again.
 * The same tree gives the same bytes on any machine with the same zlib (Node version).
 */
export async function writeLayer(tree: Tree, cacheDir: string): Promise<Layer> {
  const key = await contentKey(tree);
  const file = join(cacheDir, `${key}.tar.gz`);
  const facts = `${file}.json`;
  const known = await readFile(facts, 'utf8').catch(() => undefined);
  if (known && (await stat(file).catch(() => undefined))) return { file, ...JSON.parse(known) };
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  const tar = pack();
  const [inner, outer] = [new Digester(), new Digester()];
  const written = pipeline(tar, inner, createGzip({ level: 6 }), outer, createWriteStream(unfinished));
  await Promise.all([fill(tar, tree), written]);
  const layer = { digest: outer.digest, diffId: inner.digest, size: outer.size, unpacked: inner.size };
  await rename(unfinished, file);
  await writeFile(facts, JSON.stringify(layer));
  return { file, ...layer };
}

/** SHA-256, in hex, over everything that decides the bytes of the layer of `tree`. */
export async function contentKey(tree: Tree): Promise<string> {
  const hash = createHash('sha256').update(`layer ${FORMAT} node ${process.versions.node}\n`);
  for (const [path, entry] of tree.list()) {
    const body = entry.type === 'file' ? await digestOf(entry.content) : entry.type === 'link' ? entry.target : '';
    hash.update(`${JSON.stringify([path, { ...entry, content: undefined }, body])}\n`);
  }
  return hash.digest('hex');
}

/** SHA-256 of `content`, in hex. */
export async function digestOf(content: Content): Promise<string> {
  const hash = createHash('sha256');
  if (Buffer.isBuffer(content)) return hash.update(content).digest('hex');
  for await (const chunk of createReadStream(content.file)) hash.update(chunk);
  return hash.digest('hex');
}

async function fill(tar: Pack, tree: Tree): Promise<void> {
  for (const [path, entry] of tree.list()) await append(tar, path.slice(1), entry);
  tar.finalize();
}

async function append(tar: Pack, name: string, entry: Entry): Promise<void> {
  const common = { mtime: MTIME, uname: '', gname: '' };
  if (entry.type === 'link') {
    tar.entry({ ...common, name, type: 'symlink', linkname: entry.target, mode: 0o777, uid: 0, gid: 0 });
    return;
  }
  const header = { ...common, name, mode: entry.mode, uid: entry.owner, gid: entry.owner };
  if (entry.type === 'directory') {
    tar.entry({ ...header, name: `${name}/`, type: 'directory' });
    return;
  }
  if (Buffer.isBuffer(entry.content)) {
    tar.entry(header, entry.content);
    return;
  }
  const { size } = await stat(entry.content.file);
  const sink = tar.entry({ ...header, size });
  await pipeline(createReadStream(entry.content.file, { highWaterMark: 1 << 20 }), sink as never);
}

/** Passes bytes on and counts them. */
class Digester extends Transform {
  readonly #hash: Hash = createHash('sha256');
  size = 0;

  override _transform(chunk: Buffer, _encoding: string, done: (error: null, chunk: Buffer) => void): void {
    this.#hash.update(chunk);
    this.size += chunk.length;
    done(null, chunk);
  }

  get digest(): string {
    return `sha256:${this.#hash.copy().digest('hex')}`;
  }
}
