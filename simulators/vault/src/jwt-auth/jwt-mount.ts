import { readString } from '../core/read-field.ts';
import type { Reply, VaultRequest } from '../core/request.ts';
import { badRequest, badToken, VaultError } from '../core/vault-error.ts';
import { type Entities, mountAccessor } from '../identity/entities.ts';
import { authReply } from '../token/auth-reply.ts';
import type { TokenEntry, TokenStore } from '../token/token-store.ts';
import { boundClaimsMismatch, type Claims, readClaim } from './claims.ts';
import { ASYMMETRIC_ALGORITHMS, KeySet } from './key-set.ts';
import type { JwtMountConfig, JwtRole } from './role.ts';
import { timeRefusal } from './token-times.ts';

/** What a login produced: Vault's answer and, for the request log, who it was. */
export interface Login {
  readonly reply: Reply;
  readonly token: TokenEntry;
}

/**
 * `auth/<mount>/login {role, jwt}`. The JWT's `jti` is not looked at, as in Vault: whoever forwards an assertion
 * must itself refuse the second use.
 */
export class JwtMount {
  readonly path: string;
  readonly accessor: string;
  readonly #config: JwtMountConfig;
  readonly #keys: KeySet;
  readonly #entities: Entities;
  readonly #tokens: TokenStore;
  readonly #now: () => number;

  /** @throws Error when the mount has no key source, or an algorithm that is not asymmetric. */
  constructor(path: string, config: JwtMountConfig, entities: Entities, tokens: TokenStore, now: () => number) {
    const algorithms = config.jwt_supported_algs ?? ASYMMETRIC_ALGORITHMS;
    const refused = algorithms.find((alg) => !ASYMMETRIC_ALGORITHMS.includes(alg));
    if (refused) throw new Error(`auth/${path}: unsupported algorithm ${refused}`);
    if ((config.jwks_url === undefined) === (config.jwks === undefined)) {
      throw new Error(`auth/${path}: exactly one of jwks_url and jwks must be set`);
    }
    this.path = path;
    this.accessor = mountAccessor('jwt', path);
    this.#config = config;
    this.#keys = new KeySet(config.jwks_url ? { url: config.jwks_url } : { keys: config.jwks?.keys ?? [] }, algorithms);
    this.#entities = entities;
    this.#tokens = tokens;
    this.#now = now;
  }

  /** @throws VaultError 400 naming what is wrong with the role or the JWT, 403 for a disabled entity. */
  async login(request: VaultRequest): Promise<Login> {
    if (request.operation !== 'update') throw new VaultError(405, ['unsupported operation']);
    const roleName = (readString(request.data, 'role') ?? this.#config.default_role ?? '').toLowerCase();
    if (!roleName) throw badRequest('missing role');
    const role = Object.hasOwn(this.#config.roles, roleName) ? this.#config.roles[roleName] : undefined;
    if (!role) throw badRequest(`role "${roleName}" could not be found`);
    const jwt = readString(request.data, 'jwt');
    if (!jwt) throw badRequest('missing token');

    const claims = await this.#validate(jwt, role);
    const alias = userName(claims, role);
    const mismatch = boundClaimsMismatch(role.bound_claims ?? {}, claims);
    if (mismatch) throw badRequest(`error validating claims: ${mismatch}`);

    const entity = this.#entities.forAlias(this.accessor, alias);
    if (entity.disabled) throw badToken();
    const token = this.#tokens.issue({
      policies: [...(role.token_no_default_policy ? [] : ['default']), ...role.token_policies],
      ttlSeconds: role.token_ttl ?? 0,
      maxTtlSeconds: role.token_max_ttl ?? 0,
      uses: role.token_num_uses ?? 0,
      entityId: entity.id,
      role: roleName,
      path: `auth/${this.path}/login`,
      displayName: `${this.path}-${alias}`,
      metadata: { role: roleName },
    });
    return { token, reply: { auth: authReply(token, this.#now()) } };
  }

  async #validate(jwt: string, role: JwtRole): Promise<Claims> {
    try {
      const claims = parseClaims(await this.#keys.verify(jwt));
      const refusal = this.#claimRefusal(claims, role) ?? timeRefusal(claims, role, this.#now());
      if (refusal) throw new Error(refusal);
      return claims;
    } catch (error) {
      throw badRequest(`error validating token: ${(error as Error).message}`);
    }
  }

  #claimRefusal(claims: Claims, role: JwtRole): string | undefined {
    const { bound_issuer: issuer } = this.#config;
    if (issuer !== undefined && claims.iss !== issuer) return 'invalid issuer (iss) claim';
    if (role.bound_subject !== undefined && claims.sub !== role.bound_subject) return 'invalid subject (sub) claim';
    const audiences = readClaim(claims, 'aud');
    const given: readonly unknown[] = Array.isArray(audiences) ? audiences : [];
    const bound = role.bound_audiences ?? [];
    if (bound.length === 0 && given.length > 0) return 'audience claim found in JWT but no audiences bound to the role';
    if (bound.length > 0 && !bound.some((audience) => given.includes(audience))) {
      return 'invalid audience (aud) claim: audience claim does not match any expected audience';
    }
    return undefined;
  }
}

function parseClaims(payload: Uint8Array): Claims {
  let claims: unknown;
  try {
    claims = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
  } catch {
    // The parser's own message quotes the payload.
  }
  if (typeof claims !== 'object' || claims === null || Array.isArray(claims))
    throw new Error('claims are not an object');
  return claims as Claims;
}

function userName(claims: Claims, role: JwtRole): string {
  const pointer = role.user_claim_json_pointer === true && role.user_claim.startsWith('/');
  const value = pointer ? readClaim(claims, role.user_claim) : claims[role.user_claim];
  if (value === undefined || value === null) throw badRequest(`claim "${role.user_claim}" not found in token`);
  if (typeof value !== 'string' || value === '') {
    throw badRequest(`claim "${role.user_claim}" could not be converted to string`);
  }
  return value;
}
