import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { DynamicModule, INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import {
  type HealthOptions,
  openManagement,
  openTls,
  type RunningService,
  type WorkloadTls,
} from '@sallyport/bootstrap';
import { warmUp } from '@sallyport/masking';
import { createLogger, createRegistry } from '@sallyport/telemetry';
import express from 'express';
import { AppModule } from './app.module.ts';
import type { BrokerConfig } from './config.ts';
import { GatewayModule } from './gateway/gateway.module.ts';
import { Gateway } from './gateway/gateway.ts';
import { Issuer, IssuerModule } from './issuer.module.ts';

/** Slow requests are cut: headers, then the whole request, in milliseconds. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;

/** Starts the placement the configuration names. @throws Error before anything listens */
export async function startBroker(config: BrokerConfig): Promise<RunningService> {
  const tls = await openTls(config, createLogger(`token-broker-${config.placement}`, config.logLevel));
  const { app, health } = config.placement === 'issuer' ? await issuerApp(config, tls) : await gatewayApp(config, tls);
  const server = app.getHttpServer();
  tls?.follow(server);
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
  try {
    await app.listen(config.port, config.host);
    const management = await openManagement(config, health);
    const { port } = server.address() as AddressInfo;
    const close = async () => {
      await app.close();
      await management?.close();
      tls?.close();
    };
    return { url: `${tls ? 'https' : 'http'}://localhost:${port}`, close };
  } catch (error) {
    await app.close();
    throw error;
  }
}

interface Rim {
  app: INestApplication;
  health: HealthOptions;
}

async function issuerApp(config: Extract<BrokerConfig, { placement: 'issuer' }>, tls?: WorkloadTls): Promise<Rim> {
  const { app, health } = await createApp(await IssuerModule.forPlacement(config, { tls }), config, tls, (app) =>
    app.get(Issuer).readiness(),
  );
  const issuer = app.get(Issuer);
  for (const handler of issuer.middleware) app.use(handler);
  await issuer.recordStart();
  return { app, health };
}

async function gatewayApp(config: Extract<BrokerConfig, { placement: 'gateway' }>, tls?: WorkloadTls): Promise<Rim> {
  warmUp();
  return createApp(await GatewayModule.forPlacement(config, { tls }), config, tls, (app) =>
    app.get(Gateway).readiness(),
  );
}

async function createApp(
  placement: DynamicModule,
  config: BrokerConfig,
  tls: WorkloadTls | undefined,
  readiness: (app: INestApplication) => ReturnType<HealthOptions['readiness']>,
): Promise<Rim> {
  let app: INestApplication | undefined;
  const health: HealthOptions = {
    metrics: createRegistry(`token-broker-${config.placement}`),
    readiness: () => (app ? readiness(app) : Promise.resolve({ ok: false })),
  };
  const rim = express().disable('x-powered-by').disable('etag');
  const shown = config.managementPort === 0 ? health : undefined;
  app = await NestFactory.create(AppModule.for(placement, shown), new ExpressAdapter(rim), {
    bodyParser: false,
    logger: false,
    abortOnError: false,
    ...(tls ? { httpsOptions: tls.serverOptions } : {}),
  });
  return { app, health };
}
