import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';

const LOCK = '/run/sallyport-cluster.lock';

/**
 * One `up` or `down` at a time on a machine, whichever checkout it comes from.
 *
 * @throws Error while another runs
 */
export async function exclusively<T>(deed: () => Promise<T>): Promise<T> {
  take();
  try {
    return await deed();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

function take(again = true): void {
  try {
    const lock = openSync(LOCK, 'wx', 0o600);
    writeSync(lock, String(process.pid));
    closeSync(lock);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = readFileSync(LOCK, 'utf8');
    if (!again || runs(Number(holder))) throw new Error(`another "npm run cluster" is at work (pid ${holder})`);
    // Left by one that was killed.
    rmSync(LOCK, { force: true });
    take(false);
  }
}

function runs(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('cluster.ts');
  } catch {
    return false;
  }
}
