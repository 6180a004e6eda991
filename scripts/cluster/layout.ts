import { join } from 'node:path';

/** Everything a running cluster keeps on disk. One per machine, whichever checkout started it; `down` removes it. */
export const HOME = '/var/lib/sallyport-cluster';
export const inHome = (...parts: readonly string[]): string => join(HOME, ...parts);

export const STATE_FILE = inHome('state.json');
export const KUBECONFIG = inHome('kubeconfig');
export const LOGS = inHome('logs');

export const NODE_NAME = 'sallyport-node';
export const CLUSTER_DOMAIN = 'cluster.local';
/** The audience a token must be made for to be of any use at the API server, and the issuer of every pod's token. */
export const ISSUER = 'https://kubernetes.default.svc.cluster.local';

/** Addresses, all private or reserved (RFC 1918, 3927, 5737); none of them is routed anywhere but to this node. */
export const NODE_RANGE = '10.90.0.0/24';
export const NODE_ADDRESS = '10.90.0.1';
/** The machine's end of the link to the node. */
export const HOST_ADDRESS = '10.90.0.254';
/** Node ends of the links to the outside host and to the metadata host. */
export const LINK_RANGE = '10.90.1.0/24';
export const POD_RANGE = '10.91.0.0/16';
/** The part of the pod range that the one node hands out. */
export const NODE_POD_RANGE = '10.91.0.0/24';
export const SERVICE_RANGE = '10.92.0.0/16';
export const API_SERVICE_ADDRESS = '10.92.0.1';
export const DNS_ADDRESS = '10.92.0.10';
/** Never given to a service: the guard is proved with it. */
export const UNUSED_SERVICE_ADDRESS = '10.92.255.254';
export const CLUSTER_RANGES = [NODE_RANGE, LINK_RANGE, POD_RANGE, SERVICE_RANGE] as const;

export const API_PORT = 6443;
export const API_URL = `https://${NODE_ADDRESS}:${API_PORT}`;

/** Links, at most 15 characters (IFNAMSIZ). */
export const HOST_LINK = 'sp-host';
export const NODE_LINK = 'sp-node';
export const POD_BRIDGE = 'sp-pods';
/** A bridge without ports: what is sent there goes nowhere. */
export const VOID_BRIDGE = 'sp-void';

export const GUARD_TABLE = 'sallyport_guard';
export const POLICY_TABLE = 'sallyport_policy';
export const CGROUP = 'sallyport';
export const CONTAINERD_SOCKET = '/run/containerd/containerd.sock';
/** Where the CNI plugin tells the policy enforcer the addresses of new pods. */
export const ANNOUNCEMENTS = '/run/policy-enforcer.sock';
