import { describe, expect, it } from 'vitest';
import {
  ANNOUNCEMENTS,
  API_SERVICE_ADDRESS,
  DNS_ADDRESS,
  ISSUER,
  NODE_ADDRESS,
  NODE_POD_RANGE,
  POD_RANGE,
  SERVICE_RANGE,
} from '../layout.ts';
import { overlaps } from '../ranges.ts';
import { cniConfig, containerdConfig, NO_REGISTRY } from './container-runtime.ts';
import { apiServerArgs, controllerManagerArgs, etcdArgs, schedulerArgs } from './control-plane.ts';
import { corefile, dnsManifests } from './dns.ts';
import { kubeletConfig, proxyConfig } from './kubelet.ts';
import { policyEnforcerArgs, policyEnforcerManifests } from './policy-enforcer.ts';

describe('the control plane', () => {
  it('answers nobody without a certificate or token, and listens on the node alone', () => {
    expect(apiServerArgs()).toContain('--anonymous-auth=false');
    expect(apiServerArgs()).toContain('--authorization-mode=Node,RBAC');
    expect(apiServerArgs()).toContain(`--bind-address=${NODE_ADDRESS}`);
    for (const args of [controllerManagerArgs(), schedulerArgs()]) expect(args).toContain('--bind-address=127.0.0.1');
    for (const arg of etcdArgs().filter((each) => each.includes('http')))
      expect(arg).toMatch(/http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('takes tokens for its own audience only', () => {
    expect(apiServerArgs()).toContain(`--service-account-issuer=${ISSUER}`);
    expect(apiServerArgs()).toContain(`--api-audiences=${ISSUER}`);
  });

  it('never looks up the name of a node', () => {
    expect(apiServerArgs()).toContain('--kubelet-preferred-address-types=InternalIP');
  });
});

describe('the container runtime', () => {
  it('has no registry but a closed port of the loopback', () => {
    expect(NO_REGISTRY).toContain('http://127.0.0.1:1"');
    expect(containerdConfig()).toContain('config_path = ');
  });

  it('runs without CAP_SYS_RESOURCE', () => {
    expect(containerdConfig()).toContain('restrict_oom_score_adj = true');
  });

  it('gives pods addresses of the pod range, unmasked', () => {
    expect(overlaps(NODE_POD_RANGE, POD_RANGE)).toBe(true);
    expect(cniConfig()).toMatchObject({ plugins: [{ type: 'bridge', ipMasq: false, hairpinMode: true }, {}] });
  });
});

describe('a pod', () => {
  it('starts only after the policy enforcer has its address', () => {
    const { plugins } = cniConfig() as { plugins: { type: string; socket?: string }[] };
    expect(plugins.at(-1)).toEqual({ type: 'announce', socket: ANNOUNCEMENTS });
    expect(policyEnforcerArgs()).toContain(`--announcements=${ANNOUNCEMENTS}`);
  });
});

describe('the kubelet and kube-proxy', () => {
  it('lets nobody in anonymously, filters system calls by default and runs on control groups version 1', () => {
    expect(kubeletConfig()).toMatchObject({
      authentication: { anonymous: { enabled: false } },
      authorization: { mode: 'Webhook' },
      seccompDefault: true,
      failCgroupV1: false,
      cgroupDriver: 'cgroupfs',
    });
  });

  it("leaves the machine's connection tracking as it is", () => {
    expect(proxyConfig()).toMatchObject({ mode: 'nftables', conntrack: { maxPerCore: 0, min: 0 } });
  });
});

describe('DNS', () => {
  it('asks nobody else, and says that other names do not exist', () => {
    expect(corefile()).not.toMatch(/forward|proxy/);
    expect(corefile()).toMatch(/template ANY ANY \{\s+rcode NXDOMAIN/);
  });

  it('has the address that pods are told, within the services', () => {
    const service = dnsManifests('').find((each) => (each as { kind: string }).kind === 'Service');
    expect(service).toMatchObject({ spec: { clusterIP: DNS_ADDRESS } });
    for (const address of [DNS_ADDRESS, API_SERVICE_ADDRESS]) expect(overlaps(address, SERVICE_RANGE)).toBe(true);
  });

  it('and the policy enforcer may read, not write', () => {
    const roles = [...dnsManifests(''), ...policyEnforcerManifests()].filter((each) => 'rules' in each);
    expect(roles).toHaveLength(2);
    for (const role of roles as { rules: { verbs: string[] }[] }[]) {
      for (const { verbs } of role.rules) expect(verbs).toEqual(['list', 'watch']);
    }
  });
});
