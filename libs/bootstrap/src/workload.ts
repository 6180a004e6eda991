import type { Logger } from '@sallyport/telemetry';
import type { HealthOptions } from './health.ts';
import { type Management, startManagement } from './management.ts';
import { WorkloadTls } from './workload-tls.ts';

export interface WorkloadConfig {
  host: string;
  managementPort: number;
  tlsDir?: string | undefined;
  tlsClientAuth: 'require' | 'off';
}

/** This workload's TLS identity, where it has one. @throws Error naming the file that is not usable */
export async function openTls(config: WorkloadConfig, logger: Logger): Promise<WorkloadTls | undefined> {
  if (config.tlsDir === undefined) return undefined;
  return WorkloadTls.open(config.tlsDir, {
    clientAuth: config.tlsClientAuth,
    onUnusable: (error) => logger.error({ err: error }, 'renewed TLS files cannot be used; the old ones stay'),
  });
}

/** The listener for kubelet and scraper, where the configuration gives it a port of its own. */
export function openManagement(config: WorkloadConfig, health: HealthOptions): Promise<Management> | undefined {
  return config.managementPort === 0 ? undefined : startManagement(config.host, config.managementPort, health);
}
