import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { kubeTools } from '../../../scripts/cluster/kube-tools.ts';
import type { KubeObject } from './kubernetes/objects.ts';

const run = promisify(execFile);
export const chart = join(import.meta.dirname, '..');
const tools = kubeTools();

/** APIs that a rendering without a cluster is told of: those the chart would look for. */
export const EVERY_API = [
  'cert-manager.io/v1',
  'monitoring.coreos.com/v1',
  'cilium.io/v2',
  'projectcalico.org/v3',
  'gateway.networking.k8s.io/v1',
  'policy.linkerd.io/v1beta3',
  'security.istio.io/v1',
];

export interface Rendering {
  /** Files of values relative to the chart, the later ones win. */
  values: readonly string[];
  /** `key=value` pairs; values are JSON (`--set-json`). */
  set?: readonly string[];
  apis?: readonly string[];
  helm?: 'helm' | 'helm3';
  namespace?: string;
}

/** The manifests as text, hooks included. @throws Error with what Helm said */
export async function template({ values, set = [], apis = EVERY_API, helm = 'helm', namespace = 'gate' }: Rendering) {
  const args = ['template', 'demo', chart, '--namespace', namespace];
  for (const file of values) args.push('--values', join(chart, file));
  for (const pair of set) args.push('--set-json', pair);
  for (const api of apis) args.push('--api-versions', api);
  const { stdout } = await run((await tools)[helm], args, { maxBuffer: 64 * 1_048_576 });
  return stdout;
}

export async function render(rendering: Rendering): Promise<KubeObject[]> {
  const documents = parseAllDocuments(await template(rendering));
  return documents.flatMap((document) => {
    if (document.errors.length > 0) throw document.errors[0];
    return document.toJSON() === null ? [] : [document.toJSON() as KubeObject];
  });
}

/** What Helm says when it refuses; fails when it does not. */
export async function refusal(rendering: Rendering): Promise<string> {
  const said = await template(rendering).then(
    () => undefined,
    (error: { stderr?: string }) => String(error.stderr),
  );
  if (said === undefined) throw new Error('it was rendered');
  return said;
}

export const lint = async (values: readonly string[], helm: 'helm' | 'helm3'): Promise<string> => {
  const files = values.flatMap((file) => ['--values', join(chart, file)]);
  return (await run((await tools)[helm], ['lint', '--strict', chart, ...files])).stdout;
};

const PRODUCTION = 'values-production.example.yaml';

/** The value matrix: name → files. Cases of production stand on the example. */
export async function matrix(): Promise<Map<string, string[]>> {
  const files = (await readdir(join(chart, 'ci'))).filter((name) => name.endsWith('-values.yaml')).sort();
  const named = files.map((file): [string, string[]] => [
    file.replace('-values.yaml', ''),
    [...(file.startsWith('production') ? [PRODUCTION] : []), `ci/${file}`],
  ]);
  return new Map(named);
}
