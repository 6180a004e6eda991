import { readFileSync } from 'node:fs';
import { answerProbes, doorFrom } from '@sallyport/simulator-door';
import { DEMO_PEOPLE } from './demo.ts';
import { startIdpSimulator } from './idp-simulator.ts';
import { parseClients } from './provider/client.ts';

const { IDP_SIM_PORT = '8030', IDP_SIM_PUBLIC_URL, IDP_SIM_STATE_FILE, IDP_SIM_CLIENTS_FILE } = process.env;
const port = Number(IDP_SIM_PORT);
if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('IDP_SIM_PORT is not a port');
if (!IDP_SIM_CLIENTS_FILE) throw new Error('IDP_SIM_CLIENTS_FILE: the path of a JSON list of clients is needed');

const door = doorFrom('IDP_SIM', process.env);
const idp = await startIdpSimulator({
  port,
  door,
  publicUrl: IDP_SIM_PUBLIC_URL,
  people: DEMO_PEOPLE,
  clients: parseClients(readFileSync(IDP_SIM_CLIENTS_FILE, 'utf8')),
  stateFile: IDP_SIM_STATE_FILE,
});
const stopProbes = await answerProbes(door);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void idp.close().then(stopProbes));
process.stdout.write(`${JSON.stringify({ ready: true, url: idp.url })}\n`);
