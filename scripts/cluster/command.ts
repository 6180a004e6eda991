import { spawnSync } from 'node:child_process';

/** A program that did not do what it was asked to; the message ends with the last lines it said. */
export class CommandFailed extends Error {}

export interface CommandOptions {
  input?: string | Buffer;
  env?: Record<string, string>;
  timeoutMs?: number;
  cwd?: string;
}

/**
 * Runs a program to its end.
 *
 * @returns its standard output
 * @throws CommandFailed when it cannot be started, takes too long or exits other than 0
 */
export function command(program: string, args: readonly string[], options: CommandOptions = {}): string {
  const done = spawnSync(program, args, {
    input: options.input ?? '',
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
    env: { ...process.env, ...options.env },
    timeout: options.timeoutMs ?? 120_000,
    ...(options.cwd ? { cwd: options.cwd } : {}),
  });
  if (done.status === 0) return done.stdout;
  const said = lastLines(`${done.stdout ?? ''}\n${done.stderr ?? ''}`, 8);
  const how = done.error ? done.error.message : (done.signal ?? `exit ${done.status}`);
  throw new CommandFailed(`${program} ${args.join(' ')}: ${how}${said ? `\n${said}` : ''}`);
}

/** True when the program exits 0. */
export function succeeds(program: string, args: readonly string[], options: CommandOptions = {}): boolean {
  try {
    command(program, args, options);
    return true;
  } catch (error) {
    if (error instanceof CommandFailed) return false;
    throw error;
  }
}

export function lastLines(text: string, count: number): string {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-count)
    .map((line) => `  ${line}`)
    .join('\n');
}
