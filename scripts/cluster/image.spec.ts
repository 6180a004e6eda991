import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command } from './command.ts';
import { packProgram } from './image.ts';
import { unpacked } from './import-image.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'image-'));
  writeFileSync(join(dir, 'program'), 'a program');
});
afterAll(() => rmSync(dir, { recursive: true }));

const pack = (name: string) => {
  packProgram({ reference: 'sallyport.test/x:1', program: join(dir, 'program'), args: ['pause'] }, join(dir, name));
  return readFileSync(join(dir, name));
};

describe.runIf(process.platform === 'linux')('the image of one program', () => {
  it('has the same bytes each time', () => {
    expect(pack('one.tar').equals(pack('two.tar'))).toBe(true);
  });

  it('runs the program as nobody in particular, and its layer is what the configuration says', () => {
    pack('image.tar');
    command('tar', ['-xf', join(dir, 'image.tar'), '-C', dir]);
    const config = JSON.parse(readFileSync(join(dir, 'config.json'), 'utf8'));
    const layer = createHash('sha256')
      .update(readFileSync(join(dir, 'layer.tar')))
      .digest('hex');
    expect(config).toMatchObject({
      config: { Entrypoint: ['/program', 'pause'], User: '65532:65532' },
      rootfs: { diff_ids: [`sha256:${layer}`] },
    });
    expect(command('tar', ['-tvf', join(dir, 'layer.tar')])).toMatch(/^-rwxr-xr-x 0\/0 .* program\n$/);
  });
});

describe('what containerd says of an import', () => {
  it('gives each image by tag and by digest, with a port in the registry kept', () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    expect(unpacked(`unpacking registry.example:5000/a/b:1 (${digest})...done\n`)).toEqual([
      { reference: 'registry.example:5000/a/b:1', digest, byDigest: `registry.example:5000/a/b@${digest}` },
    ]);
  });

  it('is no image when nothing was unpacked', () => {
    expect(unpacked('ctr: nothing\n')).toEqual([]);
  });
});
