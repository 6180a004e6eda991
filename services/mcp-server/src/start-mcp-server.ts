import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { openManagement, type RunningService } from '@sallyport/bootstrap';
import { warmUp } from '@sallyport/masking';
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
  warmUp();
  const server = { headersTimeout: HEADERS_MS, ...base.tls?.serverOptions };
  const rim = fastify({ requestTimeout: REQUEST_MS, ...(base.tls ? { https: server } : { http: server }) });
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
  base.tls?.follow(app.getHttpServer());
  try {
    await app.listen(config.port, config.host);
    const management = await openManagement(config, base);
    const { port } = app.getHttpServer().address() as AddressInfo;
    // The probes answer until nothing else does: the kubelet must not restart what is draining.
    const close = () => app.close().finally(() => management?.close());
    return { url: `${base.tls ? 'https' : 'http'}://localhost:${port}`, close };
  } catch (error) {
    await app.close();
    throw error;
  }
}
