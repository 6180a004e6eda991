import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedTickets } from '../../../scripts/story/world.ts';
import { verifies } from '../verifies.ts';
import { verifyLog } from '../world/verifier.ts';
import { Agents, openDoors } from './agents.ts';
import { cluster, named, pod, pods } from './installation.ts';
import { until } from './kube/cluster.ts';
import { componentOf, type Pod } from './kube/pods.ts';
import { insidePod } from './kube/probe.ts';
import { type LoadReport, SteadyLoad } from './load.ts';
import { entriesOf, exportLog, logKey, missingEvents } from './record.ts';
import { standIns } from './stand-ins.ts';

/** Ours are deleted with their pod. What the stand-ins hold in memory is theirs to lose: PostgreSQL's process is ended. */
const OURS = [
  'mcp-server-read',
  'mcp-server-write',
  'token-broker-issuer',
  'token-broker-gateway',
  'audit',
  'egress-proxy',
];
/** Calls a second, while things break. */
const RATE = 4;

let doors: { close(): void };
let agents: Agents;
/** Tickets nobody has filed yet, as many as a run can use. */
const tickets = seedTickets()
  .filter(({ tenant }) => tenant === 'harbor')
  .map(({ id }) => id)
  .slice(1);

beforeAll(async () => {
  doors = await openDoors();
  agents = await Agents.of('grace');
  // Connects the account first, so that the load has nothing to ask a person.
  await agents.write.client.callTool({ name: 'escalate_ticket', arguments: { ticketId: tickets.shift() } });
});
afterAll(async () => {
  await agents?.close();
  doors?.close();
});

const ready = async (component: string, not?: string) =>
  until(
    `${component} to be ready`,
    async () => {
      const one = (await pods()).find((each) => componentOf(each) === component && each.metadata.uid !== not);
      return one?.status.containerStatuses?.every((status) => status.ready) && one;
    },
    { timeoutMs: 120_000 },
  );

/** Nothing acknowledged is missing, nothing was filed twice, and the log still proves itself. */
async function nothingLost(report: LoadReport): Promise<void> {
  const issues = await standIns.issues('harbor');
  for (const ticket of report.filed) {
    expect(
      issues.filter(({ description }) => description.includes(ticket)),
      ticket,
    ).toHaveLength(1);
  }
  expect(new Set(issues.map(({ id }) => id)).size).toBe(issues.length);
  await until('every counted event to arrive', async () => (await missingEvents()) === 0, {
    timeoutMs: 60_000,
    everyMs: 2_000,
  });
  const log = await exportLog();
  expect(verifyLog(log, await logKey()).status).toBe('ok');
  const entries = await entriesOf(log);
  const text = entries.map((entry) => JSON.stringify(entry));
  for (const ticket of report.filed)
    expect(
      text.some((one) => one.includes(ticket)),
      ticket,
    ).toBe(true);
}

const state = (what: string, { calls, failed, reasons }: LoadReport) =>
  process.stdout.write(`  ${what}: ${calls} calls, ${failed} failed ${failed > 0 ? JSON.stringify(reasons) : ''}\n`);

describe('under a light steady load', () => {
  it(verifies(
    'cluster:disruption',
    'a pod of each kind is killed: no audit event lost, no issue filed twice',
  ), async () => {
    const load = new SteadyLoad(agents, tickets.splice(0, 12), RATE);
    for (const component of OURS) {
      const { metadata } = await pod(component);
      await cluster.kubectl(['delete', 'pod', metadata.name, '--grace-period=1', '--wait=false']);
      await ready(component, metadata.uid);
    }
    const report = await load.stop();
    state('a pod of each kind killed', report);
    expect(report.calls).toBeGreaterThan(20);
    expect(report.filed.length).toBeGreaterThan(0);
    await nothingLost(report);
  }, 600_000);

  it(verifies(
    'cluster:disruption',
    'the database’s process is ended: calls fail for a while, nothing is lost',
  ), async () => {
    const load = new SteadyLoad(agents, tickets.splice(0, 6), RATE);
    const database = await pod('postgresql');
    const restarts = (one: Pod) => one.status.containerStatuses?.[0]?.restartCount ?? 0;
    await insidePod(cluster, database, "process.kill(1, 'SIGINT'); console.log('true')", { target: 'postgresql' });
    await until(
      'the database to be back',
      async () => {
        const now = await pod('postgresql');
        return restarts(now) > restarts(database) && now.status.containerStatuses?.every((status) => status.ready);
      },
      { timeoutMs: 90_000 },
    );
    await until(
      'calls to succeed again',
      async () => {
        const answer = await agents.read.client.callTool({ name: 'get_support_tickets', arguments: { limit: 1 } });
        return answer.isError !== true;
      },
      { timeoutMs: 60_000 },
    );
    const report = await load.stop();
    state('the database restarted', report);
    await nothingLost(report);
  }, 400_000);

  it(verifies(
    'cluster:disruption',
    'a rolling upgrade replaces every service: no event lost, no issue filed twice',
  ), async () => {
    const load = new SteadyLoad(agents, tickets.splice(0, 12), RATE);
    const deployments = [
      'mcp-server-read',
      'mcp-server-write',
      'token-broker-issuer',
      'token-broker-gateway',
      'egress-proxy',
    ];
    const before = new Map((await pods()).map((one) => [componentOf(one), one.metadata.uid]));
    for (const component of deployments)
      await cluster.kubectl(['rollout', 'restart', `deployment/${named(component)}`]);
    for (const component of deployments) {
      await cluster.kubectl(['rollout', 'status', `deployment/${named(component)}`, '--timeout=150s'], {
        timeoutMs: 160_000,
      });
    }
    const report = await load.stop();
    state('every service replaced', report);
    for (const component of deployments) expect((await ready(component)).metadata.uid).not.toBe(before.get(component));
    // New pods take over before old ones go, and these drain first.
    expect(report.failed).toBe(0);
    await nothingLost(report);
  }, 600_000);
});
