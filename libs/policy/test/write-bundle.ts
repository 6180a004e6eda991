import { createHash } from 'node:crypto';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENTRYPOINTS, revisionOf } from '../src/manifest.ts';

const committed = new URL('../bundle/', import.meta.url);

/** A file of the committed bundle. */
export function committedFile(name: string): Promise<Buffer> {
  return readFile(new URL(name, committed));
}

/**
 * Writes a bundle into a new folder and returns its path: the committed files, except those given. Its manifest is made
 * anew and names them rightly, as one who can write the bundle would do it, unless a manifest is given.
 */
export async function writeBundle(given: Record<string, string | Buffer> = {}): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'policy-spec-'));
  const wasm = given['policy.wasm'] ?? (await committedFile('policy.wasm'));
  const data = given['data.json'] ?? (await committedFile('data.json'));
  const digest = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');
  const content = {
    opa: '1.22.0',
    entrypoints: [...ENTRYPOINTS],
    sources: digest('sources'),
    files: { 'policy.wasm': digest(wasm), 'data.json': digest(data) },
  };
  const renewed = JSON.stringify({ revision: revisionOf(content as never), ...content });
  await writeFile(join(dir, 'policy.wasm'), wasm);
  await writeFile(join(dir, 'data.json'), data);
  await writeFile(join(dir, 'manifest.json'), given['manifest.json'] ?? renewed);
  return dir;
}
