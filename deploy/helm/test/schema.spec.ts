import { describe, expect, it } from 'vitest';
import { refusal, template } from './helm.ts';

const values = ['values-production.example.yaml'];

/** The schema is closed: whatever is not written down is a refusal. Each case names the value it is about. */
describe('the schema of the values refuses', () => {
  it.each([
    ['a value nobody knows', 'profil="demo"', 'profil'],
    ['a value nobody knows, deep inside', 'tls.certManager.issuerRef.nam="x"', 'nam'],
    ['a third profile', 'profile="staging"', 'profile'],
    ['a weakening nobody named', 'weakenings=["no-policy"]', 'weakenings'],
    ['[C-PL-1] a security context of one’s own', 'pods.securityContext={"runAsUser":0}', 'securityContext'],
    ['[C-PL-1] a host path', 'pods.volumes=[{"hostPath":{"path":"/"}}]', 'volumes'],
    ['[C-PL-1] the network of the host', 'pods.hostNetwork=true', 'hostNetwork'],
    [
      '[C-PL-1] a token for the API server',
      'workloads.audit.automountServiceAccountToken=true',
      'automountServiceAccountToken',
    ],
    ['[C-PL-1] containers of somebody else', 'workloads.audit.sidecars=[{}]', 'sidecars'],
    ['a second writer of the audit log', 'workloads.audit.replicas=2', 'replicas'],
    ['autoscaling of the audit log', 'workloads.audit.autoscaling={"enabled":true}', 'autoscaling'],
    [
      '[C-CR-6] environment variables of one’s own',
      'workloads.mcp-server-read.env=[{"name":"VAULT_TOKEN","value":"x"}]',
      'env',
    ],
    ['[C-CR-6] a password in the address of a database', 'database.host="user:secret@db"', 'host'],
    ['[C-CR-6] a secret of the IdP as a value', 'idp.clientSecret.value="hunter2"', 'clientSecret'],
    [
      '[C-CR-6] a private key as public key',
      'policy.publicKey.pem="-----BEGIN PRIVATE KEY-----\\nAAAA\\n-----END PRIVATE KEY-----"',
      'pem',
    ],
    ['[C-PL-5] the tag latest', 'image.tag="latest"', 'tag'],
    ['[C-PL-5] the tag latest of one image', 'images.audit.tag="latest"', 'tag'],
    ['[C-PL-5] a digest that is none', 'images.audit.digest="sha256:abc"', 'digest'],
    ['[C-PL-5] another hash', 'images.audit.digest="md5:0123456789abcdef0123456789abcdef"', 'digest'],
    ['a registry with a scheme', 'image.registry="https://registry.example.com"', 'registry'],
    ['a pull policy of one’s own', 'image.pullPolicy="Sometimes"', 'pullPolicy'],
    ['a public address without TLS', 'publicUrls.mcp="http://mcp.example.com"', 'mcp'],
    ['a public address with a path', 'publicUrls.mcp="https://mcp.example.com/mcp"', 'mcp'],
    ['a public address with a user', 'publicUrls.login="https://user@login.example.com"', 'login'],
    ['an identity provider without TLS', 'idp.issuer="http://idp.example.com"', 'issuer'],
    ['a Vault without TLS', 'vault.url="http://vault:8200"', 'url'],
    ['a tenant in capitals', 'tenants=["ACME"]', 'tenants'],
    ['a tenant twice', 'tenants=["acme","acme"]', 'tenants'],
    ['[C-OUT-7] a wildcard host', 'egress.gatewayHosts=["*.linear.app"]', 'gatewayHosts'],
    ['[C-OUT-7] a domain with all below it', 'egress.gatewayHosts=[".linear.app"]', 'gatewayHosts'],
    ['[C-OUT-7] an IP literal', 'egress.gatewayHosts=["203.0.113.7"]', 'gatewayHosts'],
    ['[C-OUT-7] an IPv6 literal', 'egress.issuerHosts=["[2001:db8::1]"]', 'issuerHosts'],
    ['[C-OUT-7] a host with a port', 'egress.gatewayHosts=["api.linear.app:8443"]', 'gatewayHosts'],
    ['[C-OUT-7] a single label', 'egress.gatewayHosts=["metadata"]', 'gatewayHosts'],
    [
      '[C-OUT-7] a line break that would be a second rule',
      'egress.gatewayHosts=["a.example\\nb.example"]',
      'gatewayHosts',
    ],
    ['[C-OUT-7] every port', 'egress.ports=[]', 'ports'],
    ['a port that is none', 'egress.ports=[0]', 'ports'],
    ['an egress mode of one’s own', 'egress.mode="open"', 'mode'],
    ['[C-PL-2] a peer of no kind', 'network.peers.vault=[{}]', 'vault'],
    ['[C-PL-2] a peer of two kinds', 'network.peers.vault=[{"cidr":"10.0.0.0/8","podSelector":{}}]', 'vault'],
    ['[C-PL-2] an address that is no network', 'network.peers.vault=[{"cidr":"10.0.0.1"}]', 'vault'],
    [
      '[C-PL-2] an empty selector: everybody',
      'network.peers.vault=[{"namespaceSelector":{"matchLabels":{}},"podSelector":{}}]',
      'vault',
    ],
    ['a third engine', 'policy.engine="none"', 'engine'],
    ['client certificates that are optional', 'tls.clientAuth="request"', 'clientAuth'],
    ['a TLS mode of one’s own', 'tls.mode="none"', 'mode'],
    ['a certificate for ever', 'tls.certManager.duration="0"', 'duration'],
    ['scratch without a bound', 'workloads.audit.scratchSize=""', 'scratchSize'],
    ['scratch of nothing', 'workloads.audit.scratchSize="0"', 'scratchSize'],
    ['a pod without a memory limit', 'workloads.audit.resources.limits.memory=null', 'memory'],
    ['a pod without a bound on disk', 'workloads.audit.resources.limits.ephemeral-storage=null', 'ephemeral-storage'],
    ['a value that was deleted', 'shutdown=null', 'shutdown'],
    ['text where a number belongs', 'shutdown.graceSeconds="long"', 'graceSeconds'],
    ['no replica at all', 'workloads.mcp-server-read.replicas=0', 'replicas'],
    ['a name no object can have', 'fullnameOverride="Sally_Port"', 'fullnameOverride'],
    ['an agent that could be HTML', 'agents=[{"id":"a","name":"<b>","redirectUris":["https://a.example"]}]', 'name'],
    ['an agent without an address', 'agents=[{"id":"a","name":"A","redirectUris":[]}]', 'redirectUris'],
  ])('%s', async (_what, set, words) => {
    const said = await refusal({ values, set: [set] });
    expect(said).toMatch(/don't meet the specifications of the schema/);
    expect(said).toContain(words);
    expect(said).not.toContain('hunter2');
  });
});

describe('settings of a service are those its own config knows', () => {
  const set = (pair: string) => [`workloads.mcp-server-read.settings.${pair}`];
  it.each([
    ['a setting nobody knows', 'callsPerMinut=5'],
    ['one out of its bounds', 'callsPerMinute=0'],
    ['one of another kind', 'fastPath="yes"'],
    ['[C-AZ-10] the placement', 'placement="write"'],
    ['[C-CR-6] a path of a key', 'signingKeyFile="/tmp/key"'],
    ['[C-AZ-9] the policy', 'policyDir="/tmp"'],
    ['[C-ID-6] whether tokens are bound', 'requireDpop=false'],
    ['where events go', 'auditUrl="https://elsewhere.example"'],
  ])('refuses %s', async (_what, pair) => {
    expect(await refusal({ values, set: set(pair) })).toContain('schema');
  });

  it('refuses a setting of the other placement', async () => {
    const said = await refusal({ values, set: ['workloads.token-broker-issuer.settings.linearTimeoutMs=9000'] });
    expect(said).toContain('linearTimeoutMs');
  });

  it('hands on what is within bounds', async () => {
    const text = await template({
      values,
      set: [...set('callsPerMinute=1500000'), ...set('allowedOrigins="https://a.example"')],
    });
    expect(text).toMatch(/name: MCP_CALLS_PER_MINUTE\s+value: "1500000"/);
    expect(text).toMatch(/name: MCP_ALLOWED_ORIGINS\s+value: "https:\/\/a.example"/);
  });
});
