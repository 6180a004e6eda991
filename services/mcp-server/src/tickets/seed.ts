import { readFile } from 'node:fs/promises';
import type { Database } from '@sallyport/database';
import { PLANS, SEVERITIES, STATUSES, TEAMS } from '@sallyport/tool-catalog';
import { sql } from 'kysely';
import { z } from 'zod';
import type { TicketTables } from './tables.ts';
import { inTenant } from './ticket-store.ts';

/** Only these members are read: what else a file holds (labels for tests, for example) never enters the database. */
const seedTicket = z.object({
  id: z.uuid(),
  tenant: z.string().min(1).max(64),
  createdAt: z.iso.datetime(),
  severity: z.enum(SEVERITIES),
  status: z.enum(STATUSES),
  plan: z.enum(PLANS),
  area: z.enum(TEAMS),
  lang: z.string().max(16),
  subject: z.string().max(1_000),
  body: z.string().max(100_000),
  customer: z.object({
    name: z.string().optional(),
    email: z.string().optional(),
    phone: z.string().optional(),
    company: z.string().optional(),
    address: z.string().optional(),
  }),
});

/**
 * Fills an empty ticket table from a JSON file, for one-machine use; a table that holds anything is left alone.
 * @returns how many tickets were loaded
 * @throws Error naming the file and the place in it, never what stands there
 */
export async function seedTickets(database: Database<TicketTables>, file: string): Promise<number> {
  const parsed = z.array(seedTicket).safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!parsed.success) {
    const places = parsed.error.issues.slice(0, 3).map((issue) => issue.path.join('.'));
    throw new Error(`ticket file ${file} is not usable at ${places.join(', ')}`);
  }
  const byTenant = Map.groupBy(parsed.data, (ticket) => ticket.tenant);
  let loaded = 0;
  for (const [tenant, tickets] of byTenant) {
    loaded += await inTenant(database.db, tenant, async (db) => {
      // Two replicas starting together must not both find the table empty.
      await sql`select pg_advisory_xact_lock(hashtext('sallyport.seed-tickets'))`.execute(db);
      const present = await db.selectFrom('tickets').select('id').where('tenant', '=', tenant).limit(1).execute();
      if (present.length > 0) return 0;
      const rows = tickets.map(({ createdAt, customer, ...ticket }) => ({
        ...ticket,
        created_at: createdAt,
        customer: JSON.stringify(customer),
      }));
      await db.insertInto('tickets').values(rows).execute();
      return rows.length;
    });
  }
  return loaded;
}
