export type { Migration } from 'kysely/migration';
export { type Database, type Engine, openDatabase } from './open-database.ts';
export { makePgliteTemplate } from './pglite-template.ts';
