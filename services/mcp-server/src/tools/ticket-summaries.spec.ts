import { type Database, openDatabase } from '@sallyport/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ticketFile, ticketWith } from '../testing/ticket-file.ts';
import { ticketMigrations } from '../tickets/migrations.ts';
import { seedTickets } from '../tickets/seed.ts';
import type { TicketTables } from '../tickets/tables.ts';
import { inTenant, TicketStore } from '../tickets/ticket-store.ts';
import { WITHHELD } from './masked-ticket.ts';
import { TicketSummaries } from './ticket-summaries.ts';

const customer = { name: 'Nora Quist', email: 'nora@customer.example' };
const first = ticketWith({ subject: 'Export of Nora Quist fails', customer });
const second = ticketWith({ subject: 'Import fails', customer });

let database: Database<TicketTables>;
let store: TicketStore;
beforeAll(async () => {
  database = await openDatabase<TicketTables>('pglite:memory', ticketMigrations);
  await seedTickets(database, await ticketFile([first, second]));
  store = new TicketStore(database);
});
afterAll(() => database.close());

const listed = () => store.list('harbor', { limit: 10 });
/** Reads from the store and notes what was asked for. */
function reader() {
  const asked: string[] = [];
  const read = (ids: readonly string[]) => {
    asked.push(...ids);
    return store.read('harbor', ids);
  };
  return { asked, read };
}

it('what customers wrote is read once for each version of a ticket', async () => {
  const summaries = new TicketSummaries();
  const { asked, read } = reader();
  const before = await summaries.of(await listed(), read);
  expect(await summaries.of(await listed(), read)).toEqual(before);
  expect(asked.toSorted()).toEqual([first.id, second.id].toSorted());
});

it('[C-OUT-1] a ticket that was changed is masked as it is now', async () => {
  const summaries = new TicketSummaries();
  const { asked, read } = reader();
  await summaries.of(await listed(), read);
  asked.length = 0;
  await inTenant(database.db, 'harbor', (db) =>
    db
      .updateTable('tickets')
      .set({ subject: 'Nora Quist, nora@customer.example' })
      .where('id', '=', second.id)
      .execute(),
  );
  const rows = await listed();
  const subjects = await summaries.of(rows, read);
  const { subject = '' } = subjects[rows.findIndex(({ id }) => id === second.id)] ?? {};
  expect(asked).toEqual([second.id]);
  expect(subject).not.toBe('');
  expect(subject).not.toMatch(/Nora|Import/);
});

it('a ticket that goes away between list and reading is withheld', async () => {
  const summaries = new TicketSummaries();
  const shown = await summaries.of(await listed(), async () => []);
  expect(shown.map(({ subject }) => subject)).toEqual([WITHHELD, WITHHELD]);
});
