import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifies } from '../verifies.ts';
import { cluster } from './installation.ts';

const { chart } = cluster.environment;
const cases = globSync('ci/*-values.yaml', { cwd: chart }).sort();

/** APIs of operators that a value case may count on; without them the chart refuses. */
const OPERATORS = [
  'cert-manager.io/v1',
  'monitoring.coreos.com/v1',
  'cilium.io/v2',
  'projectcalico.org/v3',
  'gateway.networking.k8s.io/v1',
  'policy.linkerd.io/v1beta3',
  'security.istio.io/v1',
].flatMap((api) => ['--api-versions', api]);

/** Cases of production stand on the example. */
const valuesOf = (file: string): string[] =>
  [...(file.startsWith('ci/production') ? ['values-production.example.yaml'] : []), file].flatMap((name) => [
    '--values',
    join(chart, name),
  ]);

/** Groups that belong to other people's CRDs, which this cluster need not have. */
const FOREIGN = /^apiVersion: (?!v1$|apps\/|batch\/|autoscaling\/|policy\/|networking\.k8s\.io\/)/m;

describe('what the chart renders, over its whole value matrix', () => {
  it.each(cases.map((file) => [basename(file, '-values.yaml'), file]))(
    verifies('cluster:install', 'is taken by the API server to the last field: %s'),
    async (_, file) => {
      const rendered = await cluster.helm(['template', 'dry', chart, ...valuesOf(file as string), ...OPERATORS]);
      const native = rendered
        .split(/^---$/m)
        .filter((text) => /^kind: /m.test(text) && !FOREIGN.test(text))
        // Hooks name ServiceAccounts that a dry run does not make; `helm test` runs them for real.
        .filter((text) => !text.includes('helm.sh/hook'));
      const dry = ['apply', '--dry-run=server', '--validate=strict', '--server-side', '-f', '-'];
      const { stdout, stderr } = await cluster.tryKubectl(dry, { input: native.join('\n---\n') });
      const complaints = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('Warning: resource'));
      expect(complaints).toEqual([]);
      expect(stdout.trim().split('\n')).toHaveLength(native.length);
    },
  );
});
