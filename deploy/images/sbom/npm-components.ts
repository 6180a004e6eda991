import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Component } from './component.ts';

/** A package of npm, ours or from elsewhere, whose code is in a bundle. */
export interface NpmPackage extends Component {
  /** Text of its licence and notice files; empty for packages of this repository. */
  notices: string[];
}

interface Manifest {
  name?: string;
  version?: string;
  license?: string | { type?: string };
  /** The form of before 2014. */
  licenses?: { type?: string }[];
}

/**
 * The packages that `modules` are of.
 * @param modules files relative to `root`
 * @throws Error for a module without a package
 */
export async function npmPackages(root: string, modules: string[]): Promise<NpmPackage[]> {
  const found = new Map<string, NpmPackage>();
  const directories = new Set(modules.map((module) => dirname(module)));
  const known = new Map<string, string>();
  for (const directory of directories) {
    const home = await packageDirectory(root, directory, known);
    if (!found.has(home)) found.set(home, await describe(root, home));
  }
  const all = [...found.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1));
  return [...new Map(all.map((one) => [one.purl, one])).values()];
}

/** Licence texts of everything that is not ours, as the licences ask for wherever copies go. */
export function thirdPartyNotices(packages: NpmPackage[]): string {
  const parts = packages
    .filter(({ notices }) => notices.length > 0)
    .map(({ name, version, licences, notices }) =>
      [`${name} ${version} (${licences.join(' ')})`, ...notices].join('\n\n'),
    );
  return `${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

async function packageDirectory(root: string, directory: string, known: Map<string, string>): Promise<string> {
  const before = known.get(directory);
  if (before !== undefined) return before;
  if (directory === '.' || directory === '') throw new Error('a module without a package');
  // manifests inside of packages, without a version, only tell how to load a folder
  const manifest = await manifestOf(join(root, directory));
  const home = manifest?.name && manifest.version ? directory : await packageDirectory(root, dirname(directory), known);
  known.set(directory, home);
  return home;
}

async function manifestOf(directory: string): Promise<Manifest | undefined> {
  const text = await readFile(join(directory, 'package.json'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Manifest);
}

async function describe(root: string, home: string): Promise<NpmPackage> {
  const { name = home, version = '', license, licenses = [] } = (await manifestOf(join(root, home))) ?? {};
  const declared = [license, ...licenses].map((one) => (typeof one === 'string' ? one : one?.type));
  const ours = !home.split('/').includes('node_modules');
  return {
    type: 'library',
    name,
    version,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    licences: declared.filter((one) => one !== undefined),
    notices: ours ? [] : await noticesOf(join(root, home)),
  };
}

async function noticesOf(directory: string): Promise<string[]> {
  const names = (await readdir(directory)).filter((name) => /^(licen[cs]e|notice|copying)(\.(md|txt))?$/i.test(name));
  return Promise.all(names.sort().map((name) => readFile(join(directory, name), 'utf8').then((text) => text.trim())));
}
