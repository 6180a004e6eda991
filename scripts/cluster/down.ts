import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { command, succeeds } from './command.ts';
import { endProcess } from './components.ts';
import { removeHostGuard } from './guard.ts';
import { leftoverCgroups, removeCgroups, restoreSysctls } from './kernel-state.ts';
import { GUARD_TABLE, HOME, HOST_LINK, STATE_FILE } from './layout.ts';
import { isAlive, Ledger } from './ledger.ts';
import { unlinkHost } from './node-network.ts';
import { missingPackages } from './packages.ts';

const SETTLE_MS = 10_000;
const PAUSE_MS = 50;

/**
 * Ends what was recorded, in reverse order, and puts the machine back. The node's first process comes last: with it the
 * kernel ends whatever is left in the node (containers, shims) and takes its mounts, links, tables and routes away.
 *
 * @throws Error naming whatever is left all the same
 */
export async function down(): Promise<void> {
  const ledger = Ledger.read(STATE_FILE);
  // Without these programs none was ever made here.
  if (!ledger && missingPackages().length > 0) return;
  const init = ledger?.find('sandbox');
  const namespace = init && isAlive(init) ? namespaceOf(init.pid) : undefined;
  for (const recorded of [...(ledger?.processes ?? [])].reverse()) {
    if (recorded !== init) await endProcess(recorded, 3_000);
  }
  unlinkHost();
  if (init) await endProcess(init, 0);
  // What the kernel ends takes a moment to be gone, longer on a busy machine.
  let left = ['not looked yet'];
  for (const deadline = Date.now() + SETTLE_MS; left.length > 0 && Date.now() < deadline; await sleep(PAUSE_MS)) {
    removeCgroups();
    removeHostGuard();
    left = [
      ...restoreSysctls(ledger?.sysctls ?? {}).map((key) => `sysctl ${key}`),
      ...(ledger?.processes.filter(isAlive).map(({ name, pid }) => `process ${pid} (${name})`) ?? []),
      ...(namespace ? processesIn(namespace).map((pid) => `process ${pid}`) : []),
      ...leftovers(),
    ];
  }
  if (left.length > 0) {
    throw new Error(`the cluster is down, but this is left:\n${left.map((line) => `  ${line}`).join('\n')}`);
  }
  // Last: while it exists, `down` knows what to put back.
  rmSync(HOME, { recursive: true, force: true });
}

/** What of a cluster can be seen on the machine without knowing its processes; pods are known by their control groups. */
export function leftovers(): string[] {
  const links = JSON.parse(command('ip', ['-j', 'link'])) as { ifname: string }[];
  const routes = JSON.parse(command('ip', ['-j', '-4', 'route'])) as { dst: string; dev: string }[];
  const mounts = readFileSync('/proc/mounts', 'utf8').split('\n');
  return [
    ...mounts.filter((line) => line.includes(` ${HOME}`)).map((line) => `mount ${line.split(' ')[1]}`),
    ...links.filter(({ ifname }) => ifname === HOST_LINK).map(({ ifname }) => `link ${ifname}`),
    ...routes.filter(({ dev }) => dev === HOST_LINK).map(({ dst }) => `route ${dst}`),
    ...(succeeds('nft', ['list', 'table', 'inet', GUARD_TABLE]) ? [`nftables table ${GUARD_TABLE}`] : []),
    ...leftoverCgroups().map((group) => `control group ${group}`),
  ];
}

/** The process namespace of the node, `pid:[NUMBER]` (pid_namespaces(7)): everything that it started is in it. */
function namespaceOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/ns/pid`);
  } catch {
    return undefined; // ended meanwhile
  }
}

function processesIn(namespace: string): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => namespaceOf(pid) === namespace);
}
