import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CommandOptions, command } from './command.ts';
import { HOME, inHome, LOGS, NODE_NAME } from './layout.ts';
import { childOf, type Ledger, type RecordedProcess } from './ledger.ts';

const INIT = 'sandbox';

/**
 * The node's own network, mount and process namespaces. It has no link to the outside, so nothing in it can reach beyond
 * the machine; its mounts are seen by nobody else; and when its first process ends, the kernel ends every process in it,
 * container shims included.
 */
export class Sandbox {
  private readonly ledger: Ledger;
  private readonly init: RecordedProcess;

  private constructor(ledger: Ledger, init: RecordedProcess) {
    this.ledger = ledger;
    this.init = init;
  }

  /** @param probe the static program whose `pause` is process 1 */
  static async create(ledger: Ledger, probe: string): Promise<Sandbox> {
    const namespaces = ['--net', '--mount', '--pid', '--fork', '--kill-child=KILL', '--mount-proc'];
    const child = spawn('unshare', [...namespaces, '--propagation', 'slave', '--', probe, 'pause'], {
      detached: true,
      stdio: 'ignore',
    });
    const sandbox = new Sandbox(ledger, ledger.add(INIT, await childOfSpawned(child.pid, INIT)));
    child.unref();
    sandbox.prepareMounts();
    return sandbox;
  }

  /** The sandbox of an earlier `up`. */
  static of(ledger: Ledger): Sandbox | undefined {
    const init = ledger.find(INIT);
    return init ? new Sandbox(ledger, init) : undefined;
  }

  /** The pid of process 1, as the machine sees it. */
  get pid(): number {
    return this.init.pid;
  }

  /** Runs a program inside to its end; see `command`. */
  command(program: string, args: readonly string[], options: CommandOptions = {}): string {
    return command('nsenter', this.enter(program, args), options);
  }

  /** Starts a program that stays, with its output in `logs/NAME.log`, and records it. */
  async start(name: string, program: string, args: readonly string[]): Promise<RecordedProcess> {
    mkdirSync(LOGS, { recursive: true });
    const log = openSync(logOf(name), 'a');
    const child = spawn('nsenter', this.enter(program, args), {
      detached: true,
      stdio: ['ignore', log, log],
      cwd: '/',
      env: { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', HOME: inHome() },
    });
    closeSync(log);
    const recorded = this.ledger.add(name, await childOfSpawned(child.pid, name));
    child.unref();
    return recorded;
  }

  private enter(program: string, args: readonly string[]): string[] {
    return ['-t', String(this.init.pid), '--net', '--mount', '--pid', '--', program, ...args];
  }

  /** What programs insist on writing elsewhere lands in memory and is gone with the sandbox; names are looked up nowhere. */
  private prepareMounts(): void {
    mkdirSync(inHome('etc'), { recursive: true });
    writeFileSync(inHome('etc', 'resolv.conf'), '# no resolver: the node looks up nothing\n');
    writeFileSync(inHome('etc', 'hosts'), `127.0.0.1 localhost ${NODE_NAME}\n`);
    // First the files, then /run: on some machines /etc/resolv.conf is a link into it.
    for (const name of ['resolv.conf', 'hosts']) {
      if (existsSync(`/etc/${name}`)) this.command('mount', ['--bind', inHome('etc', name), `/etc/${name}`]);
    }
    for (const target of ['/run', '/var/log']) this.command('mount', ['-t', 'tmpfs', 'tmpfs', target]);
    this.command('mkdir', ['/run/home']);
    this.command('mount', ['--bind', HOME, '/run/home']);
    for (const lower of ['/opt', '/usr/libexec', '/var/lib']) this.overlay(lower);
    this.command('mount', ['--bind', '/run/home', HOME]);
  }

  /** What is there can be read; what is written goes to memory. */
  private overlay(lower: string): void {
    const upper = `/run/overlay${lower}`;
    this.command('mkdir', ['-p', `${upper}/upper`, `${upper}/work`]);
    const layers = `lowerdir=${lower},upperdir=${upper}/upper,workdir=${upper}/work`;
    this.command('mount', ['-t', 'overlay', '-o', layers, 'overlay', lower]);
  }
}

export function logOf(name: string): string {
  return `${LOGS}/${name}.log`;
}

/** `unshare` and `nsenter` stay as parents of what they start; the child is what counts. */
async function childOfSpawned(parent: number | undefined, name: string): Promise<number> {
  for (let tries = 0; parent !== undefined && tries < 200; tries++) {
    const child = childOf(parent);
    if (child !== undefined) return child;
    await sleep(10);
  }
  throw new Error(`${name} could not be started`);
}
