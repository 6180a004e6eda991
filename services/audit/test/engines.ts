import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@sallyport/database';
import { sql } from 'kysely';

/** A database of its own for one test; `url` can be opened again after a close. */
export interface Place {
  url: string;
  remove(): Promise<void>;
}

async function pglitePlace(): Promise<Place> {
  const directory = await mkdtemp(join(tmpdir(), 'sallyport-audit-'));
  return { url: `pglite:${directory}`, remove: () => rm(directory, { recursive: true, force: true }) };
}

async function postgresPlace(server: string): Promise<Place> {
  const name = `audit_spec_${randomUUID().replaceAll('-', '')}`;
  const run = async (statement: string) => {
    const admin = await openDatabase(server, {});
    await sql.raw(statement).execute(admin.db);
    await admin.close();
  };
  await run(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => run(`drop database ${name} with (force)`) };
}

const server = process.env.SALLYPORT_TEST_POSTGRES_URL;

/** PGlite always; PostgreSQL where SALLYPORT_TEST_POSTGRES_URL names a server on which databases may be made. */
export const engines: { engine: string; place: () => Promise<Place> }[] = [
  { engine: 'PGlite', place: pglitePlace },
  ...(server ? [{ engine: 'PostgreSQL', place: () => postgresPlace(server) }] : []),
];
