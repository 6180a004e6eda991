import { readFileSync } from 'node:fs';
import { parseConfig } from './config.ts';
import { startVaultSimulator } from './vault-simulator.ts';

const { VAULT_SIM_PORT = '8200', VAULT_SIM_CONFIG_FILE, VAULT_SIM_STATE_FILE } = process.env;
const port = Number(VAULT_SIM_PORT);
if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('VAULT_SIM_PORT is not a port');
if (!VAULT_SIM_CONFIG_FILE) throw new Error('VAULT_SIM_CONFIG_FILE: the path of a configuration file is needed');

const config = parseConfig(readFileSync(VAULT_SIM_CONFIG_FILE, 'utf8'));
const vault = await startVaultSimulator({ port, config, stateFile: VAULT_SIM_STATE_FILE });
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void vault.close());
process.stdout.write(`${JSON.stringify({ ready: true, url: vault.url })}\n`);
