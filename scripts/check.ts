import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** `npm run check`: what CI runs on every change: format and lint, types, boundaries, generated files in date, tests. */
const root = join(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const steps: [string, string, string[]][] = [
  ['format, lint and import boundaries', bin('biome'), ['check', '--error-on-warnings', '.']],
  ['types of specs, scripts and tests', bin('tsc'), ['-p', 'tsconfig.spec.json']],
  ['generated files in date', process.execPath, ['scripts/generate.ts', '--check']],
  ['tests', process.execPath, ['scripts/test.ts', ...process.argv.slice(2)]],
];

for (const [name, command, args] of steps) {
  process.stdout.write(`\n── ${name}\n`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    process.stderr.write(`sallyport: check failed at: ${name}\n`);
    process.exit(1);
  }
}
