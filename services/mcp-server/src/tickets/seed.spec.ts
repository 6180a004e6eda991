import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Database, openDatabase } from '@sallyport/database';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ticketMigrations } from './migrations.ts';
import { seedTickets } from './seed.ts';
import type { TicketTables } from './tables.ts';

const HELPDESK = fileURLToPath(new URL('../../../../simulators/helpdesk/tickets.json', import.meta.url));

let database: Database<TicketTables>;
let dir: string;
beforeEach(async () => {
  database = await openDatabase<TicketTables>('pglite:memory', ticketMigrations);
  dir = await mkdtemp(join(tmpdir(), 'sallyport-seed-'));
});
afterEach(async () => {
  await database.close();
  await rm(dir, { recursive: true });
});
const fileOf = async (content: unknown) => {
  const file = join(dir, 'tickets.json');
  await writeFile(file, JSON.stringify(content));
  return file;
};

describe('the ticket file of one machine', () => {
  it('is refused by place and never by value when a ticket is not usable', async () => {
    const [ticket] = JSON.parse(await readFile(HELPDESK, 'utf8')) as Record<string, unknown>[];
    const file = await fileOf([{ ...ticket, severity: 'nora@customer.example' }]);
    const failure = await seedTickets(database, file).catch((error: Error) => error.message);
    expect(failure).toContain('0.severity');
    expect(failure).not.toContain('nora@customer.example');
  });

  it('fills an empty table once; what is there already is left alone', async () => {
    const loaded = await seedTickets(database, HELPDESK);
    expect(loaded).toBeGreaterThanOrEqual(60);
    expect(await seedTickets(database, HELPDESK)).toBe(0);
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from tickets`.execute(database.db);
    expect(rows[0]?.count).toBe(loaded);
  });

  it('[C-OUT-1] never brings the labels for tests into the database', async () => {
    await seedTickets(database, HELPDESK);
    const { rows } = await sql<{ name: string }>`
      select column_name as name from information_schema.columns where table_name = 'tickets'
    `.execute(database.db);
    const columns = rows.map(({ name }) => name);
    expect(columns).not.toContain('pii');
    expect(columns).not.toContain('keep');
    const customers = await database.db.selectFrom('tickets').select('customer').execute();
    const members = new Set(customers.flatMap(({ customer }) => Object.keys(customer)));
    expect([...members].toSorted()).toEqual(['address', 'company', 'email', 'name', 'phone']);
  });
});
