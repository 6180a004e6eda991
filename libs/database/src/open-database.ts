import { mkdir, readdir } from 'node:fs/promises';
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { pgliteTemplate } from './pglite-template.ts';

export type Engine = 'pglite' | 'postgres';

export interface Database<DB> {
  db: Kysely<DB>;
  engine: Engine;
  /** PGlite never fsyncs: what it acknowledged survives a crash of the process, not of the machine. */
  durability: 'process-crash' | 'fsync';
  close(): Promise<void>;
}

/**
 * Opens the database a service owns and brings its schema up to date; the same SQL on both engines.
 * @param url `pglite:memory`, `pglite:/directory` (one process only), or `postgres://…`
 * @param migrations name → Kysely migration, applied in the order of their names
 * @throws Error naming the engine and the migration, never the URL (it may hold a password)
 */
export async function openDatabase<DB>(url: string, migrations: Record<string, Migration>): Promise<Database<DB>> {
  const opened = url.startsWith('pglite:') ? await openPglite<DB>(url.slice(7)) : await openPostgres<DB>(url);
  try {
    await migrate(opened.db, migrations);
  } catch (error) {
    await opened.close();
    throw error;
  }
  return opened;
}

async function openPglite<DB>(place: string): Promise<Database<DB>> {
  // Loaded on demand: production installs on PostgreSQL never pay for the embedded engine.
  const { PGlite } = await import('@electric-sql/pglite');
  if (place !== 'memory') await mkdir(place, { recursive: true, mode: 0o700 });
  const present = place !== 'memory' && (await readdir(place)).length > 0;
  const image = present ? undefined : await pgliteTemplate();
  const pglite = await PGlite.create({
    ...(place === 'memory' ? {} : { dataDir: place }),
    ...(image ? { loadDataDir: image } : {}),
  });
  const db = new Kysely<DB>({ dialect: new PGliteDialect({ pglite }) });
  return { db, engine: 'pglite', durability: 'process-crash', close: () => db.destroy() };
}

async function openPostgres<DB>(url: string): Promise<Database<DB>> {
  if (!/^postgres(ql)?:\/\//.test(url)) throw new Error('database URL must start with pglite: or postgres://');
  const { default: pg } = await import('pg');
  // COUNT and other int8 values fit a double here; strings would leak engine differences into the domain.
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 3_000 });
  pool.on('error', () => undefined); // an idle connection lost is reported by the next query
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return { db, engine: 'postgres', durability: 'fsync', close: () => db.destroy() };
}

async function migrate<DB>(db: Kysely<DB>, migrations: Record<string, Migration>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateToLatest();
  const failed = results?.find((result) => result.status === 'Error');
  if (error) throw new Error(`migration ${failed?.migrationName ?? '(none)'} failed`, { cause: error });
}
