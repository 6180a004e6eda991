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

/** The client certificate that proves the database role instead of a password, as far as it is needed here. */
export interface ClientIdentity {
  readonly material: { readonly cert: string; readonly key: string; readonly ca: string };
  /** Told of a renewed certificate; connections opened from then on use it. */
  onRenewed(use: (material: ClientIdentity['material']) => void): void;
}

export interface OpenOptions {
  /** `apply`: bring the schema up to date. `check`: wait until somebody else (the migrations job) has. Default `apply`. */
  schema?: 'apply' | 'check';
  /** How long `check` waits, in milliseconds. */
  waitMs?: number;
  /** PostgreSQL only: TLS with this certificate; the server is verified against its authority. */
  tls?: ClientIdentity | undefined;
}

/** A cluster's first start: the database and the migrations job may be half a minute behind. */
const WAIT_MS = 90_000;
const LOOK_AGAIN_MS = 1_000;

/**
 * Opens the database a service owns and brings its schema up to date; the same SQL on both engines.
 * @param url `pglite:memory`, `pglite:/directory` (one process only), or `postgres://…`
 * @param migrations name → Kysely migration, applied in the order of their names
 * @throws Error naming the engine and the migration, never the URL (it may hold a password)
 */
export async function openDatabase<DB>(
  url: string,
  migrations: Record<string, Migration>,
  { schema = 'apply', waitMs = WAIT_MS, tls }: OpenOptions = {},
): Promise<Database<DB>> {
  const opened = url.startsWith('pglite:') ? await openPglite<DB>(url.slice(7)) : await openPostgres<DB>(url, tls);
  try {
    if (schema === 'apply') await migrate(opened.db, migrations);
    else await untilMigrated(opened.db, migrations, waitMs);
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

async function openPostgres<DB>(url: string, tls: ClientIdentity | undefined): Promise<Database<DB>> {
  if (!/^postgres(ql)?:\/\//.test(url)) throw new Error('database URL must start with pglite: or postgres://');
  const { default: pg } = await import('pg');
  // COUNT and other int8 values fit a double here; strings would leak engine differences into the domain.
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  const ssl = tls ? { ssl: verified(tls.material) } : {};
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 3_000, ...ssl });
  tls?.onRenewed((material) => Object.assign(pool.options, { ssl: verified(material) }));
  pool.on('error', () => undefined); // an idle connection lost is reported by the next query
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return { db, engine: 'postgres', durability: 'fsync', close: () => db.destroy() };
}

const verified = (material: ClientIdentity['material']) => ({ ...material, minVersion: 'TLSv1.3' as const });

/** @throws Error naming the first migration that nobody applied in time, or the state of the connection */
async function untilMigrated<DB>(db: Kysely<DB>, migrations: Record<string, Migration>, waitMs: number): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const deadline = performance.now() + waitMs;
  for (;;) {
    const missing = await migrator.getMigrations().then(
      (known) => known.find(({ executedAt }) => executedAt === undefined)?.name,
      (error: NodeJS.ErrnoException) => `(database: ${error.code ?? error.name})`,
    );
    if (missing === undefined) return;
    if (performance.now() > deadline) throw new Error(`migration ${missing} was not applied; run the migrations first`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

async function migrate<DB>(db: Kysely<DB>, migrations: Record<string, Migration>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateToLatest();
  const failed = results?.find((result) => result.status === 'Error');
  if (error) throw new Error(`migration ${failed?.migrationName ?? '(none)'} failed`, { cause: error });
}
