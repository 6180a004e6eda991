import { nodeImage } from './node-app.ts';

const SPOOL = '/var/lib/sallyport/spool';
const MANAGEMENT = 9090;

/** The policy that `npm start` decides by; a cluster mounts its own, signed. */
const POLICY = 'libs/policy/bundle/**';

const service = (name: string) => ({
  main: `services/${name}/dist/main.js`,
  migrate: `services/${name}/dist/migrate.js`,
});

export const mcpServer = nodeImage({
  name: 'mcp-server',
  description: 'Sallyport mcp-server: the MCP gate, one placement per process.',
  entries: service('mcp-server'),
  beside: [POLICY],
  files: { '/app/seed/tickets.json': 'simulators/helpdesk/tickets.json' },
  writable: [SPOOL],
  ports: [8000, MANAGEMENT],
  args: ['/app/main.js'],
});

export const tokenBroker = nodeImage({
  name: 'token-broker',
  description: 'Sallyport token-broker: issuer or gateway, as BROKER_PLACEMENT says.',
  entries: service('token-broker'),
  beside: [POLICY],
  writable: [SPOOL],
  ports: [8010, 8011, MANAGEMENT],
  args: ['/app/main.js'],
});

export const audit = nodeImage({
  name: 'audit',
  description: 'Sallyport audit: the durable, provable log.',
  entries: { ...service('audit'), verify: 'services/audit/dist/verify/main.js' },
  beside: [POLICY],
  writable: ['/var/lib/sallyport/log'],
  ports: [8020, MANAGEMENT],
  args: ['/app/main.js'],
});

export const simulators = nodeImage({
  name: 'simulators',
  description: 'Stand-ins for identity provider, Linear and Vault; for demonstrations only.',
  entries: {
    'idp/main': 'simulators/idp/dist/main.js',
    'linear/main': 'simulators/linear/dist/main.js',
    'vault/main': 'simulators/vault/dist/main.js',
  },
  beside: ['simulators/linear/schema*.graphql'],
  writable: ['/var/lib/sallyport/state'],
  ports: [8443, 8200, MANAGEMENT],
  args: [],
});
