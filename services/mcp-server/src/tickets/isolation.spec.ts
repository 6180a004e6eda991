import { randomUUID } from 'node:crypto';
import { type Database, openDatabase } from '@sallyport/database';
import { PLANS, SEVERITIES, STATUSES, TEAMS } from '@sallyport/tool-catalog';
import fc from 'fast-check';
import { sql, type Transaction } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ticketMigrations } from './migrations.ts';
import type { TicketTables } from './tables.ts';
import { inTenant, type Position, TicketStore } from './ticket-store.ts';

const TENANTS = ['harbor', 'meridian'] as const;
const START = Date.parse('2026-11-20T08:00:00.000Z');

interface Planted {
  tenant: (typeof TENANTS)[number];
  /** Minutes after the start; few values, so that many tickets share an instant. */
  minute: number;
  severity: (typeof SEVERITIES)[number];
  status: (typeof STATUSES)[number];
}
const planted: fc.Arbitrary<Planted> = fc.record({
  tenant: fc.constantFrom(...TENANTS),
  minute: fc.nat(3),
  severity: fc.constantFrom(...SEVERITIES),
  status: fc.constantFrom(...STATUSES),
});

let database: Database<TicketTables>;
let store: TicketStore;
beforeAll(async () => {
  database = await openDatabase<TicketTables>('pglite:memory', ticketMigrations);
  store = new TicketStore(database);
});
beforeEach(async () => {
  await database.db.deleteFrom('tickets').execute();
});
afterAll(() => database.close());

async function plant(tickets: readonly Planted[]): Promise<{ id: string; ticket: Planted }[]> {
  const rows = tickets.map((ticket) => ({ id: randomUUID(), ticket }));
  for (const { id, ticket } of rows) {
    await inTenant(database.db, ticket.tenant, (db) =>
      db
        .insertInto('tickets')
        .values({
          id,
          tenant: ticket.tenant,
          created_at: new Date(START + ticket.minute * 60_000).toISOString(),
          severity: ticket.severity,
          status: ticket.status,
          plan: PLANS[0],
          area: TEAMS[0],
          lang: 'en',
          subject: `of ${ticket.tenant}`,
          body: 'text',
          customer: JSON.stringify({ name: 'Nora Quist' }),
        })
        .execute(),
    );
  }
  return rows;
}

async function pages(tenant: string, limit: number, filter: Partial<Planted>): Promise<string[]> {
  const ids: string[] = [];
  let after: Position | undefined;
  for (;;) {
    const page = await store.list(tenant, { ...filter, after, limit });
    ids.push(...page.map(({ id }) => id));
    const last = page.at(-1);
    if (!last || page.length < limit) return ids;
    after = { created: last.created.getTime(), id: last.id };
  }
}

describe('tickets of a tenant', () => {
  it('[C-AZ-11] are never seen by another, in any list, page or look-up', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(planted, { maxLength: 12 }), fc.integer({ min: 1, max: 4 }), async (tickets, limit) => {
        await database.db.deleteFrom('tickets').execute();
        const rows = await plant(tickets);
        for (const tenant of TENANTS) {
          const own = rows.filter(({ ticket }) => ticket.tenant === tenant).map(({ id }) => id);
          expect((await pages(tenant, limit, {})).toSorted()).toEqual(own.toSorted());
          for (const { id, ticket } of rows) {
            expect((await store.find(tenant, id)) !== undefined).toBe(ticket.tenant === tenant);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('come newest first, each once, whatever the page size and however many share an instant', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(planted, { maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(undefined, ...STATUSES),
        async (tickets, limit, status) => {
          await database.db.deleteFrom('tickets').execute();
          const rows = await plant(tickets);
          const wanted = rows
            .filter(({ ticket }) => ticket.tenant === 'harbor' && (status === undefined || ticket.status === status))
            .toSorted((a, b) => b.ticket.minute - a.ticket.minute || (a.id < b.id ? 1 : -1))
            .map(({ id }) => id);
          expect(await pages('harbor', limit, { ...(status ? { status } : {}) })).toEqual(wanted);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('row-level security, asked by a role that is bound by it', () => {
  beforeAll(async () => {
    await sql`create role ticket_reader`.execute(database.db);
    await sql`grant select, insert, update, delete on tickets to ticket_reader`.execute(database.db);
  });

  /** The embedded engine connects as a superuser, who is bound by no policy; inside the transaction nobody is. */
  const asReader = <T>(tenant: string | undefined, work: (db: Transaction<TicketTables>) => Promise<T>) =>
    database.db.transaction().execute(async (db) => {
      if (tenant !== undefined) await sql`select set_config('sallyport.tenant', ${tenant}, true)`.execute(db);
      await sql`set local role ticket_reader`.execute(db);
      return work(db);
    });
  const seen = (tenant: string | undefined) =>
    asReader(tenant, async (db) => {
      const { rows } = await sql<{ tenant: string }>`select tenant from tickets`.execute(db);
      return rows.map((row) => row.tenant);
    });

  beforeEach(async () => {
    await plant(TENANTS.map((tenant) => ({ tenant, minute: 0, severity: 'low', status: 'open' })));
  });

  it('[C-AZ-11] shows a query without any tenant condition only the tenant of its transaction', async () => {
    expect(await seen('harbor')).toEqual(['harbor']);
    expect(await seen('meridian')).toEqual(['meridian']);
  });

  it('[C-AZ-11] shows nothing where no tenant was set, also after a transaction that set one', async () => {
    expect(await seen('harbor')).toHaveLength(1);
    expect(await seen(undefined)).toEqual([]);
    expect(await seen('')).toEqual([]);
  });

  it('[C-AZ-11] lets nobody write or move a row into another tenant', async () => {
    const move = asReader('harbor', (db) => sql`update tickets set tenant = 'meridian'`.execute(db));
    await expect(move).rejects.toThrow(/row-level security/);
    const { numAffectedRows } = await asReader('harbor', (db) =>
      sql`delete from tickets where tenant = 'meridian'`.execute(db),
    );
    expect(numAffectedRows).toBe(0n);
  });
});
