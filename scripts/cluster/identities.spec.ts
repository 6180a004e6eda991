import { describe, expect, it } from 'vitest';
import { extensions, subjectOf } from './certificates.ts';
import { kubeconfig } from './identities.ts';
import { API_URL } from './layout.ts';

describe('certificates', () => {
  it('are for a server or for a client, never for both', () => {
    expect(extensions([])).toContain('extendedKeyUsage=clientAuth\n');
    expect(extensions(['a.example'])).toContain('extendedKeyUsage=serverAuth\n');
    for (const hosts of [[], ['a.example']]) expect(extensions(hosts)).toContain('basicConstraints=CA:FALSE');
  });

  it('name hosts as DNS names and addresses as addresses', () => {
    expect(extensions(['a.example', '10.90.0.1'])).toContain('subjectAltName=DNS:a.example,IP:10.90.0.1');
  });

  it('carry the user as common name and the group as organization', () => {
    expect(subjectOf({ name: 'kubelet', commonName: 'system:node:n', organization: 'system:nodes' })).toBe(
      '/O=system:nodes/CN=system:node:n',
    );
    expect(subjectOf({ name: 'proxy', commonName: 'system:kube-proxy' })).toBe('/CN=system:kube-proxy');
  });
});

describe('a kubeconfig', () => {
  it('stands alone: server, authority and credential are in it, and the server is verified', () => {
    const config = JSON.parse(kubeconfig({ ca: 'Y2E=', certificate: 'Y3J0', key: 'a2V5' }));
    expect(config.clusters[0].cluster).toEqual({ server: API_URL, 'certificate-authority-data': 'Y2E=' });
    expect(config.users[0].user).toEqual({ 'client-certificate-data': 'Y3J0', 'client-key-data': 'a2V5' });
  });
});
