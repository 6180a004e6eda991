import { join } from 'node:path';
import { kubeTools } from '../cluster/kube-tools.ts';
import { type Counts, runVitest } from '../test/run-vitest.ts';

/** A cluster that has the images. */
export interface TestCluster {
  kubeconfig: string;
  /** Registry and tag under which the cluster knows the images. */
  registry: string;
  tag: string;
  /** `host:port` of the played outside host and metadata service; empty where nobody plays them. */
  outside: string[];
}

export interface ClusterOptions {
  values: string[];
  registry?: string;
  tag?: string;
  keep: boolean;
  vitest: string[];
}

/** What the cluster of CI must be able to do: a skip there would make green mean nothing. */
const MANDATORY = ['podSecurity', 'policyEnforced', 'serviceDns', 'outsidePlayed'];

/** Runs the cluster suite. The suite itself knows only what is in this environment. */
export async function clusterRun(
  { kubeconfig, registry, tag, outside }: TestCluster,
  { values, keep, vitest }: ClusterOptions,
  say: (line: string) => void,
): Promise<Counts> {
  const root = join(import.meta.dirname, '../..');
  const { helm, kubectl } = await kubeTools(say);
  const artifacts = join(root, 'out/e2e-cluster');
  const own = [join(root, 'deploy/helm/values-demo.yaml'), join(root, 'test/e2e/cluster/values.yaml')];
  Object.assign(process.env, {
    KUBECONFIG: kubeconfig,
    E2E_HELM: helm,
    E2E_KUBECTL: kubectl,
    E2E_CHART: join(root, 'deploy/helm'),
    E2E_VALUES: [...own, ...values].join(','),
    E2E_SET: `image.registry=${registry},image.tag=${tag}`,
    E2E_PROBE_IMAGE: `${registry}/sallyport/mcp-server:${tag}`,
    E2E_OUTSIDE: outside.join(','),
    E2E_MANDATORY: process.env.CI ? MANDATORY.join(',') : '',
    E2E_ARTIFACTS: artifacts,
    E2E_KEEP: String(keep),
  });
  const config = join(root, 'test/e2e/cluster/vitest.config.ts');
  const counts = runVitest('e2e-cluster', ['--config', config, ...vitest]);
  if (counts.failed > 0) say(`Logs, events and manifests of what failed: ${artifacts}`);
  return counts;
}
