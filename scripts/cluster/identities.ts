import { writeFileSync } from 'node:fs';
import { Authority, type Identity } from './certificates.ts';
import { API_SERVICE_ADDRESS, API_URL, inHome, KUBECONFIG, NODE_ADDRESS, NODE_NAME } from './layout.ts';

const SERVERS: readonly Identity[] = [
  {
    name: 'apiserver',
    commonName: 'kube-apiserver',
    hosts: [
      'kubernetes',
      'kubernetes.default',
      'kubernetes.default.svc',
      'kubernetes.default.svc.cluster.local',
      API_SERVICE_ADDRESS,
      NODE_ADDRESS,
    ],
  },
  { name: 'kubelet-server', commonName: NODE_NAME, hosts: [NODE_NAME, NODE_ADDRESS] },
];

/** Clients of the API server: each is its own user, with the roles that Kubernetes binds to that name. */
const CLIENTS: readonly Identity[] = [
  { name: 'admin', commonName: 'sallyport-admin', organization: 'system:masters' },
  { name: 'kube-controller-manager', commonName: 'system:kube-controller-manager' },
  { name: 'kube-scheduler', commonName: 'system:kube-scheduler' },
  { name: 'kube-proxy', commonName: 'system:kube-proxy' },
  { name: 'kubelet', commonName: `system:node:${NODE_NAME}`, organization: 'system:nodes' },
  { name: 'policy-enforcer', commonName: 'sallyport:policy-enforcer' },
];

/** The client that the API server is to the kubelet. */
const API_TO_KUBELET: Identity = {
  name: 'apiserver-kubelet',
  commonName: 'kube-apiserver',
  organization: 'system:masters',
};

/** Keys, certificates and kubeconfigs of everyone, in `pki/` and `etc/`, and the administrator's kubeconfig. */
export function makeIdentities(): Authority {
  const authority = new Authority(inHome('pki'));
  for (const identity of [...SERVERS, ...CLIENTS, API_TO_KUBELET]) authority.issue(identity);
  authority.key('service-accounts');
  authority.publicKey('service-accounts');
  for (const { name } of CLIENTS) {
    const file = name === 'admin' ? KUBECONFIG : inHome('etc', `${name}.kubeconfig`);
    const text = kubeconfig({
      ca: authority.base64('ca.crt'),
      certificate: authority.base64(`${name}.crt`),
      key: authority.base64(`${name}.key`),
    });
    writeFileSync(file, text, { mode: 0o600 });
  }
  return authority;
}

/** A kubeconfig that needs no other file (JSON is YAML); all values base64. */
export function kubeconfig(client: { ca: string; certificate: string; key: string }): string {
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'sallyport', cluster: { server: API_URL, 'certificate-authority-data': client.ca } }],
    users: [
      { name: 'sallyport', user: { 'client-certificate-data': client.certificate, 'client-key-data': client.key } },
    ],
    contexts: [{ name: 'sallyport', context: { cluster: 'sallyport', user: 'sallyport' } }],
    'current-context': 'sallyport',
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
