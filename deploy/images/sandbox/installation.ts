import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmod, chown, copyFile, glob, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServiceKeys } from '@sallyport/authn';
import { SERVICES } from '@sallyport/contracts';
import { CertificateAuthority } from '@sallyport/testing';
import { NONROOT } from '../oci/tree.ts';
import type { ContainerOptions } from './pod.ts';

const root = join(import.meta.dirname, '../../..');

/** Directories as a chart mounts them: Secrets (root, group of the pod, 0440), ConfigMaps, empty volumes. */
export class Installation {
  readonly #directory: string;
  readonly #authority: CertificateAuthority;

  private constructor(directory: string, authority: CertificateAuthority) {
    this.#directory = directory;
    this.#authority = authority;
  }

  static async create(): Promise<Installation> {
    const directory = await mkdtemp(join(tmpdir(), 'sallyport-installation-'));
    await createServiceKeys(join(directory, 'keys'), SERVICES);
    return new Installation(directory, await CertificateAuthority.create('images'));
  }

  /** Where logs may go. */
  get directory(): string {
    return this.#directory;
  }

  /** TLS identity whose common name is a workload or a database role. */
  async tls(name: string): Promise<Mount> {
    const directory = join(this.#directory, 'tls', name);
    await this.#authority.issue(name, ['localhost', name], directory);
    return secret(directory, '/etc/sallyport/tls');
  }

  /** A service's own keys, made once. */
  async keys(service: string): Promise<Mount> {
    const directory = join(this.#directory, 'secrets', service);
    const target = '/etc/sallyport/keys';
    const made = await mkdir(directory, { recursive: true });
    if (made === undefined) return { source: directory, target, mode: 'ro' };
    await copyFile(join(this.#directory, 'keys', `${service}.jwks.json`), join(directory, 'signing.key'));
    const { privateKey } = generateKeyPairSync('ed25519');
    await writeFile(join(directory, 'checkpoint.key'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await writeFile(join(directory, 'issue-id.key'), randomBytes(32).toString('base64url'));
    return secret(directory, target);
  }

  /** Public keys of everybody. */
  async peers(): Promise<Mount> {
    const source = join(this.#directory, 'keys/public');
    await chmod(source, 0o755);
    return { source, target: '/etc/sallyport/peers', mode: 'ro' };
  }

  /** A ConfigMap. */
  async config(target: string, files: Record<string, string>): Promise<Mount> {
    const name = createHash('sha256')
      .update(JSON.stringify([target, files]))
      .digest('hex')
      .slice(0, 12);
    const directory = join(this.#directory, 'config', name);
    await mkdir(directory, { recursive: true });
    for (const [file, text] of Object.entries(files)) await writeFile(join(directory, file), text);
    return { source: directory, target, mode: 'ro' };
  }

  /** A volume that the pod's user may write. */
  async volume(name: string, target: string): Promise<Mount> {
    const directory = join(this.#directory, 'volumes', name);
    await mkdir(directory, { recursive: true });
    await chown(directory, NONROOT, NONROOT);
    await chmod(directory, 0o770);
    return { source: directory, target, mode: 'rw' };
  }

  async remove(): Promise<void> {
    await rm(this.#directory, { recursive: true, force: true });
  }
}

type Mount = NonNullable<ContainerOptions['mounts']>[number];

async function secret(directory: string, target: string): Promise<Mount> {
  for await (const file of glob(join(directory, '*'))) {
    await chown(file, 0, NONROOT);
    await chmod(file, 0o440);
  }
  await chmod(directory, 0o755);
  return { source: directory, target, mode: 'ro' };
}

/** What the chart mounts into PostgreSQL. */
export const POSTGRES_FILES = join(root, 'deploy/helm/files/postgresql');
