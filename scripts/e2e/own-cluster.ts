import { join } from 'node:path';
import { buildImages, REGISTRY } from '../../deploy/images/build.ts';
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
  const { clusterFacts } = await import('../cluster/status.ts');
  const { importImage } = await import('../cluster/import-image.ts');
  const facts = await clusterFacts();
  if (!facts) throw new Error('no cluster is up: npm run cluster -- up, or KUBECONFIG with --registry');
  const built = await buildImages({ outDir: join(import.meta.dirname, '../../out/images'), say });
  for (const { archive } of built) await importImage(archive);
  return {
    kubeconfig: facts.kubeconfig,
    registry: REGISTRY,
    tag: tagOf(built[0]?.reference ?? ''),
    outside: facts.outside,
  };
}
