import { answerProbes, doorFrom } from '@sallyport/simulator-door';
import { DEMO_APPS, DEMO_WORKSPACES, startLinearSimulator } from './index.ts';

const { LINEAR_SIM_PORT = '8040', LINEAR_SIM_PUBLIC_URL, LINEAR_SIM_STATE_FILE, LINEAR_SIM_REDIRECT_URI } = process.env;
const port = Number(LINEAR_SIM_PORT);
if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('LINEAR_SIM_PORT is not a port');

const door = doorFrom('LINEAR_SIM', process.env);
const simulator = await startLinearSimulator({
  port,
  door,
  publicUrl: LINEAR_SIM_PUBLIC_URL,
  stateFile: LINEAR_SIM_STATE_FILE,
  // A stack on other ports has its callback elsewhere; Linear compares redirect URIs exactly.
  apps: LINEAR_SIM_REDIRECT_URI
    ? DEMO_APPS.map((app) => ({ ...app, redirectUris: [LINEAR_SIM_REDIRECT_URI] }))
    : DEMO_APPS,
  workspaces: DEMO_WORKSPACES,
});
const stopProbes = await answerProbes(door);
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => void simulator.close().then(stopProbes));
process.stdout.write(`${JSON.stringify({ ready: true, url: simulator.url })}\n`);
