import {
  CGROUP,
  CLUSTER_DOMAIN,
  CONTAINERD_SOCKET,
  DNS_ADDRESS,
  inHome,
  NODE_ADDRESS,
  NODE_NAME,
  POD_RANGE,
} from '../layout.ts';

export function kubeletArgs(): string[] {
  return [
    `--config=${inHome('etc', 'kubelet.json')}`,
    `--kubeconfig=${inHome('etc', 'kubelet.kubeconfig')}`,
    `--root-dir=${inHome('kubelet')}`,
    `--cert-dir=${inHome('pki')}`,
    `--hostname-override=${NODE_NAME}`,
    `--node-ip=${NODE_ADDRESS}`,
  ];
}

export function kubeletConfig(): object {
  return {
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
    kind: 'KubeletConfiguration',
    address: NODE_ADDRESS,
    authentication: {
      anonymous: { enabled: false },
      webhook: { enabled: true },
      x509: { clientCAFile: inHome('pki', 'ca.crt') },
    },
    authorization: { mode: 'Webhook' },
    tlsCertFile: inHome('pki', 'kubelet-server.crt'),
    tlsPrivateKeyFile: inHome('pki', 'kubelet-server.key'),
    containerRuntimeEndpoint: `unix://${CONTAINERD_SOCKET}`,
    cgroupDriver: 'cgroupfs',
    cgroupRoot: `/${CGROUP}`,
    // On by default since 1.35; version 1 is still supported in 1.36 (KEP-5573).
    failCgroupV1: false,
    failSwapOn: false,
    seccompDefault: true,
    clusterDNS: [DNS_ADDRESS],
    clusterDomain: CLUSTER_DOMAIN,
    // Pods that ask for the node's resolver get one that knows nothing.
    resolvConf: inHome('etc', 'resolv.conf'),
    podLogsDir: inHome('pod-logs'),
    volumePluginDir: inHome('volume-plugins'),
    // Changed ConfigMaps and Secrets reach their pods within seconds, not a minute.
    syncFrequency: '5s',
    // Root without CAP_SYS_RESOURCE may not lower it.
    oomScoreAdj: 0,
    // An image that is gone cannot be pulled again.
    imageGCHighThresholdPercent: 100,
    evictionHard: { 'memory.available': '100Mi', 'nodefs.available': '1%', 'imagefs.available': '1%' },
  };
}

export function proxyArgs(): string[] {
  return [`--config=${inHome('etc', 'kube-proxy.json')}`];
}

export function proxyConfig(): object {
  return {
    apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
    kind: 'KubeProxyConfiguration',
    mode: 'nftables',
    clientConnection: { kubeconfig: inHome('etc', 'kube-proxy.kubeconfig') },
    hostnameOverride: NODE_NAME,
    clusterCIDR: POD_RANGE,
    healthzBindAddress: '127.0.0.1:10256',
    metricsBindAddress: '127.0.0.1:10249',
    oomScoreAdj: 0,
    // Zero leaves the machine's own figures as they are.
    conntrack: { maxPerCore: 0, min: 0, tcpEstablishedTimeout: '0s', tcpCloseWaitTimeout: '0s' },
  };
}
