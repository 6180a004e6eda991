import { CLUSTER_DOMAIN, DNS_ADDRESS } from '../layout.ts';
import { watcher } from './rbac.ts';

export const DNS_IMAGE = 'sallyport.test/coredns:1';
/** Names of the run's own hosts, in the format of hosts(5): `kubectl -n kube-system edit configmap extra-hosts`. */
export const EXTRA_HOSTS = 'extra-hosts';

const NAME = 'coredns';
const NAMESPACE = 'kube-system';
const LABELS = { 'k8s-app': 'kube-dns' };

/** Cluster names, then the extra hosts, then "no such name": nobody else is ever asked. */
export function corefile(): string {
  return `.:53 {
    errors
    health :8080 {
        lameduck 2s
    }
    ready :8181
    kubernetes ${CLUSTER_DOMAIN} in-addr.arpa {
        pods verified
        ttl 5
        fallthrough in-addr.arpa
    }
    hosts /etc/coredns/extra/hosts {
        ttl 5
        reload 2s
        fallthrough
    }
    template ANY ANY {
        rcode NXDOMAIN
    }
}
`;
}

/** CoreDNS as an ordinary Deployment, with what it may see. */
export function dnsManifests(extraHosts: string): object[] {
  const meta = (name: string) => ({ name, namespace: NAMESPACE, labels: LABELS });
  const resources = { '': ['services', 'pods', 'namespaces'], 'discovery.k8s.io': ['endpointslices'] };
  const account = { kind: 'ServiceAccount', name: NAME, namespace: NAMESPACE };
  return [
    ...watcher('sallyport:dns', resources, account),
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: meta(NAME) },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: meta(NAME), data: { Corefile: corefile() } },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: meta(EXTRA_HOSTS), data: { hosts: extraHosts } },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: meta('kube-dns'),
      spec: {
        clusterIP: DNS_ADDRESS,
        selector: LABELS,
        ports: [
          { name: 'dns', port: 53, protocol: 'UDP' },
          { name: 'dns-tcp', port: 53, protocol: 'TCP' },
        ],
      },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: meta(NAME),
      spec: {
        replicas: 1,
        selector: { matchLabels: LABELS },
        template: { metadata: { labels: LABELS }, spec: podSpec() },
      },
    },
  ];
}

function podSpec(): object {
  return {
    serviceAccountName: NAME,
    priorityClassName: 'system-cluster-critical',
    dnsPolicy: 'Default',
    enableServiceLinks: false,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 65532,
      runAsGroup: 65532,
      seccompProfile: { type: 'RuntimeDefault' },
      // Port 53 without a capability; the sysctl is the pod's own and allowed by the restricted standard.
      sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }],
    },
    containers: [
      {
        name: NAME,
        image: DNS_IMAGE,
        imagePullPolicy: 'Never',
        args: ['-conf', '/etc/coredns/main/Corefile'],
        ports: [
          { name: 'dns', containerPort: 53, protocol: 'UDP' },
          { name: 'dns-tcp', containerPort: 53, protocol: 'TCP' },
        ],
        readinessProbe: { httpGet: { path: '/ready', port: 8181 }, periodSeconds: 1 },
        livenessProbe: { httpGet: { path: '/health', port: 8080 }, initialDelaySeconds: 10 },
        resources: { requests: { cpu: '50m', memory: '32Mi' }, limits: { memory: '128Mi' } },
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        volumeMounts: [
          { name: 'main', mountPath: '/etc/coredns/main', readOnly: true },
          { name: 'extra', mountPath: '/etc/coredns/extra', readOnly: true },
        ],
      },
    ],
    volumes: [
      { name: 'main', configMap: { name: NAME } },
      { name: 'extra', configMap: { name: EXTRA_HOSTS } },
    ],
  };
}
