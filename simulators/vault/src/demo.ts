import type { VaultConfig } from './config.ts';
import type { JwtMountConfig, JwtRole } from './jwt-auth/role.ts';
import type { OauthServer } from './oauthapp/server-config.ts';
import type { PolicyRules } from './policy/policy.ts';

/** The three Linear applications, smallest first: what a token can do at Linear is decided by whose it is. */
export const LINEAR_CLASSES = ['reader', 'creator', 'curator'] as const;
export type LinearClass = (typeof LINEAR_CLASSES)[number];

/** Public keys (JWK) with which services prove themselves, by service name. Each token: `sub` = the name, `aud` = vault. */
export interface ServiceKeys {
  readonly 'token-broker-issuer': PublicKey;
  readonly 'token-broker-gateway': PublicKey;
  readonly audit: PublicKey;
  /** The job that removes what is left of someone who leaves; without a key its mount does not exist. */
  readonly 'linear-offboarder'?: PublicKey;
}

type PublicKey = Readonly<Record<string, unknown>>;

/** What the demo's Vault must know. */
export interface DemoVault {
  /** The issuer of person assertions, and its key, or where its keys are. */
  readonly issuer: string;
  readonly issuerKeys: { readonly url: string } | { readonly key: PublicKey };
  readonly linearTokenUrl: string;
  readonly serviceKeys: ServiceKeys;
  /** Secrets of the Linear applications, where they have one; the demo's use PKCE alone. */
  readonly linearClientSecrets?: Partial<Readonly<Record<LinearClass, string>>>;
}

const OWN = 'linear/creds/{{identity.entity.id}}';
const SELF: PolicyRules = { 'auth/token/lookup-self': ['read'], 'sys/health': ['read'] };
/** No service can touch anyone's grant, whatever else its policies come to say. */
const NO_GRANTS: PolicyRules = { 'linear/creds/+/+': ['deny'], ...SELF };

const POLICIES: Readonly<Record<string, PolicyRules>> = {
  'linear-issues-read': { [`${OWN}/reader`]: ['read'] },
  'linear-issues-create': { [`${OWN}/creator`]: ['read'] },
  'linear-issues-delete': { [`${OWN}/curator`]: ['read'] },
  'linear-onboard': { [`${OWN}/+`]: ['update'] },
  'token-broker-issuer': NO_GRANTS,
  'token-broker-gateway': NO_GRANTS,
  audit: NO_GRANTS,
  'linear-offboarder': { ...SELF, 'linear/creds/+/+': ['read', 'delete'], 'identity/entity/id/+': ['read', 'update'] },
};

/** A token that outlives one call is worth stealing: 60 s, and as many uses as the deed needs. */
const PERSON_TTL_SECONDS = 60;
const SERVICE_TTL_SECONDS = 600;
/** 0 would mean Vault's generous defaults (60 s of skew, so expired assertions would pass); −1 means none. */
const NO_LEEWAY = { expiration_leeway: -1, not_before_leeway: -1, clock_skew_leeway: -1 };

/**
 * Vault as Sallyport uses it on one machine: people reach their own grants through `auth/platform` with an assertion
 * made for exactly one role; services reach only themselves through `auth/workload`; the offboarding job, where there is
 * one, has `auth/offboarder`.
 */
export function demoVaultConfig(demo: DemoVault): VaultConfig {
  const { 'linear-offboarder': offboarder, ...services } = demo.serviceKeys;
  return {
    policies: POLICIES,
    jwt: {
      platform: {
        ...('url' in demo.issuerKeys ? { jwks_url: demo.issuerKeys.url } : { jwks: { keys: [demo.issuerKeys.key] } }),
        bound_issuer: demo.issuer,
        roles: {
          'linear-issues-read': personRole('linear-issues-read', 1),
          'linear-issues-create': personRole('linear-issues-create', 1),
          'linear-issues-delete': personRole('linear-issues-delete', 1),
          'linear-onboard': personRole('linear-onboard', 2),
        },
      },
      // One key set for a whole mount: any of these keys could sign another's name, so their policies are equal and
      // the one identity that can do more has a mount of its own.
      workload: serviceMount(services),
      ...(offboarder ? { offboarder: serviceMount({ 'linear-offboarder': offboarder }) } : {}),
    },
    oauthapp: {
      mount: 'linear',
      servers: Object.fromEntries(LINEAR_CLASSES.map((name) => [name, linearServer(name, demo)])),
    },
  };
}

function serviceMount(keys: Readonly<Record<string, PublicKey>>): JwtMountConfig {
  const names = Object.keys(keys);
  return {
    jwks: { keys: Object.entries(keys).map(([name, key]) => ({ ...key, kid: key.kid ?? name })) },
    roles: Object.fromEntries(names.map((name) => [name, serviceRole(name)])),
  };
}

function personRole(name: string, uses: number): JwtRole {
  return {
    bound_audiences: ['vault'],
    user_claim: 'sub',
    // An assertion made for reading must not onboard: the issuer names the role inside the signature.
    bound_claims: { vault_role: name },
    token_policies: [name],
    token_ttl: PERSON_TTL_SECONDS,
    token_max_ttl: PERSON_TTL_SECONDS,
    token_num_uses: uses,
    token_no_default_policy: true,
    ...NO_LEEWAY,
  };
}

function serviceRole(name: string): JwtRole {
  return {
    bound_audiences: ['vault'],
    bound_subject: name,
    user_claim: 'sub',
    token_policies: [name],
    token_ttl: SERVICE_TTL_SECONDS,
    token_max_ttl: SERVICE_TTL_SECONDS,
    token_no_default_policy: true,
    ...NO_LEEWAY,
  };
}

function linearServer(name: LinearClass, { linearTokenUrl, linearClientSecrets }: DemoVault): OauthServer {
  const secret = linearClientSecrets?.[name];
  return {
    client_id: `sallyport-${name}`,
    client_secrets: secret ? [secret] : [],
    provider: 'custom',
    provider_options: { token_url: linearTokenUrl, auth_style: 'in_params' },
  };
}
