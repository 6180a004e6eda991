import { describe, expect, it } from 'vitest';
import { EVERY_API, type Rendering, refusal, template } from './helm.ts';

const PRODUCTION = ['values-production.example.yaml'];
const DEMO = ['values-demo.yaml'];
type Case = [what: string, set: string[], words: string | RegExp, more?: Partial<Rendering>];
const without = (api: string) => ({ apis: EVERY_API.filter((name) => name !== api) });

/** Every refusal says where, why, and what to set; Helm 3 and 4 give the same words. */
async function refused(values: readonly string[], [, set, words, more]: Case): Promise<void> {
  const said = await refusal({ values, set, ...more });
  expect(said.replaceAll(/\s+/g, ' ')).toMatch(words);
}

describe('in production the chart refuses', () => {
  const cases: Case[] = [
    ['images from nowhere', ['image.registry=""'], 'image.registry: nothing says'],
    ['[C-PL-5] an image by tag', ['images.opa.digest=""'], 'images.opa.digest: a tag can be moved'],
    ['an address that tokens are not made for', ['publicUrls.mcp=""'], 'publicUrls.mcp: tokens are made for exactly'],
    ['no address to sign in', ['publicUrls.login=""'], 'publicUrls.login'],
    ['no address of the console', ['publicUrls.console=""'], 'publicUrls.console'],
    ['no tenant', ['tenants=[]'], 'tenants: nobody could sign in'],
    ['no identity provider', ['idp.issuer=""'], 'idp.issuer: people sign in'],
    ['no Vault', ['vault.url=""'], 'vault.url: the grants of people'],
    ['no database', ['database.host=""'], 'database.host'],
    ['[C-PL-4] the demo’s policy bundle', ['policy.bundle.existingConfigMap=""'], 'policy.bundle.existingConfigMap'],
    [
      '[C-PL-4] bundles that anybody signed',
      ['policy.publicKey.existingConfigMap=""'],
      'policy.publicKey: without your',
    ],
    ['[C-CR-8] certificates made by a template', ['tls.mode="generated"'], 'tls.mode: a CA whose key'],
    ['[C-CR-6] keys made by a template', ['keys.mode="generated"'], 'keys.mode: keys made by a template'],
    ['[C-CR-8] services that answer anybody', ['tls.clientAuth="off"'], 'tls.clientAuth: services would answer'],
    ['[C-ID-6] bearer tokens, unless accepted by name', ['requireDpop="false"'], 'requireDpop: a stolen bearer token'],
    ['[C-PL-2] an open network', ['network.enabled=false'], 'network.enabled: without policies'],
    ['an audit log that ends with its pod', ['audit.persistence.mode="emptyDir"'], 'audit.persistence.mode'],
    ['[C-OUT-7] a gateway that reaches nothing', ['egress.gatewayHosts=[]'], 'egress.gatewayHosts: the gateway'],
    [
      'two replicas that each count for themselves',
      ['workloads.mcp-server-read.replicas=2'],
      'memory-stores-per-replica',
    ],
    [
      'autoscaling with memory stores',
      ['workloads.token-broker-gateway.autoscaling.enabled=true'],
      'a limit is double',
    ],
    ['cert-manager without an issuer', ['tls.certManager.issuerRef.name=""'], 'issuerRef.name: cert-manager must know'],
    ['cert-manager where there is none', [], 'this cluster has no cert-manager', without('cert-manager.io/v1')],
    [
      '[C-CR-8] a component without a certificate',
      ['tls.mode="existingSecret"'],
      'tls.existingSecrets.mcp-server-read',
    ],
    ['a service without a key', ['keys.existingSecrets.audit=""'], 'existingSecrets'],
    [
      '[C-AZ-10] one key for two services',
      ['keys.existingSecrets.mcp-server-read="sallyport-keys-mcp-server-write"'],
      'could sign as the other',
    ],
    ['strangers as peers', ['keys.peersConfigMap=""'], 'keys.peersConfigMap: services know each other'],
    ['[C-CR-8] a mesh that is not there', ['tls.mode="mesh"'], 'mesh: without a mesh the services'],
    ['a mesh in which nobody gets in', ['tls.mode="mesh"', 'mesh.kind="linkerd"'], 'mesh.ingressIdentities'],
    [
      'tests that the mesh would stop',
      ['tls.mode="mesh"', 'mesh.kind="linkerd"', 'mesh.ingressIdentities=["a"]'],
      'tests.enabled: the test pods have no identity',
    ],
    [
      '[C-CR-8] a mesh that checks nobody',
      ['tls.mode="mesh"', 'mesh.kind="istio"', 'mesh.ingressIdentities=["a"]', 'tests.enabled=false'],
      'this cluster has no security.istio.io/v1',
      without('security.istio.io/v1'),
    ],
    [
      '[C-OUT-7] Cilium’s policies without Cilium',
      ['egress.mode="cilium"'],
      'no CiliumNetworkPolicy',
      without('cilium.io/v2'),
    ],
    [
      '[C-OUT-7] Calico’s policies without Calico',
      ['egress.mode="calico"'],
      'no Calico policy API',
      without('projectcalico.org/v3'),
    ],
    [
      'no ingress controller',
      ['network.peers.ingressController=[]'],
      'network.peers.ingressController: the edge table',
    ],
    ['nobody to look names up at', ['network.peers.dns=[]'], 'network.peers.dns'],
    [
      '[C-OUT-7] the whole world as a database',
      ['network.peers.postgresql=[{"cidr":"0.0.0.0/0"}]'],
      'the whole world or near it',
    ],
    ['[C-OUT-7] half of the world', ['network.peers.vault=[{"cidr":"128.0.0.0/1"}]'], 'the whole world or near it'],
    ['[C-OUT-7] the world of IPv6', ['network.peers.vault=[{"cidr":"::/0"}]'], 'the whole world or near it'],
    [
      '[C-OUT-7] the metadata address as Vault',
      ['network.peers.vault=[{"cidr":"169.254.169.254/32"}]'],
      'metadata address',
    ],
    ['[C-OUT-7] its network', ['network.peers.vault=[{"cidr":"169.254.0.0/16"}]'], 'metadata address'],
    ['[C-OUT-7] a wider one', ['network.peers.vault=[{"cidr":"169.0.0.0/8"}]'], 'metadata address'],
    ['[C-OUT-7] its IPv6 network', ['network.peers.vault=[{"cidr":"fd00:ec2::/32"}]'], 'metadata address'],
    [
      '[C-PL-2] every pod of a namespace as ingress controller',
      ['network.peers.ingressController=[{"namespaceSelector":{"matchLabels":{"a":"b"}}}]'],
      'add a podSelector',
    ],
    ['traces that no policy lets out', ['telemetry.otlpUrl="http://collector:4318"'], 'network.peers.otlp'],
    ['scrapes that no policy lets in', ['network.peers.monitoring=[]'], 'network.peers.monitoring: no policy would'],
    ['monitoring without its operator', [], 'no Prometheus operator', without('monitoring.coreos.com/v1')],
    ['an ingress in the clear', ['ingress.tlsSecrets.login=""'], 'ingress.tlsSecrets.login: tokens would cross'],
    ['two ways in', ['gatewayApi.enabled=true'], 'ingress and gatewayApi: two ways in'],
    ['routes without a gateway', ['ingress.enabled=false', 'gatewayApi.enabled=true'], 'gatewayApi.parentRefs'],
    [
      'routes without the Gateway API',
      ['ingress.enabled=false', 'gatewayApi.enabled=true', 'gatewayApi.parentRefs=[{"name":"a"}]'],
      'this cluster has no Gateway API',
      without('gateway.networking.k8s.io/v1'),
    ],
    [
      '[C-PL-7] calls that are cut off',
      ['shutdown.preStopSeconds=15'],
      'shutdown.preStopSeconds: a tool call may take 15',
    ],
    [
      '[C-PL-7] pods that are killed while they drain',
      ['shutdown.graceSeconds=25'],
      'shutdown.graceSeconds: pods would',
    ],
    [
      'autoscaling upside down',
      [
        'weakenings=["memory-stores-per-replica"]',
        'workloads.mcp-server-read.autoscaling={"enabled":true,"minReplicas":9,"maxReplicas":6,"targetCpuPercent":70}',
      ],
      'minReplicas is above maxReplicas',
    ],
    ['the cluster’s own namespace', [], 'namespace: the cluster', { namespace: 'kube-system' }],
  ];
  it.each(cases)('%s', async (...one) => refused(PRODUCTION, one));
});

