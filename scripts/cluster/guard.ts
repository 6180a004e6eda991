import { CommandFailed, command, succeeds } from './command.ts';
import { CLUSTER_RANGES, GUARD_TABLE, HOST_LINK, NODE_LINK, SERVICE_RANGE, UNUSED_SERVICE_ADDRESS } from './layout.ts';
import type { Sandbox } from './sandbox.ts';

/**
 * The guard on the machine: an address of the cluster is reached by the link to the node or not at all, and nothing that
 * comes from the node is passed on or may open a connection to the machine.
 */
export function hostGuard(): string {
  return `table inet ${GUARD_TABLE} {}
delete table inet ${GUARD_TABLE}
table inet ${GUARD_TABLE} {
	set cluster { type ipv4_addr; flags interval; elements = { ${CLUSTER_RANGES.join(', ')} }; }
	counter stopped {}
	chain output {
		type filter hook output priority -300; policy accept;
		ip daddr @cluster oifname != { "lo", "${HOST_LINK}" } counter name stopped drop
	}
	chain forward {
		type filter hook forward priority -300; policy accept;
		iifname "${HOST_LINK}" counter name stopped drop
		ip daddr @cluster oifname != "${HOST_LINK}" counter name stopped drop
	}
	chain input {
		type filter hook input priority -300; policy accept;
		iifname "${HOST_LINK}" ct state established,related accept
		iifname "${HOST_LINK}" counter name stopped drop
	}
}
`;
}

/** The guard inside the node: by the link to the machine go answers, nothing else. */
export function nodeGuard(): string {
  return `table inet ${GUARD_TABLE} {}
delete table inet ${GUARD_TABLE}
table inet ${GUARD_TABLE} {
	counter stopped {}
	chain leaving {
		type filter hook postrouting priority -300; policy accept;
		oifname "${NODE_LINK}" ct state established,related accept
		oifname "${NODE_LINK}" counter name stopped drop
	}
}
`;
}

export function installHostGuard(): void {
  command('nft', ['-f', '-'], { input: hostGuard() });
}

export function removeHostGuard(): void {
  if (succeeds('nft', ['list', 'table', 'inet', GUARD_TABLE])) {
    command('nft', ['delete', 'table', 'inet', GUARD_TABLE]);
  }
}

/**
 * Proves the machine's guard before there is a route to the node: a connection to a service address must fail, and where
 * the machine has a default route it must be the guard that stopped it.
 *
 * @throws Error when the probe got through or the guard did not see it
 */
export function proveHostGuard(probe: string): void {
  const before = stopped(command('nft', ['list', 'table', 'inet', GUARD_TABLE]));
  mustFail(() => command(probe, ['connect', `${UNUSED_SERVICE_ADDRESS}:80`]));
  const after = stopped(command('nft', ['list', 'table', 'inet', GUARD_TABLE]));
  const leaves = succeeds('ip', ['route', 'get', UNUSED_SERVICE_ADDRESS]);
  if (leaves && after <= before)
    throw new Error('the guard on the machine did not stop the probe; nothing was started');
}

/** Proves the node's guard: sent towards the machine on purpose, the probe must be stopped inside the node. */
export function proveNodeGuard(sandbox: Sandbox, probe: string, viaHost: string): void {
  const list = () => stopped(sandbox.command('nft', ['list', 'table', 'inet', GUARD_TABLE]));
  const before = list();
  sandbox.command('ip', ['route', 'add', `${UNUSED_SERVICE_ADDRESS}/32`, 'via', viaHost]);
  try {
    mustFail(() => sandbox.command(probe, ['connect', `${UNUSED_SERVICE_ADDRESS}:80`]));
  } finally {
    sandbox.command('ip', ['route', 'del', `${UNUSED_SERVICE_ADDRESS}/32`]);
  }
  if (list() <= before) throw new Error('the guard inside the node did not stop the probe; nothing was started');
  if (sandbox.command('ip', ['route', 'show', 'default']).trim() !== '') {
    throw new Error('the node has a default route; nothing was started');
  }
}

/** The packets that the guard's counter has seen, from `nft list table`. */
export function stopped(listing: string): number {
  const found = /counter stopped \{\s*packets (\d+)/.exec(listing);
  if (!found) throw new Error('the guard table has no counter');
  return Number(found[1]);
}

function mustFail(probe: () => void): void {
  try {
    probe();
  } catch (error) {
    if (error instanceof CommandFailed) return;
    throw error;
  }
  throw new Error(
    `a connection to the unused address in ${SERVICE_RANGE} succeeded: the range is in use on this machine`,
  );
}
