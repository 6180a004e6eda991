import { z } from 'zod';
import type { Schema } from './parts.ts';

/** The zod objects that the services read their environment with. */
export interface ServiceConfigs {
  mcp: z.ZodObject;
  issuer: z.ZodObject;
  gateway: z.ZodObject;
  audit: z.ZodObject;
}

/** Settings that the chart alone decides: addresses, paths of files it mounts, identities, and what makes a wall. */
const OF_THE_CHART: Readonly<Record<keyof ServiceConfigs, readonly string[]>> = {
  mcp: ['resourceUrl', 'placement', 'clientId', 'issuerInternalUrl', 'gatewayUrl', 'requireDpop', 'ticketsSeedFile'],
  issuer: ['idpIssuer', 'idpClientId', 'idpClientSecretFile', 'tenants', 'resourcesFile', 'clientsFile', 'gatewayUrl'],
  gateway: [
    'gatewayUrl',
    'issuerInternalUrl',
    'encryptionKeyFile',
    'issueIdKeyFile',
    'vaultUrl',
    'allowPrivateServices',
  ],
  audit: ['internalUrl', 'logDir', 'checkpointKeyFile', 'ndjsonFile', 'requireDpop'],
};
const OF_EVERY_SERVICE = [
  ...['placement', 'host', 'port', 'managementPort', 'environment', 'logLevel', 'otlpUrl', 'publicUrl', 'databaseUrl'],
  ...['migrations', 'signingKeyFile', 'peerKeysDir', 'tlsDir', 'tlsClientAuth', 'policyEngine', 'policyDir'],
  ...['policyOpaSocket', 'policyBundleKeyFile', 'auditUrl', 'auditSpoolDir', 'issuerUrl', 'issuerJwksUrl'],
  'egressProxyUrl',
];

/** `settings` of one workload: what the service's own config knows, less what the chart decides; bounds are the service's. */
export function settingsSchema(service: keyof ServiceConfigs, config: z.ZodObject): Schema {
  const taken = new Set([...OF_EVERY_SERVICE, ...OF_THE_CHART[service]]);
  const open = Object.entries(config.shape).filter(([key]) => !taken.has(key));
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(open.map(([key, type]) => [key, ruleOf(type as z.ZodType)])),
  };
}

function ruleOf(type: z.ZodType): Schema {
  const given = z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' });
  const kept = z.toJSONSchema(type, { io: 'output', unrepresentable: 'any' });
  if (kept.type === 'integer') return { type: 'integer', minimum: kept.minimum, maximum: kept.maximum };
  if (given.enum?.includes('true')) return { type: 'boolean' };
  if (given.enum) return { type: 'string', enum: given.enum };
  if (given.format === 'uri') return { type: 'string', pattern: '^https?://', maxLength: 2_048 };
  return { type: 'string', maxLength: given.maxLength ?? 2_048, ...(given.pattern ? { pattern: given.pattern } : {}) };
}
