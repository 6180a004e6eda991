import { randomUUID } from 'node:crypto';
import type { AccessTokenVerifier, PeerKeys } from '@sallyport/authn';
import type { Readiness } from '@sallyport/bootstrap';
import type { Database } from '@sallyport/database';
import type { Policy } from '@sallyport/policy';
import type { Logger, Registry } from '@sallyport/telemetry';
import { Gauge } from 'prom-client';
import { Readers } from './access/readers.ts';
import type { Config } from './config.ts';
import { Ingest } from './events/ingest.ts';
import { AuditLog } from './log/audit-log.ts';
import { LogDirectory } from './log/log-directory.ts';
import type { NoteSigner } from './log/note.ts';
import type { AuditTables } from './log/tables.ts';
import { OwnEvents } from './own-events/own-events.ts';
import { Refusals } from './own-events/refusals.ts';
import { Forwarder } from './sinks/forwarder.ts';
import { NdjsonFile } from './sinks/ndjson-file.ts';
import { SinkCursor } from './sinks/sink-cursor.ts';

export const VERSION = '0.1.0';
const SOLE_OWNER = '00000000-0000-0000-0000-000000000000';

/** What the service stands on, opened before. */
export interface Foundation {
  database: Database<AuditTables>;
  signer: NoteSigner;
  peers: PeerKeys;
  tokens: Pick<AccessTokenVerifier, 'verify'>;
  policy: Pick<Policy, 'auditAccess' | 'revision' | 'ready' | 'close'>;
  logger: Logger;
  now(): number;
}

/** The audit service without its HTTP rim: opened, ready, closed in order. */
export class AuditService {
  private constructor(
    private readonly foundation: Foundation,
    readonly log: AuditLog,
    private readonly directory: LogDirectory,
    private readonly forwarders: readonly Forwarder[],
    private readonly refusals: Refusals,
    readonly ingest: Ingest,
    readonly readers: Readers,
  ) {}

  /** Takes up the log, starts its followers, and records that it did. @throws Error before anything is served */
  static async open(config: Config, foundation: Foundation): Promise<AuditService> {
    const { database, signer, peers, tokens, policy, logger, now } = foundation;
    const log = await AuditLog.open(database, signer);
    const failed = (what: string) => (error: unknown) => logger.error({ err: error }, what);
    const directory = await LogDirectory.open(config.logDir, log, failed('the log directory could not be written'));
    const sinks = config.ndjsonFile === undefined ? [] : [new NdjsonFile(config.ndjsonFile)];
    // PGlite belongs to one process: after a crash its successor need not wait for a lease of the dead.
    const owner = database.engine === 'pglite' ? SOLE_OWNER : randomUUID();
    const forwarders = sinks.map((sink) => {
      const onError = failed(`sink ${sink.name} could not deliver; it will be tried again`);
      return new Forwarder(log, sink, new SinkCursor(database.db, sink.name, owner, now), { onError });
    });
    const own = new OwnEvents(log, now);
    const record = own.record.bind(own);
    const refusals = new Refusals(record, failed('a refusal could not be recorded'));
    const refused = refusals.add.bind(refusals);
    const { publicUrl, internalUrl = publicUrl, environment } = config;
    const ingest = new Ingest(log, { audience: internalUrl, keys: peers, now, refused });
    const readers = new Readers({ publicUrl, environment, tokens, policy, now, record, refused });
    await record({ kind: 'service_started', service: 'audit', version: VERSION, revision: policy.revision });
    for (const forwarder of forwarders) forwarder.start();
    return new AuditService(foundation, log, directory, forwarders, refusals, ingest, readers);
  }

  /** Whether the log can be written and read; says how durable an acknowledgement is. */
  async readiness(): Promise<Readiness> {
    const { policy, database } = this.foundation;
    const { durability, engine } = database;
    return { ok: await policy.ready(), durability, engine, policy: policy.revision, size: await this.log.size() };
  }

  /** Gauges read when they are scraped. */
  measure(registry: Registry): void {
    const { log, forwarders } = this;
    new Gauge({
      name: 'audit_log_size',
      help: 'Entries in the log.',
      registers: [registry],
      async collect() {
        this.set(await log.size());
      },
    });
    new Gauge({
      name: 'audit_producer_missing_events',
      help: 'Events that producers counted and that have not arrived.',
      labelNames: ['producer'],
      registers: [registry],
      async collect() {
        this.reset();
        for (const { producer, missing } of await log.gaps()) this.inc({ producer }, missing);
      },
    });
    new Gauge({
      name: 'audit_sink_lag_events',
      help: 'Entries not yet delivered to the slowest sink.',
      registers: [registry],
      async collect() {
        this.set(Math.max(0, ...(await Promise.all(forwarders.map((forwarder) => forwarder.lag())))));
      },
    });
  }

  /** Settles what was taken, then lets the followers catch up, then lets go of the database. */
  async close(): Promise<void> {
    await this.refusals.flush();
    await this.log.close();
    await Promise.allSettled(this.forwarders.map((forwarder) => forwarder.close()));
    await this.directory
      .close()
      .catch((error) => this.foundation.logger.error({ err: error }, 'last publication failed'));
    this.foundation.policy.close();
    await this.foundation.database.close();
  }
}
