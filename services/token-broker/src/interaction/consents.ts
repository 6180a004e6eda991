import type { Kysely } from 'kysely';
import type { BrokerTables } from '../storage/tables.ts';

/** What a person agreed to: this client, answering to this host, at this resource. */
export interface ConsentSubject {
  sub: string;
  clientId: string;
  redirectHost: string;
  resource: string;
}

/** Consent per person, client, redirect host and resource. It covers what was agreed and is never widened silently. */
export class Consents {
  constructor(
    private readonly db: Kysely<BrokerTables>,
    private readonly now: () => number,
    private readonly lifetimeMs: number,
  ) {}

  async covers(subject: ConsentSubject, scopes: readonly string[]): Promise<boolean> {
    const row = await this.db
      .selectFrom('consents')
      .select('scope')
      .where('sub', '=', subject.sub)
      .where('client_id', '=', subject.clientId)
      .where('redirect_host', '=', subject.redirectHost)
      .where('resource', '=', subject.resource)
      .where('expires_at', '>', this.now())
      .executeTakeFirst();
    const agreed = new Set(row?.scope.split(' '));
    return row !== undefined && scopes.every((scope) => agreed.has(scope));
  }

  async remember(subject: ConsentSubject, scopes: readonly string[]): Promise<void> {
    const now = this.now();
    const facts = { scope: [...scopes].sort().join(' '), granted_at: now, expires_at: now + this.lifetimeMs };
    await this.db
      .insertInto('consents')
      .values({
        sub: subject.sub,
        client_id: subject.clientId,
        redirect_host: subject.redirectHost,
        resource: subject.resource,
        ...facts,
      })
      .onConflict((conflict) => conflict.columns(['sub', 'client_id', 'redirect_host', 'resource']).doUpdateSet(facts))
      .execute();
  }
}
