import { beforeAll, describe, expect, it } from 'vitest';
import { verifies } from '../verifies.ts';
import { cluster, named, pods } from './installation.ts';
import { componentOf, longRunning, type Pod } from './kube/pods.ts';
import { insidePod } from './kube/probe.ts';
import { run } from './kube/run.ts';

/** Looks at another container of its pod through /proc: its first process, its files, its environment. */
const LOOK = `
const fs = require('node:fs');
const attempt = (deed) => { try { return deed(); } catch (error) { return error.code; } };
const status = Object.fromEntries(fs.readFileSync('/proc/1/status', 'utf8').split('\\n').map((line) => line.split(/:\\s*/, 2)));
const root = '/proc/1/root';
const tokens = attempt(() => fs.readdirSync(root + '/var/run/secrets/kubernetes.io/serviceaccount'));
const vault = attempt(() => fs.readFileSync(root + '/var/run/secrets/vault/token', 'utf8'));
console.log(JSON.stringify({
  status: { CapEff: status.CapEff, CapBnd: status.CapBnd, NoNewPrivs: status.NoNewPrivs, Seccomp: status.Seccomp, Uid: status.Uid },
  write: ['/', '/etc', '/usr', '/app', '/bin'].map((dir) => attempt(() => { fs.writeFileSync(root + dir + '/probe', ''); return 'written'; })),
  environment: attempt(() => fs.readFileSync('/proc/1/environ', 'utf8').split('\\0')),
  tokens, vault,
}));
`;

interface Seen {
  status: { CapEff: string; CapBnd: string; NoNewPrivs: string; Seccomp: string; Uid: string };
  write: string[];
  environment: string[] | string;
  tokens: string[] | string;
  vault: string;
}

let standing: Pod[];
/** `component/container` → what was seen there. */
const seen = new Map<string, Seen>();
beforeAll(async () => {
  standing = await pods();
  await Promise.all(
    standing.flatMap((pod) =>
      longRunning(pod).map(async ({ name }) => {
        seen.set(`${componentOf(pod)}/${name}`, await insidePod<Seen>(cluster, pod, LOOK, { target: name }));
      }),
    ),
  );
});
const each = <T>(look: (one: Seen) => T): [string, T][] => [...seen].map(([where, one]) => [where, look(one)]);
const all = <T>(value: T): [string, T][] => [...seen.keys()].map((where) => [where, value]);

describe('every container of every pod', () => {
  it(verifies('cluster:posture', 'has no capability, gains none, and is confined by seccomp'), () => {
    const facts = each(({ status }) => [status.CapEff, status.CapBnd, status.NoNewPrivs, status.Seccomp]);
    expect(facts).toEqual(all(['0000000000000000', '0000000000000000', '1', '2']));
  });

  it(verifies('cluster:posture', 'runs as nobody in particular'), () => {
    expect(each(({ status }) => status.Uid.split('\t')[0])).toEqual(all('65532'));
  });

  it(verifies('cluster:posture', 'cannot write to its own image'), () => {
    const written = each(({ write }) => write.filter((answer) => answer === 'written' || answer === 'EPERM'));
    expect(written).toEqual(all([]));
  });

  it(verifies('cluster:posture', 'holds no token for the API server'), () => {
    expect(each(({ tokens }) => tokens)).toEqual(all('ENOENT'));
  });

  it(verifies('cluster:posture', 'has no secret in its environment'), () => {
    const secretLike =
      /-----BEGIN|eyJ[\w-]{10,}\.|hvs\.|lin_(?:api|oauth)_|(?:^|_)(?:PASSWORD|TOKEN|SECRET|CREDENTIAL)S?=./;
    const found = each(({ environment }) =>
      (Array.isArray(environment) ? environment : [environment]).filter((line) => secretLike.test(line)),
    );
    expect(found).toEqual(all([]));
  });
});

describe('every pod', () => {
  it(verifies('cluster:posture', 'mounts its own certificate and key, and no Secret of another'), () => {
    const foreign = standing.flatMap((pod) => {
      const own = [`${named(componentOf(pod))}-tls`, `${named(componentOf(pod))}-keys`];
      const mounted = (pod.spec.volumes ?? []).flatMap(secretsOf);
      return mounted.filter((name) => !own.includes(name)).map((name) => `${componentOf(pod)} mounts ${name}`);
    });
    expect(foreign).toEqual([]);
  });

  it(
    verifies(
      'cluster:posture',
      'but the gateway has no token of any kind, and the gateway’s is worth nothing at the API server',
    ),
    async () => {
      const holders = each(({ vault }) => vault !== 'ENOENT').filter(([, has]) => has);
      expect(holders.map(([where]) => where)).toEqual(['token-broker-gateway/token-broker-gateway']);
      const token = seen.get('token-broker-gateway/token-broker-gateway')?.vault ?? '';
      expect(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))).toMatchObject({
        aud: ['vault'],
      });
      const { kubectl, kubeconfig } = cluster.environment;
      // The cluster's address without our administrator's certificate, only the token.
      const server = await cluster.kubectl([
        'config',
        'view',
        '--minify',
        '-o',
        'jsonpath={.clusters[0].cluster.server}',
      ]);
      const args = [
        '--kubeconfig',
        '/dev/null',
        '--server',
        server,
        '--insecure-skip-tls-verify',
        `--token=${token.trim()}`,
      ];
      const asked = await run(kubectl, [...args, 'auth', 'whoami'], { env: { KUBECONFIG: kubeconfig } });
      expect(asked.code).not.toBe(0);
      expect(asked.stderr).toMatch(/Unauthorized|must be logged in/);
    },
  );

  it(verifies('cluster:posture', 'keeps its scratch in memory, with a size'), () => {
    const unsized = standing.flatMap((pod) =>
      (pod.spec.volumes ?? [])
        .filter((volume) => 'emptyDir' in volume)
        .filter(({ emptyDir }) => !(emptyDir as { sizeLimit?: string }).sizeLimit)
        .map(({ name }) => `${componentOf(pod)}: ${String(name)}`),
    );
    expect(unsized).toEqual([]);
    expect(standing.flatMap((pod) => (pod.spec.volumes ?? []).filter((volume) => 'hostPath' in volume))).toEqual([]);
  });

  it(verifies('cluster:posture', 'has an identity of its own'), () => {
    const accounts = standing.map(({ spec }) => spec.serviceAccountName);
    expect(new Set(accounts).size).toBe(new Set(standing.map(componentOf)).size);
    expect(accounts).not.toContain('default');
  });
});

function secretsOf(volume: Record<string, unknown>): string[] {
  const { secret, projected } = volume as {
    secret?: { secretName: string };
    projected?: { sources: { secret?: { name: string } }[] };
  };
  return [
    ...(secret ? [secret.secretName] : []),
    ...(projected?.sources ?? []).flatMap((source) => source.secret?.name ?? []),
  ];
}
