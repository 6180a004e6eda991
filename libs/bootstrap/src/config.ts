import { z } from 'zod';

/** A configuration that cannot be used; each line names a variable and the rule it breaks, never a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly lines: string[]) {
    super(lines.join('; '));
  }
}

/** `tokenTtlSeconds` → `BROKER_TOKEN_TTL_SECONDS`. */
export const variableName = (prefix: string, key: string): string =>
  `${prefix}_${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

/**
 * Reads a service's settings from the environment: only declared keys, an unknown `<PREFIX>_*` is an error because it is
 * a typo. Empty values count as absent.
 * @throws ConfigError
 */
export function parseConfig<S extends z.ZodObject>(
  schema: S,
  prefix: string,
  env: NodeJS.ProcessEnv,
): Readonly<z.infer<S>> {
  const keys = Object.keys(schema.shape);
  const names = new Map(keys.map((key) => [variableName(prefix, key), key]));
  const lines: string[] = [];
  for (const name of Object.keys(env)) {
    if (name.startsWith(`${prefix}_`) && !names.has(name)) lines.push(`${name}: unknown setting`);
  }
  const raw: Record<string, string> = {};
  for (const [name, key] of names) {
    const value = env[name];
    if (value !== undefined && value !== '') raw[key] = value;
  }
  const parsed = schema.safeParse(raw);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const key = String(issue.path[0] ?? '');
      const rule = raw[key] === undefined ? 'is required' : issue.message;
      lines.push(`${key ? variableName(prefix, key) : prefix}: ${rule}`);
    }
  }
  if (lines.length > 0 || !parsed.success) throw new ConfigError(lines);
  return Object.freeze(parsed.data) as Readonly<z.infer<S>>;
}

/** C-CR-6: variables that would change how a library behaves behind our back, or hold a secret that belongs in a file. */
export const FORBIDDEN_VARIABLES = [
  'VAULT_TOKEN',
  'VAULT_SKIP_VERIFY',
  'VAULT_ADDR',
  'VAULT_NAMESPACE',
  'VAULT_PREFIX',
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'LINEAR_API_KEY',
  'AWS_SECRET_ACCESS_KEY',
] as const;

/** @throws ConfigError naming each forbidden variable that is set */
export function refuseForbiddenVariables(env: NodeJS.ProcessEnv): void {
  const present = FORBIDDEN_VARIABLES.filter((name) => env[name] !== undefined);
  if (present.length > 0) throw new ConfigError(present.map((name) => `${name}: must not be set for a service`));
}

/** Building blocks for `config.ts` files: strings from the environment, with units and bounds. */
export const setting = {
  port: (value: number) => z.coerce.number().int().min(0).max(65_535).default(value),
  host: (value = '127.0.0.1') => z.string().min(1).max(253).default(value),
  url: () => z.url({ protocol: /^https?$/ }).max(2_048),
  file: () => z.string().min(1).max(4_096),
  seconds: (value: number, min: number, max: number) => z.coerce.number().int().min(min).max(max).default(value),
  count: (value: number, min: number, max: number) => z.coerce.number().int().min(min).max(max).default(value),
  flag: (value: boolean) =>
    z
      .enum(['true', 'false'])
      .default(value ? 'true' : 'false')
      .transform((text) => text === 'true'),
  logLevel: () => z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
} as const;

/** Settings that every placement has beside its own: how it is reached, and who it is to its neighbours. */
export const workloadSettings = {
  /** Health and metrics on a plain listener of their own, for kubelet and scraper; 0: on the service's port. */
  managementPort: z.coerce.number().int().min(0).max(65_535).default(0),
  /** Directory with `tls.crt`, `tls.key`, `ca.crt` (layout of a `kubernetes.io/tls` Secret): serve TLS 1.3, call and ask the database with it. */
  tlsDir: setting.file().optional(),
  /** `require`: callers show a certificate of `ca.crt` (C-CR-8). */
  tlsClientAuth: z.enum(['require', 'off']).default('require'),
} as const;

/** How a service asks policy. */
export const policySettings = {
  /** `wasm`: in this process. `opa`: the sidecar beside it, from the same bundle. */
  policyEngine: z.enum(['wasm', 'opa']).default('wasm'),
  /** Directory of the policy bundle; the one committed with the policy library unless told. With a key: of `bundle.tar.gz`. */
  policyDir: setting.file().optional(),
  /** Public key (PEM) whose signature a bundle must bear; then unsigned and changed ones never load. */
  policyBundleKeyFile: setting.file().optional(),
  /** Unix socket of the sidecar. */
  policyOpaSocket: setting.file().default('/run/opa/opa.sock'),
  /** How long the sidecar may take for one answer; then the call is refused (C-AZ-9). */
  policyBudgetMs: setting.count(250, 10, 5_000),
} as const;

export interface PolicyConfig {
  policyEngine: 'wasm' | 'opa';
  policyDir?: string | undefined;
  policyBundleKeyFile?: string | undefined;
  policyOpaSocket: string;
  policyBudgetMs: number;
}

/** What `Policy.open` takes, from the settings. */
export const policyOptions = (config: PolicyConfig) => ({
  engine: config.policyEngine,
  bundle: config.policyDir && config.policyBundleKeyFile ? `${config.policyDir}/bundle.tar.gz` : config.policyDir,
  bundleKeyFile: config.policyBundleKeyFile,
  socketPath: config.policyOpaSocket,
  budgetMs: config.policyBudgetMs,
});

/** `apply`: bring the database schema up to date at start. `check`: wait for `migrate.js` to have done it. */
export const migrationsSetting = () => z.enum(['apply', 'check']).default('apply');
