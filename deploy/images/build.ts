import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { DebianPackages } from './debian/packages.ts';
import { writeArchive } from './oci/archive.ts';
import { contentKey, type Layer, writeLayer } from './oci/layer.ts';
import { NONROOT, type Tree } from './oci/tree.ts';
import { PATH } from './recipes/base.ts';
import { RECIPES } from './recipes/index.ts';
import type { Recipe, Workshop } from './recipes/recipe.ts';
import { billOfMaterials } from './sbom/cyclonedx.ts';
import { unaccepted } from './secrets/accepted.ts';
import { scanTree } from './secrets/scan.ts';

/** Where a test cluster has its images from: imported, never pulled. */
export const REGISTRY = 'sallyport.local';

export interface BuildOptions {
  /** Names of images; all unless told. */
  only?: string[];
  /** Where archives and bills of materials go; created. */
  outDir: string;
  /** The version of the repository unless told. */
  tag?: string;
  registry?: string;
  /** Layers, packages and bundles that are kept; outside of the repository unless told. */
  cacheDir?: string;
  /** Progress, one line at a time. */
  say?: (line: string) => void;
}

export interface BuiltImage {
  name: string;
  /** `registry/sallyport/name:tag`. */
  reference: string;
  /** OCI image layout and docker archive in one tar. */
  archive: string;
  /** CycloneDX JSON. */
  sbom: string;
  /** `sha256:…` of the manifest. */
  digest: string;
  /** Bytes of all layers, as they travel and as they lie. */
  size: { packed: number; unpacked: number };
}

const root = join(import.meta.dirname, '../..');

/**
 * Builds image archives without a registry and without Docker. Needs `tsc -b`, npm, Go (for opa) and Debian 12's apt. An image
 * whose content is unchanged is not built again.
 * @throws Error for an unknown name, a file that looks like a secret, or a missing part
 */
export async function buildImages(options: BuildOptions): Promise<BuiltImage[]> {
  const { only = RECIPES.map(({ name }) => name), outDir, registry = REGISTRY, say = () => undefined } = options;
  const unknown = only.filter((name) => !RECIPES.some((recipe) => recipe.name === name));
  if (unknown.length > 0)
    throw new Error(`no image ${unknown.join(', ')}; there are: ${RECIPES.map((r) => r.name).join(', ')}`);
  const version = await versionOf();
  const { tag = version, cacheDir = defaultCache() } = options;
  await mkdir(outDir, { recursive: true });
  const workshop = { root, cacheDir, debian: new DebianPackages(join(cacheDir, 'debian')), say };
  const built: BuiltImage[] = [];
  for (const recipe of RECIPES.filter(({ name }) => only.includes(name))) {
    const started = performance.now();
    const image = await buildImage(recipe, workshop, {
      reference: `${registry}/sallyport/${recipe.name}:${tag}`,
      outDir,
      version,
    });
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    say(
      `${image.name.padEnd(13)} ${megabytes(image.size.packed)} packed, ${megabytes(image.size.unpacked)} unpacked, ${seconds} s`,
    );
    built.push(image);
  }
  return built;
}

async function buildImage(
  recipe: Recipe,
  workshop: Workshop,
  { reference, outDir, version }: { reference: string; outDir: string; version: string },
): Promise<BuiltImage> {
  const { trees, runtime, components } = await recipe.make(workshop);
  const layers: Layer[] = [];
  for (const tree of trees) layers.push(await cleanLayer(recipe.name, tree, workshop.cacheDir));
  const full = {
    user: `${NONROOT}:${NONROOT}`,
    workingDir: '/',
    labels: labelsOf(recipe, version),
    ...runtime,
    env: { PATH, ...runtime.env },
  };
  const archive = join(outDir, `${recipe.name}.tar`);
  const sbom = join(outDir, `${recipe.name}.cdx.json`);
  const digest = await writeArchive({ reference, runtime: full, layers, file: archive });
  await writeFile(sbom, billOfMaterials({ name: recipe.name, version, digest }, components));
  const sum = (field: 'size' | 'unpacked') => layers.reduce((total, layer) => total + layer[field], 0);
  return {
    name: recipe.name,
    reference,
    archive,
    sbom,
    digest,
    size: { packed: sum('size'), unpacked: sum('unpacked') },
  };
}

/** The layer of a tree in which nothing looks like a secret; a tree is looked through once. */
async function cleanLayer(image: string, tree: Tree, cacheDir: string): Promise<Layer> {
  const seen = join(cacheDir, 'scanned', await contentKey(tree));
  if (!(await stat(seen).catch(() => undefined))) {
    const findings = unaccepted(await scanTree(tree));
    if (findings.length > 0) {
      throw new Error(
        `${image} would carry secrets: ${findings.map(({ path, name }) => `${path} (${name})`).join(', ')}`,
      );
    }
    await mkdir(join(cacheDir, 'scanned'), { recursive: true });
    await writeFile(seen, '');
  }
  return writeLayer(tree, join(cacheDir, 'layers'));
}

function labelsOf({ name, description }: Recipe, version: string): Record<string, string> {
  return {
    'org.opencontainers.image.title': `sallyport/${name}`,
    'org.opencontainers.image.description': description,
    'org.opencontainers.image.version': version,
  };
}

async function versionOf(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}

function defaultCache(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'sallyport', 'images');
}

const megabytes = (bytes: number) => `${(bytes / 1_048_576).toFixed(1).padStart(6)} MiB`;
