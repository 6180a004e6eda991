import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Row-level security is the second lock of C-AZ-11, behind the `where tenant =` of every query: `FORCE` binds the table's
 * owner too, and without a tenant set `current_setting` is null, so that nothing is visible.
 */
async function createTickets(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('tickets')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('created_at', sql`timestamptz(3)`, (column) => column.notNull())
    .addColumn('severity', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('plan', 'text', (column) => column.notNull())
    .addColumn('area', 'text', (column) => column.notNull())
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('customer', 'jsonb', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('tickets_by_age')
    .on('tickets')
    .columns(['tenant', 'created_at desc', 'id desc'])
    .execute();
  await sql`alter table tickets enable row level security`.execute(db);
  await sql`alter table tickets force row level security`.execute(db);
  await sql`
    create policy tickets_of_tenant on tickets
      using (tenant = current_setting('sallyport.tenant', true))
      with check (tenant = current_setting('sallyport.tenant', true))
  `.execute(db);
}

export const ticketMigrations: Record<string, Migration> = {
  '001-tickets': { up: createTickets },
};
