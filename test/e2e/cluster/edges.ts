/**
 * Who may call whom in the demo profile, written down apart from the chart: `from → to:port`. Everything that is not here is
 * denied (C-PL-2).
 */
const ALLOWED = `
edge → mcp-server-read:8000
edge → mcp-server-write:8000
edge → token-broker-issuer:8010
edge → audit:8020
edge → idp-simulator:8443
edge → linear-simulator:8443
mcp-server-read → token-broker-issuer:8010
mcp-server-read → audit:8020
mcp-server-read → postgresql:5432
mcp-server-write → token-broker-issuer:8010
mcp-server-write → token-broker-gateway:8011
mcp-server-write → audit:8020
mcp-server-write → postgresql:5432
token-broker-issuer → token-broker-gateway:8011
token-broker-issuer → audit:8020
token-broker-issuer → postgresql:5432
token-broker-issuer → egress-proxy:3129
token-broker-gateway → vault:8200
token-broker-gateway → audit:8020
token-broker-gateway → token-broker-issuer:8010
token-broker-gateway → postgresql:5432
token-broker-gateway → egress-proxy:3128
audit → token-broker-issuer:8010
audit → postgresql:5432
egress-proxy → idp-simulator:8443
egress-proxy → linear-simulator:8443
vault → linear-simulator:8443
`;

export const ALLOWED_EDGES: ReadonlySet<string> = new Set(ALLOWED.trim().split('\n'));

/** Components that may ask the cluster's DNS. */
export const RESOLVERS: ReadonlySet<string> = new Set([
  'mcp-server-read',
  'mcp-server-write',
  'token-broker-issuer',
  'token-broker-gateway',
  'audit',
  'egress-proxy',
  'edge',
  'vault',
]);
