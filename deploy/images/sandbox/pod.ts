import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { NONROOT } from '../oci/tree.ts';
import type { UnpackedImage } from './unpack.ts';

const run = promisify(execFile);

export interface ContainerOptions {
  args?: string[];
  env?: Record<string, string>;
  /** Directory of this machine → place in the container; `rw` for volumes. */
  mounts?: { source: string; target: string; mode: 'ro' | 'rw' }[];
}

/** A program of an image, running. */
export class Container {
  readonly #child: ChildProcess;
  readonly #log: string;

  constructor(child: ChildProcess, log: string) {
    this.#child = child;
    this.#log = log;
  }

  /** Everything it wrote so far, both streams. */
  output(): Promise<string> {
    return readFile(this.#log, 'utf8');
  }

  get exitCode(): number | null {
    return this.#child.exitCode;
  }

  /** Waits until its output has `text`. @throws Error with the output when it ends before, or after `seconds` */
  async says(text: string, seconds = 30): Promise<void> {
    for (const deadline = Date.now() + seconds * 1_000; ; await delay(50)) {
      const output = await this.output();
      if (output.includes(text)) return;
      if (this.#child.exitCode !== null || Date.now() > deadline) throw new Error(`it did not say ${text}:\n${output}`);
    }
  }

  /** Its exit code and all it wrote. */
  async ended(): Promise<{ code: number | null; output: string }> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await once(this.#child, 'exit');
    return { code: this.#child.exitCode, output: await this.output() };
  }

  /** Sends a signal to its first process. */
  async signal(signal: NodeJS.Signals): Promise<void> {
    const pid = await this.pid();
    if (pid !== undefined) process.kill(pid, signal);
  }

  /** The first process inside, as this machine numbers it. */
  async pid(): Promise<number | undefined> {
    const { pid } = this.#child;
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
    const first = Number(children.trim().split(' ')[0]);
    return first > 0 ? first : undefined;
  }

  /** Ends it at once, if it has not ended. */
  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    // its first process takes everything inside with it; the one outside waits for that and ends by itself
    const inside = await this.pid();
    if (inside === undefined) this.#child.kill('SIGKILL');
    else process.kill(inside, 'SIGKILL');
    await gone;
  }
}

/** A network of its own with loopback alone, in which containers run as they would in a restricted pod. */
export class Pod {
  readonly #holder: ChildProcess;
  readonly #directory: string;
  readonly #containers: Container[] = [];

  private constructor(holder: ChildProcess, directory: string) {
    this.#holder = holder;
    this.#directory = directory;
  }

  /** @param directory for logs; existing */
  static async start(directory: string): Promise<Pod> {
    const holder = spawn('unshare', ['--net', 'sh', '-c', 'ip link set lo up && echo up && exec sleep 3600'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    return new Pod(holder, directory);
  }

  /** Starts a container; the image's entrypoint and arguments unless told. */
  async container({ rootfs, config }: UnpackedImage, options: ContainerOptions = {}): Promise<Container> {
    const { args = config.Cmd ?? [], env = {}, mounts = [] } = options;
    // runtimes make these, whatever the image has
    for (const directory of ['proc', 'dev', 'etc']) await mkdir(join(rootfs, directory), { recursive: true });
    await writeFile(join(rootfs, 'etc/hosts'), '127.0.0.1 localhost\n');
    await writeFile(join(rootfs, 'etc/resolv.conf'), '');
    const log = join(this.#directory, `container-${this.#containers.length}.log`);
    const stream = await open(log, 'a');
    await chown(log, NONROOT, NONROOT); // runc gives the user its own streams
    const enter = join(import.meta.dirname, 'enter.sh');
    const binds = mounts.map(({ source, target, mode }) => `${source}:${target}:${mode}`);
    const inside = ['sh', enter, rootfs, config.WorkingDir, ...binds, '--', ...config.Entrypoint, ...args];
    const child = spawn(
      'nsenter',
      [`--net=/proc/${this.#holder.pid}/ns/net`, 'unshare', '--mount', '--pid', '--fork', '--kill-child', ...inside],
      {
        stdio: ['ignore', stream.fd, stream.fd],
        env: { ...Object.fromEntries(config.Env.map((line) => line.split(/=(.*)/s).slice(0, 2))), ...env },
      },
    );
    await stream.close();
    const container = new Container(child, log);
    this.#containers.push(container);
    return container;
  }

  /** Runs a program of this machine in the pod's network. @throws Error when it fails */
  async run(program: string, args: string[]): Promise<string> {
    const { stdout } = await run('nsenter', [`--net=/proc/${this.#holder.pid}/ns/net`, program, ...args]);
    return stdout;
  }

  /** Ends everything in it. */
  async stop(): Promise<void> {
    await Promise.all(this.#containers.map((container) => container.end()));
    this.#holder.kill('SIGKILL');
  }
}
