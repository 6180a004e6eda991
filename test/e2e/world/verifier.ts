import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export interface Verdict {
  exit: number | null;
  status: 'ok' | 'tampered' | 'incomplete';
  size: number;
  verified: number;
  firstBadIndex?: number;
  findings: { verdict: string; kind: string; index?: number; file?: string }[];
}

/** The offline verifier as an auditor runs it. @param key the log's vkey kept elsewhere, or a file of it */
export function verifyLog(directory: string, key: string, ...more: string[]): Verdict {
  const verifier = join(import.meta.dirname, '../../../services/audit/dist/verify/main.js');
  const run = spawnSync(process.execPath, [verifier, directory, '--json', '--key', key, ...more], { encoding: 'utf8' });
  if (run.status === null || run.status > 2) throw new Error(`the verifier did not run: ${run.stderr}`);
  return { exit: run.status, ...(JSON.parse(run.stdout) as Omit<Verdict, 'exit'>) };
}
