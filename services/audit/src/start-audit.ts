import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccessTokenVerifier, ReplayMemory, readPeerKeys, readSigningKey, remoteJwks } from '@sallyport/authn';
import {
  type HealthOptions,
  HttpClient,
  openManagement,
  openTls,
  policyOptions,
  type RunningService,
  type WorkloadTls,
} from '@sallyport/bootstrap';
import { SERVICES } from '@sallyport/contracts';
import { openDatabase } from '@sallyport/database';
import { openPolicy } from '@sallyport/policy';
import { createLogger, createRegistry, type Logger, runWithTrace } from '@sallyport/telemetry';
import { AppModule } from './app.module.ts';
import { AuditService, type Foundation } from './audit-service.ts';
import type { Config } from './config.ts';
import { checkpointKey } from './log/checkpoint-key.ts';
import { NoteSigner } from './log/note.ts';
import { type AuditTables, migrations } from './log/tables.ts';

/** Largest request body: a batch of 1,000 events of the usual size, in bytes. */
const BODY_LIMIT = 1_048_576;
/** How long the issuer may take for its public keys, in milliseconds. */
const JWKS_MS = 3_000;
/** Slow requests are cut, in milliseconds. */
const REQUEST_MS = 30_000;

/** Starts the audit service. @throws Error before anything listens */
export async function startAudit(config: Config, now: () => number = Date.now): Promise<RunningService> {
  const logger = createLogger('audit', config.logLevel);
  const tls = await openTls(config, logger);
  const http = new HttpClient(tls);
  const foundation = await found(config, { logger, now, tls, http });
  let service: AuditService;
  try {
    service = await AuditService.open(config, foundation);
  } catch (error) {
    await foundation.database.close();
    throw error;
  }
  try {
    const metrics = createRegistry('audit');
    service.measure(metrics);
    const health = { metrics, readiness: () => service.readiness() };
    const app = await serve(config, service, { logger, tls, health });
    const management = await openManagement(config, health);
    const { port } = app.getHttpServer().address() as AddressInfo;
    return {
      url: `${tls ? 'https' : 'http'}://localhost:${port}`,
      // Requests first: what is still being answered must find the log open.
      close: async () => {
        await app.close();
        await service.close();
        await management?.close();
        http.close();
        tls?.close();
      },
    };
  } catch (error) {
    await service.close();
    throw error;
  }
}

interface Means {
  logger: Logger;
  now: () => number;
  tls: WorkloadTls | undefined;
  http: HttpClient;
}

async function found(config: Config, { logger, now, tls, http }: Means): Promise<Foundation> {
  const { publicUrl, issuerUrl, requireDpop, migrations: schema } = config;
  await readSigningKey(config.signingKeyFile);
  const origin = config.checkpointOrigin ?? `${new URL(publicUrl).host}/audit`;
  const signer = new NoteSigner(origin, await checkpointKey(config.checkpointKeyFile));
  const peers = await readPeerKeys(
    config.peerKeysDir,
    SERVICES.filter((name) => name !== 'audit'),
  );
  const tokens = new AccessTokenVerifier({
    issuer: issuerUrl,
    audience: publicUrl,
    jwks: remoteJwks(config.issuerJwksUrl ?? `${issuerUrl}/jwks`, now, (url) => http.getJson(url, JWKS_MS)),
    replay: new ReplayMemory(now),
    now,
    requireDpop,
  });
  const policy = await openPolicy(policyOptions(config));
  const database = await openDatabase<AuditTables>(config.databaseUrl, migrations, { schema, tls });
  return { database, signer, peers, tokens, policy, logger, now };
}

interface Rim {
  logger: Logger;
  tls: WorkloadTls | undefined;
  health: HealthOptions;
}

async function serve(config: Config, service: AuditService, { logger, tls, health }: Rim) {
  const adapter = new FastifyAdapter({
    ...(tls ? { https: tls.serverOptions } : {}),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_MS,
    forceCloseConnections: 'idle',
  });
  const fastify = adapter.getInstance();
  // Bodies stay bytes: the producer's assertion is bound to them, and nothing is parsed before it holds.
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  fastify.addHook('preHandler', (request, reply, done) => {
    const route = `${request.method} ${request.routeOptions.url ?? 'unknown'}`;
    void runWithTrace(request.headers, route, {}, () => {
      const answered = new Promise<void>((resolve) => reply.raw.once('close', resolve));
      done();
      return answered;
    });
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.for(config, service, { logger, health }),
    adapter,
    {
      bodyParser: false,
      logger: false,
      abortOnError: false,
    },
  );
  tls?.follow(app.getHttpServer());
  await app.listen(config.port, config.host);
  return app;
}
