import { ConfigError, parseConfig, refuseForbiddenVariables, setting, workloadSettings } from '@sallyport/bootstrap';
import { z } from 'zod';
import { gatewayConfig } from './gateway/gateway.config.ts';
import { type IssuerConfig, issuerConfig } from './issuer.config.ts';

/** The gateway's own settings, and where this image listens when it is one. */
const gatewayPlacement = z.object({
  placement: z.literal('gateway'),
  host: setting.host(),
  port: setting.port(8011),
  ...workloadSettings,
  otlpUrl: setting.url().optional(),
  ...gatewayConfig.shape,
});
export type GatewayPlacementConfig = Readonly<z.infer<typeof gatewayPlacement>>;
export type BrokerConfig = IssuerConfig | GatewayPlacementConfig;

/**
 * Settings of this process: `BROKER_PLACEMENT` says which of the two placements it is, and only that placement's variables
 * are known to it. An issuer that is handed a gateway's Vault address does not start.
 * @throws ConfigError
 */
export function readConfig(env: NodeJS.ProcessEnv): BrokerConfig {
  refuseForbiddenVariables(env);
  switch (env.BROKER_PLACEMENT) {
    case 'issuer':
      return parseConfig(issuerConfig, 'BROKER', env);
    case 'gateway':
      return parseConfig(gatewayPlacement, 'BROKER', env);
    default:
      throw new ConfigError(['BROKER_PLACEMENT: must be issuer or gateway']);
  }
}
