import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifies } from '../verifies.ts';
import { ALLOWED_EDGES, RESOLVERS } from './edges.ts';
import { cluster, named, pods, release } from './installation.ts';
import { type KubeObject, until } from './kube/cluster.ts';
import { componentOf, type Pod } from './kube/pods.ts';
import { knockFrom, resolveFrom, type Target } from './kube/probe.ts';
import { connectionMatrix, differences, type Matrix, portsOf } from './matrix.ts';
import { lacks } from './needs.ts';

/** What lies beyond the release: the API server, a host outside, the metadata service. The last two are played on this node. */
const outside: Target[] = [
  { name: 'the API server', host: 'kubernetes.default.svc', port: 443 },
  ...cluster.environment.outside.map((place) => {
    const [host = '', port = ''] = place.split(':');
    return { name: host === '169.254.169.254' ? 'the metadata service' : 'a host outside', host, port: Number(port) };
  }),
];

let standing: Pod[];
beforeAll(async () => {
  standing = await pods();
  const { stdout } = await cluster.tryKubectl(['get', 'service', 'kubernetes', '-n', 'default', '-o', 'json']);
  // By address: some pods may not ask for names.
  (outside[0] as Target).host = (JSON.parse(stdout) as { spec: { clusterIP: string } }).spec.clusterIP;
});

const unenforced = lacks('policyEnforced', 'outsidePlayed');

describe.skipIf(unenforced)('the walls, from inside the real pods', () => {
  let matrix: Matrix;
  beforeAll(async () => {
    matrix = await connectionMatrix(cluster, standing, outside);
  });

  it(verifies('cluster:walls', 'every connection that is not in the table is denied, every one that is opens'), () => {
    expect(differences(matrix)).toEqual([]);
    const open = [...matrix].filter(([, knock]) => knock === 'open').map(([edge]) => edge);
    expect(open.sort()).toEqual([...ALLOWED_EDGES].sort());
  });

  it(verifies('cluster:walls', 'no pod reaches the metadata service, a host outside, or the API server'), () => {
    const beyond = [...matrix].filter(([edge]) => outside.some(({ name }) => edge.endsWith(`→ ${name}`)));
    expect(beyond).toHaveLength(standing.length * outside.length);
    expect(beyond.filter(([, knock]) => knock !== 'denied')).toEqual([]);
  });

  it(
    verifies('cluster:walls', 'names are answered to those who need them, and only the names of the cluster'),
    async () => {
      const asked = [`${named('audit')}.${release.namespace}.svc.cluster.local`, 'example.com'];
      const answers = await Promise.all(standing.map((pod) => resolveFrom(cluster, pod, asked)));
      const seen = standing.map((pod, at) => {
        const [inside = '', beyond = ''] = answers[at] ?? [];
        return [componentOf(pod), /^[0-9.]+$/.test(inside), /^[0-9.]+$/.test(beyond)];
      });
      const expected = standing.map((pod) => [componentOf(pod), RESOLVERS.has(componentOf(pod)), false]);
      expect(seen).toEqual(expected);
    },
  );
});

describe.skipIf(unenforced)('somebody else’s pod', () => {
  const spoof = cluster.in(`${release.namespace}-other`);
  afterAll(() => spoof.tryKubectl(['delete', 'namespace', spoof.namespace, '--wait=false']));

  it(verifies('cluster:walls', 'gains nothing by wearing our labels in a namespace of its own'), async () => {
    await spoof.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: spoof.namespace } });
    const wearing = standing.filter((pod) => ['token-broker-gateway', 'edge'].includes(componentOf(pod)));
    const targets = portsOf(standing);
    for (const { metadata } of wearing) {
      const impostor = impostorOf(metadata.labels ?? {});
      await spoof.apply(impostor);
      const running = await until('the impostor to run', async () => {
        const pod = await spoof.get<Pod>('pod', impostor.metadata.name);
        return pod.status.phase === 'Running' && pod;
      });
      const knocks = await knockFrom(spoof, running, targets);
      expect([...knocks].filter(([, knock]) => knock !== 'denied')).toEqual([]);
    }
  });

  const impostorOf = (labels: Record<string, string>) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `impostor-${labels['app.kubernetes.io/component']}`, labels },
    spec: {
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [
        {
          name: 'impostor',
          image: cluster.environment.probeImage,
          imagePullPolicy: 'IfNotPresent',
          args: ['-e', 'setInterval(() => undefined, 60000)'],
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
        },
      ],
    },
  });
});

describe.skipIf(unenforced)('the same run without the policies', () => {
  let policies: KubeObject[];
  afterAll(() => cluster.apply(...policies.map(withoutStatus)));

  it(verifies('cluster:walls', 'turns red: everything that was denied opens'), async () => {
    policies = await cluster.list('networkpolicies');
    await cluster.kubectl(['delete', 'networkpolicies', '--all']);
    // The engine needs a moment; the slowest pod decides.
    const seen = await until(
      'the walls to be gone',
      async () => {
        const matrix = await connectionMatrix(cluster, standing, outside);
        return [...matrix.values()].every((knock) => knock === 'open') && matrix;
      },
      { timeoutMs: 90_000 },
    );
    expect(differences(seen).length).toBe(seen.size - ALLOWED_EDGES.size);
  });
});

const withoutStatus = ({ metadata, ...rest }: KubeObject): object => {
  const { name, labels, annotations } = metadata;
  return { ...rest, metadata: { name, labels, annotations } };
};
