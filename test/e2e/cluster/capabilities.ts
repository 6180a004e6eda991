import { randomBytes } from 'node:crypto';
import { Cluster, until } from './kube/cluster.ts';
import type { Environment } from './kube/environment.ts';
import type { Pod } from './kube/pods.ts';
import { knockFrom, resolveFrom } from './kube/probe.ts';

/** What a cluster may or may not have, found out by trying. */
export const CAPABILITIES = [
  'podSecurity',
  'policyEnforced',
  'serviceDns',
  'outsidePlayed',
  'certManager',
  'fqdnPolicy:cilium',
  'hpaMetrics',
  'multiNode',
  'runtimeClass:gvisor',
] as const;
export type Capability = (typeof CAPABILITIES)[number];

declare module 'vitest' {
  export interface ProvidedContext {
    capabilities: Capability[];
  }
}

const DENY_MS = 20_000;

/**
 * Tries each capability with canaries in a namespace of its own.
 * @throws Error naming those that are mandatory and missing
 */
export async function probeCapabilities(environment: Environment): Promise<Capability[]> {
  const cluster = new Cluster(environment, `sallyport-canary-${randomBytes(3).toString('hex')}`);
  const labels = { 'pod-security.kubernetes.io/enforce': 'restricted' };
  await cluster.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: cluster.namespace, labels } });
  try {
    const tries: Record<Capability, () => Promise<boolean>> = {
      podSecurity: () => refusesNakedPod(cluster),
      ...canaries(cluster),
      outsidePlayed: async () => environment.outside.length === 2,
      certManager: () => hasResource(cluster, 'certificates.cert-manager.io'),
      'fqdnPolicy:cilium': () => hasResource(cluster, 'ciliumnetworkpolicies.cilium.io'),
      hpaMetrics: () => hasResource(cluster, 'pods.metrics.k8s.io'),
      multiNode: async () => (await cluster.list('nodes')).length > 1,
      'runtimeClass:gvisor': async () => (await cluster.tryKubectl(['get', 'runtimeclass', 'gvisor'])).code === 0,
    };
    const found: Capability[] = [];
    for (const name of CAPABILITIES) if (await tries[name]().catch(() => false)) found.push(name);
    const missing = environment.mandatory.filter((name) => !found.includes(name as Capability));
    if (missing.length > 0) throw new Error(`this cluster lacks what the run demands: ${missing.join(', ')}`);
    return found;
  } finally {
    await cluster.tryKubectl(['delete', 'namespace', cluster.namespace, '--wait=false']);
  }
}

async function hasResource(cluster: Cluster, name: string): Promise<boolean> {
  const [plural = '', ...group] = name.split('.');
  const known = await cluster.kubectl(['api-resources', `--api-group=${group.join('.')}`, '-o', 'name']);
  return known.split('\n').some((line) => line.startsWith(plural));
}

async function refusesNakedPod(cluster: Cluster): Promise<boolean> {
  const naked = ['run', 'naked', `--image=${cluster.environment.probeImage}`, '--dry-run=server'];
  return /violates PodSecurity/.test((await cluster.tryKubectl(naked)).stderr);
}

/** Two pods: one listens, one knocks, before and after everything is denied. */
function canaries(cluster: Cluster): Record<'policyEnforced' | 'serviceDns', () => Promise<boolean>> {
  const started = Promise.resolve().then(async () => {
    await cluster.apply(canary('listener'), canary('knocker'));
    const ready = (name: string) =>
      until(`canary ${name}`, async () => {
        const pod = await cluster.get<Pod>('pod', name);
        return pod.status.phase === 'Running' && pod;
      });
    return { listener: await ready('listener'), knocker: await ready('knocker') };
  });
  started.catch(() => undefined);
  const knock = async () => {
    const { listener, knocker } = await started;
    const target = { name: 'listener', host: listener.status.podIP, port: 8080 };
    return (await knockFrom(cluster, knocker, [target])).get('listener');
  };
  return {
    serviceDns: async () => {
      const [address = ''] = await resolveFrom(cluster, (await started).knocker, ['kubernetes.default.svc']);
      return /^[0-9.]+$/.test(address);
    },
    policyEnforced: async () => {
      // What could never connect would prove nothing.
      await until('the canary to be heard', async () => (await knock()) === 'open', { timeoutMs: 20_000 });
      const deny = { podSelector: {}, policyTypes: ['Ingress', 'Egress'] };
      const policy = {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: 'deny' },
        spec: deny,
      };
      await cluster.apply(policy);
      await until('the canary to be silenced', async () => (await knock()) === 'denied', { timeoutMs: DENY_MS });
      await cluster.kubectl(['delete', 'networkpolicy', 'deny']);
      return true;
    },
  };

  function canary(name: string) {
    const confined = {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      runAsNonRoot: true,
      runAsUser: 65532,
      seccompProfile: { type: 'RuntimeDefault' },
    };
    const listen = "require('node:net').createServer((socket) => socket.end()).listen(8080)";
    const image = cluster.environment.probeImage;
    const container = { name, image, imagePullPolicy: 'IfNotPresent', args: ['-e', listen], securityContext: confined };
    const spec = { automountServiceAccountToken: false, containers: [container] };
    return { apiVersion: 'v1', kind: 'Pod', metadata: { name }, spec };
  }
}
