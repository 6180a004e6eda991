import { command, succeeds } from './command.ts';
import { nodeGuard } from './guard.ts';
import {
  CLUSTER_RANGES,
  HOST_ADDRESS,
  HOST_LINK,
  NODE_ADDRESS,
  NODE_LINK,
  POD_RANGE,
  SERVICE_RANGE,
  VOID_BRIDGE,
} from './layout.ts';
import { overlaps } from './ranges.ts';
import type { Sandbox } from './sandbox.ts';

/** @throws Error when the machine already routes to an address that the cluster would use */
export function refuseTakenRanges(): void {
  const routes = JSON.parse(command('ip', ['-j', '-4', 'route', 'show', 'table', 'main'])) as {
    dst: string;
    dev: string;
  }[];
  for (const { dst, dev } of routes) {
    if (dst === 'default' || dev === HOST_LINK) continue;
    const taken = CLUSTER_RANGES.find((range) => overlaps(range, dst));
    if (taken) throw new Error(`the cluster needs ${taken}, and this machine routes ${dst} to ${dev}`);
  }
}

/** Inside the node, before its first packet: the guard, then loopback, then ranges that end in a bridge without ports. */
export function closeNodeNetwork(sandbox: Sandbox): void {
  sandbox.command('nft', ['-f', '-'], { input: nodeGuard() });
  // The link to the machine, node end first: it is up only after the guard of both ends stands.
  command('ip', ['link', 'add', HOST_LINK, 'type', 'veth', 'peer', 'name', NODE_LINK, 'netns', String(sandbox.pid)]);
  const ip = (...args: string[]) => sandbox.command('ip', args);
  ip('link', 'set', 'lo', 'up');
  ip('link', 'add', VOID_BRIDGE, 'type', 'bridge');
  ip('link', 'set', VOID_BRIDGE, 'up');
  ip('route', 'add', POD_RANGE, 'dev', VOID_BRIDGE, 'metric', '4096');
  ip('route', 'add', SERVICE_RANGE, 'dev', VOID_BRIDGE, 'metric', '4096');
  ip('address', 'add', `${NODE_ADDRESS}/24`, 'dev', NODE_LINK);
  ip('link', 'set', NODE_LINK, 'up');
  const inside = (key: string, value: string) => sandbox.command('sysctl', ['-q', '-w', `${key}=${value}`]);
  inside('net.ipv4.ip_forward', '1');
  // Bridged frames between pods pass the same hooks as routed ones: policies would not see them otherwise.
  inside('net.bridge.bridge-nf-call-iptables', '1');
}

/** The machine's end: pods and services are reached by the node or not at all. */
export function linkHost(): void {
  command('ip', ['address', 'add', `${HOST_ADDRESS}/24`, 'dev', HOST_LINK]);
  command('ip', ['link', 'set', HOST_LINK, 'up']);
  for (const range of [POD_RANGE, SERVICE_RANGE]) command('ip', ['route', 'add', range, 'via', NODE_ADDRESS]);
}

/** Takes the link away and with it the machine's routes. */
export function unlinkHost(): void {
  if (succeeds('ip', ['link', 'show', HOST_LINK])) command('ip', ['link', 'del', HOST_LINK]);
}
