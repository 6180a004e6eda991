import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What apt knows of one version of a package; `sha256` is of its `.deb`, and is under the archive's signature. */
export interface PackageFacts {
  name: string;
  version: string;
  architecture: string;
  sha256: string;
  source: string;
  section: string;
  homepage?: string;
  /** The control stanza, as `dpkg` would keep it. */
  control: string;
}

/** After this long, package lists are fetched anew, so that security updates come by themselves; in milliseconds. */
const LISTS_MS = 24 * 3_600_000;
/** Output of apt for a few dozen packages is well below this, in bytes. */
const MAX_OUTPUT = 16 * 1_048_576;

/**
 * apt with its own state in `dir`: the machine's package lists and installed packages are neither used nor changed. Sources and
 * keys are the machine's, so that signatures are checked as ever. Debian 12 on amd64.
 */
export class Apt {
  readonly #dir: string;

  constructor(dir: string) {
    this.#dir = dir;
  }

  /** Newest version of each package of `names`. @throws Error naming the package that is not there */
  async facts(names: string[]): Promise<PackageFacts[]> {
    await this.#refresh();
    const found = new Map((await this.#show(names)).map((facts) => [facts.name, facts]));
    return names.map((name) => {
      const facts = found.get(name);
      if (!facts) throw new Error(`Debian has no package ${name}`);
      return facts;
    });
  }

  /** apt takes seconds to read its lists; what it said is kept as long as they are. */
  async #show(names: string[]): Promise<PackageFacts[]> {
    const kept = join(this.#dir, 'facts', `${createHash('sha256').update(names.join()).digest('hex')}.json`);
    const before = await readFile(kept, 'utf8').catch(() => undefined);
    if (before !== undefined) return JSON.parse(before) as PackageFacts[];
    const { stdout } = await this.#apt('apt-cache', ['show', '--no-all-versions', ...names]);
    const facts = stdout
      .split('\n\n')
      .filter((stanza) => stanza.trim() !== '')
      .map(parse);
    await mkdir(join(kept, '..'), { recursive: true });
    await writeFile(kept, JSON.stringify(facts));
    return facts;
  }

  /** Downloads the `.deb` of each of `packages` into `directory`, under apt's own file names. apt checks the hashes. */
  async download(packages: PackageFacts[], directory: string): Promise<void> {
    const exact = packages.map(({ name, version }) => `${name}=${version}`);
    await this.#apt('apt-get', ['-q', 'download', ...exact], directory);
  }

  async #refresh(): Promise<void> {
    const stamp = join(this.#dir, 'fetched');
    const fetched = await stat(stamp).catch(() => undefined);
    if (fetched && Date.now() - fetched.mtimeMs < LISTS_MS) return;
    await requireBookworm();
    await mkdir(join(this.#dir, 'lists', 'partial'), { recursive: true });
    await mkdir(join(this.#dir, 'archives', 'partial'), { recursive: true });
    await writeFile(join(this.#dir, 'status'), '');
    await this.#apt('apt-get', ['-q', 'update']);
    await rm(join(this.#dir, 'facts'), { recursive: true, force: true });
    await rm(stamp, { force: true });
    await writeFile(stamp, '');
  }

  #apt(program: string, args: string[], cwd = this.#dir) {
    const options = {
      'Dir::State::Lists': join(this.#dir, 'lists'),
      'Dir::State::status': join(this.#dir, 'status'),
      'Dir::Cache': this.#dir,
      'APT::Sandbox::User': '',
      'Acquire::Languages': 'none',
    };
    const flags = Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
    return run(program, [...flags, ...args], { cwd, maxBuffer: MAX_OUTPUT, env: { ...process.env, LC_ALL: 'C' } });
  }
}

async function requireBookworm(): Promise<void> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  if (/^VERSION_CODENAME=bookworm$/m.test(release) && process.arch === 'x64') return;
  throw new Error(
    'image archives take their system libraries from Debian 12 packages and are built on Debian 12 (amd64); elsewhere, build the Dockerfiles (docs/images.md)',
  );
}

function parse(stanza: string): PackageFacts {
  const field = (name: string) => stanza.match(new RegExp(`^${name}: (.*)$`, 'm'))?.[1];
  const needed = (name: string) => {
    const value = field(name);
    if (value === undefined) throw new Error(`a package without ${name}`);
    return value;
  };
  const name = needed('Package');
  const homepage = field('Homepage');
  return {
    name,
    version: needed('Version'),
    architecture: needed('Architecture'),
    sha256: needed('SHA256'),
    source: field('Source')?.split(' ')[0] ?? name,
    section: field('Section') ?? 'misc',
    ...(homepage ? { homepage } : {}),
    control: control(stanza),
  };
}

/** Fields that describe the package; where it was fetched from is left out. */
function control(stanza: string): string {
  const kept = /^(Package|Source|Version|Installed-Size|Maintainer|Architecture|Depends|Section|Priority|Homepage): /;
  return `${stanza
    .split('\n')
    .filter((line) => kept.test(line))
    .join('\n')}\n`;
}
