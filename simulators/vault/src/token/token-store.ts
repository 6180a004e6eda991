import { randomBytes } from 'node:crypto';

/** Vault's system default and maximum, used where a role sets none: 768 h. */
const SYSTEM_TTL_SECONDS = 768 * 3600;

/** What a login asks for. Durations are whole seconds, 0 for the system's default; uses 0 for unlimited. */
export interface TokenRequest {
  readonly policies: readonly string[];
  readonly ttlSeconds: number;
  readonly maxTtlSeconds: number;
  readonly uses: number;
  readonly entityId: string;
  readonly role: string;
  readonly path: string;
  readonly displayName: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** A live service token. Times are ms since the epoch. */
export interface TokenEntry extends Omit<TokenRequest, 'uses'> {
  readonly id: string;
  readonly accessor: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** The latest moment a renewal can reach. */
  readonly renewableUntil: number;
  /** Uses that remain, 0 for unlimited. */
  readonly usesLeft: number;
}

/** Service tokens, in memory: a restart forgets them, which fails closed. */
export class TokenStore {
  readonly #entries = new Map<string, TokenEntry>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Issues a token. */
  issue(request: TokenRequest): TokenEntry {
    const { uses, ...rest } = request;
    const issuedAt = this.#now();
    const maxSeconds = Math.min(request.maxTtlSeconds || SYSTEM_TTL_SECONDS, SYSTEM_TTL_SECONDS);
    const ttlSeconds = Math.min(request.ttlSeconds || SYSTEM_TTL_SECONDS, maxSeconds);
    return this.#put({
      ...rest,
      ttlSeconds,
      id: `hvs.${randomBytes(69).toString('base64url')}`,
      accessor: randomBytes(18).toString('base64url'),
      issuedAt,
      expiresAt: issuedAt + ttlSeconds * 1000,
      renewableUntil: issuedAt + maxSeconds * 1000,
      usesLeft: uses,
    });
  }

  /** Puts in a token whose id the operator chose and which never expires: `vault server -dev-root-token-id`. */
  addRoot(id: string): void {
    const forever = Number.MAX_SAFE_INTEGER;
    const accessor = randomBytes(18).toString('base64url');
    const names = { role: '', path: 'auth/token/root', displayName: 'root', metadata: {}, entityId: '' };
    const times = {
      ttlSeconds: 0,
      maxTtlSeconds: 0,
      issuedAt: this.#now(),
      expiresAt: forever,
      renewableUntil: forever,
    };
    this.#put({ ...names, ...times, id, accessor, policies: ['root'], usesLeft: 0 });
  }

  /** The token, unless it is unknown, expired or used up. */
  find(id: string): TokenEntry | undefined {
    const entry = this.#entries.get(id);
    if (!entry || entry.expiresAt > this.#now()) return entry;
    this.#entries.delete(id);
    return undefined;
  }

  findByAccessor(accessor: string): TokenEntry | undefined {
    const entry = [...this.#entries.values()].find((candidate) => candidate.accessor === accessor);
    return entry && this.find(entry.id);
  }

  /**
   * Spends one use, also of a request that policy then refuses. The request that spends the last one still runs;
   * nothing after it finds the token.
   */
  use(entry: TokenEntry): TokenEntry {
    if (entry.usesLeft === 0) return entry;
    const spent = { ...entry, usesLeft: entry.usesLeft - 1 };
    if (spent.usesLeft === 0) this.#entries.delete(entry.id);
    else this.#entries.set(entry.id, spent);
    return spent;
  }

  /** Extends a live token by `seconds` (0: its own TTL) from now, never past its maximum. */
  renew(entry: TokenEntry, seconds: number): TokenEntry {
    const asked = this.#now() + (seconds || entry.ttlSeconds) * 1000;
    const renewed = { ...entry, expiresAt: Math.min(asked, entry.renewableUntil) };
    return this.#entries.has(entry.id) ? this.#put(renewed) : renewed;
  }

  revoke(entry: TokenEntry): void {
    this.#entries.delete(entry.id);
  }

  /** Forgets what expired, so that memory follows the number of live tokens. */
  sweep(): void {
    for (const id of this.#entries.keys()) this.find(id);
  }

  #put(entry: TokenEntry): TokenEntry {
    this.#entries.set(entry.id, entry);
    return entry;
  }
}
