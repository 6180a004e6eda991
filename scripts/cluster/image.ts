import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { command } from './command.ts';

/** Same bytes for the same files, whoever packs them and when. */
const REPRODUCIBLE = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner', '--format=ustar'];

/**
 * Packs one static program as a whole image (`FROM scratch`), in the format of `docker save`.
 *
 * @param reference full name with tag, e.g. `sallyport.test/pause:1`
 * @param args what it is started with
 * @param archive the file to write
 * @source Docker image specification v1.2, "Combined Image JSON + Filesystem Changeset Format"
 */
export function packProgram(reference: string, program: string, args: readonly string[], archive: string): void {
  const work = mkdtempSync(join(tmpdir(), 'sallyport-image-'));
  try {
    const root = join(work, 'root');
    const image = join(work, 'image');
    for (const dir of [root, image]) mkdirSync(dir, { mode: 0o755 });
    copyFileSync(program, join(root, 'program'));
    command('tar', [...REPRODUCIBLE, '--mode=0755', '-cf', join(image, 'layer.tar'), '-C', root, 'program']);
    const layer = createHash('sha256')
      .update(readFileSync(join(image, 'layer.tar')))
      .digest('hex');
    writeFileSync(join(image, 'config.json'), JSON.stringify(configOf(layer, args)));
    writeFileSync(
      join(image, 'manifest.json'),
      JSON.stringify([{ Config: 'config.json', RepoTags: [reference], Layers: ['layer.tar'] }]),
    );
    mkdirSync(dirname(archive), { recursive: true });
    command('tar', [...REPRODUCIBLE, '-cf', archive, '-C', image, 'config.json', 'layer.tar', 'manifest.json']);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

export function configOf(layer: string, args: readonly string[]): object {
  return {
    architecture: 'amd64',
    os: 'linux',
    config: { Entrypoint: ['/program', ...args], User: '65532:65532', WorkingDir: '/' },
    rootfs: { type: 'layers', diff_ids: [`sha256:${layer}`] },
    history: [{ created: '1970-01-01T00:00:00Z', created_by: 'sallyport' }],
  };
}
