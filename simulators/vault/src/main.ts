import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerProbes, certificateKey, doorFrom } from '@sallyport/simulator-door';
import { parseConfig, type VaultConfig } from './config.ts';
import { demoVaultConfig } from './demo.ts';
import { startVaultSimulator } from './vault-simulator.ts';

const { VAULT_SIM_PORT = '8200', VAULT_SIM_STATE_FILE } = process.env;
const port = Number(VAULT_SIM_PORT);
if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('VAULT_SIM_PORT is not a port');

const door = doorFrom('VAULT_SIM', process.env);
const vault = await startVaultSimulator({
  port,
  door,
  config: configuration(process.env),
  stateFile: VAULT_SIM_STATE_FILE,
});
const stopProbes = await answerProbes(door);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void vault.close().then(stopProbes));
process.stdout.write(`${JSON.stringify({ ready: true, url: vault.url })}\n`);

/** What the operator would have set up: a file, or in a cluster the demo's own, with keys out of certificates. */
function configuration(env: NodeJS.ProcessEnv): VaultConfig {
  const { VAULT_SIM_CONFIG_FILE, VAULT_SIM_DEMO_ISSUER, VAULT_SIM_DEMO_LINEAR_TOKEN_URL, VAULT_SIM_PEER_KEYS_DIR } =
    env;
  if (VAULT_SIM_CONFIG_FILE) return parseConfig(readFileSync(VAULT_SIM_CONFIG_FILE, 'utf8'));
  if (!VAULT_SIM_DEMO_ISSUER || !VAULT_SIM_DEMO_LINEAR_TOKEN_URL || !VAULT_SIM_PEER_KEYS_DIR) {
    throw new Error('VAULT_SIM_CONFIG_FILE: the path of a configuration file is needed');
  }
  const key = (service: string) => certificateKey(join(VAULT_SIM_PEER_KEYS_DIR, `${service}.crt`));
  return demoVaultConfig({
    issuer: VAULT_SIM_DEMO_ISSUER,
    issuerKeys: { key: key('token-broker-issuer') },
    linearTokenUrl: VAULT_SIM_DEMO_LINEAR_TOKEN_URL,
    serviceKeys: {
      'token-broker-issuer': key('token-broker-issuer'),
      'token-broker-gateway': key('token-broker-gateway'),
      audit: key('audit'),
    },
  });
}
