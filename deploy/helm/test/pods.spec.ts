import { TOOLS } from '@sallyport/tool-catalog';
import { describe, expect, it } from 'vitest';
import { matrix, render } from './helm.ts';
import { type Container, type Pod, podsOf, quantity } from './kubernetes/objects.ts';

/** What each pod of each rendering must be; asserted for every one of them, also for those somebody adds later. */
const cases = await matrix();
const rendered = new Map(
  await Promise.all([...cases].map(async ([name, values]) => [name, podsOf(await render({ values }))] as const)),
);

/** Names every container that breaks a rule, so that a failure says where. */
const breaking = (pods: readonly Pod[], rule: (container: Container, pod: Pod) => boolean): string[] =>
  pods.flatMap((pod) =>
    pod.containers.filter((container) => !rule(container, pod)).map((container) => `${pod.owner}: ${container.name}`),
  );
const breakingPods = (pods: readonly Pod[], rule: (pod: Pod) => boolean): string[] =>
  pods.filter((pod) => !rule(pod)).map((pod) => pod.owner);
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Longest tool call in seconds, from the catalogue itself. */
const LONGEST_CALL = Math.max(...TOOLS.map((tool) => tool.limits.timeoutMs)) / 1_000;
/** The gateway redeems what the issuer decided and asks nothing itself. */
const DECIDING = ['mcp-server-read', 'mcp-server-write', 'token-broker-issuer', 'audit'];
const SERVICES = ['mcp-server-read', 'mcp-server-write', 'token-broker-issuer', 'token-broker-gateway', 'audit'];