describe('in the demo the chart refuses', () => {
  const cases: Case[] = [
    ['to be exposed by an ingress', ['ingress.enabled=true'], 'ingress: the demo prints'],
    ['to be exposed by a gateway', ['gatewayApi.enabled=true'], 'passwords on the login page'],
    ['certificates that its stand-ins would not have', ['tls.mode="certManager"'], 'tls.mode: the demo makes its own'],
    ['keys of somebody else', ['keys.mode="existingSecrets"'], 'keys.mode: the demo makes its own'],
    ['[C-OUT-7] host names outside, as it has no outside', ['egress.mode="cilium"'], 'outside is inside the cluster'],
    ['two replicas all the same', ['workloads.mcp-server-write.replicas=2'], 'memory-stores-per-replica'],
  ];
  it.each(cases)('%s', async (...one) => refused(DEMO, one));
});

describe('weakenings accepted by name', () => {
  const production = (set: string[]) => template({ values: PRODUCTION, set });
  it.each([
    ['bearer-tokens', 'requireDpop="false"', 'name: MCP_REQUIRE_DPOP\n              value: "false"'],
    ['images-by-tag', 'images.audit.digest=""', 'image: registry.example.com/mirror/sallyport/audit:0.1.0'],
    ['memory-stores-per-replica', 'workloads.mcp-server-read.replicas=2', 'replicas: 2'],
    ['private-destinations', 'logLevel="debug"', 'dns_defnames off'],
  ])('%s lets its own combination through, and no other', async (name, set, words) => {
    expect(await production([`weakenings=["${name}"]`, set])).toContain(words);
    await refusal({ values: PRODUCTION, set: [`weakenings=["${name}"]`, 'tls.clientAuth="off"'] });
  });
});

describe('Helm 3 refuses in the same words', () => {
  it.each<Case>([
    ['by a rule', ['idp.issuer=""'], 'idp.issuer: people sign in at your identity provider; set its issuer URL.'],
    ['by the schema', ['audit.replicas=2'], /audit.*replicas/],
  ])('%s', async (...[what, set, words]) => refused(PRODUCTION, [what, set, words, { helm: 'helm3' }]));
});
