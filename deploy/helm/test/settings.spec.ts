import { parseConfig } from '@sallyport/bootstrap';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { configSchema as auditConfig } from '../../../services/audit/src/config.ts';
import { configSchema as mcpConfig } from '../../../services/mcp-server/src/config.ts';
import { Resources } from '../../../services/token-broker/src/authorization-server/resources.ts';
import { readConfig } from '../../../services/token-broker/src/config.ts';
import { matrix, render } from './helm.ts';
import { type Container, type KubeObject, named, type Pod, podsOf } from './kubernetes/objects.ts';

const cases = await matrix();
const rendered = new Map(
  await Promise.all([...cases].map(async ([name, values]) => [name, await render({ values })] as const)),
);

const envOf = ({ env = [] }: Container): Record<string, string> =>
  Object.fromEntries(env.map(({ name, value = '' }) => [name, value]));
/** Reads an environment as the service itself would at its start. @throws ConfigError naming what it would refuse */
function start(env: Record<string, string>): Readonly<Record<string, unknown>> {
  if (env.BROKER_PLACEMENT) return readConfig(env);
  return env.MCP_PLACEMENT ? parseConfig(mcpConfig, 'MCP', env) : parseConfig(auditConfig, 'AUDIT', env);
}
const IS_OURS = /^(MCP|BROKER|AUDIT)_/;

describe.each([...rendered])('the environment in %s', (_name, objects) => {
  const pods = podsOf(objects);
  const containers = pods.flatMap((pod) => pod.containers.map((container) => ({ pod, container })));
  const services = containers.filter(({ container }) => container.env?.some(({ name }) => IS_OURS.test(name)));

  it('is one that each service starts with: no unknown setting, none missing, none out of bounds', () => {
    expect(services.length).toBeGreaterThanOrEqual(9);
    for (const { pod, container } of services) {
      expect([pod.owner, container.name, () => start(envOf(container))]).toEqual([
        pod.owner,
        container.name,
        expect.any(Function),
      ]);
      expect(() => start(envOf(container)), `${pod.owner} ${container.name}`).not.toThrow();
    }
  });

  it('[C-CR-6] holds names we know and plain text: no secret, no reference to one, nothing from a whole map', () => {
    const known = /^(MCP|BROKER|AUDIT|IDP_SIM|LINEAR_SIM|VAULT_SIM)_[A-Z_]+$|^(GOMAXPROCS|NODE_EXTRA_CA_CERTS)$/;
    for (const { pod, container } of containers) {
      expect([pod.owner, container.envFrom]).toEqual([pod.owner, undefined]);
      for (const { name, value, valueFrom } of container.env ?? []) {
        expect(name).toMatch(known);
        expect([name, valueFrom]).toEqual([name, undefined]);
        expect(name).not.toMatch(/(TOKEN|PASSWORD|SECRET|KEY)$/);
        expect(value).not.toMatch(/-----BEGIN|^[A-Za-z0-9+/]{40,}={0,2}$/);
      }
    }
  });

  it('[C-CR-6] names files that are mounted: keys from Secrets, and only its own', () => {
    for (const { pod, container } of services.filter(({ pod }) => pod.kind !== 'Job')) {
      for (const [name, path] of Object.entries(envOf(container))) {
        if (!name.endsWith('_FILE') && !name.endsWith('_DIR')) continue;
        const mount = container.volumeMounts?.find(
          ({ mountPath }) => path === mountPath || path.startsWith(`${mountPath}/`),
        );
        expect([pod.owner, name, mount !== undefined]).toEqual([pod.owner, name, true]);
      }
      const secrets = pod.spec.volumes?.flatMap(({ secret }) => secret ?? []) ?? [];
      const keys = secrets.filter(({ items = [] }) => items.some(({ path }) => path === 'signing.key'));
      expect(keys).toHaveLength(1);
      const held = keys.flatMap(({ items = [] }) => items.map(({ path }) => path)).join();
      const extra =
        { 'token-broker-gateway': ',encryption.key,issue-id.key', audit: ',checkpoint.key' }[pod.component] ?? '';
      expect([pod.component, held]).toEqual([pod.component, `signing.key${extra}`]);
      for (const { secretName, defaultMode } of secrets) expect([secretName, defaultMode]).toEqual([secretName, 0o440]);
    }
  });

  it('[C-AZ-10] keeps read and write apart: resource, client, role in the database, key, certificate', () => {
    const [read, write] = ['mcp-server-read', 'mcp-server-write'].map((component) => serving(pods, component));
    const of = (pod: Pod) => {
      const env = envOf(pod.spec.containers[0] as Container);
      const secrets = pod.spec.volumes?.flatMap(({ secret }) => secret?.secretName ?? []) ?? [];
      return [
        env.MCP_RESOURCE_URL,
        env.MCP_CLIENT_ID,
        env.MCP_DATABASE_URL,
        env.MCP_PLACEMENT,
        pod.spec.serviceAccountName,
        ...secrets,
      ];
    };
    const [one, other] = [of(read as Pod), of(write as Pod)];
    expect(one.length).toBe(other.length);
    expect(one.filter((value) => other.includes(value))).toEqual([]);
    const env = envOf((read as Pod).spec.containers[0] as Container);
    expect(Object.keys(env).filter((name) => /GATEWAY|VAULT|EGRESS|LINEAR/.test(name))).toEqual([]);
  });

  it('[C-CR-1] gives only the gateway a way to Vault’s grants', () => {
    const told = services.filter(({ container }) =>
      Object.keys(envOf(container)).some((name) => name.includes('VAULT_URL')),
    );
    expect(new Set(told.map(({ container }) => envOf(container).BROKER_PLACEMENT))).toEqual(new Set(['gateway']));
  });
});

