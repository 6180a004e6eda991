import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addressesOf, FIXED_PORTS, takenPorts } from './stack/addresses.ts';
import { startStack } from './stack/stack.ts';
import { welcome } from './stack/welcome.ts';

const HELP = `npm start [-- --reset] [-- --help]

Starts Sallyport on this machine: mcp-server, token-broker (issuer and gateway), audit, and stand-ins for the company's
identity provider, Linear and Vault. Everything listens on 127.0.0.1. State is kept in .sallyport/.

  --reset   forget everything first: keys, sign-ins, connections, issues, audit log
`;

const root = join(import.meta.dirname, '..');
const stateDir = join(root, '.sallyport');
const say = (text: string) => process.stdout.write(`${text}\n`);
const options = readOptions();
if (options.help) {
  say(HELP);
  process.exit(0);
}
const taken = await takenPorts({ ...FIXED_PORTS });
if (taken.length > 0) {
  const list = taken.map((place) => `${FIXED_PORTS[place]} (${place})`).join(', ');
  fail(`port ${list} is taken; stop what listens there (another "npm start"?) and try again`);
}
if (options.reset) await rm(stateDir, { recursive: true, force: true });

const interrupted = new Promise<void>((resolve) => {
  process.once('SIGINT', resolve);
  process.once('SIGTERM', resolve);
});
const startedAt = Date.now();
const stack = await startStack({ root, stateDir, addresses: addressesOf({ ...FIXED_PORTS }) }, (name) => {
  say(`  ready  ${name.padEnd(22)} ${((Date.now() - startedAt) / 1_000).toFixed(1)} s`);
}).catch((error: Error) => fail(error.message));
say(welcome(stack.addresses));

const failure = await Promise.race([interrupted, stack.ended]).catch((error: Error) => error);
say('\nStopping …');
await stack.stop();
if (failure instanceof Error) fail(failure.message);
say('Stopped. State is kept in .sallyport/; "npm start -- --reset" forgets it.');
process.exit(0);

function readOptions() {
  try {
    return parseArgs({ options: { reset: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } }).values;
  } catch (error) {
    return fail(`${(error as Error).message.split('.')[0]}; see "npm start -- --help"`);
  }
}

function fail(line: string): never {
  process.stderr.write(`sallyport: ${line}\n`);
  process.exit(1);
}
