import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Installation } from './installation.ts';
import { type Container, type ContainerOptions, Pod } from './pod.ts';
import { type UnpackedImage, unpackArchive } from './unpack.ts';

/** Directory with the archives that `npm run images -- build` left. */
const built = process.env.SALLYPORT_TEST_IMAGES ?? '';

/** Whether archives of all of `names` are there, and we may play a container runtime (root). */
export const canRun = (...names: string[]): boolean =>
  built !== '' && process.getuid?.() === 0 && names.every((name) => existsSync(join(built, `${name}.tar`)));

/** One pod, the images that run in it, and what is mounted into them. */
export class ImagesUnderTest {
  readonly installation: Installation;
  readonly pod: Pod;
  readonly #unpacked = new Map<string, UnpackedImage>();

  private constructor(installation: Installation, pod: Pod) {
    this.installation = installation;
    this.pod = pod;
  }

  static async open(): Promise<ImagesUnderTest> {
    const installation = await Installation.create();
    return new ImagesUnderTest(installation, await Pod.start(installation.directory));
  }

  async image(name: string): Promise<UnpackedImage> {
    const image = this.#unpacked.get(name) ?? (await unpackArchive(join(built, `${name}.tar`)));
    this.#unpacked.set(name, image);
    return image;
  }

  async start(name: string, options?: ContainerOptions): Promise<Container> {
    return this.pod.container(await this.image(name), options);
  }

  /** Asks from inside the pod, as the kubelet would. @returns the body */
  curl(...args: string[]): Promise<string> {
    return this.pod.run('curl', ['-s', '--max-time', '5', ...args]);
  }

  /** @returns the status, or `refused` when there was no answer */
  status(...args: string[]): Promise<string> {
    return this.curl('-o', '/dev/null', '-w', '%{http_code}', ...args).catch(() => 'refused');
  }

  /** PostgreSQL on a volume of that name. */
  async postgres(volume: string, sql: string): Promise<Container> {
    return this.start('postgresql', {
      mounts: [
        await this.installation.tls('postgresql'),
        await this.installation.config('/etc/sallyport/postgres', { 'pg_hba.conf': 'hostssl all all all cert\n' }),
        await this.installation.config('/etc/sallyport/postgres-init', { 'roles.sql': sql }),
        await this.installation.volume(volume, '/var/lib/postgresql/data'),
      ],
    });
  }

  async close(): Promise<void> {
    await this.pod.stop();
    for (const image of this.#unpacked.values()) await image.remove();
    await this.installation.remove();
  }
}
