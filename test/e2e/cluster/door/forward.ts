import { type ChildProcess, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { type Cluster, until } from '../kube/cluster.ts';

/** A port of a Service on loopback, kept open while pods behind it come and go. */
export class Forward {
  #child: ChildProcess | undefined;
  #closed = false;

  private constructor(
    private readonly cluster: Cluster,
    private readonly service: string,
    private readonly port: number,
    private readonly address: string,
  ) {}

  /** @throws Error when nothing answers at the port in time */
  static async open(cluster: Cluster, service: string, port: number, address = '127.0.0.1'): Promise<Forward> {
    if (await answers(address, port))
      throw new Error(`${address}:${port} of this machine is taken; the suite needs it`);
    const forward = new Forward(cluster, service, port, address);
    forward.#start();
    await until(`a port-forward to ${service}:${port}`, () => answers(address, port), {
      timeoutMs: 30_000,
      everyMs: 200,
    });
    return forward;
  }

  #start(): void {
    if (this.#closed) return;
    const { kubeconfig, kubectl } = this.cluster.environment;
    const where = ['--kubeconfig', kubeconfig, '--namespace', this.cluster.namespace];
    const ports = `${this.port}:${this.port}`;
    const args = [...where, 'port-forward', '--address', this.address, `service/${this.service}`, ports];
    this.#child = spawn(kubectl, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    // A forward to a pod that is gone accepts and then fails; it has to be made anew.
    this.#child.stderr?.on('data', (line: Buffer) => {
      if (/lost connection|error forwarding/i.test(line.toString())) this.#child?.kill();
    });
    this.#child.once('exit', () => setTimeout(() => this.#start(), 250).unref());
  }

  close(): void {
    this.#closed = true;
    this.#child?.kill();
  }
}

const answers = (host: string, port: number): Promise<boolean> =>
  new Promise((answer) => {
    const socket = connect({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      answer(true);
    });
    socket.once('error', () => answer(false));
  });
