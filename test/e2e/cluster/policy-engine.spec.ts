import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifies } from '../verifies.ts';
import { Agents, openDoors } from './agents.ts';
import { cluster, pod, pods, release } from './installation.ts';
import { until } from './kube/cluster.ts';
import { componentOf } from './kube/pods.ts';
import { insidePod } from './kube/probe.ts';
import { standIns } from './stand-ins.ts';

let doors: { close(): void };
let agents: Agents;
beforeAll(async () => {
  doors = await openDoors();
  agents = await Agents.of('grace');
});
afterAll(async () => {
  await agents?.close();
  doors?.close();
});

const list = () => agents.read.client.callTool({ name: 'get_support_tickets', arguments: { limit: 1 } });
/** What a caller gets: tickets, a refusal in words, or no answer. */
async function outcome(): Promise<string> {
  try {
    const answer = await list();
    return answer.isError === true ? JSON.stringify(answer.content) : 'answered';
  } catch (error) {
    return `no answer: ${(error as Error).message.slice(0, 120)}`;
  }
}
const answered = () =>
  until('calls to be answered', async () => (await outcome()) === 'answered', { timeoutMs: 150_000 });

describe('the policy engine beside the service', () => {
  it(verifies(
    'cluster:policy-engine',
    'killed: calls are refused with a clear error while it is away, and answered when it is back',
  ), async () => {
    await answered();
    const server = await pod('mcp-server-read');
    const seen: string[] = [];
    // The kubelet waits longer after each death: the third time it is away for a while.
    for (let death = 0; death < 3; death += 1) {
      await insidePod(cluster, await pod('mcp-server-read'), "process.kill(1, 'SIGTERM'); console.log('true')", {
        target: 'opa',
      }).catch(() => undefined);
      for (let call = 0; call < 10; call += 1) seen.push(await outcome());
    }
    const refused = seen.filter((one) => one !== 'answered');
    expect(refused.length).toBeGreaterThan(0);
    expect(
      refused.filter((one) => !/policy_unavailable|no answer: .*(50[234]|hang up|fetch failed)/i.test(one)),
    ).toEqual([]);
    await answered();
    expect((await pod('mcp-server-read')).metadata.uid).toBe(server.metadata.uid);
  }, 400_000);
});

describe('a bundle that is not what was signed', () => {
  const name = `${release.fullname}-policy`;
  let genuine: string;
  beforeAll(async () => {
    const map = JSON.parse(await cluster.kubectl(['get', 'configmap', name, '-o', 'json'])) as {
      binaryData: Record<string, string>;
    };
    genuine = map.binaryData['bundle.tar.gz'] ?? '';
  });
  const put = (bundle: string) =>
    cluster.kubectl([
      'patch',
      'configmap',
      name,
      '--type=merge',
      '-p',
      JSON.stringify({ binaryData: { 'bundle.tar.gz': bundle } }),
    ]);
  afterAll(async () => {
    await put(genuine);
    await cluster.kubectl(['delete', 'pods', '-l', 'app.kubernetes.io/component=mcp-server-read', '--grace-period=1']);
    await answered();
  });

  it(verifies(
    'cluster:policy-engine',
    'tampered: a new pod never becomes ready with it and refuses calls; the genuine one brings it back',
  ), async () => {
    const { vault, linear } = await standIns.calls();
    await put(tampered(genuine));
    const old = await pod('mcp-server-read');
    await cluster.kubectl(['delete', 'pod', old.metadata.name, '--grace-period=1', '--wait=false']);
    const fresh = await until('the new pod', async () =>
      (await cluster.list<typeof old>('pods', '-l', `app.kubernetes.io/component=mcp-server-read`)).find(
        ({ metadata }) => metadata.uid !== old.metadata.uid && !metadata.deletionTimestamp,
      ),
    );
    await until('the old pod to be gone', async () => {
      const { code } = await cluster.tryKubectl(['get', 'pod', old.metadata.name]);
      return code !== 0;
    });
    const until30s = performance.now() + 30_000;
    while (performance.now() < until30s) {
      expect(await outcome()).not.toBe('answered');
      expect(
        (await pods()).filter(
          (one) =>
            componentOf(one) === 'mcp-server-read' &&
            one.metadata.uid === fresh.metadata.uid &&
            one.status.containerStatuses?.every(({ ready }) => ready),
        ),
      ).toEqual([]);
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    }
    expect(await standIns.calls()).toEqual({ vault, linear });
    await put(genuine);
    await cluster.kubectl(['delete', 'pod', fresh.metadata.name, '--grace-period=1', '--wait=false']);
    expect(await answered()).toBe(true);
  }, 500_000);
});

/** The same bundle with one byte of its data changed, and a valid archive otherwise. */
function tampered(bundle: string): string {
  const tar = gunzipSync(Buffer.from(bundle, 'base64'));
  const at = tar.indexOf('"tier"');
  if (at < 0) throw new Error('the bundle has no tool data');
  const digit = tar
    .subarray(at, at + 16)
    .toString('latin1')
    .search(/[0-9]/);
  tar[at + digit] = tar[at + digit] === 0x32 ? 0x30 : 0x32;
  return gzipSync(tar).toString('base64');
}
