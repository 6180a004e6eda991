import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { DebianPackages } from './debian/packages.ts';
import { type Runtime, writeArchive } from './oci/archive.ts';
import { writeDirectory } from './oci/directory.ts';
import { contentKey, type Layer, writeLayer } from './oci/layer.ts';
import { NONROOT, type Tree } from './oci/tree.ts';
import { PATH } from './recipes/base.ts';
import { RECIPES } from './recipes/index.ts';
import type { Ingredients, Recipe, Workshop } from './recipes/recipe.ts';
import { billOfMaterials } from './sbom/cyclonedx.ts';
import { unaccepted } from './secrets/accepted.ts';
import { scanTree } from './secrets/scan.ts';

/** Where a test cluster has its images from: imported, never pulled. */
export const REGISTRY = 'sallyport.local';

interface WorkshopOptions {
  /** Layers, packages and bundles that are kept; in the user's cache unless told. */
  cacheDir?: string;
  /** Progress, one line at a time. */
  say?: (line: string) => void;
}

export interface BuildOptions extends WorkshopOptions {
  /** Names of images; all unless told. */
  only?: string[];
  /** Where archives and bills of materials go; created. */
  outDir: string;
  /** The version of the repository unless told. */
  tag?: string;
  registry?: string;
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

/** An image before it is packed, with everything that a runtime is told. */
export interface Prepared extends Ingredients {
  runtime: Runtime;
}

const root = join(import.meta.dirname, '../..');

/**
 * Builds image archives without a registry and without Docker. Needs `tsc -b`, npm, Go (for opa) and Debian 12's apt. What is
 * unchanged is not packed again.
 * @throws Error for an unknown name, a file that looks like a secret, or a missing part
 */
export async function buildImages(options: BuildOptions): Promise<BuiltImage[]> {
  const { only = RECIPES.map(({ name }) => name), outDir, registry = REGISTRY } = options;
  const recipes = only.map(recipeOf);
  const workshop = openWorkshop(options);
  const version = await versionOf();
  const built: BuiltImage[] = [];
  for (const recipe of recipes) {
    const started = performance.now();
    const reference = `${registry}/sallyport/${recipe.name}:${options.tag ?? version}`;
    const image = await pack(recipe, workshop, { reference, outDir, version });
    const { packed, unpacked } = image.size;
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    workshop.say(`${image.name.padEnd(13)} ${mebibytes(packed)} packed, ${mebibytes(unpacked)} unpacked, ${seconds} s`);
    built.push(image);
  }
  return built;
}

export interface RootfsOptions extends WorkshopOptions {
  name: string;
  /** Made; must be empty. */
  directory: string;
  /** Where the bill of materials goes. */
  sbom: string;
}

/** Lays the files of an image into a directory, as the stages of a Dockerfile need them: the same as in its archive. */
export async function writeRootfs(options: RootfsOptions): Promise<void> {
  const { name, directory, sbom } = options;
  const workshop = openWorkshop(options);
  const { trees, components } = await prepare(name, workshop);
  await refuseSecrets(name, trees);
  await writeDirectory(trees, directory);
  await mkdir(dirname(sbom), { recursive: true });
  await writeFile(sbom, billOfMaterials({ name, version: await versionOf() }, components));
}

/** What goes into the image `name` and how it starts. */
export async function prepare(name: string, workshop: Workshop): Promise<Prepared> {
  const recipe = recipeOf(name);
  const { trees, runtime, components } = await recipe.make(workshop);
  const labels = {
    'org.opencontainers.image.title': `sallyport/${recipe.name}`,
    'org.opencontainers.image.description': recipe.description,
    'org.opencontainers.image.version': await versionOf(),
  };
  const full = { user: `${NONROOT}:${NONROOT}`, workingDir: '/', labels, ...runtime, env: { PATH, ...runtime.env } };
  return { trees, runtime: full, components };
}

/** Tools and caches for recipes. */
export function openWorkshop({ cacheDir = defaultCache(), say = () => undefined }: WorkshopOptions): Workshop {
  return { root, cacheDir, debian: new DebianPackages(join(cacheDir, 'debian')), say };
}

function recipeOf(name: string): Recipe {
  const recipe = RECIPES.find((one) => one.name === name);
  if (!recipe) throw new Error(`no image ${name}; there are: ${RECIPES.map((one) => one.name).join(', ')}`);
  return recipe;
}

async function pack(
  { name }: Recipe,
  workshop: Workshop,
  { reference, outDir, version }: { reference: string; outDir: string; version: string },
): Promise<BuiltImage> {
  const { trees, runtime, components } = await prepare(name, workshop);
  const layers: Layer[] = [];
  for (const tree of trees) layers.push(await cleanLayer(name, tree, workshop.cacheDir));
  const archive = join(outDir, `${name}.tar`);
  const sbom = join(outDir, `${name}.cdx.json`);
  const digest = await writeArchive({ reference, runtime, layers, file: archive });
  await writeFile(sbom, billOfMaterials({ name, version, digest }, components));
  const sum = (field: 'size' | 'unpacked') => layers.reduce((total, layer) => total + layer[field], 0);
  return { name, reference, archive, sbom, digest, size: { packed: sum('size'), unpacked: sum('unpacked') } };
}

/** The layer of a tree in which nothing looks like a secret; the same tree is looked through once. */
async function cleanLayer(image: string, tree: Tree, cacheDir: string): Promise<Layer> {
  const seen = join(cacheDir, 'scanned', await contentKey(tree));
  if (!(await stat(seen).catch(() => undefined))) {
    await refuseSecrets(image, [tree]);
    await mkdir(dirname(seen), { recursive: true });
    await writeFile(seen, '');
  }
  return writeLayer(tree, join(cacheDir, 'layers'));
}

async function refuseSecrets(image: string, trees: Tree[]): Promise<void> {
  const findings = unaccepted((await Promise.all(trees.map(scanTree))).flat());
  if (findings.length === 0) return;
  const list = findings.map(({ path, name }) => `${path} (${name})`).join(', ');
  throw new Error(`${image} would carry secrets: ${list}`);
}

async function versionOf(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}

function defaultCache(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'sallyport', 'images');
}

const mebibytes = (bytes: number) => `${(bytes / 1_048_576).toFixed(1).padStart(6)} MiB`;
