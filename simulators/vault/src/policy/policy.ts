import type { Operation } from '../core/request.ts';

export const CAPABILITIES = ['create', 'read', 'update', 'delete', 'list', 'patch', 'sudo', 'deny'] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** A policy as configured: path pattern → capabilities, the JSON form of Vault's HCL `path "…" { capabilities = […] }`. */
export type PolicyRules = Readonly<Record<string, readonly Capability[]>>;

/** One `path` stanza. */
export interface PolicyRule {
  /** As written, without a leading slash; may hold `{{identity…}}`, `+` segments and one trailing `*`. */
  readonly path: string;
  /** `['deny']` alone when the stanza denies. */
  readonly capabilities: readonly Capability[];
}

export interface Policy {
  readonly name: string;
  readonly rules: readonly PolicyRule[];
}

/** Which capability an operation needs. Operations and capabilities share their names. */
export function capabilityFor(operation: Operation): Capability {
  return operation;
}

/**
 * Reads one policy. `deny` in a stanza drops whatever else the stanza lists.
 * @throws Error for an unknown capability, `+*`, or a `*` that is not at the end.
 */
export function parsePolicy(name: string, rules: PolicyRules): Policy {
  const parsed = Object.entries(rules).map(([pattern, capabilities]): PolicyRule => {
    const path = pattern.replace(/^\//, '');
    if (path.includes('+*')) throw new Error(`policy ${name}: path "${path}": '+*' is forbidden`);
    if (path.slice(0, -1).includes('*')) throw new Error(`policy ${name}: path "${path}": '*' only at the end`);
    for (const capability of capabilities) {
      if (!CAPABILITIES.includes(capability)) {
        throw new Error(`policy ${name}: path "${path}": invalid capability "${capability}"`);
      }
    }
    return { path, capabilities: capabilities.includes('deny') ? ['deny'] : [...capabilities] };
  });
  return { name, rules: parsed };
}

/** What every token gets unless its role says `token_no_default_policy`: Vault's `default`, as far as served here. */
export const DEFAULT_POLICY = parsePolicy('default', {
  'auth/token/lookup-self': ['read'],
  'auth/token/renew-self': ['update'],
  'auth/token/revoke-self': ['update'],
  'identity/entity/id/{{identity.entity.id}}': ['read'],
});
