import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { CommandFailed, lastLines } from './command.ts';
import type { Kubectl } from './kubectl.ts';
import { CONTAINERD_SOCKET, inHome, POLICY_TABLE } from './layout.ts';
import { isAlive, type RecordedProcess } from './ledger.ts';
import { apiServerArgs, controllerManagerArgs, etcdArgs, schedulerArgs } from './node/control-plane.ts';
import { kubeletArgs, proxyArgs } from './node/kubelet.ts';
import { policyEnforcerArgs } from './node/policy-enforcer.ts';
import { logOf, type Sandbox } from './sandbox.ts';

const PATIENCE_MS = 60_000;
const PAUSE_MS = 100;

/** A program of the node, and how to tell that it does its work. */
export interface Component {
  name: string;
  program: string;
  args: readonly string[];
  /** Throws, or returns false, while it is not ready. */
  ready: (sandbox: Sandbox) => boolean;
}

const listening = (sandbox: Sandbox, probe: string, address: string): boolean =>
  sandbox.command(probe, ['connect', address]).startsWith('connected');

/** In the order they are started; they are ended in the reverse. */
export function components(programs: Binaries, kubectl: Kubectl): Component[] {
  const { testkube, probe } = programs;
  const testkubeRuns = (name: string, args: readonly string[]) => ({ name, program: testkube, args: [name, ...args] });
  return [
    { ...testkubeRuns('etcd', etcdArgs()), ready: (node) => listening(node, probe, '127.0.0.1:2379') },
    {
      ...testkubeRuns('kube-apiserver', apiServerArgs()),
      ready: () => kubectl.ready(),
    },
    {
      ...testkubeRuns('kube-controller-manager', controllerManagerArgs()),
      ready: (node) => listening(node, probe, '127.0.0.1:10257'),
    },
    { ...testkubeRuns('kube-scheduler', schedulerArgs()), ready: (node) => listening(node, probe, '127.0.0.1:10259') },
    {
      name: 'containerd',
      program: 'containerd',
      args: ['--config', inHome('etc', 'containerd.toml')],
      ready: (node) => node.command('ctr', ['-a', CONTAINERD_SOCKET, 'version']).includes('Server'),
    },
    {
      ...testkubeRuns('policy-enforcer', policyEnforcerArgs()),
      ready: (node) => node.command('nft', ['list', 'table', 'ip', POLICY_TABLE]).includes('forward'),
    },
    { ...testkubeRuns('kubelet', kubeletArgs()), ready: (node) => listening(node, probe, '127.0.0.1:10248') },
    // It waits for its node, long if it has to: the kubelet comes first.
    { ...testkubeRuns('kube-proxy', proxyArgs()), ready: (node) => listening(node, probe, '127.0.0.1:10256') },
  ];
}

/**
 * Starts a component and waits until it is ready.
 *
 * @throws Error with the last lines of its log, when it ends or is not ready within a minute
 */
export async function startComponent(sandbox: Sandbox, component: Component): Promise<void> {
  const started = await sandbox.start(component.name, component.program, component.args);
  const deadline = Date.now() + PATIENCE_MS;
  while (!isReady(sandbox, component)) {
    if (!isAlive(started)) throw new Error(`${component.name} ended\n${tailOf(component.name)}`);
    if (Date.now() > deadline)
      throw new Error(`${component.name} is not ready after a minute\n${tailOf(component.name)}`);
    await sleep(PAUSE_MS);
  }
}

/** Ends one recorded process: asked first, then made to. Nothing else is touched. */
export async function endProcess(recorded: RecordedProcess, patienceMs = 5_000): Promise<void> {
  const signal = (name: 'SIGTERM' | 'SIGKILL') => {
    if (isAlive(recorded)) process.kill(recorded.pid, name);
  };
  signal('SIGTERM');
  for (const deadline = Date.now() + patienceMs; isAlive(recorded) && Date.now() < deadline; ) await sleep(20);
  signal('SIGKILL');
  for (const deadline = Date.now() + patienceMs; isAlive(recorded) && Date.now() < deadline; ) await sleep(20);
}

function isReady(sandbox: Sandbox, component: Component): boolean {
  try {
    return component.ready(sandbox);
  } catch (error) {
    if (error instanceof CommandFailed) return false;
    throw error;
  }
}

export function tailOf(name: string): string {
  const log = logOf(name);
  return existsSync(log) ? `The last lines of ${log}:\n${lastLines(readFileSync(log, 'utf8'), 12)}` : '';
}
