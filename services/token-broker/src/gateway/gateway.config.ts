import { migrationsSetting, setting } from '@sallyport/bootstrap';
import { z } from 'zod';

/** `acme=acme-eng,globex=globex`: tenant → the `urlKey` of the only Linear workspace its people may connect. */
const workspaces = z
  .string()
  .max(8_192)
  .regex(/^[\w.-]{1,64}=[\w-]{1,100}(?:,[\w.-]{1,64}=[\w-]{1,100})*$/, 'must be tenant=workspace, comma separated')
  .transform((text) => new Map(text.split(',').map((pair) => pair.split('=') as [string, string])))
  .optional();

/** Settings of the gateway placement, read from `BROKER_*` (config of the issuer placement is its own object). */
export const gatewayConfig = z.object({
  /** Public base URL; audience of capabilities and part of every DPoP proof. */
  gatewayUrl: setting.url(),
  /** `iss` of capabilities; also where filings are reported (`/ledger/filings`). */
  issuerUrl: setting.url(),
  /** Where the issuer answers from here, when that is not its public address (inside a cluster). */
  issuerInternalUrl: setting.url().optional(),
  /** Where the issuer publishes its signing keys (RFC 7517); left out: `/jwks` where it answers. */
  issuerJwksUrl: setting.url().optional(),
  /** This service's own private keys, 0600: a JWK set with ES256 to speak to peers and ECDH-ES to receive person assertions, or the first as PEM. */
  signingKeyFile: setting.file(),
  /** The second key, where each is a PEM file of its own. */
  encryptionKeyFile: setting.file().optional(),
  /** Directory of `<service>.jwks.json`, public keys only. */
  peerKeysDir: setting.file(),
  /** `pglite:/directory` or `postgres://…`; used capabilities, idempotency keys, connected viewers. */
  databaseUrl: z.string().min(1).max(2_048),
  /** `apply`: bring the schema up to date at start. `check`: wait until `migrate.js` has. */
  migrations: migrationsSetting(),
  /** Vault or OpenBao, without `/v1`. */
  vaultUrl: setting.url(),
  linearApiUrl: setting.url().default('https://api.linear.app/graphql'),
  linearTokenUrl: setting.url().default('https://api.linear.app/oauth/token'),
  linearReaderClientId: z.string().min(1).max(200).default('sallyport-reader'),
  linearCreatorClientId: z.string().min(1).max(200).default('sallyport-creator'),
  linearCuratorClientId: z.string().min(1).max(200).default('sallyport-curator'),
  /** Left out: every tenant's workspace bears the tenant's own name. */
  linearWorkspaces: workspaces,
  auditUrl: setting.url(),
  /** Directory of the local spool of events. */
  auditSpoolDir: setting.file(),
  /** HMAC key of issue ids: a file of at least 32 bytes, mode 0600. Changing it would file every ticket again. */
  issueIdKeyFile: setting.file(),
  /** Vault, audit and issuer may live at private addresses (inside a cluster). */
  allowPrivateServices: setting.flag(false),
  /** A service mesh encrypts: Vault, audit and issuer may be plain `http` from here. */
  allowPlainServices: setting.flag(false),
  /** The proxy through which Linear is reached (C-OUT-7). */
  egressProxyUrl: setting.url().optional(),
  /** Milliseconds for one call to Vault or the issuer. */
  serviceTimeoutMs: setting.count(3_000, 100, 30_000),
  /** Milliseconds for one call to Linear. */
  linearTimeoutMs: setting.count(8_000, 100, 30_000),
  logLevel: setting.logLevel(),
});
export type GatewayConfig = Readonly<z.infer<typeof gatewayConfig>>;

/**
 * One machine: the gateway itself is reached at `http://localhost`. Only then may it call loopback addresses; nobody can
 * switch that on for a gateway that others reach.
 */
export const isOneMachine = ({ gatewayUrl }: Pick<GatewayConfig, 'gatewayUrl'>): boolean =>
  ['localhost', '127.0.0.1'].includes(new URL(gatewayUrl).hostname);
