import { readFileSync } from 'node:fs';
import { Kubectl } from './kubectl.ts';
import { KUBECONFIG, LOGS, STATE_FILE } from './layout.ts';
import { isAlive, Ledger } from './ledger.ts';

export interface ClusterStatus {
  /** `up`: everything runs and the API server says it is ready. `damaged`: something that was started does not run. */
  state: 'up' | 'damaged' | 'down';
  kubeconfig?: string;
  logs?: string;
  components: { name: string; pid: number; running: boolean; residentMiB?: number }[];
}

/** Reads only. */
export async function status(): Promise<ClusterStatus> {
  const ledger = Ledger.read(STATE_FILE);
  if (!ledger) return { state: 'down', components: [] };
  const components = ledger.processes.map((recorded) => {
    const running = isAlive(recorded);
    const { name, pid } = recorded;
    return running ? { name, pid, running, residentMiB: residentMiB(pid) } : { name, pid, running };
  });
  const alive = components.length > 0 && components.every(({ running }) => running);
  const whole = alive && (await Kubectl.create()).ready();
  return { state: whole ? 'up' : 'damaged', kubeconfig: KUBECONFIG, logs: LOGS, components };
}

/** The same for people. */
export function described({ state, kubeconfig, logs, components }: ClusterStatus): string {
  const lines = [`The cluster is ${state}.`];
  if (kubeconfig) lines.push(`KUBECONFIG=${kubeconfig}`, `Logs in ${logs}`);
  for (const { name, pid, running, residentMiB } of components) {
    lines.push(`  ${name.padEnd(24)} ${running ? `pid ${pid}, ${residentMiB} MiB` : 'not running'}`);
  }
  return `${lines.join('\n')}\n`;
}

function residentMiB(pid: number): number {
  const [, kib = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kib) / 1024);
}
