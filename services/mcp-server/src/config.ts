import { migrationsSetting, policySettings, setting, workloadSettings } from '@sallyport/bootstrap';
import { z } from 'zod';

const list = () =>
  z
    .string()
    .max(4_096)
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((item) => item.trim())
        .filter(Boolean),
    );

/** Every setting of the mcp-server, `MCP_…` in the environment. */
export const configSchema = z.object({
  host: setting.host(),
  port: setting.port(8000),
  ...workloadSettings,
  /** The OAuth resource this process is: audience of its tokens, `htu` of DPoP proofs, its path (RFC 8707, RFC 9728). */
  resourceUrl: setting.url().default('http://localhost:8000/mcp'),
  issuerUrl: setting.url().default('http://localhost:8010'),
  /** Where the issuer answers from here, when that is not its public address (inside a cluster). */
  issuerInternalUrl: setting.url().optional(),
  /** Public keys of the issuer; `/jwks` where it answers unless told. */
  issuerJwksUrl: setting.url().optional(),
  gatewayUrl: setting.url().default('http://localhost:8011'),
  auditUrl: setting.url().default('http://localhost:8020'),
  auditSpoolDir: setting.file(),
  signingKeyFile: setting.file(),
  /** OAuth client id at the issuer; the placement's service name unless told. */
  clientId: z.string().min(1).max(100).optional(),
  databaseUrl: z.string().min(1).max(2_048).default('pglite:memory'),
  /** `apply`: bring the schema up to date at start. `check`: wait until `migrate.js` has. */
  migrations: migrationsSetting(),
  /** Loaded only into an empty table. */
  ticketsSeedFile: setting.file().optional(),
  ...policySettings,
  placement: z.enum(['read', 'write', 'combined']).default('combined'),
  environment: z.enum(['production', 'development']).default('production'),
  /** Host names besides that of the resource, comma separated (C-ID-2). */
  allowedHosts: list(),
  /** Browser origins, comma separated; a browser page from anywhere else is refused (C-ID-2). */
  allowedOrigins: list(),
  requireDpop: setting.flag(false),
  /** C-IN-1. */
  bodyLimitBytes: setting.count(262_144, 1_024, 4_194_304),
  /** C-LM-1, per person across tools; each tool has its own limit besides. */
  callsPerMinute: setting.count(100, 1, 10_000_000),
  burst: setting.count(20, 1, 1_000_000),
  /** Multiplies the per-minute limit that each tool declares. */
  toolLimitFactor: setting.count(1, 1, 10_000),
  /** Plain tool calls skip the SDK's carrier; the guards are the same. */
  fastPath: setting.flag(true),
  /** How long a tier 2 call waits for its record before it is refused (C-AU-2). */
  auditTimeoutMs: setting.count(450, 50, 500),
  logLevel: setting.logLevel(),
  otlpUrl: setting.url().optional(),
});
export type Config = Readonly<z.infer<typeof configSchema>>;

/** The name under which this placement proves itself, records and asks for credentials: each has its own (C-AZ-10). */
export const serviceOf = ({ placement }: Pick<Config, 'placement'>) =>
  placement === 'combined' ? 'mcp-server' : (`mcp-server-${placement}` as const);
