import { inject } from 'vitest';
import { Cluster } from './kube/cluster.ts';
import { environment } from './kube/environment.ts';
import { type Pod, podOf, standingPods } from './kube/pods.ts';

/** The installation under test, as specs speak of it. */
export const release = inject('release');
export const cluster = new Cluster(environment(), release.namespace);

export const pods = (): Promise<Pod[]> => standingPods(cluster, release.name);
export const pod = (component: string): Promise<Pod> => podOf(cluster, release.name, component);
/** Name of an object that belongs to a component. */
export const named = (component: string): string => `${release.fullname}-${component}`;
export const publicUrl = (host: 'mcp' | 'login' | 'console' | 'idp' | 'linear'): string =>
  `https://${named(host)}.${release.namespace}.svc:8443`;
