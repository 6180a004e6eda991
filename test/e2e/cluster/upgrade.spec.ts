import { expect, it } from 'vitest';
import { verifies } from '../verifies.ts';
import { cluster, pods, release } from './installation.ts';
import { until } from './kube/cluster.ts';
import { valuesOf } from './release.ts';

it(verifies(
  'cluster:lifecycle',
  'an upgrade that changes a setting replaces what it concerns and keeps every key',
), async () => {
  const secrets = async () => {
    const all = await cluster.list<{
      kind: string;
      metadata: { name: string; uid: string };
      type: string;
      data?: object;
    }>('secrets');
    return all.filter(({ type }) => type !== 'helm.sh/release.v1').map(({ metadata, data }) => [metadata.name, data]);
  };
  const before = await secrets();
  const upgrade = [
    'upgrade',
    release.name,
    cluster.environment.chart,
    ...valuesOf(cluster.environment),
    '--set',
    'logLevel=warn',
  ];
  await cluster.helm([...upgrade, '--wait', '--timeout', '5m']);
  expect(await secrets()).toEqual(before);
  await until('all pods to be ready', async () =>
    (await pods()).every(({ status }) => status.containerStatuses?.every(({ ready }) => ready)),
  );
}, 400_000);
