import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CpuProfile, sharesOf } from './profile-shares.ts';
import { play } from './rounds.ts';
import type { Stage } from './stage.ts';
import { signIn } from './tokens.ts';
import { WORKLOADS } from './workloads.ts';

const root = join(import.meta.dirname, '../..');
const AT_ONCE = 16;
const WARM_UP_MS = 3_000;
const PROFILED_MS = 6_000;
const WRITTEN_WITHIN_MS = 10_000;

/** Where the CPU time of our server goes, for each workload; numbers under a profiler are shares and nothing else. */
export async function writeProfiles({ servers, profileFile }: Stage, file: string): Promise<void> {
  if (!profileFile) throw new Error('this stage has no profiler');
  const { sallyport } = servers;
  const tokens = await signIn(sallyport.url, 1);
  const report: Record<string, unknown> = {};
  for (const workload of WORKLOADS) {
    const load = (durationMs: number) =>
      play(sallyport, '2025-11-25', workload, tokens, AT_ONCE, { warmUpMs: 0, durationMs });
    await load(WARM_UP_MS);
    process.kill(sallyport.pid, 'SIGUSR2');
    const { requests } = await load(PROFILED_MS);
    process.kill(sallyport.pid, 'SIGUSR2');
    report[workload.name] = { requests, ...sharesOf(await written(profileFile), root, requests) };
  }
  await writeFile(file, JSON.stringify(report, null, 2));
}

async function written(profileFile: string): Promise<CpuProfile> {
  for (const until = performance.now() + WRITTEN_WITHIN_MS; performance.now() < until; ) {
    const text = await readFile(profileFile, 'utf8').catch(() => undefined);
    if (text !== undefined) {
      await rm(profileFile);
      return JSON.parse(text) as CpuProfile;
    }
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error('the server left no profile');
}
