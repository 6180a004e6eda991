/** What a run is told; the suite knows no more of the cluster than this. */
export interface Environment {
  kubeconfig: string;
  helm: string;
  kubectl: string;
  chart: string;
  /** Values files, in order. */
  values: string[];
  /** Single values, as `--set` takes them. */
  set: string;
  /** Image of the probes that run inside other pods: Node is its entry point. */
  probeImage: string;
  /** Reachable by the nodes, to be reached by no pod: `host:port` of a host outside and of the metadata service. */
  outside: string[];
  /** Capabilities that must be there: a test that lacks one of these fails instead of being skipped. */
  mandatory: string[];
  /** What is kept of a failed run. */
  artifacts: string;
  /** Leaves the release where it is. */
  keep: boolean;
}

/** @throws Error naming the variable that is missing */
export function environment(env: NodeJS.ProcessEnv = process.env): Environment {
  const need = (name: string): string => {
    const value = env[name];
    if (!value) throw new Error(`${name} is not set; start the suite by npm run e2e -- --target cluster|kind`);
    return value;
  };
  const list = (name: string) => (env[name] ?? '').split(',').filter(Boolean);
  return {
    kubeconfig: need('KUBECONFIG'),
    helm: need('E2E_HELM'),
    kubectl: need('E2E_KUBECTL'),
    chart: need('E2E_CHART'),
    values: list('E2E_VALUES'),
    set: env.E2E_SET ?? '',
    probeImage: need('E2E_PROBE_IMAGE'),
    outside: list('E2E_OUTSIDE'),
    mandatory: list('E2E_MANDATORY'),
    artifacts: need('E2E_ARTIFACTS'),
    keep: env.E2E_KEEP === 'true',
  };
}
