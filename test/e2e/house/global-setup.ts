import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { addressesOf, freePorts, type Place } from '../../../scripts/stack/addresses.ts';
import { startStack } from '../../../scripts/stack/stack.ts';
import { registeredClients } from './registered-clients.ts';
import { openStackDoor } from './stack-door.ts';

/** What specs know of the stack they speak to. */
export interface HouseFacts {
  urls: Record<Place, string>;
  /** State of the stack: what a thief of the machine, an operator or an auditor would find. */
  stateDir: string;
  /** Where processes of the stack are stopped and started again: {@link openStackDoor}. */
  door: string;
  /** Where this run writes down every secret it saw, for the scan at the end. */
  secretsFile: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    house: HouseFacts;
  }
}

const root = join(import.meta.dirname, '../../..');

/** Starts the whole house once, on free ports and fresh state; gone again afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = await mkdtemp(join(tmpdir(), 'sallyport-e2e-'));
  const stateDir = join(dir, 'state');
  const secretsFile = join(dir, 'secrets.jsonl');
  await writeFile(secretsFile, '', { mode: 0o600 });
  const addresses = addressesOf(await freePorts());
  const clientsFile = join(dir, 'clients.json');
  await writeFile(clientsFile, JSON.stringify(registeredClients(addresses)), { mode: 0o600 });
  const settings = {
    'token-broker-issuer': { BROKER_CLIENTS_FILE: clientsFile },
    // Four people make hundreds of calls in a minute here; each tool's own limit stays.
    'mcp-server': { MCP_CALLS_PER_MINUTE: '10000', MCP_BURST: '1000' },
  };
  const stack = await startStack({ root, stateDir, addresses, settings });
  const door = await openStackDoor(stack);
  const places = Object.keys(addresses.ports) as Place[];
  const urls = Object.fromEntries(places.map((place) => [place, addresses.url(place)])) as HouseFacts['urls'];
  project.provide('house', { urls, stateDir, door: door.url, secretsFile });
  return async () => {
    await door.close();
    await stack.stop();
    await rm(dir, { recursive: true, force: true });
  };
}
