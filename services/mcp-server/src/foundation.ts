import { AuditClient, RefusalTally, uuidv7 } from '@sallyport/audit-client';
import { AccessTokenVerifier, ReplayMemory, readSigningKey, remoteJwks } from '@sallyport/authn';
import { HttpClient, openTls, policyOptions, type Readiness, type WorkloadTls } from '@sallyport/bootstrap';
import { openDatabase } from '@sallyport/database';
import { openPolicy } from '@sallyport/policy';
import {
  counter,
  createLogger,
  createRegistry,
  durations,
  type Logger,
  traceHeaders,
  traceIdOf,
} from '@sallyport/telemetry';
import type { ToolDefinition } from '@sallyport/tool-catalog';
import { Catalogue } from './call/catalogue.ts';
import { TokenExchange } from './call/credential.ts';
import { Decide } from './call/decide.ts';
import { keyedDigest } from './call/identifiers.ts';
import { Limits } from './call/limit.ts';
import { Recorder } from './call/recorder.ts';
import { ToolCall } from './call/tool-call.ts';
import { type Config, serviceOf } from './config.ts';
import { Challenge, offeredScopes } from './mcp/challenge.ts';
import type { Door } from './mcp/door.ts';
import { McpHandler } from './mcp/mcp-handler.ts';
import type { Conversations, Extend } from './mcp/profile.ts';
import { ticketMigrations } from './tickets/migrations.ts';
import { seedTickets } from './tickets/seed.ts';
import type { TicketTables } from './tickets/tables.ts';
import { TicketStore } from './tickets/ticket-store.ts';
import { Gateway } from './tools/gateway.ts';
import { catalogueTools } from './tools/handlers.ts';
import type { ToolHandler } from './tools/tool-handler.ts';

/** How long the issuer may take for its public keys, in milliseconds. */
const JWKS_MS = 3_000;
export const VERSION = '0.1.0';

/** What a test profile adds behind the same guards; production passes nothing. */
export interface Additions {
  tools?: { definition: ToolDefinition; handler: ToolHandler }[];
  extend?: Extend;
  conversations?: Conversations;
  now?: () => number;
  logger?: Logger;
}

/** Everything the process stands on, made once before anything listens. */
export interface Foundation {
  config: Config;
  logger: Logger;
  metrics: ReturnType<typeof createRegistry>;
  door: Door;
  handler: McpHandler;
  toolCall: ToolCall;
  readiness(): Promise<Readiness>;
  tls: WorkloadTls | undefined;
  close(): Promise<void>;
}

/** @throws Error naming the file, setting or database that is not usable; nothing listens yet */
export async function layFoundation(config: Config, additions: Additions = {}): Promise<Foundation> {
  const service = serviceOf(config);
  const { now = Date.now, logger = createLogger(service, config.logLevel), tools = [] } = additions;
  const key = await readSigningKey(config.signingKeyFile);
  const policy = await openPolicy(policyOptions(config));
  const metrics = createRegistry(service);
  const tls = await openTls(config, logger);
  const { migrations: schema } = config;
  const database = await openDatabase<TicketTables>(config.databaseUrl, ticketMigrations, { schema, tls });
  if (config.ticketsSeedFile && schema === 'apply') await seedTickets(database, config.ticketsSeedFile);
  const losses = counter(
    metrics,
    'mcp_server_audit_failures_total',
    'Audit events that could not be kept or shipped',
    [],
  );
  const audit = await openAudit();

  const http = new HttpClient(tls);
  const { issuerUrl, gatewayUrl, clientId = service, placement, environment } = config;
  const issuerAddress = config.issuerInternalUrl ?? issuerUrl;
  const decide = new Decide({ policy, placement, environment, now });
  const handlers = catalogueTools({
    tickets: new TicketStore(database),
    gateway: new Gateway({ gatewayUrl, issuerUrl, key, http, logger, now }),
    cursorDigest: keyedDigest(key, 'list-cursor'),
  });
  const catalogue = new Catalogue([...handlers, ...tools], placement, decide);
  const toolCall = new ToolCall({
    catalogue,
    decide,
    limits: new Limits({
      callsPerMinute: config.callsPerMinute,
      burst: config.burst,
      toolFactor: config.toolLimitFactor,
      now,
    }),
    recorder: new Recorder({ audit, argumentsDigest: keyedDigest(key, 'audit-arguments'), logger, now }),
    exchange: new TokenExchange({ issuerUrl, issuerAddress, gatewayUrl, clientId, key, http, logger, now }),
    duration: durations(metrics, 'mcp_server_operation_duration_seconds', 'Duration of tool calls', [
      'tool',
      'outcome',
    ]),
    logger,
  });
  const tally = new RefusalTally(audit, now, (error) => logger.error({ err: error }, 'refusals could not be recorded'));
  const handler = new McpHandler({
    catalogue,
    toolCall,
    requestStateKey: keyedDigest(key, 'request-state')('codec'),
    version: VERSION,
    fastPath: config.fastPath,
    logger,
    extend: additions.extend,
    conversations: additions.conversations,
  });
  const accessTokens = new AccessTokenVerifier({
    issuer: issuerUrl,
    audience: config.resourceUrl,
    jwks: remoteJwks(config.issuerJwksUrl ?? `${issuerAddress}/jwks`, now, (url) => http.getJson(url, JWKS_MS)),
    replay: new ReplayMemory(now),
    now,
    requireDpop: config.requireDpop,
  });
  await recordStart();
  return {
    config,
    logger,
    metrics,
    door: {
      accessTokens,
      challenge: new Challenge(config.resourceUrl, offeredScopes(placement)),
      resourceUrl: config.resourceUrl,
      bodyLimitBytes: config.bodyLimitBytes,
      tally,
      logger,
    },
    handler,
    toolCall,
    tls,
    readiness,
    close,
  };

  function openAudit(): Promise<AuditClient> {
    const { auditUrl: url, auditSpoolDir: spoolDir, auditTimeoutMs: durableTimeoutMs } = config;
    const onShipFailure = (error: unknown) => {
      losses.inc();
      logger.warn({ err: error }, 'audit does not take events');
    };
    return AuditClient.open({
      url,
      service,
      key,
      spoolDir,
      now,
      traceHeaders,
      durableTimeoutMs,
      onShipFailure,
      agent: tls?.agent(),
    });
  }

  async function recordStart(): Promise<void> {
    const time = now();
    const event = {
      uid: uuidv7(time),
      time,
      traceId: traceIdOf(),
      service,
      version: VERSION,
      revision: policy.revision,
    };
    await audit.record({ ...event, kind: 'service_started' });
  }

  async function readiness() {
    await database.db.selectFrom('tickets').select('id').limit(1).execute();
    const { engine, durability } = database;
    const ok = await policy.ready();
    return { ok, placement, database: engine, durability, policy: policy.revision, auditBacklog: audit.backlog };
  }

  async function close(): Promise<void> {
    await handler.close();
    await tally.flush();
    await audit.close();
    http.close();
    policy.close();
    tls?.close();
    await database.close();
  }
}