function serving(pods: readonly Pod[], component: string): Pod {
  const pod = pods.find((one) => one.component === component && one.kind === 'Deployment');
  if (!pod) throw new Error(`no ${component}`);
  return pod;
}

describe('what the issuer knows from the start', () => {
  let objects: KubeObject[];
  let files: Record<string, string>;
  beforeAll(() => {
    objects = rendered.get('production-scaled') ?? [];
    files = named(objects, 'ConfigMap', 'demo-sallyport-token-broker-issuer').data ?? {};
  });

  it('[C-AZ-10] is two resources for agents, with scopes that do not overlap', () => {
    const resources = parse(files['resources.json'] ?? '') as { uri: string; scopes: Record<string, string[]> }[];
    expect(resources.map(({ uri, scopes }) => [uri, Object.keys(scopes)])).toEqual([
      ['https://mcp.example.com/mcp/read', ['tickets:read']],
      ['https://mcp.example.com/mcp/write', ['issues:create', 'issues:delete']],
      ['https://audit.example.com', ['audit:read']],
    ]);
    expect(new Resources(resources as never).find('https://mcp.example.com/mcp')).toBeUndefined();
  });

  it('[C-AZ-10] is one client for each placement, which may present its own resource’s tokens', () => {
    expect(parse(files['clients.json'] ?? '')).toEqual([
      { kind: 'exchange', service: 'mcp-server-read', resource: 'https://mcp.example.com/mcp/read' },
      { kind: 'exchange', service: 'mcp-server-write', resource: 'https://mcp.example.com/mcp/write' },
      {
        kind: 'agent',
        id: 'company-agent',
        name: 'Company agent',
        redirectUris: ['https://agent.example.com/callback'],
      },
    ]);
  });

  it('restarts the issuer when it changes, and nothing else', () => {
    const digest = (pods: Pod[], component: string) => serving(pods, component).annotations['sallyport.dev/config'];
    const [before, after] = ['production-scaled', 'production'].map((name) => podsOf(rendered.get(name) ?? []));
    expect(digest(before ?? [], 'token-broker-issuer')).not.toBe(digest(after ?? [], 'token-broker-issuer'));
    expect(digest(before ?? [], 'mcp-server-read')).toBeUndefined();
  });
});
