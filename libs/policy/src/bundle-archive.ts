import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { extract } from 'tar-stream';
import { PolicyBundleError } from './bundle-error.ts';

/** Bytes of an unpacked bundle: a hundred times ours, far below what would hurt. */
const MAX_BYTES = 16_777_216;
const MAX_FILES = 500;
/** Plain relative names: no `..`, no backslash, nothing absolute (zip slip). */
const NAME = /^(?:[A-Za-z0-9._-]+\/)*[A-Za-z0-9._-]+$/;

/**
 * Files of a bundle (`bundle.tar.gz`) by their path, as OPA names them (no leading slash).
 * @throws PolicyBundleError for what is no such archive, is too large, or holds anything but plain files
 */
export async function readArchive(file: string): Promise<Map<string, Buffer>> {
  let tar: Buffer;
  try {
    tar = gunzipSync(await readFile(file), { maxOutputLength: MAX_BYTES });
  } catch (cause) {
    throw new PolicyBundleError('the bundle cannot be read', { cause });
  }
  const files = new Map<string, Buffer>();
  const entries = extract();
  const reading = (async () => {
    for await (const entry of entries) {
      const { name, type } = entry.header;
      const path = name.replace(/^\.?\//, '');
      if (type !== 'file' || !NAME.test(path) || path.split('/').includes('..') || files.has(path)) {
        throw new PolicyBundleError('the bundle holds something that is no plain file');
      }
      if (files.size >= MAX_FILES) throw new PolicyBundleError('the bundle holds too many files');
      const chunks: Buffer[] = [];
      for await (const chunk of entry) chunks.push(chunk as Buffer);
      files.set(path, Buffer.concat(chunks));
    }
  })();
  entries.end(tar);
  await reading.catch((error) => {
    throw error instanceof PolicyBundleError ? error : new PolicyBundleError('the bundle is no archive');
  });
  return files;
}
