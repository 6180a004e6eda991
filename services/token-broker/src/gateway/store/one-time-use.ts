import { variablesDigest } from '@sallyport/authn';
import type { Kysely } from 'kysely';
import type { GatewayTables } from './migrations.ts';

/** An idempotency key stands for its first arguments this long, in milliseconds. */
const KEY_LIFE_MS = 24 * 3_600_000;
/** Used capabilities are remembered this long after they expired, in milliseconds (C-ID-7: at least 15 min). */
const MEMORY_MS = 3_600_000;

/** What may happen once, kept in SQL: it holds across replicas and restarts. */
export class OneTimeUse {
  readonly #db: Kysely<GatewayTables>;
  readonly #now: () => number;

  constructor(db: Kysely<GatewayTables>, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  /** @returns true for the first claim of that capability, false for every other, concurrent ones included */
  async claimCapability(jti: string, tenant: string, expiresAt: number): Promise<boolean> {
    const row = { jti, tenant, redeemed_at: this.#now(), expires_at: expiresAt };
    const { numInsertedOrUpdatedRows } = await this.#db
      .insertInto('redeemed_capability')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  }

  /** @returns whether the key is new, older than a day, or was used with equal arguments before */
  async claimKey(tenant: string, key: string, args: unknown): Promise<boolean> {
    const now = this.#now();
    const digest = variablesDigest(args);
    const { used } = await this.#db
      .insertInto('idempotency_key')
      .values({ tenant, key, arguments_digest: digest, used_at: now })
      .onConflict((conflict) =>
        conflict.columns(['tenant', 'key']).doUpdateSet((row) => ({
          // The first use stands for a day; a write decides, so that two replicas cannot both be first.
          arguments_digest: row
            .case()
            .when('idempotency_key.used_at', '<=', now - KEY_LIFE_MS)
            .then(row.ref('excluded.arguments_digest'))
            .else(row.ref('idempotency_key.arguments_digest'))
            .end(),
          used_at: row
            .case()
            .when('idempotency_key.used_at', '<=', now - KEY_LIFE_MS)
            .then(row.ref('excluded.used_at'))
            .else(row.ref('idempotency_key.used_at'))
            .end(),
        })),
      )
      .returning('arguments_digest as used')
      .executeTakeFirstOrThrow();
    return used === digest;
  }

  /** Forgets what can no longer matter; called now and then. */
  async sweep(): Promise<void> {
    const now = this.#now();
    await this.#db
      .deleteFrom('redeemed_capability')
      .where('expires_at', '<', now - MEMORY_MS)
      .execute();
    await this.#db
      .deleteFrom('idempotency_key')
      .where('used_at', '<', now - KEY_LIFE_MS)
      .execute();
  }
}
