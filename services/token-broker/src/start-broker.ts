import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { DynamicModule, INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { HealthOptions, RunningService } from '@sallyport/bootstrap';
import { createRegistry } from '@sallyport/telemetry';
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
  const app = config.placement === 'issuer' ? await issuerApp(config) : await gatewayApp(config);
  const server = app.getHttpServer();
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    await app.close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}`, close: () => app.close() };
}

async function issuerApp(config: Extract<BrokerConfig, { placement: 'issuer' }>): Promise<INestApplication> {
  const app = await createApp(await IssuerModule.forPlacement(config), 'token-broker-issuer', (app) =>
    app.get(Issuer).readiness(),
  );
  const issuer = app.get(Issuer);
  for (const handler of issuer.middleware) app.use(handler);
  await issuer.recordStart();
  return app;
}

async function gatewayApp(config: Extract<BrokerConfig, { placement: 'gateway' }>): Promise<INestApplication> {
  return createApp(await GatewayModule.forPlacement(config), 'token-broker-gateway', (app) =>
    app.get(Gateway).readiness(),
  );
}

async function createApp(
  placement: DynamicModule,
  service: string,
  readiness: (app: INestApplication) => ReturnType<HealthOptions['readiness']>,
): Promise<INestApplication> {
  let app: INestApplication | undefined;
  const health: HealthOptions = {
    metrics: createRegistry(service),
    readiness: () => (app ? readiness(app) : Promise.resolve({ ok: false })),
  };
  const rim = express().disable('x-powered-by').disable('etag');
  app = await NestFactory.create(AppModule.for(placement, health), new ExpressAdapter(rim), {
    bodyParser: false,
    logger: false,
    abortOnError: false,
  });
  return app;
}
