/** Kubernetes objects, as far as these tests read them. */
export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Record<string, string>; annotations?: Record<string, string> };
  spec?: Record<string, unknown>;
  data?: Record<string, string>;
  binaryData?: Record<string, string>;
}

export interface EnvVar {
  name: string;
  value?: string;
  valueFrom?: unknown;
}
export interface Probe {
  httpGet?: { path: string; port: string | number };
  tcpSocket?: { port: string | number };
  periodSeconds?: number;
  failureThreshold?: number;
}
export interface Container {
  name: string;
  image: string;
  imagePullPolicy?: string;
  command?: string[];
  args?: string[];
  env?: EnvVar[];
  envFrom?: unknown[];
  restartPolicy?: string;
  securityContext?: Record<string, unknown>;
  resources?: { requests?: Record<string, string>; limits?: Record<string, string> };
  ports?: { name: string; containerPort: number; hostPort?: number }[];
  volumeMounts?: { name: string; mountPath: string; readOnly?: boolean; subPath?: string }[];
  startupProbe?: Probe;
  livenessProbe?: Probe;
  readinessProbe?: Probe;
  lifecycle?: { preStop?: { sleep?: { seconds: number } } };
}
export interface Volume {
  name: string;
  emptyDir?: { medium?: string; sizeLimit?: string };
  secret?: { secretName: string; defaultMode?: number; items?: { key: string; path: string }[] };
  configMap?: { name: string };
  projected?: { sources: { serviceAccountToken?: { audience: string; expirationSeconds: number; path: string } }[] };
}
export interface PodSpec {
  serviceAccountName?: string;
  automountServiceAccountToken?: boolean;
  enableServiceLinks?: boolean;
  hostNetwork?: boolean;
  hostPID?: boolean;
  hostIPC?: boolean;
  hostUsers?: boolean;
  runtimeClassName?: string;
  priorityClassName?: string;
  restartPolicy?: string;
  terminationGracePeriodSeconds?: number;
  topologySpreadConstraints?: { topologyKey: string; labelSelector: { matchLabels: Record<string, string> } }[];
  securityContext?: Record<string, unknown>;
  initContainers?: Container[];
  containers: Container[];
  volumes?: Volume[];
}
export interface Pod {
  /** `Deployment/demo-sallyport-audit`: for messages. */
  owner: string;
  kind: string;
  component: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  spec: PodSpec;
  containers: Container[];
}

interface Template {
  metadata?: { labels?: Record<string, string>; annotations?: Record<string, string> };
  spec: PodSpec;
}

/** Every pod that these objects would make. @throws Error for a kind that makes pods and is not known here */
export function podsOf(objects: readonly KubeObject[]): Pod[] {
  return objects.flatMap((object) => {
    const template = templateOf(object);
    if (!template) return [];
    const { labels = {}, annotations = {} } = template.metadata ?? {};
    const { spec } = template;
    return [
      {
        owner: `${object.kind}/${object.metadata.name}`,
        kind: object.kind,
        component: labels['app.kubernetes.io/component'] ?? '',
        labels,
        annotations,
        spec,
        containers: [...(spec.initContainers ?? []), ...spec.containers],
      },
    ];
  });
}

function templateOf({ kind, metadata, spec }: KubeObject): Template | undefined {
  if (kind === 'Pod') return { metadata, spec: spec as unknown as PodSpec };
  if (['Deployment', 'StatefulSet', 'Job'].includes(kind)) return spec?.template as Template;
  if (['DaemonSet', 'CronJob', 'ReplicaSet', 'ReplicationController'].includes(kind))
    throw new Error(`unknown ${kind}`);
  return undefined;
}

export const ofKind = (objects: readonly KubeObject[], kind: string): KubeObject[] =>
  objects.filter((object) => object.kind === kind);

export function named(objects: readonly KubeObject[], kind: string, name: string): KubeObject {
  const found = objects.find((object) => object.kind === kind && object.metadata.name === name);
  if (!found) throw new Error(`no ${kind} ${name}`);
  return found;
}

/** Bytes of `16Mi`, `1Gi`; cores of `50m`, `1`. */
export function quantity(text: string): number {
  const [, number, unit] = /^([0-9.]+)([A-Za-z]*)$/.exec(text) ?? [];
  const factor = { '': 1, m: 1e-3, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 }[unit ?? '?'];
  if (factor === undefined) throw new Error(`not a quantity: ${text}`);
  return Number(number) * factor;
}
