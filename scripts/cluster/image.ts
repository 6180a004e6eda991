import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { command } from './command.ts';

/** Same bytes for the same files, whoever packs them and when. */
const REPRODUCIBLE = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner', '--format=ustar'];

export interface ProgramImage {
  /** Full name with tag, e.g. `sallyport.test/pause:1`. */
  reference: string;
  /** The static program on this machine. */
  program: string;
  /** Its name in the image's root; `program` where none is given. */
  name?: string;
  /** What it is started with. */
  args: readonly string[];
  /** `65532:65532` where none is given. */
  user?: string;
}

/**
 * Packs one static program as a whole image (`FROM scratch`), in the format of `docker save`.
 *
 * @param archive the file to write
 * @source Docker image specification v1.2, "Combined Image JSON + Filesystem Changeset Format"
 */
export function packProgram(image: ProgramImage, archive: string): void {
  const { reference, program, name = 'program' } = image;
  const work = mkdtempSync(join(tmpdir(), 'sallyport-image-'));
  try {
    const root = join(work, 'root');
    const saved = join(work, 'saved');
    for (const dir of [root, saved]) mkdirSync(dir, { mode: 0o755 });
    copyFileSync(program, join(root, name));
    command('tar', [...REPRODUCIBLE, '--mode=0755', '-cf', join(saved, 'layer.tar'), '-C', root, name]);
    const layer = createHash('sha256')
      .update(readFileSync(join(saved, 'layer.tar')))
      .digest('hex');
    writeFileSync(join(saved, 'config.json'), JSON.stringify(configOf(layer, image)));
    writeFileSync(
      join(saved, 'manifest.json'),
      JSON.stringify([{ Config: 'config.json', RepoTags: [reference], Layers: ['layer.tar'] }]),
    );
    mkdirSync(dirname(archive), { recursive: true });
    command('tar', [...REPRODUCIBLE, '-cf', archive, '-C', saved, 'config.json', 'layer.tar', 'manifest.json']);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

export function configOf(layer: string, { name = 'program', args, user = '65532:65532' }: ProgramImage): object {
  return {
    architecture: 'amd64',
    os: 'linux',
    config: { Entrypoint: [`/${name}`, ...args], User: user, WorkingDir: '/' },
    rootfs: { type: 'layers', diff_ids: [`sha256:${layer}`] },
    history: [{ created: '1970-01-01T00:00:00Z', created_by: 'sallyport' }],
  };
}
