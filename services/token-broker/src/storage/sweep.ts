import type { Kysely } from 'kysely';
import type { BrokerTables } from './tables.ts';

const EXPIRING = [
  'oidc_payloads',
  'one_time',
  'browser_sessions',
  'upstream_states',
  'interaction_sign_ins',
  'consents',
  'connect_handles',
] as const;

/**
 * Deletes what has expired. Expiry is also checked at every use; this only keeps the tables small.
 * @param now milliseconds since the epoch
 * @returns rows deleted
 */
export async function sweepExpired(db: Kysely<BrokerTables>, now: number): Promise<number> {
  let deleted = 0;
  for (const table of EXPIRING) {
    const result = await db.deleteFrom(table).where('expires_at', '<=', now).executeTakeFirst();
    deleted += Number(result.numDeletedRows);
  }
  return deleted;
}
