import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string } }[];
  samples: number[];
  timeDeltas: number[];
}

/** Where CPU time went, by part of the code, in per cent of busy time; start-up included. */
export async function sharesOf(dir: string, root: string): Promise<Record<string, number>> {
  const [file] = (await readdir(dir)).filter((name) => name.endsWith('.cpuprofile'));
  if (!file) throw new Error('the server left no profile');
  const { nodes, samples, timeDeltas } = JSON.parse(await readFile(join(dir, file), 'utf8')) as CpuProfile;
  const parts = new Map(nodes.map(({ id, callFrame }) => [id, partOf(callFrame, root)]));
  const times = new Map<string, number>();
  for (const [at, id] of samples.entries()) {
    const part = parts.get(id) ?? '(unknown)';
    times.set(part, (times.get(part) ?? 0) + (timeDeltas[at] ?? 0));
  }
  times.delete('(idle)');
  const busy = [...times.values()].reduce((sum, time) => sum + time, 0);
  const sorted = [...times].sort(([, a], [, b]) => b - a).slice(0, 15);
  return Object.fromEntries(sorted.map(([part, time]) => [part, Math.round((1_000 * time) / busy) / 10]));
}

function partOf({ functionName, url }: CpuProfile['nodes'][number]['callFrame'], root: string): string {
  if (url === '') return functionName.startsWith('(') ? functionName : 'node (native)';
  if (url.startsWith('node:')) return 'node';
  if (url.startsWith('wasm:')) return 'wasm (database, policy)';
  const path = url.replace(`file://${root}/`, '');
  const [, own] = path.split('node_modules/');
  if (own)
    return own
      .split('/')
      .slice(0, own.startsWith('@') ? 2 : 1)
      .join('/');
  return path.split('/').slice(0, 2).join('/');
}
