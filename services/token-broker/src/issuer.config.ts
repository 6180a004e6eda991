import { migrationsSetting, policySettings, setting, workloadSettings } from '@sallyport/bootstrap';
import { ROLES, type Role } from '@sallyport/contracts';
import { z } from 'zod';

const list = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
const hosts = () => z.string().max(4_096).default('').transform(list);

/** `group=role,group=role`: which IdP group gives which role. */
const roleGroups = z.string().transform((text, context) => {
  const table = new Map<string, Role>();
  for (const pair of list(text)) {
    const at = pair.lastIndexOf('=');
    const role = ROLES.find((name) => name === pair.slice(at + 1));
    if (at < 1 || !role) {
      context.addIssue({ code: 'custom', message: `expected group=role with a role of ${ROLES.join(', ')}` });
      return z.NEVER;
    }
    table.set(pair.slice(0, at), role);
  }
  return table;
});

/** Settings of the issuer placement: authorization server, token exchange, connections. */
export const issuerConfig = z.object({
  placement: z.literal('issuer'),
  host: setting.host(),
  port: setting.port(8010),
  ...workloadSettings,
  logLevel: setting.logLevel(),
  otlpUrl: setting.url().optional(),
  environment: z.enum(['production', 'development']).default('production'),
  /** Issuer identifier (RFC 8414 §2): what clients and the other services know this placement by. */
  publicUrl: setting.url().transform((url) => url.replace(/\/$/, '')),
  /** `pglite:/directory`, `pglite:memory` or `postgres://…`. */
  databaseUrl: z.string().min(1),
  /** `apply`: bring the schema up to date at start. `check`: wait until `migrate.js` has. */
  migrations: migrationsSetting(),
  signingKeyFile: setting.file(),
  peerKeysDir: setting.file(),
  ...policySettings,
  auditUrl: setting.url(),
  auditSpoolDir: setting.file(),
  gatewayUrl: setting.url().transform((url) => url.replace(/\/$/, '')),
  /** The proxy through which the IdP and client metadata documents are reached (C-OUT-7). */
  egressProxyUrl: setting.url().optional(),

  /** Company IdP. With no secret file the client authenticates by `private_key_jwt` with the signing key. */
  idpIssuer: setting.url(),
  idpClientId: z.string().min(1).max(200).default('sallyport-broker'),
  idpClientSecretFile: setting.file().optional(),
  /** `email` lets the address be held against that of the Linear account a person connects. */
  idpScope: z.string().min(1).max(200).default('openid profile email'),
  /** Authentication contexts asked of the IdP, best last; policy demands one of them for writes (C-ID-9). */
  idpAcrValues: z.string().min(1).max(200).default('mfa phr'),
  /** Tenants that use this broker; the IdP's `tenant` claim must be one of them. */
  tenants: z.string().min(1).transform(list),
  roleGroups: roleGroups.default(
    new Map<string, Role>([
      ['support-engineers', 'support_engineer'],
      ['support-leads', 'support_lead'],
      ['platform-admins', 'platform_admin'],
    ]),
  ),

  /** JSON files; absent: the resources and clients of one machine. */
  resourcesFile: setting.file().optional(),
  clientsFile: setting.file().optional(),
  /** RFC 7591 at `/reg`: off, or for clients on the person's own machine only. */
  dynamicRegistration: z.enum(['off', 'loopback']).default('off'),
  dynamicClientsPerHour: setting.count(30, 1, 1_000),
  dynamicClientDays: setting.count(30, 1, 365),
  /** Hosts whose client metadata documents are trusted; empty: any host that is not denied. */
  metadataAllowedHosts: hosts(),
  metadataDeniedHosts: hosts(),

  /** C-ID-5: at most ten minutes. */
  accessTokenTtlSeconds: setting.seconds(600, 30, 600),
  /** How long an agent may stay connected without a new sign-in. */
  connectionDays: setting.count(30, 1, 90),
  sessionMinutes: setting.count(60, 5, 720),

  linearAuthorizeUrl: setting.url().default('https://linear.app/oauth/authorize'),
  linearReaderClientId: z.string().min(1).max(200).default('sallyport-reader'),
  linearCreatorClientId: z.string().min(1).max(200).default('sallyport-creator'),
  linearCuratorClientId: z.string().min(1).max(200).default('sallyport-curator'),
});
export type IssuerConfig = Readonly<z.infer<typeof issuerConfig>>;
