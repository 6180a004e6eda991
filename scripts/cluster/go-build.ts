import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from './cache.ts';
import { CommandFailed, command, lastLines, succeeds } from './command.ts';

/** The Go module of the node's programs. */
export const MODULE = join(import.meta.dirname, '../../tools/kubernetes');

/** Without C, without paths of this machine: the same bytes wherever it is built. */
export const REPRODUCIBLE = ['-mod=readonly', '-trimpath', '-buildvcs=false'] as const;

/** Where what is built from exactly these sources, modules and Go is kept, whether or not it is there. */
export function builtHome(kind: string): string {
  const digest = createHash('sha256').update(goVersion());
  const sources = readdirSync(MODULE, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(\.go|go\.mod|go\.sum)$/.test(name),
  );
  for (const name of sources.sort()) digest.update(name).update(readFileSync(join(MODULE, name)));
  return cacheDir(`${kind}-${digest.digest('hex').slice(0, 16)}`);
}

/**
 * Runs `deed` in a folder that becomes the home when it is whole, so that half of it is never mistaken for it.
 *
 * @returns the home
 */
export async function builtOnce(kind: string, deed: (folder: string) => Promise<void>): Promise<string> {
  const home = builtHome(kind);
  if (existsSync(home)) return home;
  mkdirSync(cacheDir(), { recursive: true });
  const work = mkdtempSync(cacheDir('building-'));
  try {
    await deed(work);
    // Two that started together made the same; the first to rename wins.
    if (!existsSync(home)) renameSync(work, home);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return home;
}

/**
 * Runs the Go tool in the module. Asynchronous, so that the progress of a long build can be told.
 *
 * @throws CommandFailed with the last lines it said
 */
export function go(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(goProgram(), args, {
      cwd: MODULE,
      env: { ...process.env, CGO_ENABLED: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve();
      else reject(new CommandFailed(`go ${args[0]} failed (exit ${status})\n${lastLines(said, 15)}`));
    });
  });
}

function goProgram(): string {
  const found = ['go', '/usr/local/go/bin/go'].find((program) => succeeds(program, ['version']));
  if (!found) throw new Error('Go is not installed; install Go 1.26 or later and run the command again');
  return found;
}

function goVersion(): string {
  return command(goProgram(), ['env', 'GOVERSION', 'GOOS', 'GOARCH'], { cwd: MODULE }).trim();
}
