import { describe, expect, it } from 'vitest';
import { verifies } from '../verifies.ts';
import { cluster, pods, release } from './installation.ts';
import { componentOf } from './kube/pods.ts';
import { valuesOf } from './release.ts';

describe('helm install', () => {
  it(
    verifies('cluster:install', 'brings up every part, ready, where Pod Security restricted is enforced'),
    async () => {
      const standing = await pods();
      expect(new Set(standing.map(componentOf))).toEqual(
        new Set([
          ...['mcp-server-read', 'mcp-server-write', 'token-broker-issuer', 'token-broker-gateway', 'audit'],
          ...['egress-proxy', 'edge', 'idp-simulator', 'linear-simulator', 'vault', 'postgresql'],
        ]),
      );
      const statuses = standing.flatMap(({ status }) => status.containerStatuses ?? []);
      expect(statuses.filter(({ ready }) => !ready)).toEqual([]);
      const refused = await cluster.tryKubectl([
        'run',
        'naked',
        `--image=${cluster.environment.probeImage}`,
        '--restart=Never',
      ]);
      expect(refused.stderr).toMatch(/violates PodSecurity "restricted/);
    },
  );

  it(verifies('cluster:install', 'says nothing new when the same is applied again'), async () => {
    const before = await cluster.helm(['get', 'manifest', release.name]);
    await cluster.helm([
      'upgrade',
      release.name,
      cluster.environment.chart,
      ...valuesOf(cluster.environment),
      '--wait',
      '--timeout',
      '4m',
    ]);
    expect(await cluster.helm(['get', 'manifest', release.name])).toBe(before);
    const diff = await cluster.tryKubectl(['diff', '--server-side=false', '-f', '-'], { input: before });
    expect(diff.stdout).toBe('');
  });

  it(verifies('cluster:install', 'is judged healthy by helm test'), async () => {
    const said = await cluster.helm(['test', release.name, '--timeout', '3m'], 240_000);
    expect(said).toMatch(/Phase:\s+Succeeded/);
    expect(said).not.toMatch(/Phase:\s+Failed/);
  });

  it(verifies('cluster:install', 'states the posture that was chosen'), async () => {
    const notes = await cluster.helm(['get', 'notes', release.name]);
    expect(notes).toMatch(/demo/i);
    expect(notes).not.toMatch(/-----BEGIN|password:/i);
  });
});
