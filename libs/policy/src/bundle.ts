import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readArchive } from './bundle-archive.ts';
import { PolicyBundleError } from './bundle-error.ts';
import { demandSignature } from './bundle-signature.ts';
import { findInexactName } from './exact-names.ts';
import { manifest, revisionOf } from './manifest.ts';

/** A bundle whose every byte is the one its manifest names. */
export interface Bundle {
  revision: string;
  wasm: Buffer;
  data: object;
}

/**
 * Reads `manifest.json`, `policy.wasm` and `data.json` from `dir`.
 * Throws `PolicyBundleError` for a missing or changed file (C-AZ-9) and for a wildcard in the data (C-AZ-2).
 */
export async function readBundle(dir: string): Promise<Bundle> {
  const names = ['manifest.json', 'policy.wasm', 'data.json'];
  const files = await Promise.all(names.map(async (name): Promise<[string, Buffer]> => [name, await read(dir, name)]));
  return provenBundle(new Map(files));
}

/**
 * Reads a signed bundle archive, the same that OPA takes.
 * @param keyFile PEM of the public key that is trusted; it comes another way than the bundle
 * @throws PolicyBundleError also for one that is unsigned, signed by another key, or not whole (C-PL-4)
 */
export async function readSignedBundle(file: string, keyFile: string): Promise<Bundle> {
  const files = await readArchive(file);
  demandSignature(files, await readFile(keyFile, 'utf8'));
  return provenBundle(files);
}

function provenBundle(files: ReadonlyMap<string, Buffer>): Bundle {
  const { revision, ...content } = parseManifest(existing(files, 'manifest.json'));
  if (revision !== revisionOf(content)) throw new PolicyBundleError('manifest.json: the revision is not its own');
  const wasm = proven(files, 'policy.wasm', content.files['policy.wasm']);
  const data: unknown = parseJson('data.json', proven(files, 'data.json', content.files['data.json']));
  if (typeof data !== 'object' || data === null) throw new PolicyBundleError('data.json: not an object');
  const inexact = findInexactName(data);
  if (inexact) throw new PolicyBundleError(`data.json: ${inexact} is not an exact name; wildcards grant nothing`);
  return { revision, wasm, data };
}

async function read(dir: string, file: string): Promise<Buffer> {
  try {
    return await readFile(join(dir, file));
  } catch (cause) {
    throw new PolicyBundleError(`${file}: cannot be read`, { cause });
  }
}

function existing(files: ReadonlyMap<string, Buffer>, name: string): Buffer {
  const bytes = files.get(name);
  if (!bytes) throw new PolicyBundleError(`${name}: is missing`);
  return bytes;
}

function proven(files: ReadonlyMap<string, Buffer>, name: string, digest: string): Buffer {
  const bytes = existing(files, name);
  if (createHash('sha256').update(bytes).digest('hex') !== digest) {
    throw new PolicyBundleError(`${name}: not the file that the manifest names`);
  }
  return bytes;
}

function parseManifest(bytes: Buffer) {
  const parsed = manifest.safeParse(parseJson('manifest.json', bytes));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new PolicyBundleError(`manifest.json: ${issue?.path.join('.') || 'it'} is not as it must be`);
  }
  return parsed.data;
}

function parseJson(file: string, bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new PolicyBundleError(`${file}: not JSON`);
  }
}
