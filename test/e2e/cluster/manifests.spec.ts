import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifies } from '../verifies.ts';
import { cluster } from './installation.ts';

const { chart } = cluster.environment;
const cases = globSync('ci/*-values.yaml', { cwd: chart }).sort();

/** Groups that belong to other people's CRDs, which this cluster need not have. */
const FOREIGN = /^apiVersion: (?!v1$|apps\/|batch\/|autoscaling\/|policy\/|networking\.k8s\.io\/)/m;

describe('what the chart renders, over its whole value matrix', () => {
  it.each(cases.map((file) => [basename(file, '-values.yaml'), file]))(
    verifies('cluster:install', 'is taken by the API server to the last field: %s'),
    async (_, file) => {
      const rendered = await cluster.helm(['template', 'dry', chart, '--values', join(chart, file ?? '')]);
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
