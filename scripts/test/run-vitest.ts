import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Characters of a failure's message that are repeated at the end: enough for a counterexample. */
const SAID = 2_000;

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numFailedTestSuites: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}
/** A run that leaves no report failed before its first test. */
const NO_REPORT: Report = {
  numPassedTests: 0,
  numFailedTests: 1,
  numPendingTests: 0,
  numFailedTestSuites: 1,
  testResults: [],
};

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** Each failed test, or file that broke before its first test: where, its name, what it said. */
  failures: string[];
}

/**
 * Runs vitest.
 * @param name folder below `out/` for the report
 */
export function runVitest(name: string, args: string[]): Counts {
  const root = join(import.meta.dirname, '../..');
  const out = join(root, 'out', name);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const report = join(out, 'vitest.json');
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  const read = readReport(report);
  const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = read;
  // A file that breaks before its first test has no failed test, and is a failure all the same.
  const failed = numFailedTests || (status === 0 ? 0 : Math.max(1, numFailedTestSuites));
  return { passed: numPassedTests, failed, skipped: numPendingTests, failures: failuresOf(read, root) };
}

function failuresOf({ testResults }: Report, root: string): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    const where = relative(root, name);
    if (failed.length === 0) return status === 'failed' ? [`${where}: ${message.slice(0, SAID)}`] : [];
    return failed.map((test) => `${where}: ${test.fullName}\n${test.failureMessages.join('\n').slice(0, SAID)}`);
  });
}

/**
 * Prints what failed, for whoever sees only the end of the output, then the count as the last line,
 * `N passed, N failed[, N skipped]`, and ends the process with it.
 */
export function conclude(...all: Counts[]): never {
  const sum = (of: 'passed' | 'failed' | 'skipped') => all.reduce((total, counts) => total + counts[of], 0);
  for (const failure of all.flatMap((counts) => counts.failures)) process.stdout.write(`FAILED ${failure}\n`);
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed${skipped}\n`);
  process.exit(sum('failed') === 0 && sum('passed') > 0 ? 0 : 1);
}

function readReport(file: string): Report {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return NO_REPORT;
  }
}
