import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Load, LoadResult } from './load.ts';

export interface Round extends LoadResult {
  server: string;
  workload: string;
  connections: number;
  requestsPerSecond: number;
  /** On-CPU time of every thread of the server, per call. */
  cpuMicrosPerCall: number;
}

/** Runs one load against a server and reads that server's CPU time around it. */
export async function measure(server: { name: string; pid: number }, workload: string, load: Load): Promise<Round> {
  const worker = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'load.ts')],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  pin(worker.pid ?? 0, 1);
  worker.stdin.end(JSON.stringify(load));
  let cpuAtStart = 0;
  let last = '';
  for await (const chunk of worker.stdout) {
    last += chunk;
    if (cpuAtStart === 0 && last.includes('"warm"')) cpuAtStart = cpuMicros(server.pid);
  }
  const cpu = cpuMicros(server.pid) - cpuAtStart;
  const result = JSON.parse(last.trim().split('\n').at(-1) ?? '{}') as LoadResult;
  return {
    server: server.name,
    workload,
    connections: load.connections,
    ...result,
    requestsPerSecond: result.requests / result.seconds,
    cpuMicrosPerCall: cpu / result.requests,
  };
}

/** On-CPU time of all threads of a process, in microseconds, from the scheduler's own statistics. */
function cpuMicros(pid: number): number {
  const tasks = readdirSync(`/proc/${pid}/task`);
  const nanos = tasks.reduce((sum, task) => {
    const line = readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8');
    return sum + Number(line.split(' ')[0]);
  }, 0);
  return nanos / 1_000;
}

/** Keeps a process and its threads on one core, so that server and load do not share one. */
export function pin(pid: number, core: number): void {
  spawnSync('taskset', ['-acp', String(core), String(pid)], { stdio: 'ignore' });
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
