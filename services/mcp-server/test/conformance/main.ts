import { parseConfig, refuseForbiddenVariables, runService } from '@sallyport/bootstrap';
import { configSchema } from '#server/config';
import { startMcpServer } from '#server/start-mcp-server';
import { profile } from './profile.ts';

/** The mcp-server as it ships, with the conformance profile behind the very same guards. */
await runService({
  service: 'mcp-server',
  start: async () => {
    refuseForbiddenVariables(process.env);
    const config = parseConfig(configSchema, 'MCP', process.env);
    // The shortcut for plain calls knows the catalogue's tools only.
    return startMcpServer({ ...config, fastPath: false }, profile());
  },
});
