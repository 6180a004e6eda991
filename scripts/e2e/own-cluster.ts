import { join } from 'node:path';
import { buildImages, REGISTRY } from '../../deploy/images/build.ts';
import { importImage } from '../cluster/import-image.ts';
import { OUTSIDE_HOSTS } from '../cluster/outside.ts';
import { status } from '../cluster/status.ts';
import type { ClusterOptions, TestCluster } from './cluster-run.ts';
import { tagOf } from './kind.ts';

/**
 * The cluster of KUBECONFIG with images that it pulls itself, or the one of `npm run cluster -- up` with images built and
 * imported here.
 * @throws Error saying what to do when there is neither
 */
export async function ownCluster({ registry, tag }: ClusterOptions, say: (line: string) => void): Promise<TestCluster> {
  const { KUBECONFIG: kubeconfig } = process.env;
  if (registry) {
    if (!kubeconfig) throw new Error('--registry goes with KUBECONFIG: images that cluster pulls itself');
    return { kubeconfig, registry, tag: tag ?? 'latest', outside: [] };
  }
  const seen = await status();
  if (seen.state !== 'up' || !seen.kubeconfig) {
    throw new Error(`the cluster is ${seen.state}: npm run cluster -- up, or KUBECONFIG with --registry`);
  }
  const built = await buildImages({ outDir: join(import.meta.dirname, '../../out/images'), say });
  for (const { archive } of built) await importImage(archive);
  const outside = OUTSIDE_HOSTS.map(({ address, ports }) => `${address}:${ports[0]}`);
  return { kubeconfig: seen.kubeconfig, registry: REGISTRY, tag: tagOf(built[0]?.reference ?? ''), outside };
}
