import { parseConfig, runService } from '@sallyport/bootstrap';
import { configSchema } from '../../dist/config.js';
import { startMcpServer } from '../../dist/start-mcp-server.js';
import { handlerOf } from '../../dist/tools/tool-handler.js';
import { echo } from './echo-tool.ts';
import { profileBetweenSignals } from './profiler.ts';

// The production server with one more tool behind every guard; started by `npm run bench -- mcp` only.
const handler = handlerOf(echo, async ({ args }) => ({ outcome: { result: { message: args.message }, masked: {} } }));
const { BENCH_PROFILE_FILE } = process.env;
if (BENCH_PROFILE_FILE) profileBetweenSignals(BENCH_PROFILE_FILE);
await runService({
  service: 'mcp-server',
  start: () =>
    startMcpServer(parseConfig(configSchema, 'MCP', process.env), { tools: [{ definition: echo, handler }] }),
});
