import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Runtime, writeArchive } from './archive.ts';
import { writeLayer } from './layer.ts';
import { Tree } from './tree.ts';

const directory = mkdtempSync(join(tmpdir(), 'sallyport-archive-'));
afterAll(() => rmSync(directory, { recursive: true }));

const runtime: Runtime = {
  entrypoint: ['/usr/local/bin/node'],
  args: ['/app/main.js'],
  env: { PATH: '/usr/bin', NODE_ENV: 'production' },
  workingDir: '/app',
  ports: [8000],
  user: '65532:65532',
  labels: { 'org.opencontainers.image.title': 'sallyport/test' },
};
const reference = 'sallyport.local/sallyport/test:1';

async function build(name: string, changed: Partial<Runtime> = {}) {
  const layers = [
    await writeLayer(new Tree().file('/etc/a', 'a'), mkdtempSync(join(directory, 'cache-'))),
    await writeLayer(new Tree().file('/app/main.js', 'b'), mkdtempSync(join(directory, 'cache-'))),
  ];
  const file = join(directory, `${name}.tar`);
  const digest = await writeArchive({ reference, runtime: { ...runtime, ...changed }, layers, file });
  return { digest, file, layers };
}

describe('an archive', () => {
  let built: Awaited<ReturnType<typeof build>>;
  const read = (path: string) => execFileSync('tar', ['-xOf', built.file, path]);
  const json = (path: string) => JSON.parse(String(read(path)));
  const blob = (digest: string) => `blobs/${digest.replace(':', '/')}`;
  beforeAll(async () => {
    built = await build('one');
  });

  it('is the same bytes and digest when it is built again', async () => {
    const again = await build('two');
    expect(again.digest).toBe(built.digest);
    expect(readFileSync(again.file).equals(readFileSync(built.file))).toBe(true);
  });

  it('has another digest when it starts in another way', async () => {
    expect((await build('three', { user: '0:0' })).digest).not.toBe(built.digest);
  });

  it('is an OCI image layout in which every digest is that of its bytes', () => {
    expect(json('oci-layout')).toEqual({ imageLayoutVersion: '1.0.0' });
    const [{ digest, size, annotations }] = json('index.json').manifests;
    expect(digest).toBe(built.digest);
    expect(annotations['io.containerd.image.name']).toBe(reference);
    const manifest = json(blob(digest));
    expect(read(blob(digest))).toHaveLength(size);
    for (const part of [{ digest, size }, manifest.config, ...manifest.layers]) {
      const bytes = read(blob(part.digest));
      expect(`sha256:${createHash('sha256').update(bytes).digest('hex')}`).toBe(part.digest);
      expect(bytes).toHaveLength(part.size);
    }
    const config = json(blob(manifest.config.digest));
    expect(config.rootfs.diff_ids).toEqual(built.layers.map(({ diffId }) => diffId));
    expect(config.config).toMatchObject({
      User: '65532:65532',
      Entrypoint: ['/usr/local/bin/node'],
      Cmd: ['/app/main.js'],
      Env: ['PATH=/usr/bin', 'NODE_ENV=production'],
      ExposedPorts: { '8000/tcp': {} },
    });
  });

  it('is what docker load reads, too', () => {
    const [image] = json('manifest.json');
    expect(image.RepoTags).toEqual([reference]);
    expect(image.Layers.map((path: string) => `sha256:${path.slice(-64)}`)).toEqual(built.layers.map((l) => l.digest));
    expect(json(image.Config).os).toBe('linux');
  });
});
