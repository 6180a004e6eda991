import { API_PORT, CLUSTER_DOMAIN, ISSUER, inHome, NODE_ADDRESS, POD_RANGE, SERVICE_RANGE } from '../layout.ts';

const ETCD = 'http://127.0.0.1:2379';
const PEERS = 'http://127.0.0.1:2380';
const pki = (name: string) => inHome('pki', name);

/** On the node's loopback: no pod and nobody outside the node's network can reach it. Nothing has to outlive the machine. */
export function etcdArgs(): string[] {
  return [
    '--name=sallyport',
    `--data-dir=${inHome('etcd')}`,
    `--listen-client-urls=${ETCD}`,
    `--advertise-client-urls=${ETCD}`,
    `--listen-peer-urls=${PEERS}`,
    `--initial-advertise-peer-urls=${PEERS}`,
    `--initial-cluster=sallyport=${PEERS}`,
    '--unsafe-no-fsync',
    '--log-level=warn',
  ];
}

export function apiServerArgs(): string[] {
  return [
    `--etcd-servers=${ETCD}`,
    `--bind-address=${NODE_ADDRESS}`,
    `--advertise-address=${NODE_ADDRESS}`,
    `--secure-port=${API_PORT}`,
    `--client-ca-file=${pki('ca.crt')}`,
    `--tls-cert-file=${pki('apiserver.crt')}`,
    `--tls-private-key-file=${pki('apiserver.key')}`,
    '--anonymous-auth=false',
    '--authorization-mode=Node,RBAC',
    // PodSecurity is among the plugins that are on by default.
    '--enable-admission-plugins=NodeRestriction',
    `--service-account-issuer=${ISSUER}`,
    `--api-audiences=${ISSUER}`,
    `--service-account-key-file=${pki('service-accounts.pub')}`,
    `--service-account-signing-key-file=${pki('service-accounts.key')}`,
    `--service-cluster-ip-range=${SERVICE_RANGE}`,
    `--kubelet-certificate-authority=${pki('ca.crt')}`,
    `--kubelet-client-certificate=${pki('apiserver-kubelet.crt')}`,
    `--kubelet-client-key=${pki('apiserver-kubelet.key')}`,
    // By default the node's name comes first, and is looked up.
    '--kubelet-preferred-address-types=InternalIP',
    '--profiling=false',
  ];
}

export function controllerManagerArgs(): string[] {
  return [
    `--kubeconfig=${inHome('etc', 'kube-controller-manager.kubeconfig')}`,
    '--bind-address=127.0.0.1',
    '--leader-elect=false',
    '--use-service-account-credentials=true',
    `--service-account-private-key-file=${pki('service-accounts.key')}`,
    `--root-ca-file=${pki('ca.crt')}`,
    `--cluster-signing-cert-file=${pki('ca.crt')}`,
    `--cluster-signing-key-file=${pki('ca.key')}`,
    `--cluster-cidr=${POD_RANGE}`,
    `--service-cluster-ip-range=${SERVICE_RANGE}`,
    `--cluster-name=${CLUSTER_DOMAIN}`,
    '--profiling=false',
  ];
}

export function schedulerArgs(): string[] {
  return [
    `--kubeconfig=${inHome('etc', 'kube-scheduler.kubeconfig')}`,
    '--bind-address=127.0.0.1',
    '--leader-elect=false',
    '--profiling=false',
  ];
}
