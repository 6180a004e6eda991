import { spawnSync } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildImages, REGISTRY } from '../../deploy/images/build.ts';
import type { ClusterOptions, TestCluster } from './cluster-run.ts';

const NAME = 'sallyport-e2e';

/**
 * A kind cluster with the images loaded. kind's own network (0.24 and later) enforces NetworkPolicy; the suite finds out before
 * it relies on it.
 * @throws Error saying what is missing on this machine
 */
export async function kindCluster(
  { registry, tag }: ClusterOptions,
  say: (line: string) => void,
): Promise<TestCluster & { remove(): void }> {
  const kubeconfig = join(await mkdtemp(join(tmpdir(), 'sallyport-kind-')), 'kubeconfig');
  const kind = (...args: string[]) => {
    const { error, status } = spawnSync('kind', args, { stdio: ['ignore', 2, 2] });
    if (error) throw new Error('kind is not on PATH; it and a Docker engine are needed for --target kind');
    if (status !== 0) throw new Error(`kind ${args[0]} failed; its messages are above`);
  };
  say('Creating a kind cluster …');
  kind('create', 'cluster', '--name', NAME, '--kubeconfig', kubeconfig, '--wait', '120s');
  const remove = () => kind('delete', 'cluster', '--name', NAME, '--kubeconfig', kubeconfig);
  try {
    if (registry) return { kubeconfig, registry, tag: tag ?? 'latest', outside: [], remove };
    const built = await buildImages({ outDir: join(import.meta.dirname, '../../out/images'), say });
    for (const { archive } of built) kind('load', 'image-archive', archive, '--name', NAME);
    return { kubeconfig, registry: REGISTRY, tag: tagOf(built[0]?.reference ?? ''), outside: [], remove };
  } catch (error) {
    remove();
    throw error;
  }
}

export const tagOf = (reference: string): string => reference.slice(reference.lastIndexOf(':') + 1);
