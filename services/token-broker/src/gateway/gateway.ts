import { AuditClient, RefusalTally } from '@sallyport/audit-client';
import {
  ReplayMemory,
  readEncryptionKey,
  readPeerKeys,
  readSigningKey,
  remoteJwks,
  thumbprint,
} from '@sallyport/authn';
import type { WorkloadTls } from '@sallyport/bootstrap';
import { type Database, openDatabase } from '@sallyport/database';
import { createSafeFetch, type SafeFetch, type SafeFetchOptions } from '@sallyport/safe-fetch';
import { createLogger, type Logger, traceHeaders } from '@sallyport/telemetry';
import { type GatewayConfig, isOneMachine } from './gateway.config.ts';
import { readIssueIdKey } from './issue-id-key.ts';
import { LinearClient } from './linear/linear-client.ts';
import { LinearGraphql } from './linear/linear-graphql.ts';
import { Redeem } from './redeem/redeem.ts';
import { LinearViewers } from './store/linear-viewers.ts';
import { type GatewayTables, MIGRATIONS } from './store/migrations.ts';
import { OneTimeUse } from './store/one-time-use.ts';
import { LinearVault } from './vault/linear-vault.ts';

export interface GatewayOptions {
  /** Milliseconds since the epoch. */
  now?: () => number;
  logger?: Logger;
  tls?: WorkloadTls | undefined;
}

/** Largest answer read from Linear, Vault or the issuer, in bytes. */
const MAX_ANSWER_BYTES = 262_144;
const SWEEP_MS = 3_600_000;

/** The gateway placement, put together from its configuration. */
export class Gateway {
  readonly #release: () => Promise<void>;
  readonly #database: Database<GatewayTables>;

  private constructor(
    readonly redeem: Redeem,
    readonly logger: Logger,
    readonly now: () => number,
    database: Database<GatewayTables>,
    release: () => Promise<void>,
  ) {
    this.#database = database;
    this.#release = release;
  }

  /** @throws Error naming the file or setting that is wrong; nothing listens yet */
  static async open(config: GatewayConfig, options: GatewayOptions = {}): Promise<Gateway> {
    const { now = Date.now, logger = createLogger('token-broker-gateway', config.logLevel), tls } = options;
    const key = await readSigningKey(config.signingKeyFile);
    const encryptionKey = await readEncryptionKey(config.encryptionKeyFile ?? config.signingKeyFile);
    const issuerKeys = (await readPeerKeys(config.peerKeysDir, ['token-broker-issuer'])).get('token-broker-issuer');
    const issueIdKey = await readIssueIdKey(config.issueIdKeyFile);
    const [toLinear, toVault, toIssuer] = waysOut(config, tls);
    const { migrations: schema } = config;
    const database = await openDatabase<GatewayTables>(config.databaseUrl, MIGRATIONS, { schema, tls });
    const audit = await AuditClient.open({
      url: config.auditUrl,
      service: 'token-broker-gateway',
      key,
      spoolDir: config.auditSpoolDir,
      now,
      traceHeaders,
      onShipFailure: (error) => logger.warn({ err: error }, 'audit does not take events'),
      agent: tls?.agent(),
    });
    const endpoint = new URL('/redeem', config.gatewayUrl).href;
    const tally = new RefusalTally(audit, now, (error) =>
      logger.error({ err: error }, 'refusals could not be recorded'),
    );
    const oneTime = new OneTimeUse(database.db, now);
    const redeem = new Redeem({
      proof: {
        issuer: config.issuerUrl,
        audience: config.gatewayUrl,
        endpoint,
        issuerKeys: remoteJwks(keysUrl(config), now, toIssuer),
        replay: new ReplayMemory(now),
        now,
      },
      issuerThumbprints: new Set(issuerKeys.map(thumbprint)),
      oneTime,
      audit,
      tally,
      encryptionKey,
      connections: {
        oauth: { tokenUrl: config.linearTokenUrl, clientIds: clientIds(config), safeFetch: toLinear },
        linear: new LinearClient(new LinearGraphql({ url: config.linearApiUrl, safeFetch: toLinear, now })),
        vault: new LinearVault({ url: config.vaultUrl, safeFetch: toVault }),
        viewers: new LinearViewers(database.db, now),
        workspaceOf: (tenant) => (config.linearWorkspaces ? config.linearWorkspaces.get(tenant) : tenant),
      },
      ledger: { issuerUrl: config.issuerUrl, address: addressOf(config), key, safeFetch: toIssuer, now },
      issueIdKey,
      logger,
      now,
    });
    const sweeper = setInterval(() => void oneTime.sweep().catch((error) => logger.warn({ err: error })), SWEEP_MS);
    return new Gateway(redeem, logger, now, database, async () => {
      clearInterval(sweeper);
      await tally.flush();
      await audit.close();
      await Promise.all([toLinear, toVault, toIssuer].map((way) => way.close()));
      await database.close();
    });
  }

  /** Facts for `/readyz`: it can claim capabilities. Vault and Linear being away refuses calls, not readiness. */
  async readiness(): Promise<{ ok: boolean; database: string; durability: string }> {
    const { db, engine, durability } = this.#database;
    await db.selectFrom('redeemed_capability').select('jti').limit(1).execute();
    return { ok: true, database: engine, durability };
  }

  /** Ships what waits and releases everything. */
  close(): Promise<void> {
    return this.#release();
  }
}

/** Where the issuer answers; inside a cluster that may be another address than its public one. */
const addressOf = ({ issuerInternalUrl, issuerUrl }: GatewayConfig): string => issuerInternalUrl ?? issuerUrl;
const keysUrl = (config: GatewayConfig): string => config.issuerJwksUrl ?? new URL('/jwks', addressOf(config)).href;

/** One way out for each neighbour: what reaches Linear cannot reach Vault, and the other way round. */
function waysOut(config: GatewayConfig, tls: WorkloadTls | undefined): [SafeFetch, SafeFetch, SafeFetch] {
  const { serviceTimeoutMs, linearTimeoutMs, allowPrivateServices, allowPlainServices } = config;
  const make = (urls: string[], options: Partial<SafeFetchOptions> & { timeoutMs: number }) =>
    createSafeFetch({
      allow: urls.map((url) => new URL(url).origin),
      allowLoopback: isOneMachine(config),
      maxBytes: MAX_ANSWER_BYTES,
      ...options,
    });
  const own = {
    timeoutMs: serviceTimeoutMs,
    allowPrivate: allowPrivateServices,
    allowPlain: allowPlainServices,
    tls: tls && (() => tls.material),
  };
  return [
    make([config.linearApiUrl, config.linearTokenUrl], { timeoutMs: linearTimeoutMs, proxy: config.egressProxyUrl }),
    make([config.vaultUrl], own),
    make([addressOf(config), keysUrl(config)], own),
  ];
}

const clientIds = (config: GatewayConfig) => ({
  reader: config.linearReaderClientId,
  creator: config.linearCreatorClientId,
  curator: config.linearCuratorClientId,
});
