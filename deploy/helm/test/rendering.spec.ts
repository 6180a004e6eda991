import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configSchema as auditConfig } from '../../../services/audit/src/config.ts';
import { configSchema as mcpConfig } from '../../../services/mcp-server/src/config.ts';
import { gatewayConfig } from '../../../services/token-broker/src/gateway/gateway.config.ts';
import { issuerConfig } from '../../../services/token-broker/src/issuer.config.ts';
import { outputs } from '../scripts/outputs.ts';
import { chart, lint, matrix, render, template } from './helm.ts';
import { type KubeObject, ofKind } from './kubernetes/objects.ts';

const cases = await matrix();
const rendered = new Map(
  await Promise.all([...cases].map(async ([name, values]) => [name, await render({ values })] as const)),
);

/** Demo identities are thrown anew where no cluster remembers them; everything else is the same each time. */
function remembered(objects: readonly KubeObject[]): string {
  const blank = objects.map((object) => {
    const random = object.kind === 'Secret' || object.metadata.name.endsWith('-peer-keys');
    return random ? { ...object, data: Object.keys(object.data ?? {}) } : object;
  });
  return JSON.stringify(blank, (key, value) => (key === 'sallyport.dev/peers' ? 'digest' : value), 1);
}

describe.each([...cases])('%s', (name, values) => {
  const objects = rendered.get(name) ?? [];

  it('passes helm lint, strictly, under Helm 3 and 4', async () => {
    for (const helm of ['helm3', 'helm'] as const) expect(await lint(values, helm)).toContain('0 chart(s) failed');
  });

  it('renders the same under Helm 3 and 4', async () => {
    expect(remembered(await render({ values, helm: 'helm3' }))).toBe(remembered(objects));
  });

  it('makes objects with names, namespaces and labels as they should be, each once', () => {
    const names = objects.map(({ apiVersion, kind, metadata }) => `${apiVersion} ${kind} ${metadata.name}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    for (const { kind, metadata } of objects) {
      expect(metadata.name).toMatch(/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/);
      expect([kind, metadata.name.length <= (kind === 'Service' || kind === 'Job' ? 63 : 253)]).toEqual([kind, true]);
      expect([metadata.name, metadata.namespace]).toEqual([metadata.name, 'gate']);
      expect(metadata.labels).toMatchObject({
        'app.kubernetes.io/instance': 'demo',
        'app.kubernetes.io/part-of': 'sallyport',
      });
    }
  });

  it('[C-PL-1] gives no pod a right at the API server, and touches nothing outside of its namespace', () => {
    const kinds = new Set(objects.map(({ kind }) => kind));
    const cluster = [
      'Role',
      'RoleBinding',
      'ClusterRole',
      'ClusterRoleBinding',
      'Namespace',
      'CustomResourceDefinition',
    ];
    expect([...kinds].filter((kind) => cluster.includes(kind) || kind.includes('Webhook'))).toEqual([]);
  });

  it('[C-CR-6] has secrets in Secrets alone', () => {
    for (const object of objects.filter(({ kind }) => kind !== 'Secret')) {
      const text = JSON.stringify(object);
      expect([
        object.metadata.name,
        /PRIVATE KEY|hvs\.|lin_(api|oauth)_|password=|:[^/@\s]+@/i.exec(text)?.[0],
      ]).toEqual([object.metadata.name, undefined]);
    }
    const production = !objects.some(({ metadata }) => metadata.name.endsWith('-idp-simulator'));
    if (production) expect(ofKind(objects, 'Secret')).toEqual([]);
  });

  it('survives the longest release name', async () => {
    const text = await template({ values, set: [`fullnameOverride="${'a'.repeat(40)}"`] });
    for (const [, name] of text.matchAll(/^ {2}name: (\S+)$/gm)) expect(name?.length).toBeLessThan(254);
  });
});

describe('generated files', () => {
  it('are in date: schema from the services’ own configs, README from the comments of the values', async () => {
    const made = await outputs({ mcp: mcpConfig, issuer: issuerConfig, gateway: gatewayConfig, audit: auditConfig });
    for (const [file, text] of made) {
      // `npm run generate -w deploy/helm` brings them up to date.
      expect([file, (await readFile(join(chart, file), 'utf8')) === text]).toEqual([file, true]);
    }
  });
});
