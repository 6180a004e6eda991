import type { Filing } from '@sallyport/contracts';
import type { Kysely } from 'kysely';
import type { BrokerTables } from '../storage/tables.ts';

/** Issues Sallyport filed: the only ones that can ever be trashed, and the facts approvals will show. */
export class Filings {
  constructor(private readonly db: Kysely<BrokerTables>) {}

  /**
   * Idempotent per issue.
   * @returns `stored` the first time, `known` for the same issue of the same ticket, `conflict` for anything else
   */
  async store(filing: Filing): Promise<'stored' | 'known' | 'conflict'> {
    const result = await this.db
      .insertInto('filings')
      .values({
        issue_id: filing.issueId,
        tenant: filing.tenant,
        ticket_id: filing.ticketId,
        identifier: filing.identifier,
        sub: filing.sub,
        agent: filing.agent,
        capability_id: filing.capabilityId,
        decision_id: filing.decisionId,
        filed_at: filing.filedAt,
      })
      .onConflict((conflict) => conflict.column('issue_id').doNothing())
      .executeTakeFirst();
    if (result.numInsertedOrUpdatedRows === 1n) return 'stored';
    const known = await this.db
      .selectFrom('filings')
      .select(['tenant', 'ticket_id'])
      .where('issue_id', '=', filing.issueId)
      .executeTakeFirstOrThrow();
    return known.tenant === filing.tenant && known.ticket_id === filing.ticketId ? 'known' : 'conflict';
  }
}
