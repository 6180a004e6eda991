import type { ServiceName } from '@sallyport/contracts';
import type { Migration } from '@sallyport/database';
import { type Kysely, sql } from 'kysely';

/** The audit service's tables. Times are milliseconds since the epoch; int8 columns arrive as numbers. */
export interface AuditTables {
  /** One row: how far the log is. Locked by whoever appends; that lock is the order of the log. */
  log_head: { id: 1; size: number; frontier: Buffer; checkpoint: string };
  log_entry: {
    index: number;
    uid: string;
    producer: ServiceName;
    epoch: string;
    counter: number;
    /** SHA-256 of what the producer sent, to tell a repeat from a conflict. */
    digest: Buffer;
    leaf_hash: Buffer;
    trace_id: string;
    /** Null: a record of the platform itself. */
    tenant: string | null;
    /** Canonical OCSF JSON, exactly the entry's bytes. */
    body: string;
  };
  /** Roots of 256^level leaves, level ≥ 1: what proofs need besides leaf hashes. */
  log_tile_root: { level: number; index: number; hash: Buffer };
  /** A producer's run: with counters from 0, `highest + 1 - received` events have not arrived. */
  producer_epoch: { producer: ServiceName; epoch: string; highest: number; received: number };
  sink_cursor: { sink: string; next_index: number; lease_owner: string | null; lease_until: number };
}

const log: Migration = {
  async up(db: Kysely<unknown>) {
    const statements = [
      sql`create table log_head (
        id smallint primary key check (id = 1), size bigint not null, frontier bytea not null, checkpoint text not null)`,
      sql`create table log_entry (
        "index" bigint primary key, uid uuid not null unique, producer text not null, epoch uuid not null,
        counter bigint not null, digest bytea not null, leaf_hash bytea not null, trace_id text not null, tenant text,
        body text not null, unique (producer, epoch, counter))`,
      sql`create index log_entry_trace on log_entry (trace_id, "index")`,
      sql`create table log_tile_root (
        level smallint not null, "index" bigint not null, hash bytea not null, primary key (level, "index"))`,
      sql`create table producer_epoch (
        producer text not null, epoch uuid not null, highest bigint not null, received bigint not null,
        primary key (producer, epoch))`,
      sql`create table sink_cursor (
        sink text primary key, next_index bigint not null, lease_owner uuid, lease_until bigint not null)`,
      // Append-only for everyone who is not the owner of the schema; the owner is caught by the tree (C-AU-3).
      sql`create function refuse_change() returns trigger language plpgsql as
        $$ begin raise exception 'the audit log is append-only'; end $$`,
      sql`create trigger log_entry_append_only before update or delete or truncate on log_entry
        for each statement execute function refuse_change()`,
      sql`create trigger log_tile_root_append_only before update or delete or truncate on log_tile_root
        for each statement execute function refuse_change()`,
    ];
    for (const statement of statements) await statement.execute(db);
  },
};

export const migrations: Record<string, Migration> = { '001_log': log };
