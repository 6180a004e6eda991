import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** Where the servers under test run, and where the load and everything else does. */
export const SERVER_CORE = 0;
export const LOAD_CORE = 1;

/** Linux counts in ticks of this many microseconds where the scheduler keeps no finer statistics (USER_HZ). */
const TICK_MICROS = 10_000;

/** Time on the processor of all threads of a process, in microseconds. @throws Error when the process is gone */
export function cpuMicros(pid: number): number {
  try {
    const tasks = readdirSync(`/proc/${pid}/task`);
    return tasks.reduce((sum, task) => sum + nanosOf(`/proc/${pid}/task/${task}/schedstat`), 0) / 1_000;
  } catch {
    // proc(5): fields 14 and 15 of stat, counted after the command's name, which may hold anything.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MICROS;
  }
}

const nanosOf = (file: string) => Number(readFileSync(file, 'utf8').split(' ')[0]);

/** Two cores and `taskset`: server on one, everything else on the other. */
export const canPin =
  availableParallelism() > 1 && spawnSync('taskset', ['-p', String(process.pid)], { stdio: 'ignore' }).status === 0;

/** Keeps a process and its threads on one core, so that server and load do not share one. */
export function pin(pid: number, core: number): void {
  if (canPin) spawnSync('taskset', ['-acp', String(core), String(pid)], { stdio: 'ignore' });
}
