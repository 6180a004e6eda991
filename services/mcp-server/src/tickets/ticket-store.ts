import type { Database } from '@sallyport/database';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Customer, Plan, Severity, Status, Team, TicketTables } from './tables.ts';

/** A ticket as it was written: unmasked, for handlers only. */
export interface Ticket {
  id: string;
  created: Date;
  severity: Severity;
  status: Status;
  plan: Plan;
  area: Team;
  subject: string;
  body: string;
  customer: Customer;
}

/** A ticket as lists show it: nothing that a customer wrote leaves the database for it. */
export type ListedTicket = Pick<Ticket, 'id' | 'created' | 'severity' | 'status' | 'plan'> & Versioned;
export interface Versioned {
  /** Changes whenever the row changes: the transaction that wrote it (PostgreSQL system column `xmin`). */
  version: string;
}

/** Place in a list ordered from new to old. */
export interface Position {
  /** Milliseconds since the epoch. */
  created: number;
  id: string;
}

export interface TicketQuery {
  status?: Status | undefined;
  severity?: Severity | undefined;
  /** Only what comes after. */
  after?: Position | undefined;
  limit: number;
}

const LISTED = ['id', 'created_at', 'severity', 'status', 'plan'] as const;
const COLUMNS = ['id', 'created_at', 'severity', 'status', 'plan', 'area', 'subject', 'body', 'customer'] as const;
const VERSION = sql<string>`xmin::text`.as('version');

/** Tickets of one tenant at a time; there is no way to ask across tenants (C-AZ-11). */
export class TicketStore {
  constructor(private readonly database: Pick<Database<TicketTables>, 'db'>) {}

  /** Newest first. */
  list(tenant: string, { status, severity, after, limit }: TicketQuery): Promise<ListedTicket[]> {
    return inTenant(this.database.db, tenant, async (db) => {
      let query = db.selectFrom('tickets').select(LISTED).select(VERSION).where('tenant', '=', tenant);
      if (status) query = query.where('status', '=', status);
      if (severity) query = query.where('severity', '=', severity);
      if (after) {
        const place = sql<boolean>`(created_at, id) < (${new Date(after.created).toISOString()}::timestamptz, ${after.id}::uuid)`;
        query = query.where(place);
      }
      const rows = await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
      return rows.map(({ created_at, ...row }) => ({ ...row, created: created_at }));
    });
  }

  /** Whole tickets, in any order; one that is not there any more is left out. */
  read(tenant: string, ids: readonly string[]): Promise<(Ticket & Versioned)[]> {
    return inTenant(this.database.db, tenant, async (db) => {
      const query = db.selectFrom('tickets').select(COLUMNS).select(VERSION).where('tenant', '=', tenant);
      const rows = await query.where('id', 'in', ids).execute();
      return rows.map(({ created_at, ...row }) => ({ ...row, created: created_at }));
    });
  }

  /** One ticket; undefined both for a ticket that is not there and for one of another tenant. */
  find(tenant: string, id: string): Promise<Ticket | undefined> {
    return inTenant(this.database.db, tenant, async (db) => {
      const row = await db
        .selectFrom('tickets')
        .select(COLUMNS)
        .where('tenant', '=', tenant)
        .where('id', '=', id)
        .executeTakeFirst();
      if (!row) return undefined;
      const { created_at, ...ticket } = row;
      return { ...ticket, created: created_at };
    });
  }
}

/** One transaction that can see one tenant: `set_config(…, true)` is `SET LOCAL`, gone when it ends. */
export function inTenant<T>(
  db: Kysely<TicketTables>,
  tenant: string,
  work: (db: Transaction<TicketTables>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (transaction) => {
    await sql`select set_config('sallyport.tenant', ${tenant}, true)`.execute(transaction);
    return work(transaction);
  });
}
