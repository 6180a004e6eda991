import { DEMO_APPS, DEMO_WORKSPACES, startLinearSimulator } from './index.ts';

const { LINEAR_SIM_PORT = '8040', LINEAR_SIM_PUBLIC_URL, LINEAR_SIM_STATE_FILE } = process.env;
const port = Number(LINEAR_SIM_PORT);
if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('LINEAR_SIM_PORT is not a port');

const simulator = await startLinearSimulator({
  port,
  publicUrl: LINEAR_SIM_PUBLIC_URL,
  stateFile: LINEAR_SIM_STATE_FILE,
  apps: DEMO_APPS,
  workspaces: DEMO_WORKSPACES,
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void simulator.close());
process.stdout.write(`${JSON.stringify({ ready: true, url: simulator.url })}\n`);
