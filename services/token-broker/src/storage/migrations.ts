import type { Migration } from '@sallyport/database';
import { type Kysely, sql } from 'kysely';

/** Schema of the issuer's database, in order of name; a released migration is never edited. */
export const migrations: Record<string, Migration> = {
  '0001_authorization_server': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('oidc_payloads')
        .addColumn('model', 'text', (c) => c.notNull())
        .addColumn('id_hash', 'text', (c) => c.notNull())
        .addColumn('payload', 'text', (c) => c.notNull())
        .addColumn('grant_id', 'text')
        .addColumn('uid', 'text')
        .addColumn('consumed_at', 'float8')
        .addColumn('expires_at', 'float8')
        .addColumn('created_at', 'float8', (c) => c.notNull())
        .addPrimaryKeyConstraint('oidc_payloads_pk', ['model', 'id_hash'])
        .execute();
      await db.schema.createIndex('oidc_payloads_grant').on('oidc_payloads').columns(['grant_id']).execute();
      await db.schema.createIndex('oidc_payloads_uid').on('oidc_payloads').columns(['uid']).execute();
      await db.schema
        .createTable('one_time')
        .addColumn('id_hash', 'text', (c) => c.primaryKey())
        .addColumn('expires_at', 'float8', (c) => c.notNull())
        .execute();
      await db.schema
        .createTable('accounts')
        .addColumn('sub', 'text', (c) => c.primaryKey())
        .addColumn('idp_issuer', 'text', (c) => c.notNull())
        .addColumn('idp_sub', 'text', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('tenant', 'text', (c) => c.notNull())
        .addColumn('roles', 'text', (c) => c.notNull())
        .addColumn('updated_at', 'float8', (c) => c.notNull())
        .addUniqueConstraint('accounts_idp', ['idp_issuer', 'idp_sub'])
        .execute();
      await db.schema
        .createTable('browser_sessions')
        .addColumn('id_hash', 'text', (c) => c.primaryKey())
        .addColumn('sub', 'text', (c) => c.notNull())
        .addColumn('acr', 'text')
        .addColumn('amr', 'text', (c) => c.notNull())
        .addColumn('auth_time', 'float8', (c) => c.notNull())
        .addColumn('expires_at', 'float8', (c) => c.notNull())
        .execute();
      await db.schema
        .createTable('upstream_states')
        .addColumn('state_hash', 'text', (c) => c.primaryKey())
        .addColumn('purpose', 'text', (c) => c.notNull())
        .addColumn('browser_hash', 'text', (c) => c.notNull())
        .addColumn('subject', 'text', (c) => c.notNull())
        .addColumn('expires_at', 'float8', (c) => c.notNull())
        .execute();
      await db.schema
        .createTable('interaction_sign_ins')
        .addColumn('uid', 'text', (c) => c.primaryKey())
        .addColumn('browser_hash', 'text', (c) => c.notNull())
        .addColumn('sub', 'text', (c) => c.notNull())
        .addColumn('acr', 'text')
        .addColumn('amr', 'text', (c) => c.notNull())
        .addColumn('auth_time', 'float8', (c) => c.notNull())
        .addColumn('grant_id', 'text', (c) => c.notNull())
        .addColumn('expires_at', 'float8', (c) => c.notNull())
        .execute();
      await db.schema
        .createTable('consents')
        .addColumn('sub', 'text', (c) => c.notNull())
        .addColumn('client_id', 'text', (c) => c.notNull())
        .addColumn('redirect_host', 'text', (c) => c.notNull())
        .addColumn('resource', 'text', (c) => c.notNull())
        .addColumn('scope', 'text', (c) => c.notNull())
        .addColumn('granted_at', 'float8', (c) => c.notNull())
        .addColumn('expires_at', 'float8', (c) => c.notNull())
        .addPrimaryKeyConstraint('consents_pk', ['sub', 'client_id', 'redirect_host', 'resource'])
        .execute();
    },
  },
  '0002_connections_and_ledger': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('connect_handles')
        .addColumn('handle_hash', 'text', (c) => c.primaryKey())
        .addColumn('sub', 'text', (c) => c.notNull())
        .addColumn('class', 'text', (c) => c.notNull())
        .addColumn('who', 'text', (c) => c.notNull())
        .addColumn('expires_at', 'float8', (c) => c.notNull())
        .execute();
      await db.schema
        .createTable('connections')
        .addColumn('sub', 'text', (c) => c.notNull())
        .addColumn('class', 'text', (c) => c.notNull())
        .addColumn('tenant', 'text', (c) => c.notNull())
        .addColumn('linear_user_id', 'text', (c) => c.notNull())
        .addColumn('workspace_id', 'text', (c) => c.notNull())
        .addColumn('workspace', 'text', (c) => c.notNull())
        .addColumn('scope', 'text', (c) => c.notNull())
        .addColumn('connected_at', 'float8', (c) => c.notNull())
        .addPrimaryKeyConstraint('connections_pk', ['sub', 'class'])
        .execute();
      await db.schema
        .createTable('filings')
        .addColumn('issue_id', 'text', (c) => c.primaryKey())
        .addColumn('tenant', 'text', (c) => c.notNull())
        .addColumn('ticket_id', 'text', (c) => c.notNull())
        .addColumn('identifier', 'text', (c) => c.notNull())
        .addColumn('sub', 'text', (c) => c.notNull())
        .addColumn('agent', 'text', (c) => c.notNull())
        .addColumn('capability_id', 'text', (c) => c.notNull())
        .addColumn('decision_id', 'text', (c) => c.notNull())
        .addColumn('filed_at', 'float8', (c) => c.notNull())
        .addColumn('recorded_at', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`))
        .execute();
    },
  },
  '0002_session_email': {
    async up(db: Kysely<unknown>) {
      await db.schema.alterTable('browser_sessions').addColumn('email', 'text').execute();
    },
  },
};
