import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtHome, builtOnce, go, MODULE, REPRODUCIBLE } from './go-build.ts';

/** Absolute paths of what is built from `tools/kubernetes`. */
export interface Binaries {
  testkube: string;
  coredns: string;
  probe: string;
}

const KIND = 'bin';
const VERSION_PACKAGE = 'k8s.io/component-base/version';

/** The cached binaries of exactly these sources and this Go; undefined when they have to be built. */
export function cachedBinaries(): Binaries | undefined {
  const home = builtHome(KIND);
  return existsSync(home) ? binariesIn(home) : undefined;
}

/**
 * Builds the node's programs, tests of the policy enforcer first, into the cache: minutes from nothing, seconds when Go's own
 * cache is warm.
 *
 * @throws CommandFailed with the compiler's last lines
 */
export async function buildBinaries(): Promise<Binaries> {
  const home = await builtOnce(KIND, async (folder) => {
    await go(['test', '-trimpath', '-vet=off', './policy']);
    const flags = [...REPRODUCIBLE, '-ldflags', linkFlags(readFileSync(join(MODULE, 'go.mod'), 'utf8'))];
    await go(['build', ...flags, '-o', `${folder}/`, './testkube', './coredns', './probe']);
  });
  return binariesIn(home);
}

function binariesIn(home: string): Binaries {
  return { testkube: join(home, 'testkube'), coredns: join(home, 'coredns'), probe: join(home, 'probe') };
}

/** Components parse their own version at start and refuse the unset one: it is given at link time. */
export function linkFlags(goMod: string): string {
  const [, major, minor, patch] = /k8s\.io\/kubernetes v(\d+)\.(\d+)\.(\d+)/.exec(goMod) ?? [];
  if (!patch) throw new Error('go.mod does not pin k8s.io/kubernetes');
  const values = { gitVersion: `v${major}.${minor}.${patch}`, gitMajor: major, gitMinor: minor, gitTreeState: 'clean' };
  const set = Object.entries(values).map(([name, value]) => `-X ${VERSION_PACKAGE}.${name}=${value}`);
  return ['-s', '-w', ...set].join(' ');
}
