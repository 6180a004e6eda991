import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The libraries people would reach for, at the versions measured. They are no dependencies of this project. */
export const PINNED: Record<string, string> = {
  'redact-pii': '3.4.0',
  openredaction: '1.1.5',
  '@arcjet/redact': '1.12.0',
  '@redactpii/node': '1.0.17',
  compromise: '14.17.0',
  '@secretlint/core': '13.0.7',
  '@secretlint/secretlint-rule-preset-recommend': '13.0.7',
};

/**
 * Installs the pinned libraries into a directory of their own, once; install scripts do not run.
 *
 * @returns the directory whose `node_modules` holds them
 * @throws Error when npm fails
 */
export function installLibraries(directory: string): string {
  const wanted = JSON.stringify(PINNED);
  const stamp = join(directory, 'installed.json');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return directory;
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'package.json'), '{"private":true}');
  const packages = Object.entries(PINNED).map(([name, version]) => `${name}@${version}`);
  const npm = spawnSync(
    'npm',
    [
      'install',
      '--prefix',
      directory,
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--save-exact',
      '--loglevel=error',
      ...packages,
    ],
    { cwd: directory, stdio: ['ignore', 2, 2] },
  );
  if (npm.status !== 0) throw new Error('npm could not install the libraries to compare with');
  writeFileSync(stamp, wanted);
  return directory;
}