describe.each([...rendered])('every pod of %s', (name, pods) => {
  it('exists at all', () => {
    expect(pods.map((pod) => pod.component)).toEqual(expect.arrayContaining(SERVICES));
  });

  it('[C-PL-1] runs as nobody in particular, with the default seccomp profile, on no namespace of the host', () => {
    const walled = ({ spec }: Pod) =>
      spec.securityContext?.runAsNonRoot === true &&
      spec.securityContext.runAsUser === 65_532 &&
      spec.securityContext.fsGroup === 65_532 &&
      same(spec.securityContext.seccompProfile, { type: 'RuntimeDefault' }) &&
      !spec.hostNetwork &&
      !spec.hostPID &&
      !spec.hostIPC;
    expect(breakingPods(pods, walled)).toEqual([]);
  });

  it('[C-PL-1] has containers with a read-only root, no capability and no way to more', () => {
    const walled = ({ securityContext: context = {} }: Container) =>
      context.allowPrivilegeEscalation === false &&
      context.privileged === false &&
      context.readOnlyRootFilesystem === true &&
      context.runAsNonRoot === true &&
      context.runAsUser === 65_532 &&
      same(context.capabilities, { drop: ['ALL'] }) &&
      same(context.seccompProfile, { type: 'RuntimeDefault' });
    expect(breaking(pods, walled)).toEqual([]);
  });

  it('[C-PL-1] [C-CR-6] mounts no token of its service account; only the gateway may hold one, for Vault, ten minutes long', () => {
    expect(breakingPods(pods, ({ spec }) => spec.automountServiceAccountToken === false)).toEqual([]);
    const tokens = pods.flatMap(({ component, spec }) =>
      (spec.volumes ?? []).flatMap((volume) =>
        (volume.projected?.sources ?? []).map((source) => ({ component, ...source.serviceAccountToken })),
      ),
    );
    const forVault = { component: 'token-broker-gateway', audience: 'vault', expirationSeconds: 600, path: 'token' };
    expect(tokens).toEqual(tokens.length === 0 ? [] : [forVault]);
    if (name === 'production') expect(tokens).toHaveLength(1);
  });

  it('[C-PL-1] has an identity of its own', () => {
    const accounts = new Map(pods.map(({ component, spec }) => [component, spec.serviceAccountName ?? '']));
    expect(new Set(accounts.values()).size).toBe(accounts.size);
    expect([...accounts.values()]).not.toContain('');
  });

  it('[C-PL-1] writes only where memory or disk is bounded, and mounts nothing of the host', () => {
    const known = ({ spec }: Pod) =>
      (spec.volumes ?? []).every((volume) => {
        const kinds = Object.keys(volume).filter((key) => key !== 'name');
        const allowed = ['emptyDir', 'secret', 'configMap', 'projected'];
        return (
          kinds.length === 1 &&
          kinds.every((kind) => allowed.includes(kind)) &&
          (!volume.emptyDir || !!volume.emptyDir.sizeLimit)
        );
      });
    expect(breakingPods(pods, known)).toEqual([]);
    // A claim of the audit log and bounded directories are the only places to write.
    const writable = pods.flatMap(({ component, spec, containers }) =>
      containers.flatMap((container) =>
        (container.volumeMounts ?? [])
          .filter(
            (mount) => !mount.readOnly && !spec.volumes?.some(({ name, emptyDir }) => name === mount.name && emptyDir),
          )
          .map((mount) => `${component} ${mount.mountPath}`),
      ),
    );
    expect(writable.every((place) => place === 'audit /var/lib/sallyport/log')).toBe(true);
  });

  it('[C-PL-1] keeps scratch in memory, within its memory limit', () => {
    const scratch = ({ volumeMounts = [], resources }: Container, { spec }: Pod) => {
      const memory = (spec.volumes ?? []).filter(({ emptyDir }) => emptyDir?.medium === 'Memory');
      const mounted = memory.filter(({ name }) => volumeMounts.some((mount) => mount.name === name));
      const sum = mounted.reduce((total, { emptyDir }) => total + quantity(emptyDir?.sizeLimit ?? ''), 0);
      return sum < quantity(resources?.limits?.memory ?? '0');
    };
    expect(breaking(pods, scratch)).toEqual([]);
    const tmp = ({ volumeMounts = [] }: Container, { spec }: Pod) => {
      const mount = volumeMounts.find(({ mountPath }) => mountPath === '/tmp');
      return (
        mount === undefined || spec.volumes?.find(({ name }) => name === mount.name)?.emptyDir?.medium === 'Memory'
      );
    };
    expect(breaking(pods, tmp)).toEqual([]);
  });

  it('asks for CPU, memory and disk, and is bounded in each', () => {
    const kinds = ['cpu', 'memory', 'ephemeral-storage'];
    const bounded = ({ resources: { requests = {}, limits = {} } = {} }: Container) =>
      kinds.every(
        (kind) =>
          quantity(requests[kind] ?? '0') > 0 && quantity(limits[kind] ?? '0') >= quantity(requests[kind] ?? '0'),
      );
    expect(breaking(pods, bounded)).toEqual([]);
  });

  it('answers three questions apart: started, alive, ready', () => {
    const probed = (container: Container, { kind }: Pod) => {
      const { startupProbe, livenessProbe, readinessProbe } = container;
      if (['Job', 'Pod'].includes(kind)) return !startupProbe && !livenessProbe && !readinessProbe;
      if (!startupProbe || !livenessProbe || !readinessProbe) return false;
      const texts = [startupProbe, livenessProbe, readinessProbe].map((probe) => JSON.stringify(probe));
      return new Set(texts).size === 3;
    };
    expect(breaking(pods, probed)).toEqual([]);
    const services = pods.filter(({ component, kind }) => SERVICES.includes(component) && kind !== 'Job');
    const honest = ({ livenessProbe, readinessProbe }: Container) =>
      livenessProbe?.httpGet?.path !== readinessProbe?.httpGet?.path;
    expect(breaking(services, honest)).toEqual([]);
  });

  it('runs an image that is named exactly', () => {
    const pinned = ({ image }: Container) =>
      /(@sha256:[0-9a-f]{64}|:[0-9][\w.-]*)$/.test(image) && !image.endsWith(':latest');
    expect(breaking(pods, pinned)).toEqual([]);
    const byDigest = ['production', 'production-cilium', 'production-calico', 'production-linkerd', 'production-istio'];
    if (byDigest.includes(name)) expect(breaking(pods, ({ image }) => image.includes('@sha256:'))).toEqual([]);
  });

  it('runs what its image says: no command, no shell', () => {
    expect(breaking(pods, ({ command, args = [] }) => command === undefined && !args.includes('-c sh'))).toEqual([]);
  });

  it('[C-PL-2] bears its zone and its names', () => {
    const labels = [
      'app.kubernetes.io/name',
      'app.kubernetes.io/instance',
      'app.kubernetes.io/component',
      'sallyport.dev/zone',
    ];
    expect(breakingPods(pods, (pod) => labels.every((label) => !!pod.labels[label]))).toEqual([]);
    expect(breakingPods(pods, ({ spec }) => spec.enableServiceLinks === false)).toEqual([]);
  });

  it('opens no port on its node', () => {
    expect(breaking(pods, ({ ports = [] }) => ports.every(({ hostPort }) => hostPort === undefined))).toEqual([]);
  });

  it('[C-PL-7] ends no call when it is told to go', () => {
    const serving = pods.filter(
      ({ component, kind }) => SERVICES.includes(component) && ['Deployment', 'StatefulSet'].includes(kind),
    );
    expect(serving.length).toBe(SERVICES.length);
    for (const { spec } of serving) {
      const pause = spec.containers[0]?.lifecycle?.preStop?.sleep?.seconds ?? 0;
      expect(pause).toBeGreaterThan(LONGEST_CALL);
      expect(spec.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(pause + 10);
    }
  });

  it('[C-PL-4] has its OPA beside it before it starts, reached by a socket in memory alone', () => {
    for (const { component, spec, kind } of pods) {
      const opa = (spec.initContainers ?? []).find((container) => container.name === 'opa');
      const expected = DECIDING.includes(component) && kind !== 'Job' && !/wasm|calico/.test(name);
      expect([component, opa !== undefined]).toEqual([component, expected]);
      if (!opa) continue;
      expect(opa.restartPolicy).toBe('Always');
      const addresses = (opa.args ?? []).filter((argument) => argument.startsWith('--addr'));
      expect(addresses).toEqual(['--addr=unix:///run/opa/opa.sock']);
      expect(spec.volumes?.find(({ name }) => name === 'opa')?.emptyDir?.medium).toBe('Memory');
    }
  });

  it('is spread over zones and nodes', () => {
    const spread = ({ spec, labels }: Pod) =>
      ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].every((key) =>
        spec.topologySpreadConstraints?.some(
          ({ topologyKey, labelSelector }) =>
            topologyKey === key &&
            labelSelector.matchLabels['app.kubernetes.io/component'] === labels['app.kubernetes.io/component'],
        ),
      );
    expect(breakingPods(pods, spread)).toEqual([]);
  });
});

describe('walls that the operator may add', () => {
  const pods = rendered.get('demo-wide') ?? [];
  it('[C-PL-3] a RuntimeClass for every pod, or another for one workload', () => {
    for (const { component, spec } of pods) {
      expect([component, spec.runtimeClassName]).toEqual([component, component === 'vault' ? 'kata' : 'gvisor']);
    }
  });
  it('user namespaces, priority, annotations', () => {
    expect(
      breakingPods(pods, ({ spec }) => spec.hostUsers === false && spec.priorityClassName === 'important'),
    ).toEqual([]);
  });
});
