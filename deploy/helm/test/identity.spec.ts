import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { matrix, render } from './helm.ts';
import { type KubeObject, named, ofKind, podsOf } from './kubernetes/objects.ts';

const cases = await matrix();
const of = (name: string) => render({ values: cases.get(name) ?? [] });
const [demo, production, linkerd, istio] = await Promise.all(
  ['demo', 'production', 'production-linkerd', 'production-istio'].map(of),
);
const text = (object: KubeObject, key: string) => Buffer.from(object.data?.[key] ?? '', 'base64').toString();
interface IngressSpec {
  rules: {
    host: string;
    http: { paths: { path: string; pathType: string; backend: { service: { name: string } } }[] };
  }[];
}
const SERVICES = ['mcp-server-read', 'mcp-server-write', 'token-broker-issuer', 'token-broker-gateway', 'audit'];

describe('[C-CR-8] identities that the demo makes', () => {
  const objects = demo ?? [];
  const secret = (name: string) => named(objects, 'Secret', `demo-sallyport-${name}`);
  const authority = new X509Certificate(text(secret('ca'), 'tls.crt'));

  it('are certificates of one authority, one for each component that has one, with its own key', () => {
    const certified = objects.filter(({ kind, metadata }) => kind === 'Secret' && metadata.name.endsWith('-tls'));
    expect(certified.length).toBe(12);
    const serials = certified.map((object) => {
      const certificate = new X509Certificate(text(object, 'tls.crt'));
      expect(certificate.checkIssued(authority) && certificate.verify(authority.publicKey)).toBe(true);
      expect(certificate.checkPrivateKey(createPrivateKey(text(object, 'tls.key')))).toBe(true);
      expect(text(object, 'ca.crt').trim()).toBe(authority.toString().trim());
      expect(createPrivateKey(text(object, 'tls.key')).asymmetricKeyDetails).toMatchObject({
        namedCurve: 'prime256v1',
      });
      return certificate.serialNumber;
    });
    expect(new Set(serials).size).toBe(serials.length);
  });

  it.each([...SERVICES, 'migrations'])('name the database role of %s as common name', (component) => {
    expect(new X509Certificate(text(secret(`${component}-tls`), 'tls.crt')).subject).toBe(`CN=${component}`);
  });

  it('cover the public names where the edge answers, and none of a service', () => {
    const names = new X509Certificate(text(secret('edge-tls'), 'tls.crt')).subjectAltName ?? '';
    for (const name of ['mcp', 'login', 'console', 'idp', 'linear'])
      expect(names).toContain(`DNS:demo-sallyport-${name}.gate.svc,`);
    expect(names).not.toMatch(/audit|token-broker|mcp-server|\*/);
  });

  it('publish the other half of each signing key, and no private one', () => {
    const { data: peers = {} } = named(objects, 'ConfigMap', 'demo-sallyport-peer-keys');
    expect(Object.keys(peers).sort()).toEqual(
      [...SERVICES.map((name) => `${name}.crt`), 'token-broker-gateway.enc.crt'].sort(),
    );
    for (const service of SERVICES) {
      const published = new X509Certificate(peers[`${service}.crt`] ?? '').publicKey;
      const own = createPublicKey(createPrivateKey(text(secret(`${service}-keys`), 'signing.key')));
      expect(published.equals(own)).toBe(true);
    }
    expect(JSON.stringify(peers)).not.toContain('PRIVATE');
  });

  it('keep two keys of the gateway apart, and give audit an Ed25519 key for checkpoints', () => {
    const gateway = secret('token-broker-gateway-keys');
    expect(text(gateway, 'encryption.key')).not.toBe(text(gateway, 'signing.key'));
    expect(Buffer.from(gateway.data?.['issue-id.key'] ?? '', 'base64').length).toBeGreaterThanOrEqual(32);
    expect(createPrivateKey(text(secret('audit-keys'), 'checkpoint.key')).asymmetricKeyType).toBe('ed25519');
  });

  it('restart what reads them at its start when they change', () => {
    const digests = podsOf(objects).map(({ component, annotations }) => [
      component,
      annotations['sallyport.dev/peers'],
    ]);
    const shared = new Set(
      digests.filter(([component]) => SERVICES.includes(component ?? '')).map(([, digest]) => digest),
    );
    shared.delete(undefined);
    expect([...shared]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });
});

describe('[C-CR-8] identities by cert-manager', () => {
  const certificates = ofKind(production ?? [], 'Certificate');
  it('are one certificate for each component: short, ECDSA, a new key each time, with a SPIFFE id', () => {
    expect(certificates.map(({ metadata }) => metadata.name).sort()).toEqual(
      [...SERVICES, 'migrations', 'helm-test'].map((name) => `demo-sallyport-${name}`).sort(),
    );
    for (const { metadata, spec } of certificates) {
      expect(spec).toMatchObject({
        secretName: `${metadata.name}-tls`,
        commonName: metadata.name.replace('demo-sallyport-', ''),
        uris: [`spiffe://cluster.local/ns/gate/sa/${metadata.name}`],
        duration: '24h',
        privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' },
        usages: ['digital signature', 'server auth', 'client auth'],
        issuerRef: { name: 'sallyport-ca', kind: 'Issuer', group: 'cert-manager.io' },
      });
    }
  });
});

describe('[C-CR-8] identities by a mesh', () => {
  it('Linkerd: a Server for each port that denies, and an authorization with the accounts of the edge table', () => {
    const objects = linkerd ?? [];
    for (const { spec } of ofKind(objects, 'Server')) expect(spec).toMatchObject({ accessPolicy: 'deny' });
    const authentication = (name: string) => named(objects, 'MeshTLSAuthentication', `demo-sallyport-${name}`).spec;
    expect(authentication('token-broker-gateway-8011')).toEqual({
      identityRefs: ['mcp-server-write', 'token-broker-issuer'].map((name) => ({
        kind: 'ServiceAccount',
        name: `demo-sallyport-${name}`,
      })),
    });
    expect(authentication('mcp-server-read-8000')).toEqual({
      identities: ['ingress-nginx.ingress-nginx.serviceaccount.identity.linkerd.cluster.local'],
    });
    expect(authentication('egress-proxy-3129')).toMatchObject({
      identityRefs: [{ name: 'demo-sallyport-token-broker-issuer' }],
    });
    expect(ofKind(objects, 'AuthorizationPolicy').length).toBe(ofKind(objects, 'Server').length);
  });

  it('Istio: mutual TLS only, and an allow-list of principals and ports for each service', () => {
    const objects = istio ?? [];
    for (const { spec } of ofKind(objects, 'PeerAuthentication'))
      expect(spec).toMatchObject({ mtls: { mode: 'STRICT' } });
    const { spec } = named(objects, 'AuthorizationPolicy', 'demo-sallyport-token-broker-gateway');
    expect(spec).toMatchObject({
      action: 'ALLOW',
      rules: ['mcp-server-write', 'token-broker-issuer'].map((name) => ({
        from: [{ source: { principals: [`cluster.local/ns/gate/sa/demo-sallyport-${name}`] } }],
        to: [{ operation: { ports: ['8011'] } }],
      })),
    });
    expect(ofKind(objects, 'AuthorizationPolicy')).toHaveLength(6);
  });

  it('leave the management port to kubelet and Prometheus, and mount no certificate', () => {
    for (const [objects, port] of [
      [linkerd, 'config.linkerd.io/skip-inbound-ports'],
      [istio, 'traffic.sidecar.istio.io/excludeInboundPorts'],
    ] as const) {
      for (const { annotations, spec } of podsOf(objects ?? [])) {
        expect(annotations[port]).toBe('9090,8282');
        expect(spec.volumes?.some(({ name }) => name === 'tls')).toBe(false);
      }
      expect(JSON.stringify(objects)).not.toContain('_TLS_DIR');
    }
  });
});

describe('the way in', () => {
  it('is four exact paths of the MCP host, and a host each for login and console', async () => {
    const ingresses = ofKind(production ?? [], 'Ingress');
    const routes = ingresses.flatMap(({ spec }) => {
      const { rules } = spec as unknown as IngressSpec;
      return rules.flatMap(({ host, http }) =>
        http.paths.map(({ path, pathType, backend }) => `${host}${path} ${pathType} ${backend.service.name}`),
      );
    });
    expect(routes.sort()).toEqual([
      'audit.example.com/ Prefix demo-sallyport-audit',
      'login.example.com/ Prefix demo-sallyport-token-broker-issuer',
      'mcp.example.com/.well-known/oauth-protected-resource/mcp/read Exact demo-sallyport-mcp-server-read',
      'mcp.example.com/.well-known/oauth-protected-resource/mcp/write Exact demo-sallyport-mcp-server-write',
      'mcp.example.com/mcp/read Exact demo-sallyport-mcp-server-read',
      'mcp.example.com/mcp/write Exact demo-sallyport-mcp-server-write',
    ]);
    for (const { spec } of ingresses) expect(spec?.tls).toHaveLength(1);
    const gateway = ofKind(await of('production-scaled'), 'HTTPRoute');
    expect(gateway.map(({ spec }) => spec?.hostnames)).toEqual([
      ['audit.example.com'],
      ['login.example.com'],
      ['mcp.example.com'],
    ]);
  });

  it('[C-PL-6] of the demo speaks TLS 1.3 with AES-256-GCM and X25519, to names it has', () => {
    const config = named(demo ?? [], 'ConfigMap', 'demo-sallyport-edge').data?.['haproxy.cfg'] ?? '';
    expect(config).toContain('ssl-default-bind-options ssl-min-ver TLSv1.3');
    expect(config).toContain('ssl-default-bind-ciphersuites TLS_AES_256_GCM_SHA384\n');
    expect(config).toMatch(/bind :8443 ssl crt \S+ strict-sni .*curves X25519/);
    for (const line of config.split('\n').filter((line) => /^\s+server /.test(line)))
      expect(line).toMatch(/ssl verify required .*verifyhost/);
  });
});
