import { CommandFailed } from '../command.ts';
import type { Kubectl } from '../kubectl.ts';
import { API_SERVICE_ADDRESS, NODE_NAME } from '../layout.ts';
import { METADATA_HOST, OUTSIDE_HOST } from '../outside.ts';
import type { Progress } from '../progress.ts';
import { hasty, policies, restrictedNamespace, unhardenedPod, WEB_PORT, workload } from './pods.ts';
import { Report } from './report.ts';

/**
 * Proves that the cluster does what tests of the product stand on: admission, services, DNS, exec, hardening, and network
 * policies that are open before, closed after, and open again without them. Every address is the cluster's own.
 */
export async function selftest(kubectl: Kubectl, progress: Progress): Promise<Report> {
  const report = new Report();
  const namespace = `selftest-${Date.now().toString(36)}`;
  const other = `${namespace}-other`;
  const world = new World(kubectl, namespace, other);
  try {
    await progress.step('admission and workload', () => {
      kubectl.apply([restrictedNamespace(namespace), restrictedNamespace(other)]);
      admission(report, kubectl, namespace);
      kubectl.apply([...workload(namespace), ...workload(other)]);
      for (const name of [namespace, other]) {
        kubectl.run(['-n', name, 'wait', '--for=condition=Ready', 'pod', '--all', '--timeout=60s']);
      }
      inside(report, world);
    });
    await progress.step('connections without policies', () => connections(report, world, 'before', 'connected'));
    await progress.step('connections under policies', () => {
      kubectl.apply(policies(namespace));
      world.settle('stranger', 'denied');
      connections(report, world, 'policies', 'denied');
      firstPackets(report, world);
    });
    await progress.step('connections without policies again', () => {
      kubectl.run(['-n', namespace, 'delete', 'networkpolicy', '--all']);
      world.settle('stranger', 'connected');
      connections(report, world, 'after', 'connected');
    });
  } finally {
    await progress.step('clean up', () =>
      kubectl.succeeds(['delete', 'namespace', namespace, other, '--ignore-not-found', '--timeout=60s']),
    );
  }
  return report;
}

/** Runs the probe inside pods. */
class World {
  readonly kubectl: Kubectl;
  readonly namespace: string;
  readonly other: string;

  constructor(kubectl: Kubectl, namespace: string, other: string) {
    this.kubectl = kubectl;
    this.namespace = namespace;
    this.other = other;
  }

  probe(pod: string, args: readonly string[], namespace = this.namespace): string {
    return this.kubectl.run(['-n', namespace, 'exec', pod, '--', '/program', ...args]).trim();
  }

  /** Refused and timed out are both denied. */
  connection(pod: string, address: string, namespace = this.namespace): string {
    try {
      return this.probe(pod, ['connect', address], namespace);
    } catch (error) {
      if (error instanceof CommandFailed && /refused|timeout/.test(error.message)) return 'denied';
      throw error;
    }
  }

  get(...args: string[]): string {
    return this.kubectl.run(['-n', this.namespace, 'get', ...args]).trim();
  }

  webAddress(): string {
    return `${this.get('pod', '-l', 'app=web', '-o', 'jsonpath={.items[0].status.podIP}')}:${WEB_PORT}`;
  }

  /** Policies take effect soon, not at once: asks until the canary sees the change, some seconds at most. */
  settle(pod: string, expected: string): void {
    for (let tries = 0; tries < 20 && this.connection(pod, 'web:80') !== expected; tries++);
  }
}

function admission(report: Report, kubectl: Kubectl, namespace: string): void {
  report.check('node is ready', 'True', () =>
    kubectl.run(['get', 'node', NODE_NAME, '-o', 'jsonpath={.status.conditions[?(@.type=="Ready")].status}']),
  );
  report.check('unhardened pod in a restricted namespace', 'refused by PodSecurity', () => {
    try {
      kubectl.apply([unhardenedPod(namespace)]);
      return 'admitted';
    } catch (error) {
      return String(error).includes('violates PodSecurity "restricted') ? 'refused by PodSecurity' : String(error);
    }
  });
}

