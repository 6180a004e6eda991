#!/usr/bin/env node
/**
 * Builds the pinned build and test tools and puts them in tools/.bin. Plain Node >= 20, no dependencies.
 *
 *   node tools/install.mjs            all of them
 *   node tools/install.mjs opa        only those named
 *
 * Idempotent. A tool is built once per content of its go.sum (and of its sources, where they are ours) into
 * ${XDG_CACHE_HOME:-~/.cache}/sallyport/tools/<hash>/ and linked from there.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Each tool: the folder of the Go module that pins it, and the package of its main; `own` is what a tool of ours stands on. */
const TOOLS = {
  opa: { module: '.', main: 'github.com/open-policy-agent/opa' },
  regal: { module: 'regal', main: 'github.com/styrainc/regal' },
  tlogcheck: { module: 'tlogcheck', main: '.', own: 'golang.org/x/mod' },
};

const here = fileURLToPath(new URL('.', import.meta.url));
const bin = join(here, '.bin');
const cacheRoot = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'sallyport', 'tools');

class InstallError extends Error {}

/** The version that the module's go.mod pins. */
function pinnedVersion(moduleDir, main) {
  const line = readFileSync(join(moduleDir, 'go.mod'), 'utf8').match(
    new RegExp(`^\\s*(?:require )?${main} (v\\S+)(?: //.*)?$`, 'm'),
  );
  if (!line) throw new InstallError(`${main} is not pinned in ${join(moduleDir, 'go.mod')}`);
  return line[1];
}

/**
 * Cache folder of one module: every byte of every dependency is under go.sum, and a tool of ours is its sources too;
 * platform, because homes are shared.
 */
function cacheDir(moduleDir) {
  const digest = createHash('sha256');
  const sources = readdirSync(moduleDir).filter((name) => name.endsWith('.go'));
  for (const name of ['go.sum', ...sources.sort()]) digest.update(readFileSync(join(moduleDir, name)));
  return join(cacheRoot, `${digest.digest('hex').slice(0, 16)}-${process.platform}-${process.arch}`);
}

/** Refuses early, in one line, where Go is missing or too old to fetch the toolchain that go.mod names (Go 1.21). */
function requireGo() {
  const found = spawnSync('go', ['version'], { encoding: 'utf8' });
  if (found.error || found.status !== 0) {
    throw new InstallError(
      'Go is not installed. Install Go 1.26 or later (https://go.dev/dl); only building policies and the second check of the audit log need it.',
    );
  }
  const [, major, minor] = found.stdout.match(/go(\d+)\.(\d+)/) ?? [];
  if (Number(major) === 1 && Number(minor) < 21) {
    throw new InstallError(`Go ${major}.${minor} is too old. Install Go 1.26 or later (https://go.dev/dl).`);
  }
}

/** Builds into a temporary name and renames, so that an interrupted build is never mistaken for a tool. */
function build(main, moduleDir, target) {
  const partial = `${target}.${process.pid}.partial`;
  try {
    execFileSync('go', ['build', '-mod=readonly', '-trimpath', '-buildvcs=false', '-o', partial, main], {
      cwd: moduleDir,
      env: { ...process.env, CGO_ENABLED: '0' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { force: true });
    const last = String(error.stderr ?? error.message)
      .trim()
      .split('\n')
      .at(-1);
    throw new InstallError(`building ${main} failed: ${last}`);
  }
}

/** Points tools/.bin/<name> at the cached binary; says whether anything had to change. */
function link(name, target) {
  const path = join(bin, name);
  try {
    if (readlinkSync(path) === target) return false;
  } catch {
    // not there, or not a link: replaced below
  }
  const fresh = `${path}.${process.pid}`;
  symlinkSync(target, fresh);
  renameSync(fresh, path);
  return true;
}

function install(name) {
  const tool = TOOLS[name];
  if (!tool) throw new InstallError(`unknown tool "${name}"; there are: ${Object.keys(TOOLS).join(', ')}`);
  const moduleDir = join(here, tool.module);
  const version = pinnedVersion(moduleDir, tool.own ?? tool.main);
  const cache = cacheDir(moduleDir);
  const target = join(cache, name);
  const cached = existsSync(target);
  if (!cached) {
    requireGo();
    console.log(`${name} ${version}: building (a minute or two, once)`);
    mkdirSync(cache, { recursive: true });
    build(tool.main, moduleDir, target);
  }
  mkdirSync(bin, { recursive: true });
  const linked = link(name, target);
  console.log(`${name} ${version}: ${cached ? (linked ? 'linked from the cache' : 'already there') : 'built'}`);
}

try {
  const asked = process.argv.slice(2);
  for (const name of asked.length > 0 ? asked : Object.keys(TOOLS)) install(name);
} catch (error) {
  if (!(error instanceof InstallError)) throw error;
  console.error(`tools: ${error.message}`);
  process.exitCode = 1;
}
