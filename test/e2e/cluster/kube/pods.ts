import type { Cluster, KubeObject } from './cluster.ts';

export interface Container {
  name: string;
  image: string;
  restartPolicy?: string;
  env?: { name: string; value?: string; valueFrom?: object }[];
  volumeMounts?: { name: string; mountPath: string; readOnly?: boolean }[];
  ports?: { name?: string; containerPort: number }[];
}

export interface ContainerStatus {
  name: string;
  ready: boolean;
  restartCount: number;
  containerID?: string;
  state: { running?: object; terminated?: { exitCode: number }; waiting?: { reason: string } };
}

export interface Pod extends KubeObject {
  spec: {
    nodeName: string;
    serviceAccountName: string;
    containers: Container[];
    initContainers?: Container[];
    ephemeralContainers?: (Container & Record<string, unknown>)[];
    volumes?: Record<string, unknown>[];
  };
  status: {
    phase: string;
    podIP: string;
    containerStatuses?: ContainerStatus[];
    initContainerStatuses?: ContainerStatus[];
    ephemeralContainerStatuses?: ContainerStatus[];
  };
}

export const componentOf = (object: KubeObject): string =>
  object.metadata.labels?.['app.kubernetes.io/component'] ?? '';

/** Containers that run as long as the pod does: its own and native sidecars (KEP-753). */
export const longRunning = ({ spec }: Pod): Container[] => [
  ...spec.containers,
  ...(spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always'),
];

/** Pods of the release that stay: no jobs, no test hooks, none that is going. */
export async function standingPods(cluster: Cluster, release: string): Promise<Pod[]> {
  const pods = await cluster.list<Pod>('pods', '-l', `app.kubernetes.io/instance=${release}`);
  return pods.filter(
    ({ metadata, status }) =>
      !metadata.deletionTimestamp &&
      status.phase === 'Running' &&
      !metadata.ownerReferences?.some(({ kind }) => kind === 'Job') &&
      !('helm.sh/hook' in (metadata.annotations ?? {})),
  );
}

export async function podOf(cluster: Cluster, release: string, component: string): Promise<Pod> {
  const pod = (await standingPods(cluster, release)).find((one) => componentOf(one) === component);
  if (!pod) throw new Error(`no pod of ${component} is running`);
  return pod;
}
