import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What an archive says about how its containers start, as far as a pod leaves it to the image. */
export interface ImageConfig {
  User: string;
  Entrypoint: string[];
  Cmd?: string[];
  Env: string[];
  WorkingDir: string;
  ExposedPorts: Record<string, object>;
  StopSignal?: string;
}

export interface UnpackedImage {
  rootfs: string;
  config: ImageConfig;
  remove(): Promise<void>;
}

/** Unpacks an archive as a container runtime would, layer over layer. Root only: files keep their owners. */
export async function unpackArchive(archive: string): Promise<UnpackedImage> {
  const directory = await mkdtemp(join(tmpdir(), 'sallyport-image-'));
  const [layout, rootfs] = [join(directory, 'layout'), join(directory, 'rootfs')];
  await mkdir(layout);
  await mkdir(rootfs);
  await run('tar', ['-xf', archive, '-C', layout]);
  const blob = async (digest: string) =>
    JSON.parse(await readFile(join(layout, 'blobs', digest.replace(':', '/')), 'utf8'));
  const index = JSON.parse(await readFile(join(layout, 'index.json'), 'utf8'));
  const manifest = await blob(index.manifests[0].digest);
  const { config } = (await blob(manifest.config.digest)) as { config: ImageConfig };
  for (const { digest } of manifest.layers as { digest: string }[]) {
    await run('tar', ['-xzpf', join(layout, 'blobs', digest.replace(':', '/')), '-C', rootfs]);
  }
  await rm(layout, { recursive: true });
  return { rootfs, config, remove: () => rm(directory, { recursive: true, force: true }) };
}
