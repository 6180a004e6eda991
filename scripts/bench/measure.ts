import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { cpuMicros, LOAD_CORE, pin } from './cpu.ts';
import type { Load, LoadResult } from './load.ts';

const LOAD = join(import.meta.dirname, 'load.ts');

/** The process that is measured. */
export interface Target {
  pid: number;
  /** Resolves when nothing is left to do of the calls that were answered. */
  settled(): Promise<void>;
}

export interface Measurement extends LoadResult {
  requestsPerSecond: number;
  /** On-CPU time of every thread of the server, per call, with all that the calls left to do. */
  cpuMicrosPerCall: number;
  /** Milliseconds from the last answer until nothing was left to do. */
  settledAfterMs: number;
}

/**
 * Runs one load against a server and reads that server's CPU time around it. What a call leaves behind (events on their way
 * to audit) is finished before the next server's turn, and counts.
 */
export async function measure({ pid, settled }: Target, load: Load): Promise<Measurement> {
  const generator = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', LOAD], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  pin(generator.pid ?? 0, LOAD_CORE);
  const ended = new Promise<never>((_, reject) =>
    generator.once('exit', () => reject(new Error('the load generator ended early'))),
  );
  ended.catch(() => undefined);
  generator.stdin.on('error', () => undefined); // told by its exit
  const lines = createInterface({ input: generator.stdout })[Symbol.asyncIterator]();
  const next = async () => (await Promise.race([lines.next(), ended])).value as string;
  generator.stdin.write(`${JSON.stringify(load)}\n`);
  await next();
  await settled();
  const before = cpuMicros(pid);
  generator.stdin.write('go\n');
  const result = JSON.parse(await next()) as LoadResult;
  const answered = performance.now();
  await settled();
  const settledAfterMs = performance.now() - answered;
  return {
    ...result,
    requestsPerSecond: result.requests / result.seconds,
    cpuMicrosPerCall: (cpuMicros(pid) - before) / result.requests,
    settledAfterMs,
  };
}
