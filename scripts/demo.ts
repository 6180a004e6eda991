import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addressesOf, freePorts } from './stack/addresses.ts';
import { startStack } from './stack/stack.ts';
import { logKey } from './story/log-key.ts';
import { type Step, Story } from './story/story.ts';

const HELP = `npm run demo [-- --json] [-- --keep]

Runs the whole story on fresh state and free ports, with a real MCP client over real HTTP: sign in, list, connect, escalate,
repeat, overreach, verify the audit log. Exit code 0 only if every step held.

  --json   one JSON object per step on standard output, nothing else
  --keep   leave the state directory behind and say where it is
`;

const { values: options } = parseArgs({
  options: { json: { type: 'boolean' }, keep: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
});
if (options.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const root = join(import.meta.dirname, '..');
const stateDir = await mkdtemp(join(tmpdir(), 'sallyport-demo-'));
const say = (text: string) => process.stderr.write(`${text}\n`);
const report = (step: Step) => {
  if (options.json) process.stdout.write(`${JSON.stringify(step)}\n`);
  else process.stdout.write(`${step.ok ? '✓' : '✗'} ${step.step.padEnd(18)} ${step.summary}\n`);
};

let held = false;
say('Starting Sallyport on free ports …');
const stack = await startStack({ root, stateDir, addresses: addressesOf(await freePorts()) }).catch((error: Error) => {
  say(`sallyport: ${error.message}`);
  process.exit(1);
});
try {
  const key = await logKey(stack);
  const story = new Story(stack, (logDir) => verifyAuditLog(logDir, key));
  held = true;
  for await (const step of story.steps()) {
    report(step);
    held &&= step.ok;
  }
} catch (error) {
  held = false;
  say(`sallyport: the story broke off: ${(error as Error).message}`);
} finally {
  await stack.stop();
  if (options.keep || !held) say(`State is kept in ${stateDir}`);
  else await rm(stateDir, { recursive: true, force: true });
}
process.exit(held ? 0 : 1);

/** The offline verifier, as an auditor would run it, with the key pinned. */
function verifyAuditLog(logDir: string, key: string): { ok: boolean; entries: number } {
  const verifier = join(root, 'services/audit/dist/verify/main.js');
  const run = spawnSync(process.execPath, [verifier, '--key', key, '--json', logDir], { encoding: 'utf8' });
  const { pinned = false, verified = 0 } = JSON.parse(run.stdout || '{}') as { pinned?: boolean; verified?: number };
  return { ok: run.status === 0 && pinned, entries: verified };
}
