import type { Environment } from './environment.ts';
import { type Finished, run } from './run.ts';

export interface KubeObject {
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    uid: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    deletionTimestamp?: string;
    ownerReferences?: { kind: string; name: string }[];
  };
}

/** kubectl and Helm, against one namespace. */
export class Cluster {
  constructor(
    readonly environment: Environment,
    readonly namespace: string,
  ) {}

  /** The same cluster, another namespace. */
  in(namespace: string): Cluster {
    return new Cluster(this.environment, namespace);
  }

  /** @throws Error with what kubectl said */
  async kubectl(args: readonly string[], options: { input?: string; timeoutMs?: number } = {}): Promise<string> {
    const done = await this.tryKubectl(args, options);
    if (done.code !== 0)
      throw new Error(`kubectl ${args.join(' ').slice(0, 200)}: ${done.stderr.trim().slice(0, 2_000)}`);
    return done.stdout;
  }

  tryKubectl(args: readonly string[], options: { input?: string; timeoutMs?: number } = {}): Promise<Finished> {
    const { kubeconfig, kubectl } = this.environment;
    return run(kubectl, ['--kubeconfig', kubeconfig, '--namespace', this.namespace, ...args], options);
  }

  tryHelm(args: readonly string[], timeoutMs = 420_000): Promise<Finished> {
    const { kubeconfig, helm } = this.environment;
    return run(helm, ['--kubeconfig', kubeconfig, '--namespace', this.namespace, ...args], { timeoutMs });
  }

  /** @throws Error with what Helm said */
  async helm(args: readonly string[], timeoutMs?: number): Promise<string> {
    const done = await this.tryHelm(args, timeoutMs);
    if (done.code !== 0) throw new Error(`helm ${args.join(' ').slice(0, 200)}: ${done.stderr.trim().slice(0, 4_000)}`);
    return done.stdout;
  }

  async get<T extends KubeObject>(kind: string, name: string): Promise<T> {
    return JSON.parse(await this.kubectl(['get', kind, name, '-o', 'json'])) as T;
  }

  async list<T extends KubeObject>(kind: string, ...args: string[]): Promise<T[]> {
    return (JSON.parse(await this.kubectl(['get', kind, '-o', 'json', ...args])) as { items: T[] }).items;
  }

  async apply(...objects: object[]): Promise<void> {
    const input = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
    await this.kubectl(['apply', '-f', '-'], { input });
  }
}

/**
 * Asks again until it is so.
 * @throws Error saying what was waited for, and what the last answer was
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  { timeoutMs = 60_000, everyMs = 500 }: { timeoutMs?: number; everyMs?: number } = {},
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  let last: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    if (performance.now() > deadline) throw new Error(`waited ${timeoutMs} ms for ${what}; last: ${String(last)}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
