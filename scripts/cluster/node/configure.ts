import { mkdirSync, writeFileSync } from 'node:fs';
import { inHome } from '../layout.ts';
import { cniConfig, containerdConfig, NO_REGISTRY } from './container-runtime.ts';
import { kubeletConfig, proxyConfig } from './kubelet.ts';

/** Writes the configuration files of everything that runs on the node. */
export function configureNode(): void {
  for (const dir of ['etc/cni', 'etc/registries/_default', 'etcd', 'kubelet', 'pod-logs', 'volume-plugins']) {
    mkdirSync(inHome(dir), { recursive: true, mode: 0o700 });
  }
  const json = (name: string, value: object) =>
    writeFileSync(inHome('etc', name), `${JSON.stringify(value, null, 2)}\n`);
  writeFileSync(inHome('etc', 'containerd.toml'), containerdConfig());
  writeFileSync(inHome('etc', 'registries', '_default', 'hosts.toml'), NO_REGISTRY);
  json('cni/10-sallyport.conflist', cniConfig());
  json('kubelet.json', kubeletConfig());
  json('kube-proxy.json', proxyConfig());
}
