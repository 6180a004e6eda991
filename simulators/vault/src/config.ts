import type { Door } from '@sallyport/simulator-door';
import type { JwtMountConfig } from './jwt-auth/role.ts';
import type { OauthServer } from './oauthapp/server-config.ts';
import type { PolicyRules } from './policy/policy.ts';

/** What the operator would have set up with the CLI. Mount names carry no slash at either end. */
export interface VaultConfig {
  /** Policy name → path pattern → capabilities. */
  readonly policies: Readonly<Record<string, PolicyRules>>;
  /** JWT auth mounts below `auth/`. */
  readonly jwt: Readonly<Record<string, JwtMountConfig>>;
  /** The OAuth application engine and the authorization servers it knows from the start. */
  readonly oauthapp: { readonly mount: string; readonly servers: Readonly<Record<string, OauthServer>> };
}

/** How to run one server. */
export interface VaultSimulatorOptions {
  /** TCP port; 0 lets the system choose. */
  readonly port?: number;
  /** Loopback and plain unless told. */
  readonly door?: Door;
  readonly config: VaultConfig;
  /** Where grants and entities are kept; without it they end with the process. */
  readonly stateFile?: string | undefined;
  /** A token with the `root` policy, for tests that play the operator. */
  readonly rootToken?: string;
  /** The clock, ms since the epoch. */
  readonly now?: () => number;
}

/** Reads a configuration file's text. @throws Error naming what is missing; values are not repeated. */
export function parseConfig(text: string): VaultConfig {
  const config = parseJson(text);
  const { policies, jwt, oauthapp, ...unknown } = record(config, 'configuration');
  const [stray] = Object.keys(unknown);
  if (stray) throw new Error(`configuration: unknown key ${stray}`);
  record(policies, 'policies');
  for (const [name, mount] of Object.entries(record(jwt, 'jwt'))) {
    for (const [role, fields] of Object.entries(record(record(mount, `jwt.${name}`).roles, `jwt.${name}.roles`))) {
      const { user_claim: claim, token_policies: names } = record(fields, `jwt.${name}.roles.${role}`);
      if (typeof claim !== 'string' || !Array.isArray(names)) {
        throw new Error(`jwt.${name}.roles.${role}: user_claim and token_policies are needed`);
      }
    }
  }
  const { mount, servers } = record(oauthapp, 'oauthapp');
  if (typeof mount !== 'string' || mount === '') throw new Error('oauthapp.mount: expected a name');
  record(servers, 'oauthapp.servers');
  return config as VaultConfig;
}

function record(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${name}: expected an object`);
  return value as Record<string, unknown>;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, which may hold client secrets.
    throw new Error('configuration: not JSON');
  }
}
