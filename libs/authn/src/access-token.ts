import { createHash } from 'node:crypto';
import {
  type AccessTokenClaims,
  accessTokenClaims,
  actorChain,
  type Caller,
  MAX_ACTOR_CHAIN,
} from '@sallyport/contracts';
import type { JWK } from 'jose';
import { LRUCache } from 'lru-cache';
import { verifyDpopProof } from './dpop.ts';
import { decodeJwt, verifyJwt } from './jwt.ts';
import { Refused } from './refused.ts';
import type { ReplayStore } from './replay.ts';

/** C-ID-5: access tokens live at most 10 minutes. */
const MAX_LIFETIME_SECONDS = 600;
/** A verified token is believed this long before its signature is checked again. */
const CACHE_MS = 60_000;

export interface AccessTokenVerifierOptions {
  issuer: string;
  /** The one audience: this placement's resource. */
  audience: string;
  /** Current signing keys of the issuer; `refresh` asks for a fresh copy after an unknown `kid`. */
  jwks(refresh?: boolean): Promise<readonly JWK[]>;
  replay: ReplayStore;
  now(): number;
  /** Refuse bearer tokens altogether. */
  requireDpop?: boolean;
}

export interface PresentedToken {
  authorization: string | undefined;
  dpop: string | undefined;
  method: string;
  /** Public URL of the request (RFC 9449 `htu`), not the pod's. */
  url: string;
}

/** Access token (RFC 9068) + DPoP (RFC 9449) → Caller. Verified tokens are cached; bindings are checked on every call. */
export class AccessTokenVerifier {
  readonly #cache = new LRUCache<string, Caller>({ max: 10_000 });
  readonly #until = new WeakMap<Caller, number>();

  constructor(private readonly options: AccessTokenVerifierOptions) {}

  /** @throws Refused token_*, dpop_* */
  async verify({ authorization, dpop, method, url }: PresentedToken): Promise<Caller> {
    const [, scheme, token] = /^(Bearer|DPoP) ([\w\-.~+/]+=*)$/i.exec(authorization ?? '') ?? [];
    if (!scheme || !token) throw new Refused(authorization ? 'token_malformed' : 'token_missing');
    const caller = this.#cached(token) ?? (await this.#verify(token));
    const bound = scheme.toLowerCase() === 'dpop';
    // RFC 9449 §7.2: a bound token sent as Bearer is a downgrade; an unbound one sent as DPoP proves nothing.
    if (bound !== (caller.jkt !== undefined)) throw new Refused('dpop_invalid', { rule: 'scheme' });
    if (this.options.requireDpop && !bound) throw new Refused('dpop_missing');
    if (bound) {
      const { now, replay } = this.options;
      const { jkt } = await verifyDpopProof(dpop, { method, url, accessToken: token, now: now(), replay });
      if (jkt !== caller.jkt) throw new Refused('dpop_invalid', { rule: 'cnf.jkt' });
    }
    return caller;
  }

  #cached(token: string): Caller | undefined {
    const caller = this.#cache.get(digest(token));
    return caller && (this.#until.get(caller) ?? 0) > this.options.now() ? caller : undefined;
  }

  async #verify(token: string): Promise<Caller> {
    const { issuer, audience, now } = this.options;
    const keys = await this.#keysFor(token);
    const claims = verifyJwt(token, {
      keys,
      typ: 'at+jwt',
      issuer,
      audience,
      now: now(),
      skewSeconds: 5,
      maxLifetimeSeconds: MAX_LIFETIME_SECONDS,
    });
    const parsed = accessTokenClaims.safeParse(claims);
    if (!parsed.success) {
      throw new Refused('token_claim_missing', { claims: parsed.error.issues.map((issue) => issue.path.join('.')) });
    }
    const caller = toCaller(parsed.data);
    this.#cache.set(digest(token), caller);
    this.#until.set(caller, Math.min(now() + CACHE_MS, caller.expiresAt * 1_000));
    return caller;
  }

  async #keysFor(token: string): Promise<readonly JWK[]> {
    const { kid } = decodeJwt(token).header;
    const keys = await this.options.jwks();
    return keys.some((key) => key.kid === kid) ? keys : this.options.jwks(true);
  }
}

const digest = (token: string) => createHash('sha256').update(token).digest('base64');

function toCaller(claims: AccessTokenClaims): Caller {
  if (actorChain(claims.act).length > MAX_ACTOR_CHAIN) throw new Refused('actor_chain_too_long');
  return {
    sub: claims.sub,
    name: claims.name,
    tenant: claims.tenant,
    roles: claims.roles,
    scopes: claims.scope.split(' ').filter(Boolean),
    clientId: claims.client_id,
    act: claims.act,
    tokenId: claims.jti,
    grantId: claims.grant_id,
    acr: claims.acr,
    amr: claims.amr ?? [],
    authTime: claims.auth_time,
    jkt: claims.cnf?.jkt,
    expiresAt: claims.exp,
  };
}
