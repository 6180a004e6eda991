import { readFileSync } from 'node:fs';
import { parseConfig } from './config.ts';
import { startVaultSimulator } from './vault-simulator.ts';

const { VAULT_SIM_PORT = '8200', VAULT_SIM_CONFIG_FILE, VAULT_SIM_STATE_FILE } = process.env;
if (!VAULT_SIM_CONFIG_FILE) throw new Error('VAULT_SIM_CONFIG_FILE: the path of a configuration file is needed');

const vault = await startVaultSimulator({
  port: Number(VAULT_SIM_PORT),
  config: parseConfig(readFileSync(VAULT_SIM_CONFIG_FILE, 'utf8')),
  ...(VAULT_SIM_STATE_FILE ? { stateFile: VAULT_SIM_STATE_FILE } : {}),
});
process.stdout.write(`${JSON.stringify({ ready: true, service: 'vault-simulator', url: vault.url })}\n`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void vault.close());
