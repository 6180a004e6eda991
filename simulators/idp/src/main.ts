import { readFileSync } from 'node:fs';
import { DEMO_PEOPLE } from './demo.ts';
import { startIdpSimulator } from './idp-simulator.ts';
import type { IdpClient } from './provider/client.ts';

const { IDP_SIM_PORT = '8030', IDP_SIM_PUBLIC_URL, IDP_SIM_STATE_FILE, IDP_SIM_CLIENTS_FILE } = process.env;
if (!IDP_SIM_CLIENTS_FILE) throw new Error('IDP_SIM_CLIENTS_FILE: the path of a JSON list of clients is needed');
const clients: IdpClient[] = JSON.parse(readFileSync(IDP_SIM_CLIENTS_FILE, 'utf8'));
if (!Array.isArray(clients)) throw new Error('IDP_SIM_CLIENTS_FILE: expected a JSON list of clients');

const idp = await startIdpSimulator({
  port: Number(IDP_SIM_PORT),
  people: DEMO_PEOPLE,
  clients,
  ...(IDP_SIM_PUBLIC_URL ? { publicUrl: IDP_SIM_PUBLIC_URL } : {}),
  ...(IDP_SIM_STATE_FILE ? { stateFile: IDP_SIM_STATE_FILE } : {}),
});
process.stdout.write(`${JSON.stringify({ ready: true, service: 'idp-simulator', url: idp.url })}\n`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void idp.close());
