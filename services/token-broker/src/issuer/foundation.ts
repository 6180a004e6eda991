import { readFile } from 'node:fs/promises';
import { AuditClient } from '@sallyport/audit-client';
import { type PeerKeys, readPeerKeys, readSigningKey, type SigningKey } from '@sallyport/authn';
import { HttpClient, policyOptions, type WorkloadTls } from '@sallyport/bootstrap';
import { SERVICES } from '@sallyport/contracts';
import { type Database, openDatabase } from '@sallyport/database';
import { openPolicy, type Policy } from '@sallyport/policy';
import type { Lookup } from '@sallyport/safe-fetch';
import { createLogger, type Logger, traceHeaders } from '@sallyport/telemetry';
import { pageKey } from '../browser/cookies.ts';
import type { IssuerConfig } from '../issuer.config.ts';
import { migrations } from '../storage/migrations.ts';
import { sweepExpired } from '../storage/sweep.ts';
import type { BrokerTables } from '../storage/tables.ts';

export interface IssuerOptions {
  /** Milliseconds since the epoch. */
  now?: () => number;
  logger?: Logger;
  /** Resolves host names that strangers choose; absent: the system does. */
  lookup?: Lookup;
  tls?: WorkloadTls | undefined;
}

const SWEEP_MS = 60_000;
/** A neighbour that is away is one line in this time, in milliseconds, not one for each retry. */
const QUIET_MS = 30_000;

/** What the issuer placement stands on: its key, the peers' public keys, the database, the record, the policy. */
export class Foundation {
  #sweeper: NodeJS.Timeout | undefined;

  private constructor(
    readonly config: IssuerConfig,
    readonly now: () => number,
    readonly logger: Logger,
    readonly keys: { own: SigningKey; page: Buffer; peers: PeerKeys },
    readonly database: Database<BrokerTables>,
    readonly audit: AuditClient,
    readonly policy: Policy,
    readonly idpClientSecret: string | undefined,
    readonly lookup: Lookup | undefined,
    readonly http: HttpClient,
  ) {
    const sweep = () =>
      void sweepExpired(database.db, now()).catch((error) => logger.warn({ err: error }, 'sweep failed'));
    this.#sweeper = setInterval(sweep, SWEEP_MS).unref();
  }

  /** @throws Error naming the file or setting that is wrong; nothing listens yet */
  static async lay(config: IssuerConfig, options: IssuerOptions = {}): Promise<Foundation> {
    const { now = Date.now, logger = createLogger('token-broker-issuer', config.logLevel), tls } = options;
    const own = await readSigningKey(config.signingKeyFile);
    const peers = await readPeerKeys(config.peerKeysDir, SERVICES);
    const policy = await openPolicy(policyOptions(config));
    const secretFile = config.idpClientSecretFile;
    const secret = secretFile === undefined ? undefined : (await readFile(secretFile, 'utf8')).trim();
    const { migrations: schema } = config;
    const database = await openDatabase<BrokerTables>(config.databaseUrl, migrations, { schema, tls });
    const audit = await AuditClient.open({
      url: config.auditUrl,
      service: 'token-broker-issuer',
      key: own,
      spoolDir: config.auditSpoolDir,
      now,
      traceHeaders,
      onShipFailure: seldom(now, (error) => logger.warn({ err: error }, 'audit does not take events')),
      agent: tls?.agent(),
    });
    return new Foundation(
      config,
      now,
      logger,
      { own, page: pageKey(own), peers },
      database,
      audit,
      policy,
      secret,
      options.lookup,
      new HttpClient(tls),
    );
  }

  async close(): Promise<void> {
    clearInterval(this.#sweeper);
    await this.audit.close();
    this.policy.close();
    this.http.close();
    await this.database.close();
  }
}

function seldom(now: () => number, tell: (error: unknown) => void): (error: unknown) => void {
  let quietUntil = 0;
  return (error) => {
    if (now() < quietUntil) return;
    quietUntil = now() + QUIET_MS;
    tell(error);
  };
}
