import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { matrix, render } from './helm.ts';
import { Network, policiesOf } from './kubernetes/network.ts';
import { type KubeObject, named } from './kubernetes/objects.ts';

const cases = await matrix();
const rendered = new Map(
  await Promise.all([...cases].map(async ([name, values]) => [name, await render({ values })] as const)),
);
const walled = [...rendered].filter(([name]) => name !== 'demo-wasm').map(([name, objects]) => ({ name, objects }));
const objectsOf = (name: string): KubeObject[] => rendered.get(name) ?? [];

/** `→` lines of an expected table, without its words. */
async function table(name: string): Promise<string[]> {
  const text = await readFile(join(import.meta.dirname, 'expected', `${name}.txt`), 'utf8');
  return text.split('\n').filter((line) => line.includes('→'));
}

describe('the table of edges', () => {
  it.each(['demo', 'production'])(
    '[C-PL-2] of the %s profile: what the policies let through is exactly this',
    async (name) => {
      const network = new Network(objectsOf(name));
      expect([...network.edges(), ...network.outside()]).toEqual(await table(`edges-${name}`));
    },
  );

  it('[C-PL-2] is open without the policies, so that the table proves something', () => {
    const network = new Network(objectsOf('demo').filter(({ kind }) => kind !== 'NetworkPolicy'));
    expect(network.pods.some((pod) => network.isolated(pod, 'Ingress') || network.isolated(pod, 'Egress'))).toBe(false);
  });

  it('[C-PL-2] lets helm test in only while it runs, only to the MCP servers and the management ports', () => {
    const atRest = new Network(objectsOf('demo')).edges();
    const during = new Network(objectsOf('demo'), { hooks: true }).edges();
    const added = during.filter((edge) => !atRest.includes(edge));
    expect(added).toEqual([
      'helm-test → audit :9090',
      'helm-test → mcp-server-read :8000',
      'helm-test → mcp-server-read :9090',
      'helm-test → mcp-server-write :8000',
      'helm-test → mcp-server-write :9090',
      'helm-test → token-broker-gateway :9090',
      'helm-test → token-broker-issuer :9090',
    ]);
  });
});

