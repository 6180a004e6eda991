import type { Kysely } from 'kysely';
import { mac } from '../browser/cookies.ts';
import { PageRefused } from '../browser/page-refused.ts';
import { hashOf, randomHandle } from '../storage/secret-hash.ts';
import type { BrokerTables, UpstreamStates as Row } from '../storage/tables.ts';

/** MCP security best practices: at most ten minutes. */
const LIFETIME_MS = 10 * 60_000;

/** What goes along to another server and what proves our part when it answers. */
export interface UpstreamTrip {
  state: string;
  nonce: string;
  codeVerifier: string;
}

/**
 * State rows for trips to the IdP and to Linear: random, single use, ten minutes, bound to one browser, and made only once
 * the person has said yes on our page. The database holds the hash; nonce and PKCE verifier derive from the state, so that
 * nothing in it could be replayed.
 */
export class UpstreamStates {
  constructor(
    private readonly db: Kysely<BrokerTables>,
    private readonly key: Buffer,
    private readonly now: () => number,
  ) {}

  async begin(purpose: Row['purpose'], browserHash: string, subject: string): Promise<UpstreamTrip> {
    const state = randomHandle();
    await this.db
      .insertInto('upstream_states')
      .values({
        state_hash: hashOf(state),
        purpose,
        browser_hash: browserHash,
        subject,
        expires_at: this.now() + LIFETIME_MS,
      })
      .execute();
    return this.#trip(state);
  }

  /**
   * Takes the row away; whoever comes second gets nothing. A state seen in another browser has leaked and is dead too
   * (GHSA-rww4-4w9c-7733: a callback that does not check the browser).
   * @throws PageRefused state_invalid, wrong_browser
   */
  async finish(
    purposes: readonly Row['purpose'][],
    browserHash: string,
    state: string,
  ): Promise<UpstreamTrip & { purpose: Row['purpose']; subject: string }> {
    const row = await this.db
      .deleteFrom('upstream_states')
      .where('state_hash', '=', hashOf(state))
      .where('purpose', 'in', purposes)
      .returning(['purpose', 'browser_hash', 'subject', 'expires_at'])
      .executeTakeFirst();
    if (!row || row.expires_at <= this.now()) throw new PageRefused('state_invalid');
    if (row.browser_hash !== browserHash) throw new PageRefused('wrong_browser');
    return { ...this.#trip(state), purpose: row.purpose, subject: row.subject };
  }

  #trip(state: string): UpstreamTrip {
    return { state, nonce: mac(this.key, 'nonce', state), codeVerifier: mac(this.key, 'verifier', state) };
  }
}
