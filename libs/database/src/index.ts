export type { Migration } from 'kysely/migration';
export { type ClientIdentity, type Database, type Engine, type OpenOptions, openDatabase } from './open-database.ts';
export { makePgliteTemplate } from './pglite-template.ts';
