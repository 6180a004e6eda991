import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { echo } from '../../services/mcp-server/test/bench/echo-tool.ts';
import { addressesOf, freePorts } from '../stack/addresses.ts';
import { type Child, startChild } from '../stack/child.ts';
import { writeProfilePolicy } from '../stack/profile-policy.ts';
import { type Stack, startStack } from '../stack/stack.ts';
import { LOAD_CORE, pin, SERVER_CORE } from './cpu.ts';
import type { Target } from './measure.ts';

export type ServerName = 'b1' | 'b2' | 'sallyport';
export interface Server extends Target {
  name: ServerName;
  url: string;
}

/** The whole house with one more tool, and the two servers it is compared with. */
export interface Stage {
  servers: Record<ServerName, Server>;
  stack: Stack;
  profileFile: string | undefined;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '../..');
const TICKETS = join(root, 'simulators/helpdesk/tickets.json');
const SETTLE_MS = 60_000;
const LOOK_AGAIN_MS = 20;

/** @param profileFile where the mcp-server writes a CPU profile between two SIGUSR2 */
export async function setStage(profileFile?: string): Promise<Stage> {
  const stateDir = await mkdtemp(join(tmpdir(), 'sallyport-bench-'));
  const stack = await startHouse(stateDir, profileFile);
  const baselines = await Promise.all([startBaseline('v1', stateDir), startBaseline('v2', stateDir)]);
  const [b1, b2] = baselines;
  const servers: Stage['servers'] = {
    b1: baseline('b1', b1),
    b2: baseline('b2', b2),
    sallyport: {
      name: 'sallyport',
      pid: stack.child('mcp-server').pid,
      url: `${stack.url('mcp')}/mcp`,
      settled: () => backlogEmpty(`${stack.url('mcp')}/readyz`),
    },
  };
  for (const { pid } of Object.values(servers)) pin(pid, SERVER_CORE);
  for (const name of OTHERS) pin(stack.child(name).pid, LOAD_CORE);
  return {
    servers,
    stack,
    profileFile,
    async stop() {
      for (const child of baselines) await child.stop();
      await stack.stop();
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}

const OTHERS = ['audit', 'token-broker-issuer', 'token-broker-gateway', 'idp-simulator', 'linear-simulator'];

async function startHouse(stateDir: string, profileFile: string | undefined): Promise<Stack> {
  const policyDir = join(stateDir, 'bench-policy');
  await writeProfilePolicy(join(root, 'libs/policy/bundle'), policyDir, [echo]);
  return startStack({
    root,
    stateDir,
    addresses: addressesOf(await freePorts()),
    entries: { 'mcp-server': join(root, 'services/mcp-server/test/bench/main.ts') },
    settings: {
      // Every guard stays on; only the limits are out of the way of the load.
      'mcp-server': {
        MCP_POLICY_DIR: policyDir,
        MCP_CALLS_PER_MINUTE: '10000000',
        MCP_BURST: '1000000',
        MCP_TOOL_LIMIT_FACTOR: '10000',
        ...(profileFile ? { BENCH_PROFILE_FILE: profileFile } : {}),
      },
    },
  });
}

function startBaseline(version: 'v1' | 'v2', stateDir: string): Promise<Child> {
  return startChild({
    name: `insecure-${version}`,
    entry: join(root, 'examples/insecure-v1/dist', `${version}.js`),
    logFile: join(stateDir, 'logs', `insecure-${version}.log`),
    env: { PORT: '0', BENCH_ECHO: '1', TICKETS_FILE: TICKETS },
  });
}

/** What a bare server answered is done with. */
const baseline = (name: ServerName, { pid, ready }: Child): Server => ({
  ...{ name, pid, url: String(ready.url) },
  settled: () => Promise.resolve(),
});

/** Waits until audit has acknowledged every event of the calls so far. */
async function backlogEmpty(readyz: string): Promise<void> {
  for (const until = performance.now() + SETTLE_MS; performance.now() < until; ) {
    const { auditBacklog } = (await (await fetch(readyz)).json()) as { auditBacklog?: number };
    if (auditBacklog === 0) return;
    await new Promise((later) => setTimeout(later, LOOK_AGAIN_MS));
  }
  throw new Error(`audit had not taken every event after ${SETTLE_MS / 1_000} s`);
}
