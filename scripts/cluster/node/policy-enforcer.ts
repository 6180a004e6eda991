import { ANNOUNCEMENTS, inHome, POD_RANGE, POLICY_TABLE } from '../layout.ts';
import { user, watcher } from './rbac.ts';

/** What enforces NetworkPolicy; see `tools/kubernetes/policy`. */
export function policyEnforcerArgs(): string[] {
  return [
    `--kubeconfig=${inHome('etc', 'policy-enforcer.kubeconfig')}`,
    `--table=${POLICY_TABLE}`,
    `--pod-range=${POD_RANGE}`,
    `--announcements=${ANNOUNCEMENTS}`,
  ];
}

export function policyEnforcerManifests(): object[] {
  const resources = { '': ['pods', 'namespaces'], 'networking.k8s.io': ['networkpolicies'] };
  return watcher('sallyport:policy-enforcer', resources, user('sallyport:policy-enforcer'));
}
