import type { Sandbox } from './sandbox.ts';

/** A host that pods can reach by its address alone, played by a network namespace beside the node's. */
export interface OutsideHost {
  /** Of the namespace; its link is `sp-NAME`. */
  name: string;
  address: string;
  /** The node's end of its link. */
  gateway: string;
  ports: readonly number[];
}

/** A host on the internet: TEST-NET-3, RFC 5737. */
export const OUTSIDE_HOST: OutsideHost = {
  name: 'outside',
  address: '203.0.113.10',
  gateway: '10.90.1.1',
  ports: [80, 443],
};
/** Where clouds answer with credentials: link-local, RFC 3927. */
export const METADATA_HOST: OutsideHost = {
  name: 'metadata',
  address: '169.254.169.254',
  gateway: '10.90.1.2',
  ports: [80],
};
export const OUTSIDE_HOSTS = [OUTSIDE_HOST, METADATA_HOST] as const;
/** Names that the cluster's DNS has for them. */
export const OUTSIDE_NAMES = `${OUTSIDE_HOST.address} outside.example\n${METADATA_HOST.address} metadata.example\n`;

/**
 * Makes the namespace, its link and a host route to exactly its address, and starts a responder in it that answers
 * `NAME HOSTNAME CLIENT` over HTTP on each port. The node has no other way to that address, before or after; namespace, link
 * and route go with the node.
 */
export async function addOutsideHost(sandbox: Sandbox, probe: string, host: OutsideHost): Promise<void> {
  const { name, address, gateway, ports } = host;
  const link = `sp-${name}`;
  const node = (...args: string[]) => sandbox.command('ip', args);
  const inside = (...args: string[]) => sandbox.command('ip', ['-n', name, ...args]);
  node('netns', 'add', name);
  node('link', 'add', link, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', name);
  inside('link', 'set', 'lo', 'up');
  inside('address', 'add', `${address}/32`, 'dev', 'eth0');
  inside('link', 'set', 'eth0', 'up');
  inside('route', 'add', gateway, 'dev', 'eth0');
  inside('route', 'add', 'default', 'via', gateway);
  node('address', 'add', `${gateway}/32`, 'dev', link);
  node('link', 'set', link, 'up');
  node('route', 'add', `${address}/32`, 'dev', link, 'src', gateway);
  const listen = ports.map((port) => `${address}:${port}`);
  await sandbox.start(name, 'ip', ['netns', 'exec', name, probe, 'serve', name, ...listen]);
}