function inside(report: Report, world: World): void {
  report.check(
    'hardened deployment',
    '2 of 2 ready',
    () => `${world.get('deployment', 'web', '-o', 'jsonpath={.status.readyReplicas}')} of 2 ready`,
  );
  report.check('service balances over its pods', '2 pods answered', () => {
    return `${hostsAnswering(world, 'friend')} pods answered`;
  });
  report.check('pod reaches itself through its service', '2 pods answered', () => {
    const pod = world.get('pod', '-l', 'app=web', '-o', 'jsonpath={.items[0].metadata.name}');
    return `${hostsAnswering(world, pod)} pods answered`;
  });
  report.check('name of a service', 'its address', () => {
    const name = `web.${world.namespace}.svc.cluster.local`;
    return world.probe('friend', ['resolve', name]) === world.get('service', 'web', '-o', 'jsonpath={.spec.clusterIP}')
      ? 'its address'
      : 'another';
  });
  report.check('name of an extra host', OUTSIDE_HOST.address, () =>
    world.probe('friend', ['resolve', 'outside.example']),
  );
  report.check('name of anyone else', 'no such host', () => {
    try {
      return world.probe('friend', ['resolve', 'elsewhere.example']);
    } catch (error) {
      return String(error).includes('no such host') ? 'no such host' : String(error);
    }
  });
  report.check('claim of the default storage class', 'Bound', () =>
    world.get('pvc', 'data', '-o', 'jsonpath={.status.phase}'),
  );
  const status = () => JSON.parse(world.probe('friend', ['status'])) as Record<string, unknown>;
  report.check('capabilities in effect', '0000000000000000', () => String(status().capEff));
  report.check('no new privileges, seccomp filter', '1, 2', () => `${status().noNewPrivs}, ${status().seccomp}`);
  report.check(
    'uid, root writable, API token',
    '65532, false, false',
    () => `${status().uid}, ${status().rootWritable}, ${status().apiToken}`,
  );
}

/** The proxy hears of the second ready pod a little after the API server does, and which pod answers is by chance. */
function hostsAnswering(world: World, pod: string): number {
  const hosts = new Set<string | undefined>();
  for (let call = 0; call < 100 && hosts.size < 2; call += 1)
    hosts.add(world.probe(pod, ['get', 'http://web/']).split(' ')[1]);
  return hosts.size;
}

/** @param open what connections that policies forbid are expected to be */
function connections(report: Report, world: World, when: string, open: 'connected' | 'denied'): void {
  const check = (what: string, expected: string, look: () => string) =>
    report.check(`${when}: ${what}`, expected, look);
  const web = world.webAddress();
  check('friend to the service', 'connected', () => world.connection('friend', 'web:80'));
  check('friend to a pod', 'connected', () => world.connection('friend', web));
  check('friend to DNS', 'connected', () => world.connection('friend', 'kube-dns.kube-system.svc.cluster.local:53'));
  check('stranger to the service', open, () => world.connection('stranger', 'web:80'));
  check('stranger to a pod', open, () => world.connection('stranger', web));
  check('friend of another namespace to a pod', open, () => world.connection('friend', web, world.other));
  check('friend to another namespace', open, () =>
    world.connection('friend', `web.${world.other}.svc.cluster.local:80`),
  );
  check('friend to the API server', open, () => world.connection('friend', `${API_SERVICE_ADDRESS}:443`));
  check('friend to an outside host', open, () => world.connection('friend', `${OUTSIDE_HOST.address}:443`));
  check('friend to the metadata address', open, () => world.connection('friend', `${METADATA_HOST.address}:80`));
}

/** Policies hold from a pod's first packet on: what is allowed is not late, and what is denied gets no moment. */
function firstPackets(report: Report, world: World): void {
  const outcome = (app: string) => () => {
    const name = `hasty-${app}`;
    world.kubectl.apply([hasty(world.namespace, name, app, 'web:80')]);
    const ended = ['wait', '--for=jsonpath={.status.containerStatuses[0].state.terminated}', `pod/${name}`];
    world.kubectl.run(['-n', world.namespace, ...ended, '--timeout=30s']);
    return world.get('pod', name, '-o', 'jsonpath={.status.containerStatuses[0].state.terminated.reason}');
  };
  report.check('policies: first packet of a new friend to the service', 'Completed', outcome('friend'));
  report.check('policies: first packet of a new stranger to the service', 'Error', outcome('stranger'));
}
