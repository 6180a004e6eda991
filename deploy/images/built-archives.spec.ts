import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildImages, writeRootfs } from './build.ts';
import { digestOf } from './oci/layer.ts';
import { lastStage } from './sandbox/dockerfile.ts';
import { type ListedFile, listFiles } from './sandbox/list-files.ts';
import { type UnpackedImage, unpackArchive } from './sandbox/unpack.ts';
import { unaccepted } from './secrets/accepted.ts';
import { type Finding, scanContent } from './secrets/scan.ts';

/** Directory with the archives that `npm run images -- build` left; without it there is nothing to look into. */
const built = process.env.SALLYPORT_TEST_IMAGES ?? '';
const NAMES = [
  ...['mcp-server', 'token-broker', 'audit', 'simulators', 'opa'],
  ...['egress-proxy', 'edge', 'postgresql', 'openbao'],
].filter((name) => !built || existsSync(join(built, `${name}.tar`)));
const OURS = ['mcp-server', 'token-broker', 'audit', 'simulators'];

describe.skipIf(!built).each(NAMES)('the archive of %s', (name) => {
  let image: UnpackedImage;
  let files: ListedFile[];
  const bill = () => JSON.parse(readFileSync(join(built, `${name}.cdx.json`), 'utf8'));
  beforeAll(async () => {
    image = await unpackArchive(join(built, `${name}.tar`));
    files = await listFiles(image.rootfs);
  });
  afterAll(() => image?.remove());

  it('[C-PL-1] starts as a numeric user without rights, by a program and no shell', () => {
    expect(image.config.User).toBe('65532:65532');
    expect(image.config.Entrypoint.join(' ')).toMatch(/^\/usr\/(local\/bin|sbin)\/[a-z-]+$/);
  });

  it('[C-PL-1] has no setuid file, no device, nothing that anybody may write but /tmp', () => {
    for (const { path, mode, type } of files) {
      expect([path, mode & 0o6000]).toEqual([path, 0]);
      expect(['file', 'directory', 'link']).toContain(type);
      if (type !== 'link' && (mode & 0o002) !== 0) expect([path, mode & 0o7777]).toEqual(['/tmp', 0o1777]);
    }
  });

  it('[C-PL-1] gives its user nothing but empty directories', () => {
    const own = files.filter(({ owner }) => owner !== 0);
    expect(own.filter(({ type, owner }) => type !== 'directory' || owner !== 65_532)).toEqual([]);
    for (const { path } of own) expect(files.filter((file) => file.path.startsWith(`${path}/`))).toEqual([]);
  });

  it('[C-PL-1] has no shell and no package manager', () => {
    const tools =
      /^\/usr\/(local\/)?s?bin\/(sh|bash|dash|ash|busybox|apt|apt-get|dpkg|npm|npx|corepack|curl|wget|perl|python3?|nc|ssh|mount|su)$/;
    const found = files.map(({ path }) => path).filter((path) => tools.test(path));
    expect(found).toEqual(name === 'postgresql' ? ['/usr/bin/dash', '/usr/bin/sh'] : []);
  });

  it('[C-CR-6] has nothing secret in any layer', async () => {
    const findings: Finding[] = [];
    for (const { path, type } of files) {
      if (type !== 'file') continue;
      for (const kind of await scanContent({ file: join(image.rootfs, path) })) findings.push({ path, name: kind });
    }
    expect(unaccepted(findings)).toEqual([]);
  });

  it('[C-PL-5] has a bill of materials with every package that it has', () => {
    const { components } = bill() as { components: { name: string; version: string; purl: string }[] };
    const status = join(image.rootfs, 'var/lib/dpkg/status.d');
    const debian = existsSync(status) ? execFileSync('ls', [status], { encoding: 'utf8' }).trim().split('\n') : [];
    for (const one of debian) {
      const [, version] = readFileSync(join(status, one), 'utf8').match(/^Version: (.*)$/m) ?? [];
      expect(components).toContainEqual(expect.objectContaining({ name: one, version }));
    }
    for (const { purl, version } of components) {
      expect(purl).toMatch(/^pkg:(npm|deb|golang|generic)\//);
      expect(version).not.toBe('');
    }
  });
});

describe.skipIf(!built).each(OURS.filter((name) => NAMES.includes(name)))('the app of %s', (name) => {
  it('is one file per entry, with the notices of what is in it and no paths of this machine', async () => {
    const image = await unpackArchive(join(built, `${name}.tar`));
    const all = await listFiles(join(image.rootfs, 'app'));
    const app = all.filter(({ type }) => type === 'file').map(({ path }) => path);
    expect(app.filter((path) => path.includes('node_modules') || path.endsWith('.map'))).toEqual([]);
    for (const path of app.filter((one) => one.endsWith('.js'))) {
      const code = readFileSync(join(image.rootfs, 'app', path), 'utf8');
      expect(code.includes(join(import.meta.dirname, '../..'))).toBe(false);
    }
    const notices = readFileSync(join(image.rootfs, 'app/third-party-notices.txt'), 'utf8');
    expect(notices).toContain('Permission is hereby granted');
    const { components } = JSON.parse(readFileSync(join(built, `${name}.cdx.json`), 'utf8'));
    expect(components.some(({ purl }: { purl: string }) => purl.startsWith('pkg:generic/node@24.'))).toBe(true);
    await image.remove();
  });
});

const DOCKERFILES: [string, string][] = [
  ['mcp-server', 'services/mcp-server/Dockerfile'],
  ['token-broker', 'services/token-broker/Dockerfile'],
  ['audit', 'services/audit/Dockerfile'],
  ['simulators', 'simulators/Dockerfile'],
];

describe.skipIf(!built)('Dockerfiles', () => {
  const root = join(import.meta.dirname, '../..');
  const directory = mkdtempSync(join(tmpdir(), 'sallyport-rootfs-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it.each(DOCKERFILES.filter(([name]) => NAMES.includes(name)))('start %s as its archive does', async (name, file) => {
    const image = await unpackArchive(join(built, `${name}.tar`));
    await image.remove();
    const { base, config, copies } = lastStage(readFileSync(join(root, file), 'utf8'));
    const { User, Entrypoint, Cmd, Env, WorkingDir, ExposedPorts } = image.config;
    const ports = Object.keys(ExposedPorts);
    expect(config).toEqual({ User, Entrypoint, ...(Cmd ? { Cmd } : {}), Env, WorkingDir, ports });
    expect([base, copies]).toEqual(['scratch', ['--from=build /image/rootfs/ /']]);
    expect(readFileSync(join(root, file), 'utf8')).toContain(`rootfs --only ${name} --out /image`);
  });

  it.runIf(NAMES.includes('audit'))('copy the very files that are in the archive', async () => {
    const rootfs = join(directory, 'rootfs');
    await writeRootfs({ name: 'audit', directory: rootfs, sbom: join(directory, 'sbom', 'audit.cdx.json') });
    const image = await unpackArchive(join(built, 'audit.tar'));
    const contents = async (at: string) =>
      Promise.all(
        (await listFiles(at)).map(async (file) =>
          file.type === 'file' ? { ...file, digest: await digestOf({ file: join(at, file.path) }) } : file,
        ),
      );
    expect(await contents(rootfs)).toEqual(await contents(image.rootfs));
    await image.remove();
  });
});

describe.skipIf(!built)('building again', () => {
  const directory = mkdtempSync(join(tmpdir(), 'sallyport-again-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it.each(['audit', 'edge'].filter((name) => NAMES.includes(name)))(
    'gives the same digest for %s, with nothing kept from before',
    async (name) => {
      const again = { only: [name], outDir: join(directory, 'out'), tag: 'again', cacheDir: join(directory, name) };
      const [image] = await buildImages(again);
      const index = execFileSync('tar', ['-xOf', join(built, `${name}.tar`), 'index.json'], { encoding: 'utf8' });
      expect(image?.digest).toBe(JSON.parse(index).manifests[0].digest);
    },
    180_000,
  );
});
