import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Times are milliseconds since the epoch. */
export interface GatewayTables {
  /** One row per capability ever redeemed: the unique insert is what makes it single-use (C-ID-7). */
  redeemed_capability: { jti: string; tenant: string; redeemed_at: number; expires_at: number };
  /** What an idempotency key was first used for (C-IN-3). */
  idempotency_key: { tenant: string; key: string; arguments_digest: string; used_at: number };
  /** Which Linear user a person is, per class of grant; bound when they connect, compared at every use. */
  linear_viewer: {
    tenant: string;
    sub: string;
    class: string;
    viewer_id: string;
    workspace_id: string;
    /** Space separated, sorted. */
    scopes: string;
    connected_at: number;
  };
}

const first: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('redeemed_capability')
      .addColumn('jti', 'varchar(64)', (column) => column.primaryKey())
      .addColumn('tenant', 'varchar(64)', (column) => column.notNull())
      .addColumn('redeemed_at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('idempotency_key')
      .addColumn('tenant', 'varchar(64)', (column) => column.notNull())
      .addColumn('key', 'uuid', (column) => column.notNull())
      .addColumn('arguments_digest', 'varchar(43)', (column) => column.notNull())
      .addColumn('used_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('idempotency_key_pk', ['tenant', 'key'])
      .execute();
    await db.schema
      .createTable('linear_viewer')
      .addColumn('tenant', 'varchar(64)', (column) => column.notNull())
      .addColumn('sub', 'uuid', (column) => column.notNull())
      .addColumn('class', 'varchar(16)', (column) => column.notNull())
      .addColumn('viewer_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('workspace_id', 'varchar(64)', (column) => column.notNull())
      .addColumn('scopes', 'varchar(200)', (column) => column.notNull())
      .addColumn('connected_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('linear_viewer_pk', ['tenant', 'sub', 'class'])
      .addUniqueConstraint('linear_viewer_one_person', ['tenant', 'class', 'viewer_id'])
      .execute();
  },
};

export const MIGRATIONS: Record<string, Migration> = { '0001_gateway': first };
