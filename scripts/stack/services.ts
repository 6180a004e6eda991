import { join } from 'node:path';
import type { Addresses } from './addresses.ts';
import type { ChildSpec } from './child.ts';

export interface StackOptions {
  root: string;
  stateDir: string;
  addresses: Addresses;
  /** Extra or changed settings by process name. */
  settings?: Partial<Record<string, Record<string, string>>>;
  /** Another compiled entry for a process, for test profiles. */
  entries?: Partial<Record<string, string>>;
}

/** The simulators of one machine: what a company would bring itself. */
export function simulators({ root, stateDir, addresses }: StackOptions): ChildSpec[] {
  const { ports, url } = addresses;
  return [
    spec('idp-simulator', 'simulators/idp', {
      IDP_SIM_PORT: String(ports.idp),
      IDP_SIM_PUBLIC_URL: url('idp'),
      IDP_SIM_STATE_FILE: join(stateDir, 'idp.json'),
      IDP_SIM_CLIENTS_FILE: join(stateDir, 'idp-clients.json'),
    }),
    spec('linear-simulator', 'simulators/linear', {
      LINEAR_SIM_PORT: String(ports.linear),
      LINEAR_SIM_PUBLIC_URL: url('linear'),
      LINEAR_SIM_STATE_FILE: join(stateDir, 'linear.json'),
      LINEAR_SIM_REDIRECT_URI: `${url('issuer')}/connect/linear/callback`,
    }),
    spec('vault-simulator', 'simulators/vault', {
      VAULT_SIM_PORT: String(ports.vault),
      VAULT_SIM_CONFIG_FILE: join(stateDir, 'vault-config.json'),
      VAULT_SIM_STATE_FILE: join(stateDir, 'vault.json'),
    }),
  ];

  function spec(name: string, dir: string, env: Record<string, string>): ChildSpec {
    return { name, entry: join(root, dir, 'dist/main.js'), env, logFile: join(stateDir, 'logs', `${name}.log`) };
  }
}

/** Sallyport itself, each placement its own process with its own key file. */
export function services({ root, stateDir, addresses, settings = {}, entries = {} }: StackOptions): ChildSpec[] {
  const { ports, url } = addresses;
  const keys = join(stateDir, 'keys');
  const own = (prefix: string, service: string) => ({
    [`${prefix}_SIGNING_KEY_FILE`]: join(keys, `${service}.jwks.json`),
    [`${prefix}_DATABASE_URL`]: `pglite:${join(stateDir, 'data', service)}`,
  });
  const peers = (prefix: string) => ({ [`${prefix}_PEER_KEYS_DIR`]: join(keys, 'public') });
  const spool = (prefix: string, service: string) => ({
    [`${prefix}_AUDIT_URL`]: url('audit'),
    [`${prefix}_AUDIT_SPOOL_DIR`]: join(stateDir, 'spool', service),
  });
  return [
    spec('audit', 'services/audit', {
      ...own('AUDIT', 'audit'),
      ...peers('AUDIT'),
      AUDIT_PORT: String(ports.audit),
      AUDIT_PUBLIC_URL: url('audit'),
      AUDIT_LOG_DIR: join(stateDir, 'audit-log'),
      AUDIT_CHECKPOINT_KEY_FILE: join(keys, 'audit-checkpoint.key.json'),
      AUDIT_ISSUER_URL: url('issuer'),
      AUDIT_NDJSON_FILE: join(stateDir, 'siem.ndjson'),
    }),
    spec('token-broker-issuer', 'services/token-broker', {
      ...own('BROKER', 'token-broker-issuer'),
      ...spool('BROKER', 'token-broker-issuer'),
      ...peers('BROKER'),
      BROKER_PLACEMENT: 'issuer',
      BROKER_PORT: String(ports.issuer),
      BROKER_PUBLIC_URL: url('issuer'),
      BROKER_GATEWAY_URL: url('gateway'),
      BROKER_ENVIRONMENT: 'development',
      BROKER_IDP_ISSUER: url('idp'),
      BROKER_TENANTS: 'harbor,meridian',
      BROKER_RESOURCES_FILE: join(stateDir, 'resources.json'),
      BROKER_CLIENTS_FILE: join(stateDir, 'clients.json'),
      BROKER_LINEAR_AUTHORIZE_URL: `${url('linear')}/oauth/authorize`,
      BROKER_DYNAMIC_REGISTRATION: 'loopback',
    }),
    spec('token-broker-gateway', 'services/token-broker', {
      ...own('BROKER', 'token-broker-gateway'),
      ...spool('BROKER', 'token-broker-gateway'),
      ...peers('BROKER'),
      BROKER_PLACEMENT: 'gateway',
      BROKER_PORT: String(ports.gateway),
      BROKER_GATEWAY_URL: url('gateway'),
      BROKER_ISSUER_URL: url('issuer'),
      BROKER_VAULT_URL: url('vault'),
      BROKER_LINEAR_API_URL: `${url('linear')}/graphql`,
      BROKER_LINEAR_TOKEN_URL: `${url('linear')}/oauth/token`,
      BROKER_ISSUE_ID_KEY_FILE: join(keys, 'issue-id.key'),
    }),
    spec('mcp-server', 'services/mcp-server', {
      ...own('MCP', 'mcp-server'),
      ...spool('MCP', 'mcp-server'),
      MCP_PORT: String(ports.mcp),
      MCP_RESOURCE_URL: `${url('mcp')}/mcp`,
      MCP_ISSUER_URL: url('issuer'),
      MCP_GATEWAY_URL: url('gateway'),
      MCP_AUDIT_URL: url('audit'),
      MCP_ENVIRONMENT: 'development',
      MCP_PLACEMENT: 'combined',
      MCP_TICKETS_SEED_FILE: join(root, 'simulators/helpdesk/tickets.json'),
    }),
  ];

  function spec(name: string, dir: string, env: Record<string, string>): ChildSpec {
    const entry = entries[name] ?? join(root, dir, 'dist/main.js');
    return { name, entry, env: { ...env, ...settings[name] }, logFile: join(stateDir, 'logs', `${name}.log`) };
  }
}
