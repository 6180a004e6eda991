import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AgentOAuth, connectAgent, PEOPLE, Person } from '@sallyport/testing';
import { echo } from '../../services/mcp-server/test/bench/echo-tool.ts';
import { addressesOf, freePorts } from '../stack/addresses.ts';
import { startChild } from '../stack/child.ts';
import { writeProfilePolicy } from '../stack/profile-policy.ts';
import { type Stack, startStack } from '../stack/stack.ts';
import { measure, median, pin, type Round } from './measure.ts';
import { callMessage, type Era } from './messages.ts';
import { sharesOf } from './profile.ts';

const root = join(import.meta.dirname, '../..');
const out = join(root, 'out', 'bench');

interface Server {
  name: string;
  pid: number;
  url: string;
  era: Era;
  token?: string;
}
const WORKLOADS = [
  { name: 'echo', tool: 'echo', args: { message: 'sally forth' }, expect: 'sally forth' },
  { name: 'tickets', tool: 'get_support_tickets', args: { status: 'open', limit: 20 }, expect: '7d9f5f0e-3c1b-4c55' },
] as const;

/** `npm run bench -- mcp`. @returns exit code: 1 when the guarded echo is not faster than the bare v1 server's */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '3' },
      profile: { type: 'boolean' },
    },
  });
  const rounds = bounded(values.rounds, 1, 20);
  const seconds = bounded(values.seconds, 1, 30);
  const stateDir = await mkdtemp(join(tmpdir(), 'sallyport-bench-'));
  await mkdir(out, { recursive: true });
  process.stderr.write('Starting Sallyport, B1 (SDK v1) and B2 (SDK v2) …\n');
  const stack = await startBenchStack(stateDir);
  const baselines = await Promise.all([startBaseline('v1', stateDir, stack), startBaseline('v2', stateDir, stack)]);
  try {
    const servers = await serversOf(stack, baselines);
    const raw = await measureAll(servers, rounds, seconds);
    const ratios = ratiosOf(raw);
    const machine = { cores: availableParallelism(), cpu: cpus()[0]?.model, node: process.version };
    await writeFile(
      join(out, 'mcp.json'),
      JSON.stringify({ machine, seconds, ratios, medians: mediansOf(raw), rounds: raw }, null, 2),
    );
    print(raw, ratios);
    return ratios.echo_vs_b1 > 1 && raw.every(({ errors }) => errors === 0) ? 0 : 1;
  } finally {
    for (const baseline of baselines) await baseline.stop();
    await stack.stop();
    await rm(stateDir, { recursive: true, force: true });
    if (values.profile) await profile(seconds);
  }
}

async function startBenchStack(stateDir: string, environment: Record<string, string> = {}): Promise<Stack> {
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
        MCP_LOG_LEVEL: 'warn',
        ...environment,
      },
    },
  });
}

/** One run of the tickets workload under the sampling profiler, in a stack of its own: profiling costs, so nothing else is read from it. */
async function profile(seconds: number): Promise<void> {
  const stateDir = await mkdtemp(join(tmpdir(), 'sallyport-profile-'));
  const options = `--cpu-prof --cpu-prof-interval=500 --cpu-prof-dir=${stateDir}/profiles`;
  const stack = await startBenchStack(stateDir, { NODE_OPTIONS: options });
  const [server] = await oursOf(stack);
  const [, tickets] = WORKLOADS;
  if (server) {
    const load = { ...callMessage(server.era, tickets.tool, tickets.args, server.token), expect: tickets.expect };
    await measure(server, tickets.name, {
      url: server.url,
      ...load,
      connections: 16,
      warmUpMs: 1_000,
      durationMs: seconds * 2_000,
    });
  }
  await stack.stop();
  const shares = await sharesOf(join(stateDir, 'profiles'), root);
  await writeFile(join(out, 'mcp-profile.json'), JSON.stringify(shares, null, 2));
  process.stdout.write(`${JSON.stringify({ tickets_profile: shares })}\n`);
  await rm(stateDir, { recursive: true, force: true });
}

function startBaseline(version: 'v1' | 'v2', stateDir: string, stack: Stack) {
  return startChild({
    name: `insecure-${version}`,
    entry: join(root, 'examples/insecure-v1/dist', `${version}.js`),
    logFile: join(stateDir, 'logs', `insecure-${version}.log`),
    env: {
      PORT: '0',
      BENCH_ECHO: '1',
      TICKETS_FILE: join(root, 'simulators/helpdesk/tickets.json'),
      LINEAR_URL: `${stack.url('linear')}/graphql`,
    },
  });
}

