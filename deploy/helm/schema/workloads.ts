import { bytes, closed, count, flag, optionalName, resources, type Schema } from './parts.ts';
import { type ServiceConfigs, settingsSchema } from './service-settings.ts';

const base = { runtimeClassName: optionalName, resources };
const scaled = {
  replicas: count(1, 50),
  autoscaling: closed({
    enabled: flag,
    minReplicas: count(1, 50),
    maxReplicas: count(1, 100),
    targetCpuPercent: count(10, 95),
  }),
};
const scratch = { ...base, scratchSize: bytes };

/** One object for each workload: what it is given, never how it is walled in. */
export function workloadsSchema(configs: ServiceConfigs): Schema {
  const service = (name: keyof ServiceConfigs) => ({
    ...scratch,
    ...scaled,
    spoolSize: bytes,
    settings: settingsSchema(name, configs[name]),
  });
  return closed({
    'mcp-server-read': closed(service('mcp')),
    'mcp-server-write': closed(service('mcp')),
    'token-broker-issuer': closed(service('issuer')),
    'token-broker-gateway': closed(service('gateway')),
    // No replicas: the log has one writer.
    audit: closed({ ...scratch, settings: settingsSchema('audit', configs.audit) }),
    migrations: closed(base),
    'egress-proxy': closed({ ...base, replicas: count(1, 10) }),
    edge: closed(scratch),
    'idp-simulator': closed(scratch),
    'linear-simulator': closed(scratch),
    vault: closed(scratch),
    postgresql: closed(scratch),
    'helm-test': closed(base),
  });
}
