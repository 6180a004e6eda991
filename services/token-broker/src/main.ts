import { runService } from '@sallyport/bootstrap';
import { readConfig } from './config.ts';
import { startBroker } from './start-broker.ts';

const { BROKER_PLACEMENT = 'unplaced', BROKER_OTLP_URL } = process.env;
await runService({
  service: `token-broker-${BROKER_PLACEMENT}`,
  otlpUrl: BROKER_OTLP_URL,
  start: async () => startBroker(readConfig(process.env)),
});
