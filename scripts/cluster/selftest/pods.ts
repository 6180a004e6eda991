/** A client and server for tests, with commands `serve`, `get`, `connect`, `resolve` and `status`. */
export const PROBE_IMAGE = 'sallyport.test/probe:1';
export const WEB_PORT = 8080;

const SERVE = ['serve', 'web', `:${WEB_PORT}`];

/** What `restricted` asks for (Pod Security Standards), and a read-only root and no token beside. */
export function hardenedSpec(args: readonly string[], claim?: string): object {
  const data = claim ? [{ name: 'data', persistentVolumeClaim: { claimName: claim } }] : [];
  return {
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    terminationGracePeriodSeconds: 1,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 65532,
      runAsGroup: 65532,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    containers: [
      {
        name: 'probe',
        image: PROBE_IMAGE,
        imagePullPolicy: 'Never',
        args,
        ports: [{ name: 'web', containerPort: WEB_PORT }],
        readinessProbe: { httpGet: { path: '/', port: 'web' }, periodSeconds: 1 },
        resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '64Mi' } },
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        volumeMounts: [
          { name: 'scratch', mountPath: '/scratch' },
          ...data.map(({ name }) => ({ name, mountPath: `/${name}` })),
        ],
      },
    ],
    volumes: [{ name: 'scratch', emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } }, ...data],
  };
}

export function restrictedNamespace(name: string): object {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
  };
}

/** Two servers behind a service, and two clients that serve too, so that they become ready by the same probe. */
export function workload(namespace: string): object[] {
  const labels = { app: 'web' };
  const meta = { name: 'web', namespace };
  const client = (name: string, claim?: string) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels: { app: name } },
    spec: hardenedSpec(SERVE, claim),
  });
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: meta,
      spec: {
        replicas: 2,
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: hardenedSpec(SERVE) },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: meta,
      spec: { selector: labels, ports: [{ port: 80, targetPort: 'web' }] },
    },
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data', namespace },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Mi' } } },
    },
    client('friend', 'data'),
    client('stranger'),
  ];
}

/** A pod that connects as soon as it starts, as one that policies know by `app`, and ends with the outcome. */
export function hasty(namespace: string, name: string, app: string, address: string): object {
  const [container] = (hardenedSpec(['connect', address]) as { containers: object[] }).containers;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels: { app } },
    spec: {
      ...hardenedSpec([]),
      restartPolicy: 'Never',
      containers: [{ ...container, readinessProbe: undefined }],
    },
  };
}

/** A pod that `restricted` must refuse. */
export function unhardenedPod(namespace: string): object {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'unhardened', namespace },
    spec: { containers: [{ name: 'probe', image: PROBE_IMAGE, imagePullPolicy: 'Never', args: SERVE }] },
  };
}

/** Deny everything both ways, then: everyone may ask DNS, the friend may ask the web servers by their named port. */
export function policies(namespace: string): object[] {
  const policy = (name: string, spec: object) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace },
    spec,
  });
  const pods = (app: string) => ({ podSelector: { matchLabels: { app } } });
  const dns = {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
    podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
  };
  const dnsPorts = ['UDP', 'TCP'].map((protocol) => ({ protocol, port: 53 }));
  return [
    policy('default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }),
    policy('dns', { podSelector: {}, policyTypes: ['Egress'], egress: [{ to: [dns], ports: dnsPorts }] }),
    policy('web-from-friend', {
      ...pods('web'),
      policyTypes: ['Ingress'],
      ingress: [{ from: [pods('friend')], ports: [{ port: 'web' }] }],
    }),
    policy('friend-to-web', {
      ...pods('friend'),
      policyTypes: ['Egress'],
      egress: [{ to: [pods('web')], ports: [{ port: 'web' }] }],
    }),
  ];
}
