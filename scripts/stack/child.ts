import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';

export interface ChildSpec {
  name: string;
  /** Compiled entry file. */
  entry: string;
  env: Record<string, string>;
  logFile: string;
  nodeArgs?: string[];
}

export interface Child {
  name: string;
  pid: number;
  /** What the ready line said. */
  ready: Record<string, unknown>;
  /** Rejects when the process ends by itself; stays open when it is stopped. */
  ended: Promise<never>;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Variables a service may inherit; everything else, secrets of the developer's shell included, stays outside (C-CR-6). */
const INHERITED = ['PATH', 'HOME', 'TMPDIR', 'TZ', 'LANG', 'NODE_COMPILE_CACHE'];
const READY_MS = 60_000;
const STOP_MS = 10_000;

/**
 * Starts one service as its own process and waits for its ready line; output goes to its log file.
 * @throws Error with the last line it said when it ends before it is ready
 */
export async function startChild({ name, entry, env, logFile, nodeArgs = [] }: ChildSpec): Promise<Child> {
  const inherited = Object.fromEntries(INHERITED.flatMap((key) => (process.env[key] ? [[key, process.env[key]]] : [])));
  const log = createWriteStream(logFile, { flags: 'a', mode: 0o600 });
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...nodeArgs, entry], {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // An interrupt at the terminal goes to the starter alone, which then stops everything in order.
    detached: true,
  });
  child.stderr?.pipe(log, { end: false });
  // However this process ends, nothing it started stays behind.
  const last = () => child.kill('SIGKILL');
  process.once('exit', last);
  child.once('exit', () => process.off('exit', last));
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = await waitUntilReady(name, child, log).catch(async (error) => {
    await end(child, exited, 'SIGKILL');
    throw error;
  });
  let stopping = false;
  const ended = exited.then(() => {
    if (stopping) return new Promise<never>(() => undefined);
    throw new Error(`${name} ended unexpectedly; see ${logFile}`);
  });
  ended.catch(() => undefined);
  const stop = (signal: NodeJS.Signals = 'SIGTERM') => {
    stopping = true;
    return end(child, exited, signal);
  };
  return { name, pid: child.pid ?? 0, ready, ended, stop };
}

function waitUntilReady(
  name: string,
  child: ChildProcess,
  log: NodeJS.WritableStream,
): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const lastLines: string[] = [];
    const timer = setTimeout(() => reject(new Error(`${name} was not ready after ${READY_MS / 1_000} s`)), READY_MS);
    child.stderr?.on('data', (chunk: Buffer) => lastLines.push(...chunk.toString().split('\n').filter(Boolean)));
    let rest = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      log.write(chunk);
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      const line = lines.find((text) => text.startsWith('{"ready":true'));
      if (!line) return;
      clearTimeout(timer);
      resolve(JSON.parse(line) as Record<string, unknown>);
    });
    child.once('error', reject);
    child.once('exit', () => {
      clearTimeout(timer);
      reject(
        new Error(
          lastLines.find((line) => line.startsWith(name)) ?? `${name}: ${lastLines.at(-1) ?? 'ended silently'}`,
        ),
      );
    });
  });
}

async function end(child: ChildProcess, exited: Promise<void>, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await exited;
  clearTimeout(timer);
}
