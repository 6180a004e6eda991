import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inHome } from '../layout.ts';
import { CNI_PLUGINS, cniConfig, containerdConfig, DEBIAN_CNI, NO_REGISTRY } from './container-runtime.ts';
import { kubeletConfig, proxyConfig } from './kubelet.ts';

/**
 * Writes the configuration files of everything that runs on the node, and gathers its CNI plugins.
 *
 * @param announce our own plugin
 */
export function configureNode(announce: string): void {
  for (const dir of ['cni', 'etc/cni', 'etc/registries/_default', 'etcd', 'kubelet', 'pod-logs', 'volume-plugins']) {
    mkdirSync(inHome(dir), { recursive: true, mode: 0o700 });
  }
  for (const name of CNI_PLUGINS) symlinkSync(join(DEBIAN_CNI, name), inHome('cni', name));
  symlinkSync(announce, inHome('cni', 'announce'));
  const json = (name: string, value: object) =>
    writeFileSync(inHome('etc', name), `${JSON.stringify(value, null, 2)}\n`);
  writeFileSync(inHome('etc', 'containerd.toml'), containerdConfig());
  writeFileSync(inHome('etc', 'registries', '_default', 'hosts.toml'), NO_REGISTRY);
  json('cni/10-sallyport.conflist', cniConfig());
  json('kubelet.json', kubeletConfig());
  json('kube-proxy.json', proxyConfig());
}
