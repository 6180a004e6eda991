import { parseConfig, refuseForbiddenVariables, runService } from '@sallyport/bootstrap';
import { configSchema } from './config.ts';
import { startMcpServer } from './start-mcp-server.ts';

await runService({
  service: 'mcp-server',
  otlpUrl: process.env.MCP_OTLP_URL,
  start: async () => {
    refuseForbiddenVariables(process.env);
    return startMcpServer(parseConfig(configSchema, 'MCP', process.env));
  },
});
