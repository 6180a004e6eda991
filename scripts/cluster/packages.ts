import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { command, succeeds } from './command.ts';

/** Debian packages, by the program each is needed for. */
const NEEDED: Readonly<Record<string, string>> = {
  '/usr/bin/containerd': 'containerd',
  '/usr/sbin/runc': 'runc',
  '/usr/lib/cni/bridge': 'containernetworking-plugins',
  '/usr/sbin/iptables': 'iptables',
  '/usr/sbin/nft': 'nftables',
  '/usr/sbin/conntrack': 'conntrack',
  '/usr/sbin/sysctl': 'procps',
  '/usr/bin/openssl': 'openssl',
  '/usr/bin/nsenter': 'util-linux',
  '/usr/sbin/ip': 'iproute2',
};

const POLICY = '/usr/sbin/policy-rc.d';
const NEVER_START = '#!/bin/sh\nexit 101\n';

export function missingPackages(exists: (path: string) => boolean = existsSync): string[] {
  return Object.entries(NEEDED)
    .filter(([path]) => !exists(path) && !exists(path.replace('/usr/sbin/', '/sbin/')))
    .map(([, name]) => name);
}

/**
 * Installs what is missing, without starting a service of it: containerd's own must not run beside ours.
 *
 * @throws CommandFailed when apt-get cannot have a package
 */
export function installPackages(missing: readonly string[]): void {
  if (!existsSync('/usr/bin/apt-get')) {
    throw new Error(`this machine has no apt-get; install ${missing.join(', ')} and run the command again`);
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '--no-install-recommends', ...missing];
  withoutServices(() => {
    // An old list names versions that are gone: refresh it once and try again.
    if (succeeds('apt-get', install, { env, timeoutMs: 600_000 })) return;
    command('apt-get', ['update'], { env, timeoutMs: 600_000 });
    command('apt-get', install, { env, timeoutMs: 600_000 });
  });
}

/** @source invoke-rc.d(8), policy-rc.d: exit 101 forbids starting */
function withoutServices(deed: () => void): void {
  if (existsSync(POLICY)) {
    deed();
    return;
  }
  writeFileSync(POLICY, NEVER_START);
  chmodSync(POLICY, 0o755);
  try {
    deed();
  } finally {
    rmSync(POLICY);
  }
}
