import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtHome, builtOnce, go, MODULE, REPRODUCIBLE } from './go-build.ts';

/** Absolute paths of what is built from `tools/kubernetes`. */
export interface Binaries {
  testkube: string;
  coredns: string;
  probe: string;
  /** A CNI plugin. */
  announce: string;
}

const KIND = 'bin';
const VERSION_PACKAGE = 'k8s.io/component-base/version';

/** The cached binaries of exactly these sources and this Go; undefined when they have to be built. */
export function cachedBinaries(): Binaries | undefined {
  const home = builtHome(KIND);
  return existsSync(home) ? binariesIn(home) : undefined;
}

/**
 * Builds the node's programs, tests of policy enforcement first, into the cache: minutes from nothing, seconds when Go's own
 * cache is warm.
 *
 * @throws CommandFailed with the compiler's last lines
 */
export async function buildBinaries(): Promise<Binaries> {
  const home = await builtOnce(KIND, async (folder) => {
    await go(['test', '-trimpath', '-vet=off', './policy', './announce']);
    const flags = [...REPRODUCIBLE, '-ldflags', linkFlags(readFileSync(join(MODULE, 'go.mod'), 'utf8'))];
    await go(['build', ...flags, '-o', `${folder}/`, './testkube', './coredns', './probe', './announce']);
  });
  return binariesIn(home);
}

function binariesIn(home: string): Binaries {
  const program = (name: string) => join(home, name);
  return {
    testkube: program('testkube'),
    coredns: program('coredns'),
    probe: program('probe'),
    announce: program('announce'),
  };
}

/** Components parse their own version at start and refuse the unset one: it is given at link time. */
export function linkFlags(goMod: string): string {
  const [, major, minor, patch] = /k8s\.io\/kubernetes v(\d+)\.(\d+)\.(\d+)/.exec(goMod) ?? [];
  if (!patch) throw new Error('go.mod does not pin k8s.io/kubernetes');
  const values = { gitVersion: `v${major}.${minor}.${patch}`, gitMajor: major, gitMinor: minor, gitTreeState: 'clean' };
  const set = Object.entries(values).map(([name, value]) => `-X ${VERSION_PACKAGE}.${name}=${value}`);
  return ['-s', '-w', ...set].join(' ');
}
