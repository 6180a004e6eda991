import { existsSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleOnce } from '../bundle/bundle-once.ts';
import { Tree } from '../oci/tree.ts';
import { npmPackages, thirdPartyNotices } from '../sbom/npm-components.ts';
import { writable } from './base.ts';
import { NODE, nodeBase } from './node-base.ts';
import type { Ingredients, Recipe, Workshop } from './recipe.ts';

export interface NodeApp {
  name: string;
  description: string;
  /** Name of an entry under /app → compiled file; one that is not there is left out when it is `optional`. */
  entries: Record<string, string>;
  /** Files that the code finds beside itself: patterns relative to the repository, packed under /app at the same place. */
  beside: string[];
  /** Path in the image → file of the repository. */
  files?: Record<string, string>;
  writable?: string[];
  ports: number[];
  args: string[];
}

/** Where the app lies in the image. */
const APP = '/app';

/** An image of Node and one bundle. */
export function nodeImage(app: NodeApp): Recipe {
  return { name: app.name, description: app.description, make: (workshop) => make(app, workshop) };
}

async function make(app: NodeApp, workshop: Workshop): Promise<Ingredients> {
  const base = await nodeBase(workshop);
  const { tree, components } = await appTree(app, workshop);
  return {
    trees: [base.tree, tree],
    runtime: {
      entrypoint: [NODE],
      args: app.args,
      env: { NODE_ENV: 'production' },
      workingDir: APP,
      ports: app.ports,
    },
    components: [...base.components, ...components],
  };
}

/** Everything under /app, and the directories the app writes: what the Dockerfile copies too. */
export async function appTree(app: NodeApp, { root, cacheDir, say }: Workshop) {
  const entries = Object.fromEntries(Object.entries(app.entries).filter(([, file]) => existsSync(join(root, file))));
  const bundle = await bundleOnce(root, entries, join(cacheDir, 'bundles'), say);
  const tree = new Tree();
  for (const [path, code] of bundle.files) tree.file(`${APP}/${path}`, code);
  for await (const path of glob(app.beside, { cwd: root, withFileTypes: true })) {
    if (!path.isFile()) continue;
    const file = join(path.parentPath, path.name);
    tree.file(`${APP}/${file.slice(root.length + 1)}`, { file });
  }
  for (const [path, file] of Object.entries(app.files ?? {})) tree.file(path, { file: join(root, file) });
  for (const path of app.writable ?? []) writable(tree, path);
  const packages = await npmPackages(root, bundle.modules);
  tree.file(`${APP}/package.json`, `${JSON.stringify({ name: app.name, private: true, type: 'module' })}\n`);
  tree.file(`${APP}/third-party-notices.txt`, thirdPartyNotices(packages));
  return { tree, components: packages.map(({ notices: _, ...component }) => component) };
}
