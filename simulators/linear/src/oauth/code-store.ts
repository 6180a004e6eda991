import type { NewGrant } from './grant-store.ts';
import type { Challenge } from './pkce.ts';

/** What an authorization code stands for. */
export interface AuthorizationCode {
  readonly consent: Omit<NewGrant, 'withPkce'>;
  readonly redirectUri: string;
  readonly challenge: Challenge | undefined;
}

interface Entry extends AuthorizationCode {
  readonly expiresAt: number;
  /** Set when the code was used: the grant it led to, or null when its verifier was wrong. */
  usedFor?: string | null;
}

/** RFC 6749 §4.1.2 recommends at most ten minutes. */
const CODE_LIFETIME_MS = 600_000;

/** Authorization codes, in memory only: a restart asks the person again. */
export class CodeStore {
  readonly #codes = new Map<string, Entry>();
  readonly #now: () => number;
  readonly #random: (size: number) => Uint8Array;

  constructor(now: () => number, random: (size: number) => Uint8Array) {
    this.#now = now;
    this.#random = random;
  }

  issue(code: AuthorizationCode): string {
    const now = this.#now();
    for (const [value, { expiresAt }] of this.#codes) if (expiresAt <= now) this.#codes.delete(value);
    const value = Buffer.from(this.#random(24)).toString('hex');
    this.#codes.set(value, { ...code, expiresAt: now + CODE_LIFETIME_MS });
    return value;
  }

  /**
   * Looks at a code without using it up.
   *
   * @returns `{ usedFor }` for a code that was used before, undefined for one that is unknown or expired
   */
  look(value: string): AuthorizationCode | { readonly usedFor: string | null } | undefined {
    const entry = this.#codes.get(value);
    if (!entry || entry.expiresAt <= this.#now()) return undefined;
    return entry.usedFor === undefined ? entry : { usedFor: entry.usedFor };
  }

  use(value: string, grantId: string | null): void {
    const entry = this.#codes.get(value);
    if (entry) entry.usedFor = grantId;
  }
}
