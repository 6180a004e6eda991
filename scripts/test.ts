import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** `npm test [-- vitest arguments]`: every test that needs nothing but npm; the last line is the count. */
const root = join(import.meta.dirname, '..');
const out = join(root, 'out', 'test');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const report = join(out, 'vitest.json');
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const run = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...process.argv.slice(2)], {
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
// A file that breaks before its first test has no failed test, and is a failure all the same.
const failed = counts.numFailedTests || (run.status === 0 ? 0 : Math.max(1, counts.numFailedTestSuites));
const skipped = counts.numPendingTests > 0 ? `, ${counts.numPendingTests} skipped` : '';
process.stdout.write(`${counts.numPassedTests} passed, ${failed} failed${skipped}\n`);
process.exit(run.status ?? 1);
