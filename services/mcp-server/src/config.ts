import { setting } from '@sallyport/bootstrap';
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
  /** The OAuth resource this process is: audience of its tokens, `htu` of DPoP proofs, its path (RFC 8707, RFC 9728). */
  resourceUrl: setting.url().default('http://localhost:8000/mcp'),
  issuerUrl: setting.url().default('http://localhost:8010'),
  /** Public keys of the issuer; `<issuer>/jwks` unless told. */
  issuerJwksUrl: setting.url().optional(),
  gatewayUrl: setting.url().default('http://localhost:8011'),
  auditUrl: setting.url().default('http://localhost:8020'),
  auditSpoolDir: setting.file(),
  signingKeyFile: setting.file(),
  /** OAuth client id at the issuer. */
  clientId: z.string().min(1).max(100).default('mcp-server'),
  databaseUrl: z.string().min(1).max(2_048).default('pglite:memory'),
  /** Loaded only into an empty table. */
  ticketsSeedFile: setting.file().optional(),
  /** Policy bundle directory; the one committed with the policy library unless told. */
  policyDir: setting.file().optional(),
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
