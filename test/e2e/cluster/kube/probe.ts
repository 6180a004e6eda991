import { randomBytes } from 'node:crypto';
import { type Cluster, until } from './cluster.ts';
import type { ContainerStatus, Pod } from './pods.ts';

const RESTRICTED = {
  runAsNonRoot: true,
  runAsUser: 65532,
  runAsGroup: 65532,
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
  seccompProfile: { type: 'RuntimeDefault' },
};

/**
 * Runs a script inside a running pod, in an ephemeral container: its network is the pod's own, so what it reaches the pod
 * reaches, whatever image the pod has. With `target` it shares that container's processes.
 * @param script Node, prints one line of JSON
 */
export async function insidePod<T>(
  cluster: Cluster,
  pod: Pod,
  script: string,
  { input, target, timeoutMs = 90_000 }: { input?: unknown; target?: string; timeoutMs?: number } = {},
): Promise<T> {
  const name = `probe-${randomBytes(4).toString('hex')}`;
  const probe = {
    name,
    image: cluster.environment.probeImage,
    imagePullPolicy: 'IfNotPresent',
    args: ['-e', script],
    env: [{ name: 'PROBE_INPUT', value: JSON.stringify(input ?? null) }],
    securityContext: RESTRICTED,
    ...(target ? { targetContainerName: target } : {}),
  };
  const path = `/api/v1/namespaces/${cluster.namespace}/pods/${pod.metadata.name}/ephemeralcontainers`;
  await until('an ephemeral container', async () => {
    // Another probe may have changed the pod in between; then it is read again.
    const current = await cluster.get<Pod>('pod', pod.metadata.name);
    current.spec.ephemeralContainers = [...(current.spec.ephemeralContainers ?? []), probe];
    const done = await cluster.tryKubectl(['replace', '--raw', path, '-f', '-'], { input: JSON.stringify(current) });
    if (done.code !== 0 && !/Conflict|conflict|modified/.test(done.stderr))
      throw new Error(done.stderr.slice(0, 2_000));
    return done.code === 0;
  });
  const status = await until(
    `the probe in ${pod.metadata.name}`,
    async () => {
      const { status: now } = await cluster.get<Pod>('pod', pod.metadata.name);
      const own = now.ephemeralContainerStatuses?.find((one: ContainerStatus) => one.name === name);
      return own?.state.terminated ? own : undefined;
    },
    { timeoutMs },
  );
  const log = await cluster.kubectl(['logs', pod.metadata.name, '-c', name]);
  if (status.state.terminated?.exitCode !== 0)
    throw new Error(`probe in ${pod.metadata.name} failed: ${log.slice(0, 1_000)}`);
  return JSON.parse(log.trim().split('\n').at(-1) ?? 'null') as T;
}

/** What a pod gets when it knocks: `open`, or why not. Refused and silent both mean denied. */
export type Knock = 'open' | 'denied';
export interface Target {
  /** What it is, for the table. */
  name: string;
  host: string;
  port: number;
}

const KNOCK = `
const net = require('node:net');
const targets = JSON.parse(process.env.PROBE_INPUT);
const knock = ({ host, port }) => new Promise((answer) => {
  const socket = net.connect({ host, port });
  const done = (what) => { clearTimeout(timer); socket.destroy(); answer(what); };
  const timer = setTimeout(() => done('denied'), 2500);
  socket.once('connect', () => done('open'));
  socket.once('error', () => done('denied'));
});
Promise.all(targets.map(knock)).then((answers) => console.log(JSON.stringify(answers)));
`;

/** Knocks at every target from inside a pod, all at once. */
export async function knockFrom(cluster: Cluster, pod: Pod, targets: readonly Target[]): Promise<Map<string, Knock>> {
  const answers = await insidePod<Knock[]>(cluster, pod, KNOCK, { input: targets });
  return new Map(targets.map(({ name }, at) => [name, answers[at] as Knock]));
}

const RESOLVE = `
const dns = require('node:dns').promises;
const names = JSON.parse(process.env.PROBE_INPUT);
const timeout = (ms) => new Promise((answer) => setTimeout(() => answer('silent'), ms).unref());
const ask = (name) => dns.lookup(name).then(({ address }) => address, (error) => error.code);
Promise.all(names.map((name) => Promise.race([ask(name), timeout(8000)]))).then((answers) => {
  console.log(JSON.stringify(answers)); process.exit(0);
});
`;

/** @returns an address, the resolver's error code, or `silent` for each name */
export const resolveFrom = (cluster: Cluster, pod: Pod, names: readonly string[]): Promise<string[]> =>
  insidePod<string[]>(cluster, pod, RESOLVE, { input: names });
