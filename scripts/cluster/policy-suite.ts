import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './command.ts';
import { builtOnce, go, REPRODUCIBLE } from './go-build.ts';
import { packProgram } from './image.ts';
import { importImage } from './import-image.ts';
import { inHome, KUBECONFIG } from './layout.ts';
import type { Progress } from './progress.ts';

/** The kernel's SCTP, which these need beside the policies, is not among what the cluster asks of a machine. */
const LEFT_OUT = 'SCTPConnectivity';

export interface SuiteResult {
  passed: number;
  failed: number;
  /** Full names of the tests that failed. */
  failures: string[];
}

/**
 * Runs the tests that Kubernetes itself has for implementations of NetworkPolicy against the running cluster: every test sets
 * up nine pods in three namespaces and probes each from each.
 *
 * @param focus a regular expression over test names; undefined for all
 */
export async function policySuite(progress: Progress, focus: string | undefined): Promise<SuiteResult> {
  const home = await progress.step('compile the tests of Kubernetes', () =>
    builtOnce('policy-suite', async (folder) => {
      await go(['build', ...REPRODUCIBLE, '-o', `${folder}/`, './agnhost']);
      await go(['test', '-c', ...REPRODUCIBLE, '-vet=off', '-o', join(folder, 'netpol.test'), './netpol']);
    }),
  );
  const suite = join(home, 'netpol.test');
  await progress.step('import their image', async () => {
    const reference = command(suite, ['-agnhost-image']).trim();
    const archive = inHome('images', 'agnhost.tar');
    // Its pods listen on ports below 1024 and ask for no user of their own.
    packProgram({ reference, program: join(home, 'agnhost'), name: 'agnhost', args: [], user: '0:0' }, archive);
    await importImage(archive);
  });
  const report = join(inHome('policy-suite'), 'report.json');
  rmSync(report, { force: true });
  mkdirSync(inHome('policy-suite'), { recursive: true });
  const filter = [`--ginkgo.skip=${LEFT_OUT}`, ...(focus ? [`--ginkgo.focus=${focus}`] : [])];
  const where = [`--kubeconfig=${KUBECONFIG}`, '--provider=local', `--ginkgo.json-report=${report}`];
  spawnSync(suite, [...where, ...filter, '--ginkgo.succinct', '--ginkgo.no-color', '--ginkgo.timeout=1h'], {
    stdio: ['ignore', 2, 2],
    cwd: inHome('policy-suite'),
    env: { ...process.env, NO_PROXY: '*', no_proxy: '*' },
  });
  if (!existsSync(report)) throw new Error('the tests of Kubernetes ended without a report; their messages are above');
  return resultOf(readFileSync(report, 'utf8'));
}

/** @source Ginkgo 2, JSON report: types.Report, types.SpecReport */
export function resultOf(json: string): SuiteResult {
  interface Spec {
    State: string;
    ContainerHierarchyTexts: string[] | null;
    LeafNodeText: string;
  }
  const suites = JSON.parse(json) as { SpecReports: Spec[]; SuiteSucceeded: boolean }[];
  const specs = suites
    .flatMap(({ SpecReports }) => SpecReports)
    .filter(({ State }) => !['skipped', 'pending'].includes(State));
  const failures = specs
    .filter(({ State }) => State !== 'passed')
    .map(({ ContainerHierarchyTexts, LeafNodeText }) => [...(ContainerHierarchyTexts ?? []), LeafNodeText].join(' '));
  const passed = specs.length - failures.length;
  // Broken outside of any test: no test is to blame, and nothing may count as proved.
  if (failures.length === 0 && !suites.every(({ SuiteSucceeded }) => SuiteSucceeded)) failures.push('the suite itself');
  return { passed, failed: failures.length, failures };
}
