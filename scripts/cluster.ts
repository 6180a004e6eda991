import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { down } from './cluster/down.ts';
import { Kubectl } from './cluster/kubectl.ts';
import { HOME, LOGS, STATE_FILE } from './cluster/layout.ts';
import { exclusively } from './cluster/lock.ts';
import { policySuite } from './cluster/policy-suite.ts';
import { duration, Progress } from './cluster/progress.ts';
import { table } from './cluster/selftest/report.ts';
import { selftest } from './cluster/selftest/selftest.ts';
import { described, status } from './cluster/status.ts';
import { up } from './cluster/up.ts';

const HELP = `npm run cluster -- up | down | status [--json] | selftest | policy-suite [--focus REGEXP]

A real Kubernetes 1.36 of one node, for Linux x86-64 machines without Docker. It is compiled from its Go modules once (about
seven minutes on two cores), starts within a minute after that, and has no way out of the machine. Needs root, Go 1.26 and
Debian packages (installed when missing).

  up            makes the cluster, or says that it is up; after a crash it cleans up first
  down          ends it, puts the machine back and says whether anything is left
  status        what runs, and where the kubeconfig is; --json for machines. Exit code 0 when it is up, 3 when it is not
  selftest      proves admission, services, DNS, exec, hardening and network policies on the running cluster
  policy-suite  runs the tests that Kubernetes itself has for NetworkPolicy on the running cluster (minutes)
`;

const say = (line: string) => process.stderr.write(`${line}\n`);
const progress = new Progress(say);
const began = Date.now();

const commands: Record<string, () => Promise<number>> = {
  async up() {
    await exclusively(() => up(progress));
    say(`Took ${duration(Date.now() - began)}.`);
    return 0;
  },
  async down() {
    await exclusively(down);
    say(
      `The cluster is down (${duration(Date.now() - began)}). Nothing is left: processes, mounts, links, routes, nftables tables, control groups, sysctls and ${HOME} are checked.`,
    );
    return 0;
  },
  async status() {
    const seen = await status();
    process.stdout.write(options.json ? `${JSON.stringify(seen)}\n` : described(seen));
    return seen.state === 'up' ? 0 : 3;
  },
  async selftest() {
    const report = await selftest(await Kubectl.create(), progress);
    process.stdout.write(`${table(report.checks)}\n`);
    const failed = report.checks.filter(({ ok }) => !ok).length;
    process.stdout.write(`${report.checks.length - failed} passed, ${failed} failed\n`);
    return report.passed ? 0 : 1;
  },
  async 'policy-suite'() {
    const { passed, failed, failures } = await policySuite(progress, options.focus);
    for (const name of failures) process.stdout.write(`✗ ${name}\n`);
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
    return failed === 0 && passed > 0 ? 0 : 1;
  },
};

const { values: options, positionals } = parseArgs({
  options: { json: { type: 'boolean' }, focus: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  allowPositionals: true,
});
const run = commands[positionals[0] ?? ''];
if (options.help || !run) {
  (options.help ? process.stdout : process.stderr).write(HELP);
  process.exit(options.help ? 0 : 2);
}
if (process.platform !== 'linux' || process.arch !== 'x64' || process.getuid?.() !== 0) {
  say('sallyport: the cluster needs root on a Linux x86-64 machine');
  process.exit(1);
}
process.exitCode = await run().catch((error: Error) => {
  say(`sallyport: ${error.message}`);
  if (existsSync(STATE_FILE)) say(`Logs are in ${LOGS}; "npm run cluster -- down" puts the machine back.`);
  return 1;
});
