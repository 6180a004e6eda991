import { expect, it } from 'vitest';
import { verifies } from '../verifies.ts';
import { cluster, release } from './installation.ts';
import type { KubeObject } from './kube/cluster.ts';
import { until } from './kube/cluster.ts';

/** What every namespace has of itself. */
const NATIVE = /^(ConfigMap\/kube-root-ca\.crt|ServiceAccount\/default|Event\/|Lease\/)/;

it(verifies('cluster:lifecycle', 'uninstalling leaves nothing behind, in the namespace or beside it'), async () => {
  await cluster.helm(['uninstall', release.name, '--wait', '--timeout', '3m']);
  const kinds = (await cluster.kubectl(['api-resources', '--namespaced', '--verbs=list,delete', '-o', 'name']))
    .trim()
    .split('\n');
  const left = await until(
    'everything to be gone',
    async () => {
      const objects = await cluster.list<KubeObject>(kinds.filter((kind) => !/^events?(\.|$)/.test(kind)).join(','));
      const ours = objects.map(({ kind, metadata }) => `${kind}/${metadata.name}`).filter((one) => !NATIVE.test(one));
      return ours.length === 0 && ours;
    },
    { timeoutMs: 90_000, everyMs: 2_000 },
  );
  expect(left).toEqual([]);
  const selector = `app.kubernetes.io/instance=${release.name}`;
  const wide = await cluster.kubectl(['get', 'clusterroles,clusterrolebindings,crd,pv', '-l', selector, '-o', 'name']);
  expect(wide.trim()).toBe('');
}, 300_000);
