import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Generated, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { afterEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from './open-database.ts';

interface Tables {
  deeds: { id: Generated<number>; once: string; at: number };
}
const migrations: Record<string, Migration> = {
  '001_deeds': {
    up: (db) =>
      sql`create table deeds (id integer generated always as identity, once text not null unique, at bigint not null)`
        .execute(db)
        .then(() => undefined),
  },
};

const postgres = process.env.SALLYPORT_TEST_POSTGRES_URL;
const engines: [string, () => Promise<string>][] = [
  ['PGlite', async () => `pglite:${await mkdtemp(join(tmpdir(), 'sallyport-database-'))}`],
];
if (postgres) engines.push(['PostgreSQL', async () => postgres]);

let open: Database<Tables>[] = [];
afterEach(async () => {
  for (const database of open) await database.close();
  open = [];
});

describe.each(engines)('%s', (_, place) => {
  it('refuses the second claim of a one-time artefact by a unique insert, also after a restart', async () => {
    const url = await place();
    const first = await openDatabase<Tables>(url, migrations);
    open.push(first);
    await first.db.deleteFrom('deeds').execute();
    await first.db.insertInto('deeds').values({ once: 'a', at: 1 }).execute();
    await expect(first.db.insertInto('deeds').values({ once: 'a', at: 2 }).execute()).rejects.toThrow(/unique/);
    open = [];
    await first.close();
    const again = await openDatabase<Tables>(url, migrations);
    open.push(again);
    await expect(again.db.insertInto('deeds').values({ once: 'a', at: 3 }).execute()).rejects.toThrow(/unique/);
    expect(await again.db.selectFrom('deeds').select('at').execute()).toEqual([{ at: 1 }]);
  });

  it('says how durable an acknowledged write is', async () => {
    const database = await openDatabase<Tables>(await place(), migrations);
    open.push(database);
    expect(database.durability).toBe(database.engine === 'pglite' ? 'process-crash' : 'fsync');
  });
});

describe('a schema that somebody else brings up to date', () => {
  it('is refused when nobody did in time, naming the migration', async () => {
    const opening = openDatabase('pglite:memory', migrations, { schema: 'check', waitMs: 0 });
    await expect(opening).rejects.toThrow('migration 001_deeds was not applied; run the migrations first');
  });

  it('is used as it is once they have', async () => {
    const place = `pglite:${await mkdtemp(join(tmpdir(), 'sallyport-database-'))}`;
    await (await openDatabase<Tables>(place, migrations)).close();
    const database = await openDatabase<Tables>(place, migrations, { schema: 'check', waitMs: 0 });
    open.push(database);
    expect(await database.db.selectFrom('deeds').selectAll().execute()).toEqual([]);
  });
});

describe('a bad database', () => {
  it('refuses a URL of another kind without repeating it', async () => {
    await expect(openDatabase('mysql://user:hunter2@localhost/x', {})).rejects.toThrow(/^database URL must start/);
  });

  it('names the migration that failed', async () => {
    const broken: Record<string, Migration> = {
      '001_broken': { up: (db) => sql`create tabel nothing`.execute(db).then(() => undefined) },
    };
    await expect(openDatabase('pglite:memory', broken)).rejects.toThrow('migration 001_broken failed');
  });
});
