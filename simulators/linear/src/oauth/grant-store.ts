import { createHash } from 'node:crypto';
import { uuidFrom } from '../workspace/identifiers.ts';

/** A person's consent to one application. */
export interface Grant {
  readonly id: string;
  readonly clientId: string;
  readonly workspaceId: string;
  readonly userId: string;
  readonly actor: 'user' | 'app';
  readonly scopes: readonly string[];
  /** Obtained with PKCE, so that the client may refresh without its secret. */
  readonly withPkce: boolean;
  /** SHA-256 of the access tokens alive, and when each ends (milliseconds since the epoch). */
  readonly access: readonly { readonly hash: string; readonly expiresAt: number }[];
  /** SHA-256 of the one refresh token that still works. */
  readonly refresh: string;
  readonly revokedAt: number | null;
}

export interface IssuedTokens {
  readonly grant: Grant;
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** One second less than a day: what Linear's documentation shows. */
export const ACCESS_TOKEN_SECONDS = 86_399;

export type NewGrant = Pick<Grant, 'clientId' | 'workspaceId' | 'userId' | 'actor' | 'scopes' | 'withPkce'>;

/** Grants and the tokens they gave out. Tokens are kept as hashes, so that the state file is no key ring. */
export class GrantStore {
  readonly #grants: Map<string, Grant>;
  readonly #now: () => number;
  readonly #random: (size: number) => Uint8Array;

  constructor(now: () => number, random: (size: number) => Uint8Array, saved: readonly Grant[] = []) {
    this.#now = now;
    this.#random = random;
    this.#grants = new Map(saved.map((grant) => [grant.id, grant]));
  }

  create(grant: NewGrant): IssuedTokens {
    const id = uuidFrom(this.#random(16));
    return this.#issue({ ...grant, id, access: [], refresh: '', revokedAt: null });
  }

  get(id: string): Grant | undefined {
    return this.#grants.get(id);
  }

  /** The grant whose current refresh token this is; rotated-out tokens find nothing. */
  byRefreshToken(token: string): Grant | undefined {
    const hash = hashOf(token);
    return this.#find((grant) => grant.refresh === hash);
  }

  /** The live grant an access token stands for, or undefined once it expired or was revoked. */
  byLiveAccessToken(token: string): Grant | undefined {
    const hash = hashOf(token);
    const now = this.#now();
    return this.#find(
      ({ access, revokedAt }) => revokedAt === null && access.some((one) => one.hash === hash && one.expiresAt > now),
    );
  }

  /** The grant a token belongs to, live or revoked. */
  byAnyToken(token: string): Grant | undefined {
    const hash = hashOf(token);
    return this.#find(({ access, refresh }) => refresh === hash || access.some((one) => one.hash === hash));
  }

  /** New access and refresh token; the old refresh token is dead, the old access token lives out its day. */
  rotate(grant: Grant): IssuedTokens {
    return this.#issue(grant);
  }

  /**
   * Ends everything a person granted an application: Linear's revocation speaks of "a user's access to your application",
   * not of one token.
   *
   * @param clientId every application when left out
   * @returns how many grants ended now
   */
  revoke(userId: string, clientId?: string): number {
    const ending = [...this.#grants.values()].filter(
      (grant) =>
        grant.userId === userId && grant.revokedAt === null && (clientId === undefined || grant.clientId === clientId),
    );
    for (const grant of ending) this.#grants.set(grant.id, { ...grant, revokedAt: this.#now() });
    return ending.length;
  }

  snapshot(): Grant[] {
    return [...this.#grants.values()];
  }

  #issue(grant: Grant): IssuedTokens {
    const accessToken = `lin_oauth_${Buffer.from(this.#random(32)).toString('hex')}`;
    const refreshToken = `lin_refresh_${Buffer.from(this.#random(32)).toString('hex')}`;
    const now = this.#now();
    const issued: Grant = {
      ...grant,
      access: [
        ...grant.access.filter(({ expiresAt }) => expiresAt > now),
        { hash: hashOf(accessToken), expiresAt: now + ACCESS_TOKEN_SECONDS * 1000 },
      ],
      refresh: hashOf(refreshToken),
    };
    this.#grants.set(issued.id, issued);
    return { grant: issued, accessToken, refreshToken };
  }

  #find(matches: (grant: Grant) => boolean): Grant | undefined {
    for (const grant of this.#grants.values()) if (matches(grant)) return grant;
    return undefined;
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
