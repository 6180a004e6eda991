import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { RunningService } from '@sallyport/bootstrap';
import { fastify } from 'fastify';
import { AppModule } from './app.module.ts';
import type { Config } from './config.ts';
import { frontDoor, namesOf } from './edge/front-door.ts';
import { type Additions, layFoundation } from './foundation.ts';

/** A slow body is cut, in milliseconds (slow loris). */
const REQUEST_MS = 30_000;
const HEADERS_MS = 10_000;

/** Starts the mcp-server. @throws Error before anything listens */
export async function startMcpServer(config: Config, additions: Additions = {}): Promise<RunningService> {
  const base = await layFoundation(config, additions);
  const rim = fastify({ requestTimeout: REQUEST_MS, http: { headersTimeout: HEADERS_MS } });
  const { resourceUrl, tally } = base.door;
  const names = namesOf(resourceUrl, config.allowedHosts, config.allowedOrigins);
  rim.addHook('onRequest', frontDoor({ ...names, onRefused: (reason) => tally.count(resourceUrl, reason) }));
  rim.removeAllContentTypeParsers();
  // Nothing is read before the caller is known; then the endpoint reads it itself, bounded.
  rim.addContentTypeParser('*', (_request, _payload, done) => done(null));
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.on(base), new FastifyAdapter(rim as never), {
    logger: false,
    abortOnError: false,
    bodyParser: false,
  });
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    await app.close();
    throw error;
  }
  const { port } = app.getHttpServer().address() as AddressInfo;
  return { url: `http://localhost:${port}`, close: () => app.close() };
}