async function serversOf(stack: Stack, [b1, b2]: Awaited<ReturnType<typeof startBaseline>>[]): Promise<Server[]> {
  if (!b1 || !b2) throw new Error('a baseline is missing');
  const servers: Server[] = [
    { name: 'b1', pid: b1.pid, url: String(b1.ready.url), era: '2025-11-25' },
    { name: 'b2', pid: b2.pid, url: String(b2.ready.url), era: '2026-07-28' },
    ...(await oursOf(stack)),
  ];
  // Servers under test on one core, everything else — load, audit, broker — on the other.
  for (const { pid } of servers) pin(pid, 0);
  for (const name of ['audit', 'token-broker-issuer', 'token-broker-gateway']) pin(stack.child(name).pid, 1);
  return servers;
}

/** Our server in both eras, with a token from a real sign-in. */
async function oursOf(stack: Stack): Promise<Server[]> {
  const oauth = new AgentOAuth();
  const agent = await connectAgent(`${stack.url('mcp')}/mcp`, new Person(PEOPLE.ada), { oauth });
  await agent.close();
  const token = oauth.tokens()?.access_token ?? '';
  const ours = { pid: stack.child('mcp-server').pid, url: `${stack.url('mcp')}/mcp`, token };
  return [
    { name: 'sallyport', ...ours, era: '2025-11-25' },
    { name: 'sallyport-2026', ...ours, era: '2026-07-28' },
  ];
}

async function measureAll(servers: Server[], rounds: number, seconds: number): Promise<Round[]> {
  const raw: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const workload of WORKLOADS) {
      for (const connections of [1, 16]) {
        for (const server of servers) {
          const message = callMessage(server.era, workload.tool, workload.args, server.token);
          const load = { url: server.url, ...message, connections, expect: workload.expect };
          raw.push(await measure(server, workload.name, { ...load, warmUpMs: 1_000, durationMs: seconds * 1_000 }));
        }
      }
    }
    process.stderr.write(`round ${round + 1} of ${rounds}\n`);
  }
  return raw;
}

interface Medians {
  requestsPerSecond: number;
  cpuMicrosPerCall: number;
  p50: number;
  p99: number;
}

function mediansOf(raw: Round[]): Record<string, Medians> {
  const groups = Map.groupBy(raw, ({ server, workload, connections }) => `${server} ${workload} c${connections}`);
  return Object.fromEntries(
    [...groups].map(([key, rows]) => {
      const of = (field: keyof Medians) => median(rows.map((row) => row[field]));
      return [
        key,
        {
          requestsPerSecond: of('requestsPerSecond'),
          cpuMicrosPerCall: of('cpuMicrosPerCall'),
          p50: of('p50'),
          p99: of('p99'),
        },
      ];
    }),
  );
}

/** Ours over theirs, in requests a second at 16 connections; `_cpu` is theirs over ours in CPU time a call. */
function ratiosOf(raw: Round[]): Record<string, number> & { echo_vs_b1: number } {
  const medians = mediansOf(raw);
  const of = (server: string, workload: string) => medians[`${server} ${workload} c16`] as Medians;
  const ratios: Record<string, number> = {};
  for (const { name } of WORKLOADS) {
    for (const [ours, theirs, label] of [
      ['sallyport', 'b1', 'b1'],
      ['sallyport-2026', 'b2', 'b2'],
    ] as const) {
      const [a, b] = [of(ours, name), of(theirs, name)];
      ratios[`${name}_vs_${label}`] = round(a.requestsPerSecond / b.requestsPerSecond);
      ratios[`${name}_vs_${label}_cpu`] = round(b.cpuMicrosPerCall / a.cpuMicrosPerCall);
    }
  }
  return ratios as Record<string, number> & { echo_vs_b1: number };
}

const round = (value: number) => Math.round(value * 100) / 100;

function print(raw: Round[], ratios: Record<string, number>): void {
  for (const [key, { requestsPerSecond, cpuMicrosPerCall, p50, p99 }] of Object.entries(mediansOf(raw))) {
    const cells = [
      `${requestsPerSecond.toFixed(0)} req/s`,
      `${cpuMicrosPerCall.toFixed(0)} µs CPU`,
      `p50 ${p50.toFixed(2)} ms`,
      `p99 ${p99.toFixed(2)} ms`,
    ];
    process.stdout.write(`${key.padEnd(28)} ${cells.map((cell) => cell.padStart(16)).join(' ')}\n`);
  }
  const errors = raw.filter((row) => row.errors > 0);
  for (const row of errors)
    process.stdout.write(`${row.errors} wrong answers from ${row.server} (${row.workload}): ${row.sample}\n`);
  process.stdout.write(`${JSON.stringify({ ratios })}\n`);
}

function bounded(text: string, min: number, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max)
    throw new Error(`expected a number from ${min} to ${max}`);
  return value;
}
