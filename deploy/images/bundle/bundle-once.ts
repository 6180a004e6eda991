import { createHash } from 'node:crypto';
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bundle, bundleApp } from './bundle.ts';

/** Everything that a bundle is made of: our compiled code, the versions of all packages, and how it is made. */
const SOURCES = [
  'package-lock.json',
  '{libs,services,simulators}/*/dist/**/*.js',
  '{libs,services,simulators}/*/package.json',
  'deploy/images/bundle/*.ts',
];

/** `bundleApp`, done again only when something that goes into it has changed. */
export async function bundleOnce(
  root: string,
  entries: Record<string, string>,
  cacheDir: string,
  say: (line: string) => void,
): Promise<Bundle> {
  const file = join(cacheDir, `${await keyOf(root, entries)}.json`);
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) {
    const { files, modules } = JSON.parse(kept) as { files: [string, string][]; modules: string[] };
    return { files: new Map(files), modules };
  }
  say(`bundling ${Object.values(entries)[0] ?? ''}`);
  const bundle = await bundleApp(root, entries);
  await mkdir(cacheDir, { recursive: true });
  await writeFile(file, JSON.stringify({ files: [...bundle.files], modules: bundle.modules }));
  return bundle;
}

async function keyOf(root: string, entries: Record<string, string>): Promise<string> {
  const hash = createHash('sha256').update(`node ${process.versions.node} ${JSON.stringify(entries)}\n`);
  const paths: string[] = [];
  for await (const path of glob(SOURCES, { cwd: root })) paths.push(path);
  for (const path of paths.sort()) {
    const digest = createHash('sha256').update(await readFile(join(root, path)));
    hash.update(`${path} ${digest.digest('hex')}\n`);
  }
  return hash.digest('hex');
}
