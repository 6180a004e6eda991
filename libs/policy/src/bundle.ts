import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findInexactName } from './exact-names.ts';
import { manifest, revisionOf } from './manifest.ts';

/** A policy bundle that must not be used; the message names the file and the rule, never content. */
export class PolicyBundleError extends Error {
  override name = 'PolicyBundleError';
}

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
  const { revision, ...content } = parseManifest(await read(dir, 'manifest.json'));
  if (revision !== revisionOf(content)) throw new PolicyBundleError('manifest.json: the revision is not its own');
  const wasm = await readProven(dir, 'policy.wasm', content.files['policy.wasm']);
  const data: unknown = parseJson('data.json', await readProven(dir, 'data.json', content.files['data.json']));
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

async function readProven(dir: string, file: string, digest: string): Promise<Buffer> {
  const bytes = await read(dir, file);
  if (createHash('sha256').update(bytes).digest('hex') !== digest) {
    throw new PolicyBundleError(`${file}: not the file that the manifest names`);
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
