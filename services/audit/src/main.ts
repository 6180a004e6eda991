import { parseConfig, refuseForbiddenVariables, runService } from '@sallyport/bootstrap';
import { configSchema } from './config.ts';
import { startAudit } from './start-audit.ts';

await runService({
  service: 'audit',
  otlpUrl: process.env.AUDIT_OTLP_URL,
  start: async () => {
    refuseForbiddenVariables(process.env);
    return startAudit(parseConfig(configSchema, 'AUDIT', process.env));
  },
});
