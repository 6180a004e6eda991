import { migrationsSetting, policySettings, setting, workloadSettings } from '@sallyport/bootstrap';
import { z } from 'zod';

const baseUrl = () => setting.url().transform((url) => url.replace(/\/$/, ''));

/** Every setting of the audit service, `AUDIT_…` in the environment. */
export const configSchema = z.object({
  host: setting.host(),
  port: setting.port(8020),
  ...workloadSettings,
  /** What producers and readers know this service by: audience of their assertions and access tokens. */
  publicUrl: baseUrl().default('http://localhost:8020'),
  /** What producers call, where that is not the public URL (inside a cluster): audience of their assertions. */
  internalUrl: baseUrl().optional(),
  /** `pglite:/directory`, `pglite:memory` or `postgres://…`. */
  databaseUrl: z.string().min(1).max(2_048),
  /** `apply`: bring the schema up to date at start. `check`: wait until `migrate.js` has. */
  migrations: migrationsSetting(),
  /** The log as files: for the offline verifier, mirrors, and whoever must read it when the broker is down. */
  logDir: setting.file(),
  /** ES256 key of this service; others know its public part. Read at start, so that a bad file is found then. */
  signingKeyFile: setting.file(),
  /** Directory of `<service>.jwks.json`, public keys only. */
  peerKeysDir: setting.file(),
  /** Ed25519 key that signs checkpoints (JWK, or PKCS8 PEM); made at first start, mode 0600. */
  checkpointKeyFile: setting.file(),
  /** Name of this log in its checkpoints (C2SP tlog-checkpoint: a schema-less URL); by default from the public URL. */
  checkpointOrigin: z
    .string()
    .regex(/^[^\s+]{1,200}$/, 'must have no spaces and no plus sign')
    .optional(),
  issuerUrl: baseUrl().default('http://localhost:8010'),
  /** Public keys of the issuer; `<issuer>/jwks` unless told. */
  issuerJwksUrl: setting.url().optional(),
  /** Readers must present DPoP-bound tokens. */
  requireDpop: setting.flag(false),
  /** Where every event goes as one line of OCSF JSON; no such sink when absent. */
  ndjsonFile: setting.file().optional(),
  ...policySettings,
  environment: z.enum(['production', 'development']).default('production'),
  logLevel: setting.logLevel(),
  otlpUrl: setting.url().optional(),
});
export type Config = Readonly<z.infer<typeof configSchema>>;