describe.each(walled)('the network of $name', ({ objects }) => {
  const network = new Network(objects, { hooks: true });
  const edges = network.edges();
  const from = (component: string) => edges.filter((edge) => edge.startsWith(`${component} →`));

  it('[C-PL-2] selects every pod by default deny, both ways', () => {
    for (const pod of network.pods) {
      expect([pod.owner, network.isolated(pod, 'Ingress'), network.isolated(pod, 'Egress')]).toEqual([
        pod.owner,
        true,
        true,
      ]);
    }
    const deny = policiesOf(objects).find(({ metadata }) => metadata.name.endsWith('-default-deny'));
    expect(deny?.spec).toMatchObject({ policyTypes: ['Ingress', 'Egress'] });
    expect(deny?.spec).not.toHaveProperty('ingress');
    expect(deny?.spec).not.toHaveProperty('egress');
  });

  it('[C-PL-2] is one policy for one edge: one subject, one peer', () => {
    for (const { metadata, spec } of policiesOf(objects)) {
      if (/-(default-deny|dns)$/.test(metadata.name) || metadata.annotations?.['helm.sh/hook']) continue;
      const rules = [spec?.ingress, spec?.egress].flat().filter((rule) => rule !== undefined);
      expect([metadata.name, rules.length, String(spec?.policyTypes).split(',').length]).toEqual([metadata.name, 1, 1]);
    }
  });

  it('[C-AZ-10] gives the read placement no way to the gateway, to Vault, or out', () => {
    expect(from('mcp-server-read').join()).not.toMatch(/gateway|vault|egress|linear|idp/);
    expect(
      network
        .outside()
        .filter((line) => line.startsWith('mcp-server-read →'))
        .join(),
    ).not.toMatch(/vault|0\.0\.0\.0/);
  });

  it('[C-PL-2] gives nobody but the gateway a way to Vault, and nobody but the broker a way out', () => {
    const inside = edges.filter((edge) => / → vault /.test(edge)).map((edge) => edge.split(' ')[0]);
    const outside = network.outside().filter((line) => /→ \[(?:vault|10\.4\.0\.9)/.test(line));
    expect([...inside, ...outside.map((line) => line.split(' ')[0])]).toEqual(['token-broker-gateway']);
    for (const edge of edges.filter((line) => line.includes('→ egress-proxy'))) expect(edge).toMatch(/^token-broker-/);
  });

  it('[C-OUT-7] gives the issuer its own door of the way out, and no way to Linear', () => {
    const doors = edges.filter((edge) => edge.includes('→ egress-proxy'));
    if (doors.length > 0)
      expect(doors).toEqual(['token-broker-gateway → egress-proxy :3128', 'token-broker-issuer → egress-proxy :3129']);
    expect(from('token-broker-issuer').join()).not.toMatch(/linear|vault|:3128/);
  });

  it('[C-PL-2] lets policy, databases and stand-ins call nobody of ours', () => {
    for (const component of ['postgresql', 'idp-simulator', 'linear-simulator']) expect(from(component)).toEqual([]);
  });

  it('[C-OUT-7] excludes metadata addresses from every block that would hold them', () => {
    for (const { ipBlock } of network.peers()) {
      if (!ipBlock) continue;
      const { cidr, except = [] } = ipBlock;
      if (cidr === '0.0.0.0/0') expect(except).toEqual(expect.arrayContaining(['169.254.0.0/16']));
      else if (cidr === '::/0') expect(except.some((hole) => ['fd00:ec2::/32', 'fc00::/7'].includes(hole))).toBe(true);
      else expect(cidr).not.toMatch(/^(0\.|::\/|169\.254\.169\.254|fd00:ec2|\S+\/[0-7]$)/);
    }
  });

  it('[C-PL-2] looks names up at the cluster’s DNS and nowhere else', () => {
    const lines = network.outside().filter((line) => line.includes(':53'));
    expect(new Set(lines.map((line) => line.replace(/^\S+ → /, ''))).size).toBe(1);
    expect(lines.join()).not.toMatch(/postgresql →|simulator →/);
  });

  it('[C-PL-2] trusts labels in its own namespace only', () => {
    for (const { podSelector, namespaceSelector, ipBlock } of network.peers()) {
      if (ipBlock || !namespaceSelector) continue;
      // Somebody outside: by namespace and by pod, and never by labels of ours.
      expect(podSelector).toBeDefined();
      expect(JSON.stringify(podSelector)).not.toContain('app.kubernetes.io/instance');
    }
  });
});

describe('[C-OUT-7] host names on the way out', () => {
  const hosts = ['api.linear.app', 'idp.example.com'];
  it('proxy: an allow-list for each door in a ConfigMap', () => {
    const { data = {} } = named(objectsOf('production'), 'ConfigMap', 'demo-sallyport-egress-proxy');
    expect([data['gateway-hosts.txt'], data['issuer-hosts.txt']]).toEqual(hosts.map((host) => `${host}\n`));
  });

  it('proxy: refuses before it allows, and ends with a refusal of everything', () => {
    const { data = {} } = named(objectsOf('production'), 'ConfigMap', 'demo-sallyport-egress-proxy');
    const access = (data['squid.conf'] ?? '').split('\n').filter((line) => line.startsWith('http_access '));
    expect(access).toEqual([
      'http_access deny !CONNECT',
      'http_access deny ip_literal',
      'http_access deny !tls_ports',
      'http_access deny gateway_door !gateway_hosts',
      'http_access deny issuer_door !issuer_hosts',
      'http_access deny metadata',
      'http_access deny private',
      'http_access allow gateway_door gateway_hosts',
      'http_access allow issuer_door issuer_hosts',
      'http_access deny all',
    ]);
    expect(data['squid.conf']).toContain('acl tls_ports port 443\n');
  });

  it('proxy: private destinations only when they are accepted by name', () => {
    const squid = (name: string) =>
      named(objectsOf(name), 'ConfigMap', 'demo-sallyport-egress-proxy').data?.['squid.conf'];
    expect(squid('production')).toContain('acl private dst 10.0.0.0/8');
    expect(squid('production-scaled')).not.toContain('acl private');
    for (const name of ['production', 'production-scaled'])
      expect(squid(name)).toContain('acl metadata dst 169.254.0.0/16');
  });

  it('cilium: each placement its own names, on 443, learnt from the cluster’s DNS', () => {
    const objects = objectsOf('production-cilium');
    for (const [index, component] of ['token-broker-gateway', 'token-broker-issuer'].entries()) {
      const { spec } = named(objects, 'CiliumNetworkPolicy', `demo-sallyport-${component}-to-hosts`);
      expect(spec?.egress).toMatchObject([
        { toPorts: [{ rules: { dns: [{ matchPattern: '*.cluster.local' }, { matchName: hosts[index] }] } }] },
        { toFQDNs: [{ matchName: hosts[index] }], toPorts: [{ ports: [{ port: '443', protocol: 'TCP' }] }] },
      ]);
    }
    expect(objects.some(({ metadata }) => metadata.name.includes('egress-proxy'))).toBe(false);
  });

  it('calico: each placement its own names, on 443', () => {
    const objects = objectsOf('production-calico');
    for (const [index, component] of ['token-broker-gateway', 'token-broker-issuer'].entries()) {
      const { spec } = named(objects, 'NetworkPolicy', `demo-sallyport-${component}-to-hosts`);
      expect(spec?.egress).toEqual([
        { action: 'Allow', protocol: 'TCP', destination: { domains: [hosts[index]], ports: [443] } },
      ]);
    }
  });
});
