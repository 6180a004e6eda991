import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Cluster, type KubeObject, until } from './kube/cluster.ts';
import type { Environment } from './kube/environment.ts';

/** What specs know of the installation under test. */
export interface Release {
  name: string;
  namespace: string;
  fullname: string;
  /** PEM of the authority that vouches for the release's workloads. */
  authority: string;
  /** Milliseconds from `helm install` to ready. */
  readyAfterMs: number;
}

declare module 'vitest' {
  export interface ProvidedContext {
    release: Release;
  }
}

const RESTRICTED = {
  'pod-security.kubernetes.io/enforce': 'restricted',
  'pod-security.kubernetes.io/warn': 'restricted',
};

/** Installs the chart into a namespace of its own where Pod Security `restricted` is enforced. */
export async function install(environment: Environment): Promise<Release> {
  const name = 'sallyport';
  const namespace = `sallyport-e2e-${randomBytes(3).toString('hex')}`;
  const cluster = new Cluster(environment, namespace);
  await cluster.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels: RESTRICTED } });
  const begun = performance.now();
  try {
    await cluster.helm(['install', name, environment.chart, ...valuesOf(environment), '--wait', '--timeout', '6m']);
  } catch (error) {
    await keepEvidence(cluster, 'install');
    throw error;
  }
  const readyAfterMs = Math.round(performance.now() - begun);
  const [service] = await cluster.list<KubeObject>('services', '-l', 'app.kubernetes.io/component=audit');
  const fullname = service?.metadata.name.replace(/-audit$/, '') ?? name;
  const secret = JSON.parse(await cluster.kubectl(['get', 'secret', `${fullname}-audit-tls`, '-o', 'json'])) as {
    data: Record<string, string>;
  };
  const authority = Buffer.from(secret.data['ca.crt'] ?? '', 'base64').toString('utf8');
  return { name, namespace, fullname, authority, readyAfterMs };
}

export const valuesOf = ({ values, set }: Environment): string[] => [
  ...values.flatMap((file) => ['--values', file]),
  ...(set ? ['--set', set] : []),
];

/** Takes the release and its namespace away; a spec has looked at what uninstalling leaves before. */
export async function remove(environment: Environment, { name, namespace }: Release): Promise<void> {
  const cluster = new Cluster(environment, namespace);
  await cluster.tryHelm(['uninstall', name, '--wait', '--timeout', '3m', '--ignore-not-found']);
  await cluster.tryKubectl(['delete', 'namespace', namespace, '--wait=false']);
  await until(
    'the namespace to be gone',
    async () => {
      const gone = await cluster.tryKubectl(['get', 'namespace', namespace]);
      return gone.code !== 0;
    },
    { timeoutMs: 120_000, everyMs: 1_000 },
  );
}

/** Manifests, events and logs of a run that failed. */
export async function keepEvidence(cluster: Cluster, title: string): Promise<void> {
  const dir = join(cluster.environment.artifacts, title.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase());
  await mkdir(dir, { recursive: true });
  const keep = async (file: string, args: string[]) => {
    const { stdout, stderr } = await cluster.tryKubectl(args);
    await writeFile(join(dir, file), stdout || stderr);
  };
  await keep('objects.txt', ['get', 'all,networkpolicies,configmaps', '-o', 'wide']);
  await keep('events.txt', ['get', 'events', '--sort-by=.lastTimestamp']);
  await keep('pods.yaml', ['get', 'pods', '-o', 'yaml']);
  const pods = await cluster.list<KubeObject>('pods').catch(() => []);
  for (const { metadata } of pods) {
    await keep(`${metadata.name}.log`, ['logs', metadata.name, '--all-containers', '--prefix', '--tail=400']);
    await keep(`${metadata.name}.previous.log`, [
      'logs',
      metadata.name,
      '--all-containers',
      '--previous',
      '--tail=200',
    ]);
  }
}
