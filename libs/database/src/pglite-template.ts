import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { join } from 'node:path';

/** Beside the installed package and named after its version: another version, another template. */
async function templateFile(): Promise<string> {
  const manifest = findPackageJSON('@electric-sql/pglite', import.meta.url) ?? '';
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  return join(manifest, '../../../.cache/sallyport', `pglite-${version}.tar`);
}

/**
 * Makes the image of a freshly initialised cluster, once per installed version: `initdb` inside PGlite costs seconds of CPU,
 * loading its result a fraction. Optional: without it every new database initialises itself.
 */
export async function makePgliteTemplate(): Promise<void> {
  const file = await templateFile();
  if (await stat(file).catch(() => undefined)) return;
  const { PGlite } = await import('@electric-sql/pglite');
  const pglite = await PGlite.create();
  const image = await pglite.dumpDataDir('none');
  await pglite.close();
  await mkdir(join(file, '..'), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, Buffer.from(await image.arrayBuffer()));
  await rename(unfinished, file);
}

/** The image, where it was made. */
export async function pgliteTemplate(): Promise<Blob | undefined> {
  const image = await templateFile()
    .then((file) => readFile(file))
    .catch(() => undefined);
  return image && new Blob([image]);
}
