import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const HELP = `npm run e2e -- --target local [-- vitest arguments]

The whole stack on one machine, spoken to over HTTP only: scenarios, attacks, outages, and what the record holds.
The last line is the count.

  --target local     one machine, fresh state, free ports (default)
  --target cluster   a Kubernetes of your own; comes with the Kubernetes work
  --target kind      a Kubernetes in Docker; comes with the Kubernetes work
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { target: { type: 'string', default: 'local' }, help: { type: 'boolean', short: 'h' } },
});
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
if (values.target !== 'local') {
  const known = values.target === 'cluster' || values.target === 'kind';
  const line = known
    ? `target ${values.target} comes with the Kubernetes work; today the suite runs with --target local`
    : 'unknown target; it is local, cluster or kind';
  process.stderr.write(`sallyport: ${line}\n`);
  process.exit(2);
}

const root = join(import.meta.dirname, '..');
const out = join(root, 'out', 'e2e');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const report = join(out, 'vitest.json');
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const config = join(root, 'test', 'e2e', 'vitest.config.ts');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const run = spawnSync(process.execPath, [vitest, 'run', '--config', config, ...reporters, ...positionals], {
  cwd: root,
  stdio: 'inherit',
});

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numFailedTestSuites: number;
}
let counts: Report;
try {
  counts = JSON.parse(readFileSync(report, 'utf8')) as Report;
} catch {
  counts = { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numFailedTestSuites: 1 };
}
// A stack that does not start, or a file that breaks before its first test, is a failure without a failed test.
const failed = counts.numFailedTests || (run.status === 0 ? 0 : Math.max(1, counts.numFailedTestSuites));
const skipped = counts.numPendingTests > 0 ? `, ${counts.numPendingTests} skipped` : '';
process.stdout.write(`${counts.numPassedTests} passed, ${failed} failed${skipped}\n`);
process.exit(run.status ?? 1);
