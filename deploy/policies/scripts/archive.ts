import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { SIGNATURES, signFiles } from '@sallyport/policy';
import { pack } from 'tar-stream';
import { POLICIES } from './opa.ts';

/** Rego that decides, as it goes into the bundle: without tests and checks. */
export const DECISIVE = '{mcp,broker,audit,lib}/**/*.rego';

/**
 * One bundle for both engines: the Rego for the sidecar, the wasm for the process, the same data and revision.
 * @param compiled `policy.wasm`, `data.json`, `manifest.json`
 * @returns the files by path, unsigned
 */
export function bundleFiles(compiled: ReadonlyMap<string, Buffer>): Map<string, Buffer> {
  const { revision } = JSON.parse(String(compiled.get('manifest.json'))) as { revision: string };
  const paths = globSync(DECISIVE, { cwd: POLICIES }).filter((path) => !path.endsWith('_test.rego'));
  const files = new Map(compiled);
  for (const path of paths) files.set(path, readFileSync(join(POLICIES, path)));
  files.set('.manifest', Buffer.from(`${JSON.stringify({ revision, roots: [''] })}\n`));
  return new Map([...files].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** `bundle.tar.gz` with the signature of `key` (PEM): the same files give the same bytes, but for the signature itself. */
export async function signedArchive(files: ReadonlyMap<string, Buffer>, key: string): Promise<Buffer> {
  const tar = pack();
  const bytes: Buffer[] = [];
  tar.on('data', (chunk) => void bytes.push(chunk as Buffer));
  const done = new Promise<void>((resolve, reject) => tar.on('end', resolve).on('error', reject));
  const all = [[SIGNATURES, signFiles(files, key)] as const, ...files];
  for (const [name, content] of all) tar.entry({ name, mtime: new Date(0), mode: 0o644, uid: 0, gid: 0 }, content);
  tar.finalize();
  await done;
  return gzipSync(Buffer.concat(bytes), { level: 9 });
}
