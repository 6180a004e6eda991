import { ALLOWED_EDGES } from './edges.ts';
import type { Cluster } from './kube/cluster.ts';
import { componentOf, longRunning, type Pod } from './kube/pods.ts';
import { type Knock, knockFrom, type Target } from './kube/probe.ts';

/** `from → to:port`, and what happened. */
export type Matrix = ReadonlyMap<string, Knock>;

/** Every port a pod says it listens on, at the pod's own address. */
export const portsOf = (pods: readonly Pod[]): Target[] =>
  pods.flatMap((pod) =>
    longRunning(pod)
      .flatMap(({ ports = [] }) => ports)
      .map(({ containerPort: port }) => ({ name: `${componentOf(pod)}:${port}`, host: pod.status.podIP, port })),
  );

/** Knocks from every pod at every port of every other, and at `outside`. */
export async function connectionMatrix(
  cluster: Cluster,
  pods: readonly Pod[],
  outside: readonly Target[],
): Promise<Matrix> {
  const targets = [...portsOf(pods), ...outside];
  const rows = await Promise.all(
    pods.map(async (pod): Promise<[string, Knock][]> => {
      const from = componentOf(pod);
      // A pod always reaches itself: that never passes a policy.
      const others = targets.filter(({ host }) => host !== pod.status.podIP);
      const knocks = await knockFrom(cluster, pod, others);
      return [...knocks].map(([to, knock]) => [`${from} → ${to}`, knock]);
    }),
  );
  return new Map(rows.flat());
}

/** What differs from the table: `edge: seen, not expected`. */
export const differences = (matrix: Matrix, allowed: ReadonlySet<string> = ALLOWED_EDGES): string[] =>
  [...matrix]
    .map(([edge, seen]) => ({ edge, seen, expected: allowed.has(edge) ? 'open' : 'denied' }))
    .filter(({ seen, expected }) => seen !== expected)
    .map(({ edge, seen, expected }) => `${edge}: ${seen}, not ${expected}`)
    .sort();
