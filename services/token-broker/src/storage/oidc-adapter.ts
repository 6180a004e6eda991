import type { Kysely } from 'kysely';
import { type Adapter, type AdapterFactory, type AdapterPayload, errors } from 'oidc-provider';
import { hashOf } from './secret-hash.ts';
import type { BrokerTables } from './tables.ts';

/** Dynamically registered clients come without a lifetime from the library; this one is ours. */
export interface AdapterLifetimes {
  clientMs: number;
}

/**
 * Storage of the authorization server: every artefact is a row, found by the hash of its id, because codes and refresh
 * tokens are bearer secrets. `consume` is a compare-and-set, so that of two simultaneous redemptions one loses and
 * takes the whole grant with it (C-ID-7; RFC 6749 §4.1.2, RFC 9700 §4.14.2).
 */
export function oidcAdapterFactory(
  db: Kysely<BrokerTables>,
  now: () => number,
  lifetimes: AdapterLifetimes,
): AdapterFactory {
  return (model) => new SqlAdapter(db, now, lifetimes, model);
}

class SqlAdapter implements Adapter {
  constructor(
    private readonly db: Kysely<BrokerTables>,
    private readonly now: () => number,
    private readonly lifetimes: AdapterLifetimes,
    private readonly model: string,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn: number | undefined): Promise<void> {
    const now = this.now();
    // A session's or interaction's own id is not stored in clear either.
    const row = {
      model: this.model,
      id_hash: hashOf(id),
      payload: JSON.stringify({ ...payload, jti: undefined }),
      grant_id: payload.grantId ?? null,
      uid: payload.uid ?? null,
      expires_at: this.#expiry(now, expiresIn),
      created_at: now,
    };
    await this.db
      .insertInto('oidc_payloads')
      .values({ ...row, consumed_at: null })
      .onConflict((conflict) =>
        conflict.columns(['model', 'id_hash']).doUpdateSet({
          payload: row.payload,
          grant_id: row.grant_id,
          uid: row.uid,
          expires_at: row.expires_at,
        }),
      )
      .execute();
  }

  #expiry(now: number, expiresIn: number | undefined): number | null {
    if (expiresIn !== undefined) return now + expiresIn * 1_000;
    return this.model === 'Client' ? now + this.lifetimes.clientMs : null;
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const row = await this.db
      .selectFrom('oidc_payloads')
      .select(['payload', 'consumed_at', 'expires_at'])
      .where('model', '=', this.model)
      .where('id_hash', '=', hashOf(id))
      .executeTakeFirst();
    return row && this.#payload(row, id);
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    const row = await this.db
      .selectFrom('oidc_payloads')
      .select(['payload', 'consumed_at', 'expires_at'])
      .where('model', '=', this.model)
      .where('uid', '=', uid)
      .executeTakeFirst();
    return row && this.#payload(row, undefined);
  }

  /** Device flow is off: there are no user codes. */
  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  #payload(
    row: { payload: string; consumed_at: number | null; expires_at: number | null },
    id: string | undefined,
  ): AdapterPayload | undefined {
    if (row.expires_at !== null && row.expires_at <= this.now()) return undefined;
    const payload = JSON.parse(row.payload) as AdapterPayload;
    if (id !== undefined && this.model !== 'Client') payload.jti = id;
    if (row.consumed_at !== null) payload.consumed = Math.floor(row.consumed_at / 1_000);
    return payload;
  }

  async consume(id: string): Promise<void> {
    const won = await this.db
      .updateTable('oidc_payloads')
      .set({ consumed_at: this.now() })
      .where('model', '=', this.model)
      .where('id_hash', '=', hashOf(id))
      .where('consumed_at', 'is', null)
      .returning('grant_id')
      .executeTakeFirst();
    if (won) return;
    const lost = await this.db
      .selectFrom('oidc_payloads')
      .select('grant_id')
      .where('model', '=', this.model)
      .where('id_hash', '=', hashOf(id))
      .executeTakeFirst();
    if (lost?.grant_id) await revokeGrant(this.db, lost.grant_id);
    throw new errors.InvalidGrant('already used');
  }

  async destroy(id: string): Promise<void> {
    await this.db
      .deleteFrom('oidc_payloads')
      .where('model', '=', this.model)
      .where('id_hash', '=', hashOf(id))
      .execute();
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.db.deleteFrom('oidc_payloads').where('model', '=', this.model).where('grant_id', '=', grantId).execute();
  }
}

/** Ends a grant and everything issued under it. */
export async function revokeGrant(db: Kysely<BrokerTables>, grantId: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('oidc_payloads').where('grant_id', '=', grantId).execute();
    await trx.deleteFrom('oidc_payloads').where('model', '=', 'Grant').where('id_hash', '=', hashOf(grantId)).execute();
  });
}

/** Whether a grant still stands: what an exchange asks before it believes a token (C-ID-10). */
export async function grantIsAlive(
  db: Kysely<BrokerTables>,
  grantId: string,
  owner: { sub: string; clientId: string },
  now: number,
): Promise<boolean> {
  const row = await db
    .selectFrom('oidc_payloads')
    .select(['payload', 'expires_at'])
    .where('model', '=', 'Grant')
    .where('id_hash', '=', hashOf(grantId))
    .executeTakeFirst();
  if (!row || (row.expires_at !== null && row.expires_at <= now)) return false;
  const grant = JSON.parse(row.payload) as { accountId?: string; clientId?: string };
  return grant.accountId === owner.sub && grant.clientId === owner.clientId;
}
