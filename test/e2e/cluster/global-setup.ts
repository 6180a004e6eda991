import type { TestProject } from 'vitest/node';
import { CAPABILITIES, probeCapabilities } from './capabilities.ts';
import { Cluster } from './kube/cluster.ts';
import { environment } from './kube/environment.ts';
import { install, keepEvidence, remove } from './release.ts';

/** One installation for all specs; the last of them takes it away, and this does where that was not reached. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const known = environment();
  const capabilities = await probeCapabilities(known);
  const absent = CAPABILITIES.filter((name) => !capabilities.includes(name));
  process.stdout.write(`The cluster has ${capabilities.join(', ')}; it lacks ${absent.join(', ') || 'nothing'}\n`);
  project.provide('capabilities', capabilities);
  process.stdout.write('Installing the chart …\n');
  const release = await install(known);
  process.stdout.write(`Ready after ${(release.readyAfterMs / 1_000).toFixed(1)} s in ${release.namespace}\n`);
  project.provide('release', release);
  return async () => {
    const failed = project.vitest.state.getCountOfFailedTests() > 0;
    if (failed) await keepEvidence(new Cluster(known, release.namespace), 'run');
    if (!known.keep) await remove(known, release);
    else process.stdout.write(`The release is kept in ${release.namespace}\n`);
  };
}
